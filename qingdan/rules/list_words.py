"""What an entry takes from a body's own list, an office above all, stands in the words that it quotes of it."""

import re
from collections.abc import Iterator

from ..model import OWN_LIST, Entry, facts_of
from ..model.load import Data
from ..model.own import named
from ..text.example import Example
from ..text.paragraphs import Level, Paragraph
from ..text.problem import Problem, excerpt
from ..text.quotation import Found, locate

NAME = "清单的话"
DEMAND = "来源写“单位清单”的要有清单原文；责任科室、牵头单位、配合单位、措施、标准只写清单原文里有的。"
EXAMPLES = (
    Example(
        "  牵头单位: [宣传处]",
        "  牵头单位: [供水处]",
        "“供水处”不在这一条的清单原文里；只写清单原文里有的，一字不差，不出自单位清单的请删去",
        "publicity/publicity.yml",
    ),
    Example(
        "  来源: 法规整理",
        "  来源: 单位清单",
        "来源是“单位清单”，却没有引它的原话；请写“清单原文”，例如 - {文件: tasks-2026, 格: 表1!C5, 引文: 格里的原话}",
    ),
)

FIELDS = ("责任科室", "牵头单位", "配合单位", "措施", "标准")
"""The fields that only a body's own list can fill."""

_BETWEEN = re.compile(r"[ \u3000/]+")
_HOW = "请写“清单原文”，例如 - {文件: tasks-2026, 格: 表1!C5, 引文: 格里的原话}"


def check(data: Data) -> Iterator[Problem]:
    """Yield entries that claim a list and do not quote it, and words of theirs that no quotation has."""
    for entry in data.entries:
        value = entry.value
        if value.origin == OWN_LIST and not value.list_words:
            yield Problem(entry.place("来源"), NAME, f"来源是“{OWN_LIST}”，却没有引它的原话；{_HOW}")
        for key in FIELDS:
            for index, word in enumerate(named(value, facts_of(Entry)[key].attribute)):
                if not _quoted(word, value):
                    message = (
                        f"“{excerpt(word)}”不在这一条的清单原文里；只写清单原文里有的，一字不差，不出自单位清单的请删去"
                    )
                    yield Problem(entry.place(key, index), NAME, message)


def _quoted(word: str, entry: Entry) -> bool:
    """Tell whether a quotation of a list has a word as a whole item of it."""
    quotes = (Paragraph("", "", Level.POINT, 0, _BETWEEN.sub("\n", one.quote)) for one in entry.list_words)
    return any(isinstance(locate(word, quote), Found) for quote in quotes)
