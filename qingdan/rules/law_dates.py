"""A law's state and its dates do not contradict each other."""

from collections.abc import Iterator

from ..model import Law, facts_of
from ..model.load import Data
from ..model.sourced import Sourced
from ..text.dates import Moment
from ..text.example import Example
from ..text.problem import Problem

NAME = "法规日期"
DEMAND = "法规的状态与日期须相合：已废止写废止日期，已届满写届满日期；通过、修改、修改施行、废止依次不早于前一个。"
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
    Example(
        "  最近修改: 2023-11-30",
        "  最近修改: 2019-11-30",
        "最近修改 2019-11-30 早于通过日期 2020-03-01，请照来源改正其中一个",
        "laws/laws.yml",
    ),
)

_COMPARE = "请照来源改正其中一个"
_ENDINGS = {"已废止": ("废止日期", "repealed"), "已届满": ("届满日期", "ended")}
_IN_ORDER = (
    *(("通过日期", later) for later in ("施行日期", "最近修改")),
    ("最近修改", "修改施行"),
    *((earlier, closing) for closing, _ in _ENDINGS.values() for earlier in ("施行日期", "最近修改")),
)
"""The dates of which the second does not come before the first."""


def check(data: Data) -> Iterator[Problem]:
    """Yield laws whose 状态 and dates contradict each other."""
    for law in data.laws:
        yield from _ending(law)
        days = {key: getattr(law.value, fact.attribute) for key, fact in facts_of(Law).items()}
        for key, later in _IN_ORDER:
            before, after = days[key], days[later]
            if isinstance(before, Moment) and isinstance(after, Moment) and before.first > after.last:
                message = f"{later} {after} 早于{key} {before}，{_COMPARE}"
                yield Problem(law.place(later), NAME, message)


def _ending(law: Sourced[Law]) -> Iterator[Problem]:
    for status, (key, name) in _ENDINGS.items():
        stated, day = law.value.status == status, getattr(law.value, name)
        if stated and day is None:
            message = f"写了“{status}”，请补上“{key}”，例如 {key}: 2026-08-15；拿不准的，“状态”写“待核”"
            yield Problem(law.place("状态"), NAME, message)
        if day is not None and not stated:
            message = f"写了“{key}”，“状态”却是“{law.value.status}”；请把“状态”改为“{status}”，或删去这一行"
            yield Problem(law.place(key), NAME, message)
