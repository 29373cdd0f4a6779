"""Classifications use only the names in the vocabulary."""

from collections.abc import Iterator
from functools import cache

from ..model import Record, facts_of
from ..model.facts import Fact
from ..model.load import Data
from ..model.meant import advice
from ..model.own import named
from ..model.status import (
    DONE,
    IN_FORCE,
    LAW_CHANGED,
    NOT_IN_FORCE,
    ONGOING,
    OVERDUE,
    RETIRED,
    UNMENTIONED,
    UNRECORDED,
    UNREPORTED,
)
from ..text.example import Example
from ..text.problem import Problem, excerpt

NAME = "词表"
DEMAND = "分类只用词表里的名称；程序按名称辨认的词，词表里都要有。"
EXAMPLES = (
    Example(
        "      状态: 推进中",
        "      状态: 正在推进",
        "“状态”没有“正在推进”，最接近的是“推进中”；可选的词见 vocab.yml 的“状态”",
    ),
    Example(
        "  责任主体: [法规处]",
        "  责任主体: [法规科]",
        "“责任主体”没有“法规科”，最接近的是“法规处”；可选的词见 vocab.yml 的“责任主体”，真是新的词，在那里加一行“- {名称: 法规科, 标识: 英文, 定义: 一句话}”",
    ),
    Example(
        "  - {名称: 尚未施行",
        "  - {名称: 还没施行",
        "“法规状态”里缺“尚未施行”；程序按这个名称辨认，名称请照写，定义可以自己写",
        "vocab.yml",
    ),
)

_KNOWN = {
    "状态": (DONE, ONGOING, RETIRED),
    "推算状态": (UNRECORDED, UNREPORTED, OVERDUE, LAW_CHANGED, UNMENTIONED),
    "任务类别": ("任务", "整改"),
    "来源": ("年度报告",),
    "核定": ("待核定", "已核定"),
    "法规状态": (IN_FORCE, *NOT_IN_FORCE),
}
"""The words to which the program gives a meaning of its own."""


def check(data: Data) -> Iterator[Problem]:
    """Yield words that the vocabulary must have, and values that are not in the list which their field names."""
    sections = data.vocab.value.sections
    for section, words in _KNOWN.items():
        for word in words:
            if word not in sections[section]:
                message = f"“{section}”里缺“{word}”；程序按这个名称辨认，名称请照写，定义可以自己写"
                yield Problem(data.vocab.place(section), NAME, message)
    for index, term in enumerate(data.vocab.value.computed):
        if (term.name in _KNOWN["推算状态"]) == bool(term.stopped):
            how = "程序还在推算它，请删去“停用”" if term.stopped else "程序不推算它，请删去，或者写上“停用”的日期"
            yield Problem(data.vocab.place("推算状态", index, "名称"), NAME, f"“{term.name}”：{how}")
    for place, record in data.pieces(Record):
        for fact in _chosen(type(record)):
            allowed = sections.get(fact.section, {})
            for index, word in enumerate(named(record, fact.attribute)):
                if word not in allowed:
                    hint = advice(word, fact.section, data.vocab.value)
                    yield Problem(place(fact.key, index), NAME, f"“{fact.key}”没有“{excerpt(word)}”，{hint}")


@cache
def _chosen(kind: type[Record]) -> tuple[Fact, ...]:
    """Return the fields of a kind of record that take words of the vocabulary."""
    return tuple(fact for fact in facts_of(kind).values() if fact.section)
