"""One department through the days of two years: what its entries and the head of its lists say on each."""

from datetime import date

import pytest

from qingdan.render import MACROS
from qingdan.site.check import open_site

EVE, NEW_YEAR, DUE = date(2026, 12, 31), date(2027, 1, 1), date(2027, 4, 1)
MISSED = "2026年度报告按规定应在2027-04-01以前公开，本站没有收到。"


@pytest.fixture
def on(department):
    """Return a function: a day → the computed states of each task, and what the head of the list of tasks says."""

    def on(day):
        site = open_site(department.folder, day)
        states = {entry.id: [flag.name for flag in site.flags(entry)] for entry in site.lists["tasks"]}
        return {id: names for id, names in states.items() if names}, MACROS["entry_list"](site, "tasks", root="")

    return on


@pytest.mark.parametrize("day", [EVE, NEW_YEAR, date(2027, 3, 31)])
def test_until_the_report_of_the_year_is_due_a_passed_deadline_says_nothing(on, day):
    states, head = on(day)
    assert states == {"RW-001": ["依据已变动"]}
    assert "最新一份年度报告是" in head
    assert "没有收到" not in head


def test_from_the_day_it_is_due_the_entry_waits_for_it_and_the_list_says_that_it_is_missing(on):
    states, head = on(DUE)
    assert states == {"RW-001": ["依据已变动"], "RW-003": ["到期，待报告"]}
    assert MISSED in head


def test_once_it_is_archived_the_entry_is_overdue_and_what_it_leaves_out_is_named_with_its_year(department, on):
    department.add_report(2026, "（一）没有提到。")
    states, head = on(DUE)
    silent = "2026年度报告没有提到"
    assert states == {"RW-001": ["依据已变动", silent], "RW-003": ["逾期", silent]}
    assert "没有收到" not in head
    assert ">2026年度</a>" in head


def test_a_report_that_says_it_is_done_ends_both(department, on):
    department.add_report(2026, "（一）宣传方式已经改进。")
    department.edit(
        "tasks/tasks.yml",
        "\n- 编号: RW-004",
        "    - 日期: 2026\n      状态: 已落实\n      说明: 宣传方式已经改进。\n"
        "      证据:\n        - {报告: 2026, 段落: （一）, 引文: 宣传方式已经改进}\n\n- 编号: RW-004",
    )
    assert on(DUE)[0] == {"RW-001": ["依据已变动", "2026年度报告没有提到"]}
