"""A report proves nothing that came after the year it speaks of; it may still be the reason why an entry leaves."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.status import RETIRED
from ..text.example import Example
from ..text.problem import Problem

NAME = "证据的年度"
DEMAND = "证据不早于记录：报告只说到它那一年年底，证明不了以后的事；退出的记录写的是理由，不在此列。"
EXAMPLES = (
    Example(
        "    - 日期: 2025-12\n      状态: 已落实",
        "    - 日期: 2026-01\n      状态: 已落实",
        "2025 年度的报告只说到 2025 年底，证明不了 2026-01 的情况；请把记录的日期改为报告所说的时间，或者改引 2026 年度及以后的报告",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield evidence from a report on a year before its record's."""
    for entry in data.entries:
        for index, record in enumerate(entry.value.records):
            for at, evidence in enumerate(record.evidence if record.status != RETIRED else ()):
                if evidence.report < record.date.year and data.report(evidence.report):
                    why = f"{evidence.report} 年度的报告只说到 {evidence.report} 年底，证明不了 {record.date} 的情况"
                    how = f"请把记录的日期改为报告所说的时间，或者改引 {record.date.year} 年度及以后的报告"
                    yield Problem(entry.place("记录", index, "证据", at, "报告"), NAME, f"{why}；{how}")
