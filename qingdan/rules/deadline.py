"""A deadline stands only where words of a report state it."""

import re
from collections.abc import Iterator

from ..model import NOT_STATED, Entry
from ..model.load import Data
from ..text.dates import Moment
from ..text.example import Example
from ..text.folded import folded
from ..text.problem import Problem

NAME = "时限"
DEMAND = "时限写日期的，须有时限出处或者清单原文，那句原话里要写着这个日期；没有写明的写“报告没有写”或“长期”。"
EXAMPLES = (
    Example(
        "  时限: 报告没有写\n  内容: 已经不再做的事。",
        "  时限: 2025\n  内容: 已经不再做的事。",
        f"时限 2025 没有出处；请在下一行写“时限出处”，例如 时限出处: [{{报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}}]，报告没有写明的，时限写“{NOT_STATED}”",
    ),
)

_HOW = "请在下一行写“时限出处”，例如 时限出处: [{报告: 2025, 段落: 一（四）2, 引文: 报告里的原话}]"


def check(data: Data) -> Iterator[Problem]:
    """Yield deadlines that no quotation states, and quotations without a deadline."""
    for entry in data.entries:
        due, quotes = entry.value.due, [evidence.quote for evidence in entry.value.due_words]
        if not isinstance(due, Moment):
            if quotes:
                yield Problem(entry.place("时限出处"), NAME, f"时限是“{due}”，不用写出处；请删去，或者写明日期")
        elif not quotes and any(_listed(data, entry.value, due)):
            continue
        elif not quotes:
            yield Problem(
                entry.place("时限"), NAME, f"时限 {due} 没有出处；{_HOW}，报告没有写明的，时限写“{NOT_STATED}”"
            )
        elif not any(_states(quote, due) for quote in quotes):
            yield Problem(entry.place("时限出处"), NAME, f"引文里没有写“{_said(due)}”；请照引文改时限，或换一句引文")


def _listed(data: Data, entry: Entry, due: Moment) -> Iterator[bool]:
    """Tell of each quotation of a list whether it gives a date; the list's own year need not be said in it."""
    for words in entry.list_words:
        document = data.document(words.document)
        own = document is not None and document.meta.value.year == due.year and due.month is not None
        yield _states(words.quote, due) or (own and _states(words.quote, due, year=False)) or _numeric(words.quote, due)


def _states(quote: str, due: Moment, year: bool = True) -> bool:
    """Tell whether words give a date, with its year or without; a year only where no number runs into it."""
    said = _said(due) if year else _said(due).partition("年")[2]
    before = "" if year else "年"
    return re.search(rf"(?<![0-9{before}]){said}(?!度)", "".join(quote.split())) is not None


def _numeric(quote: str, due: Moment) -> bool:
    """Tell whether words give a date in digits, for example 2026-06-30 or 2026.6."""
    parts = "[-./]".join(f"0?{part}" if part < 100 else str(part) for part in (due.year, due.month, due.day) if part)
    return due.month is not None and re.search(rf"(?<![0-9]){parts}(?![0-9]|[-./][0-9])", folded(quote)) is not None


def _said(due: Moment) -> str:
    """Return a date as reports write it, for example 2025年6月30日."""
    return "".join(f"{part}{unit}" for part, unit in ((due.year, "年"), (due.month, "月"), (due.day, "日")) if part)
