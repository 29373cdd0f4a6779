from datetime import date

import pytest

from qingdan.site.check import problems_in

REPORT = "reports/2025.yml"


def said(department, day):
    found = (str(problem) for problem in problems_in(department.folder, day))
    return [problem.split("reports/")[-1] for problem in found if ": 报告年度: " in problem]


def test_a_report_on_a_year_that_is_not_over_is_refused(department):
    assert said(department, date(2025, 12, 31)) == [
        "2025.yml:2:5: 报告年度: 2025 年还没有过完（今天是 2025-12-31），不会有这一年度的报告；请核对年度"
    ]
    assert said(department, date(2026, 1, 1)) == []


@pytest.mark.parametrize("day", ["2025", "2025-12", "2025-12-31", "2024-03-20"])
def test_a_report_published_before_its_year_was_over_is_refused(department, day):
    department.edit(REPORT, "公布日期: 2026-03-20", f"公布日期: {day}")
    assert said(department, date(2026, 11, 23)) == [
        f"2025.yml:5:7: 报告年度: 公布日期 {day} 时，2025 年还没有过完；最早是 2026-01-01，请核对公布日期和年度，不知道的写“待核”"
    ]


@pytest.mark.parametrize("day", ["2026", "2026-01", "2026-01-01", "待核"])
def test_a_report_published_after_its_year_or_perhaps_after_it_passes(department, day):
    department.edit(REPORT, "公布日期: 2026-03-20", f"公布日期: {day}")
    assert department.problems() == []
