import pytest

TASKS = "tasks/tasks.yml"
LATER = "日期: 2025-12"


@pytest.mark.parametrize("date", ["2025-02", "2025-02-28", "2024", "2024-12-31"])
def test_a_record_older_than_the_one_above_it_is_reported_at_its_date(department, date):
    department.edit(TASKS, LATER, f"日期: {date}")
    assert department.problems() == [
        f"tasks/tasks.yml:37:11: 记录顺序: 这条记录（{date}）早于上一条（2025-03）；请改正日期，或把它移到前面，新记录写在最后"
    ]


def test_a_record_older_by_a_day_is_reported(department):
    department.edit(TASKS, "2025-01-15, 状态: 已退出", "2024-01-14, 状态: 已退出")
    assert department.problems() == [
        "tasks/tasks.yml:75:12: 记录顺序: 这条记录（2024-01-14）早于上一条（2024-01-15）；请改正日期，或把它移到前面，新记录写在最后"
    ]


@pytest.mark.parametrize("date", ["2025", "2025-03", "2025-03-01", "2025-04"])
def test_a_record_that_may_be_as_late_as_the_one_above_it_passes(department, date):
    department.edit(TASKS, LATER, f"日期: {date}")
    assert department.problems() == []


@pytest.mark.parametrize("date", ["2024-01-15", "2024-01", "2024"])
def test_two_records_of_one_day_pass(department, date):
    department.edit(TASKS, "2025-01-15, 状态: 已退出", f"{date}, 状态: 已退出")
    assert department.problems() == []
