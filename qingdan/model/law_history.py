"""A law's known dates and what happened on each."""

from collections.abc import Iterator
from typing import NamedTuple

from ..text.dates import Moment
from . import Law

PASSED = "通过"
_YEARS_TO_BEGIN = 2


class Step(NamedTuple):
    """Something that happened to a law."""

    date: Moment
    what: str


def steps_of(law: Law) -> Iterator[Step]:
    """Yield what is known to have happened to a law, in the order of a law's life; unknown dates are left out."""
    steps = [
        (law.passed, PASSED),
        (law.effective, "施行"),
        (law.amended, "最近一次修改"),
        (law.amendment_effective, "这次修改施行"),
        (law.repealed, "废止"),
        (law.ended, "规划期届满"),
    ]
    for date, what in steps:
        if isinstance(date, Moment):
            yield Step(date, what)


def complete(law: Law) -> bool:
    """Tell whether the known dates are a law's whole way: in force within two years of its passing, amendments dated.

    A law passed in 1987 and in force from 2016 has been in force before, on a day and with words that are not recorded.
    """
    passed, began = law.passed, law.effective
    if not isinstance(passed, Moment) or not isinstance(began, Moment):
        return False
    dated = law.amended is None or isinstance(law.amended, Moment)
    return dated and 0 <= began.year - passed.year <= _YEARS_TO_BEGIN
