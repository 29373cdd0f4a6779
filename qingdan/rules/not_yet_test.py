import pytest

from conftest import AS_OF

LAWS, TASKS, REPORT = "laws/laws.yml", "tasks/tasks.yml", "reports/2025.yml"
RETIRED = "    - {日期: 2025-01-15, 状态: 已退出"
CHECKED = "    日期: 2026-01-01\n    来源:\n      - {名称: 示例政府网, 网址"


def said(department):
    return [problem for problem in department.problems() if ": 未来的日期: " in problem]


@pytest.mark.parametrize(
    ("path", "old", "new", "key"),
    [
        (TASKS, RETIRED, RETIRED.replace("2025-01-15", "2026-11-24"), "日期"),
        (TASKS, RETIRED, RETIRED.replace("2025-01-15", "2026-12"), "日期"),
        (TASKS, RETIRED, RETIRED.replace("2025-01-15", "2027"), "日期"),
        (TASKS, "核定日期: 2026-04-01", "核定日期: 2027-04-01", "核定日期"),
        (LAWS, CHECKED, CHECKED.replace("2026-01-01", "2027-01-01"), "日期"),
        (REPORT, "公布日期: 2026-03-20", "公布日期: 2027-03-20", "公布日期"),
    ],
)
def test_what_has_happened_cannot_lie_ahead(department, path, old, new, key):
    department.edit(path, old, new)
    (problem,) = said(department)
    assert problem.startswith(f"{path}:")
    assert f"“{key}”写的是 20" in problem
    assert f"今天是 {AS_OF.isoformat()}" in problem


def test_a_registration_of_a_later_day_is_refused(department):
    text = "- 日期: 2026-12-01\n  事项: 收录\n  地址: [tasks/rw-001/]\n"
    (department.folder / "registry.yml").write_text(text, "utf-8")
    assert [problem.split(": ")[0] for problem in said(department)] == ["registry.yml:1:7"]


@pytest.mark.parametrize("day", ["2026", "2026-11", "2026-11-23"])
def test_a_date_that_has_begun_passes(department, day):
    department.edit(TASKS, RETIRED, RETIRED.replace("2025-01-15", day))
    assert department.problems() == []


def test_a_law_may_come_into_force_and_end_later(department):
    department.edit(LAWS, "施行日期: 2020-05-01", "施行日期: 2026-12-01")
    department.edit(LAWS, "废止日期: 2020-05-01", "废止日期: 2027-01-01")
    assert department.problems() == []


def test_a_deadline_lies_ahead(department):
    department.set_due("RW-002", "2027-06")
    assert department.problems() == []
