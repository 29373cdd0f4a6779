TASKS, PUBLICITY = "tasks/tasks.yml", "publicity/publicity.yml"


def test_the_fixture_that_these_tests_break_has_no_fault(department):
    assert department.problems() == []


def test_a_confirmed_task_without_its_date_is_reported_at_its_confirmation(department):
    department.edit(TASKS, "  核定日期: 2026-04-01\n", "")
    assert department.problems() == [
        "tasks/tasks.yml:31:7: 核定: 写了“已核定”，请在下一行补上“核定日期”，写实际核定的那一天，例如 核定日期: 2026-11-23"
    ]


def test_a_confirmed_publicity_entry_without_its_date_is_reported_too(department):
    department.edit(PUBLICITY, "  核定: 待核定\n  记录:", "  核定: 已核定\n  记录:")
    assert department.problems() == [
        "publicity/publicity.yml:15:7: 核定: 写了“已核定”，请在下一行补上“核定日期”，写实际核定的那一天，例如 核定日期: 2026-11-23"
    ]


def test_a_date_on_an_unconfirmed_entry_is_reported_at_the_date(department):
    department.edit(TASKS, "核定: 已核定", "核定: 待核定")
    assert department.problems() == [
        "tasks/tasks.yml:32:9: 核定: 写了核定日期 2026-04-01，“核定”却是“待核定”；"
        "已经核定的改为“已核定”，还没有核定的删去这一行"
    ]


def test_a_confirmation_known_to_the_month_passes(department):
    department.edit(TASKS, "核定日期: 2026-04-01", "核定日期: 2026-04")
    assert department.problems() == []


def test_an_unconfirmed_entry_without_a_date_passes(department):
    department.edit(TASKS, "  核定: 已核定\n  核定日期: 2026-04-01\n", "  核定: 待核定\n")
    assert department.problems() == []
