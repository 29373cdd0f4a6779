"""What has happened, was confirmed, published, checked or registered lies no later than the day on which the site speaks."""

from collections.abc import Iterator
from functools import cache

from ..model import Past, Record, facts_of
from ..model.facts import Fact
from ..model.load import Data
from ..text.dates import Moment
from ..text.example import Example
from ..text.problem import Problem

NAME = "未来的日期"
DEMAND = "已经发生的事不写以后的日期：记录、回应、核定、核对、公布、登记的日期都不晚于今天。"
EXAMPLES = (
    Example(
        "    - {日期: 2025-01-15, 状态: 已退出",
        "    - {日期: 2027-01-15, 状态: 已退出",
        "“日期”写的是 2027-01-15，今天是 2026-11-23，还没有到；请核对年、月、日，写已经发生的那一天，还没有发生的先不写",
    ),
    Example(
        "  核定: 已核定\n  核定日期: 2026-04-01",
        "  核定: 已核定\n  核定日期: 2027-04-01",
        "“核定日期”写的是 2027-04-01，今天是 2026-11-23，还没有到；请核对年、月、日，写已经发生的那一天，还没有发生的先不写",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield dates of the past that lie ahead of the day."""
    for place, record in data.pieces(Record):
        for fact in _past(type(record)):
            day = getattr(record, fact.attribute)
            if isinstance(day, Moment) and day.first > data.as_of:
                how = "请核对年、月、日，写已经发生的那一天，还没有发生的先不写"
                message = f"“{fact.key}”写的是 {day}，今天是 {data.as_of.isoformat()}，还没有到；{how}"
                yield Problem(place(fact.key), NAME, message)


@cache
def _past(kind: type[Record]) -> tuple[Fact, ...]:
    """Return the fields of a kind of record that tell of the past."""
    return tuple(fact for fact in facts_of(kind).values() if fact.mark(Past))
