"""A confirmed entry says when it was confirmed; an unconfirmed one does not."""

from collections.abc import Iterator

from ..model import Answer, Entry
from ..model.load import Data
from ..model.sourced import Sourced
from ..text.example import Example
from ..text.problem import Problem

NAME = "核定"
DEMAND = "已核定的条目、问答须写核定日期，待核定的不写。"
EXAMPLES = (
    Example(
        "  核定: 已核定\n  核定日期: 2026-04-01",
        "  核定: 已核定",
        "写了“已核定”，请在下一行补上“核定日期”，写实际核定的那一天，例如 核定日期: 2026-11-23",
    ),
    Example(
        "  核定: 已核定\n  核定日期: 2026-04-01",
        "  核定: 待核定\n  核定日期: 2026-04-01",
        "写了核定日期 2026-04-01，“核定”却是“待核定”；已经核定的改为“已核定”，还没有核定的删去这一行",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield entries and answers whose 核定 and 核定日期 do not go together."""
    every: tuple[Sourced[Entry] | Sourced[Answer], ...] = (*data.entries, *data.answers)
    for entry in every:
        confirmed, day = entry.value.confirmed == "已核定", entry.value.confirmed_on
        if confirmed and day is None:
            message = "写了“已核定”，请在下一行补上“核定日期”，写实际核定的那一天，例如 核定日期: 2026-11-23"
            yield Problem(entry.place("核定"), NAME, message)
        if not confirmed and day is not None:
            message = f"写了核定日期 {day}，“核定”却是“{entry.value.confirmed}”；已经核定的改为“已核定”，还没有核定的删去这一行"
            yield Problem(entry.place("核定日期"), NAME, message)
