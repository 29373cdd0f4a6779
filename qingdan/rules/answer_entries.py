"""An answer belongs to an entry that is still in its list."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.parts import LISTS
from ..model.status import RETIRED, status_of
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "问答条目"
DEMAND = "问答写的条目须在清单里、没有退出。"
EXAMPLES = (
    Example(
        "  条目: PF-001\n  问: 能不能擅自接管？",
        "  条目: PF-091\n  问: 能不能擅自接管？",
        "清单里没有“PF-091”，最接近的是“PF-001”",
        "answers/water.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield answers without an entry in the lists."""
    entries = {entry.value.id: entry.value for entry in data.entries}
    for answer in data.answers:
        number = answer.value.entry
        entry = entries.get(number)
        if entry is None:
            if number not in data.known and not any(part.folder in data.unread for part in LISTS):
                yield Problem(answer.place("条目"), NAME, f"清单里没有“{number}”，{nearest(number, entries)}")
        elif not answer.value.withdrawn and status_of(entry, data.as_of) == RETIRED:
            how = "请改为接着做的那一条；没有的，在末尾写“退出”"
            yield Problem(answer.place("条目"), NAME, f"“{number}”已退出清单，{how}")
