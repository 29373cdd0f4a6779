import pytest

TASKS = "tasks/tasks.yml"
RECORD = "    - 日期: 2025-12\n      状态: 已落实"


@pytest.mark.parametrize("day", ["2026", "2026-01", "2026-01-01"])
def test_a_report_does_not_prove_what_came_after_its_year(department, day):
    department.edit(TASKS, RECORD, RECORD.replace("2025-12", day))
    (problem,) = department.problems()
    assert problem.startswith(f"{TASKS}:")
    assert f": 证据的年度: 2025 年度的报告只说到 2025 年底，证明不了 {day} 的情况；" in problem


def test_a_report_on_a_later_year_may_prove_an_earlier_record(department):
    department.edit(TASKS, "    - 日期: 2025-03\n", "    - 日期: 2023-03\n")
    department.edit(TASKS, RECORD, RECORD.replace("2025-12", "2024-12"))
    assert department.problems() == []


def test_an_older_report_may_be_the_reason_why_an_entry_leaves(department):
    proof = "证据: [{报告: 2025, 段落: （三）, 引文: 宣传方式单一}]"
    department.edit(
        TASKS,
        "    - {日期: 2025-01-15, 状态: 已退出, 说明: 并入文件审核（RW-001）。}",
        f"    - {{日期: 2026-01-15, 状态: 已退出, 说明: 并入文件审核（RW-001）。, {proof}}}",
    )
    assert department.problems() == []


def test_a_report_that_is_not_archived_is_told_once(department):
    department.edit(
        TASKS, "{报告: 2025, 段落: （三）, 引文: 宣传方式单一}", "{报告: 2019, 段落: （三）, 引文: 宣传方式单一}"
    )
    assert [problem.split(": ")[1] for problem in department.problems()] == ["引文"]
