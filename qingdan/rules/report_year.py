"""A report speaks of a year that is over, and came out after it."""

from collections.abc import Iterator
from datetime import date

from ..model.load import Data
from ..text.dates import Moment
from ..text.example import Example
from ..text.problem import Problem

NAME = "报告年度"
DEMAND = "年度报告说的那一年已经过完，公布日期在那一年以后。"
EXAMPLES = (
    Example(
        "公布日期: 2026-03-20",
        "公布日期: 2025-03-20",
        "公布日期 2025-03-20 时，2025 年还没有过完；最早是 2026-01-01，请核对公布日期和年度，不知道的写“待核”",
        "reports/2025.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield reports on a year that is not over, and reports published before their year was."""
    for report in data.reports:
        first = date(report.year + 1, 1, 1)
        published = report.meta.value.published
        if first > data.as_of:
            message = f"{report.year} 年还没有过完（今天是 {data.as_of.isoformat()}），不会有这一年度的报告；请核对年度"
            yield Problem(report.meta.place("年度"), NAME, message)
        elif isinstance(published, Moment) and published.last < first:
            how = f"最早是 {first.isoformat()}，请核对公布日期和年度，不知道的写“待核”"
            message = f"公布日期 {published} 时，{report.year} 年还没有过完；{how}"
            yield Problem(report.meta.place("公布日期"), NAME, message)
