"""A law's state and its dates do not contradict each other."""

from collections.abc import Iterator

from ..load import Data, Sourced
from ..model import Law
from ..moment import Moment
from ..problem import Problem

NAME = "法规日期"
DEMAND = "法规的状态与日期须相合：已废止写废止日期，已届满写届满日期，通过不晚于施行。"

_ENDINGS = {"已废止": ("废止日期", "repealed"), "已届满": ("届满日期", "ended")}


def check(data: Data) -> Iterator[Problem]:
    """Yield laws whose 状态 and dates contradict each other."""
    for law in data.laws:
        yield from _ending(law)
        passed, effective = law.value.passed, law.value.effective
        if isinstance(passed, Moment) and isinstance(effective, Moment) and passed.first > effective.last:
            yield Problem(law.place("施行日期"), NAME, f"施行日期 {effective} 早于通过日期 {passed}，请核对")


def _ending(law: Sourced[Law]) -> Iterator[Problem]:
    for status, (key, name) in _ENDINGS.items():
        stated, day = law.value.status == status, getattr(law.value, name)
        if stated and day is None:
            yield Problem(law.place("状态"), NAME, f"写了“{status}”，请补上“{key}”，例如 {key}: 2026-08-15")
        if day is not None and not stated:
            yield Problem(law.place(key), NAME, f"写了“{key}”，“状态”应为“{status}”")
        if day is not None and isinstance(law.value.effective, Moment) and day.last < law.value.effective.first:
            yield Problem(law.place(key), NAME, f"{key} {day} 早于施行日期 {law.value.effective}，请核对")
