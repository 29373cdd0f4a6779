"""Nothing stands twice in one list."""

from collections.abc import Iterator
from functools import cache

from ..model import Article, Evidence, LawRef, ListQuote, Record, facts_of
from ..model.facts import Fact
from ..model.load import Data
from ..model.registry import Registration
from ..text.example import Example
from ..text.problem import Problem, excerpt

NAME = "重复"
DEMAND = "一个列表里同样的内容只写一次；同一部法规只写一处，几条写在一起。"
EXAMPLES = (
    Example(
        "  责任主体: [法规处]",
        "  责任主体: [法规处, 法规处]",
        "“责任主体”里“法规处”写了两次，请只留一个",
    ),
    Example(
        "    - {法规: water-use-rules, 条: [第九条]}",
        "    - {法规: water-use-rules, 条: [第九条]}\n    - {法规: water-use-rules, 条: [第三条]}",
        "“依据”里 water-use-rules 写了两次，请只留一处，几条写在一起，例如 {法规: water-use-rules, 条: [第一条, 第二条]}",
    ),
    Example(
        "    - {条: 第三条, 说明: 节约用水}",
        "    - {条: 第三条, 说明: 节约用水}\n    - {条: 第三条, 说明: 一水多用}",
        "“条文”里“第三条”写了两次，请只留一个",
        "laws/laws.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield what stands in a list a second time; the addresses of the registry have a rule of their own."""
    for place, record in data.pieces(Record):
        if isinstance(record, Registration):
            continue
        for fact in _lists(type(record)):
            items = getattr(record, fact.attribute)
            if len(items) < 2:
                continue
            seen = set()
            for index, item in enumerate(items):
                told = _told(item)
                if told in seen:
                    yield Problem(place(fact.key, index), NAME, _message(fact.key, item, told))
                elif told:
                    seen.add(told)


@cache
def _lists(kind: type[Record]) -> tuple[Fact, ...]:
    """Return the fields of a kind of record that hold lists."""
    return tuple(fact for fact in facts_of(kind).values() if fact.many)


def _told(item: object) -> str:
    """Return what tells an item from the others of its list; empty for what another rule holds apart."""
    match item:
        case str():
            return item
        case LawRef():
            return item.law
        case Article():
            return item.number
        case Evidence():
            return f"{item.report} {item.paragraph} {item.quote}"
        case ListQuote():
            return f"{item.document} {item.cell} {item.quote}"
        case tuple():
            return "、".join(map(str, item))
    return ""


def _message(key: str, item: object, told: str) -> str:
    if isinstance(item, LawRef):
        how = f"几条写在一起，例如 {{法规: {told}, 条: [第一条, 第二条]}}"
        return f"“{key}”里 {told} 写了两次，请只留一处，{how}"
    return f"“{key}”里“{excerpt(told)}”写了两次，请只留一个"
