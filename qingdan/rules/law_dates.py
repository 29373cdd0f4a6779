"""A law's state and its dates do not contradict each other."""

from collections.abc import Iterator

from ..model import Law
from ..model.load import Data
from ..model.sourced import Sourced
from ..text.dates import Moment
from ..text.example import Example
from ..text.problem import Problem

NAME = "法规日期"
DEMAND = "法规的状态与日期须相合：已废止写废止日期，已届满写届满日期，通过不晚于施行。"
EXAMPLES = (
    Example(
        "  状态: 已废止\n  废止日期: 2020-05-01",
        "  状态: 已废止",
        "写了“已废止”，请补上“废止日期”，例如 废止日期: 2026-08-15；拿不准的，“状态”写“待核”",
        "laws/laws.yml",
    ),
    Example(
        "  状态: 已废止\n  废止日期: 2020-05-01",
        "  状态: 现行有效\n  废止日期: 2020-05-01",
        "写了“废止日期”，“状态”却是“现行有效”；请把“状态”改为“已废止”，或删去这一行",
        "laws/laws.yml",
    ),
    Example(
        "  通过日期: 2020-03-01\n  施行日期: 2020-05-01",
        "  通过日期: 2020-03-01\n  施行日期: 2020-02-01",
        "施行日期 2020-02-01 早于通过日期 2020-03-01，请照来源改正其中一个",
        "laws/laws.yml",
    ),
)

_COMPARE = "请照来源改正其中一个"
_ENDINGS = {"已废止": ("废止日期", "repealed"), "已届满": ("届满日期", "ended")}


def check(data: Data) -> Iterator[Problem]:
    """Yield laws whose 状态 and dates contradict each other."""
    for law in data.laws:
        yield from _ending(law)
        passed, effective = law.value.passed, law.value.effective
        if isinstance(passed, Moment) and isinstance(effective, Moment) and passed.first > effective.last:
            yield Problem(law.place("施行日期"), NAME, f"施行日期 {effective} 早于通过日期 {passed}，{_COMPARE}")


def _ending(law: Sourced[Law]) -> Iterator[Problem]:
    for status, (key, name) in _ENDINGS.items():
        stated, day = law.value.status == status, getattr(law.value, name)
        if stated and day is None:
            message = f"写了“{status}”，请补上“{key}”，例如 {key}: 2026-08-15；拿不准的，“状态”写“待核”"
            yield Problem(law.place("状态"), NAME, message)
        if day is not None and not stated:
            message = f"写了“{key}”，“状态”却是“{law.value.status}”；请把“状态”改为“{status}”，或删去这一行"
            yield Problem(law.place(key), NAME, message)
        if day is not None and isinstance(law.value.effective, Moment) and day.last < law.value.effective.first:
            yield Problem(law.place(key), NAME, f"{key} {day} 早于施行日期 {law.value.effective}，{_COMPARE}")
