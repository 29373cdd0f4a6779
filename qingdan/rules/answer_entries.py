"""An answer belongs to an entry that is still in its list, and the question shown on the home page is one of its 领域."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.parts import LISTS
from ..model.status import RETIRED, status_of
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "问答条目"
DEMAND = "问答写的条目须在清单里、没有退出；词表里“常问”写的问答须属于那个领域。"
EXAMPLES = (
    Example(
        "  条目: PF-001\n  问: 能不能擅自接管？",
        "  条目: PF-091\n  问: 能不能擅自接管？",
        "清单里没有“PF-091”，最接近的是“PF-001”",
        "answers/water.yml",
    ),
    Example(
        "常问: WD-001",
        "常问: WD-009",
        "“水务”没有问答“WD-009”，最接近的是“WD-001”",
        "vocab.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield answers without an entry in the lists, and questions of the home page that their 领域 has not."""
    entries = {entry.value.id: entry.value for entry in data.entries}
    for answer in data.answers:
        number, place = answer.value.entry, answer.place("条目")
        entry = entries.get(number)
        if entry is None:
            if number not in data.known and not any(part.folder in data.unread for part in LISTS):
                yield Problem(place, NAME, f"清单里没有“{number}”，{nearest(number, entries)}")
        elif not answer.value.withdrawn and status_of(entry, data.as_of) == RETIRED:
            yield Problem(place, NAME, f"“{number}”已退出清单，请改为接着做的那一条；没有的，在末尾写“退出”")
    fields = {one.value.id: entries[one.value.entry].field for one in data.answers if one.value.entry in entries}
    for index, topic in enumerate(data.vocab.value.law_topics):
        own = [number for number, field in fields.items() if field == topic.name]
        if topic.asked and topic.asked not in own and topic.asked not in data.known - fields.keys():
            place = data.vocab.place("法规领域", index, "常问")
            yield Problem(place, NAME, f"“{topic.name}”没有问答“{topic.asked}”，{nearest(topic.asked, own)}")
