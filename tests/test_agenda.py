"""The calendar: when a yearly time comes round, and in which order things stand on a day."""

from datetime import date

import pytest

from qingdan.site.calendar import calendar_of, next_time
from qingdan.site.check import open_site

AS_OF = date(2026, 11, 23)
VOCAB, PUBLICITY, TASKS = "vocab.yml", "publicity/publicity.yml", "tasks/tasks.yml"
OCCASIONS = """
节点:
  - {名称: 节水日, 标识: water-day, 定义: 讲节水。, 时间: 12-04}
  - {名称: 用水月, 标识: water-month, 定义: 讲用水。, 时间: '11'}
  - {名称: 待定周, 标识: some-week, 定义: 不知是哪一周。, 时间: 待核}
"""


@pytest.mark.parametrize(
    ("time", "day", "expected"),
    [
        ("12-04", date(2026, 12, 3), "2026-12-04"),
        ("12-04", date(2026, 12, 4), "2026-12-04"),
        ("12-04", date(2026, 12, 5), "2027-12-04"),
        ("05", date(2026, 4, 30), "2026-05"),
        ("05", date(2026, 5, 31), "2026-05"),
        ("05", date(2026, 6, 1), "2027-05"),
        ("02-29", date(2026, 1, 1), "2028-02-29"),
    ],
)
def test_a_yearly_time_comes_round_on_or_after_the_day(time, day, expected):
    assert str(next_time(time, day)) == expected


@pytest.fixture
def calendar(department):
    """Return a function: a day → the calendar of a department with occasions and 时限."""
    department.edit(VOCAB, "\n站点:", f"{OCCASIONS}\n站点:")
    department.edit(PUBLICITY, "  形式: [执法普法]\n", "  形式: [执法普法]\n  节点: [节水日, 待定周]\n", count=2)
    department.set_due("RW-002", "2027-06")
    return lambda day: calendar_of(open_site(department.folder, day))


def shown(events):
    return [(event.shown, event.name, [entry.id for entry in event.entries]) for event in events]


def test_what_comes_next_stands_first(calendar):
    assert shown(calendar(AS_OF).coming) == [
        ("2026-11", "用水月", []),
        ("2026-12-04", "节水日", ["PF-001", "PF-002"]),
        ("2026-12-31", "时限", ["RW-003"]),
        ("2027-04-01", "2026年度报告", []),
        ("2027-06-30", "时限", ["RW-002"]),
    ]


def test_what_has_no_known_time_stands_apart(calendar):
    assert shown(calendar(AS_OF).unknown) == [("待核", "待定周", ["PF-001", "PF-002"])]


def test_passed_terms_stand_apart_latest_first_and_retired_entries_nowhere(calendar):
    assert shown(calendar(AS_OF).passed) == []
    assert shown(calendar(date(2027, 7, 1)).passed) == [
        ("2027-06-30", "时限", ["RW-002"]),
        ("2026-12-31", "时限", ["RW-003"]),
    ]


@pytest.mark.parametrize(
    ("day", "report"),
    [
        (date(2027, 3, 31), ("2027-04-01", "2026年度报告")),
        (date(2027, 4, 1), ("2028-04-01", "2027年度报告")),
        (date(2026, 12, 31), ("2027-04-01", "2026年度报告")),
    ],
)
def test_the_next_report_is_public_before_the_first_of_april(calendar, day, report):
    found = [(event.shown, event.name) for event in calendar(day).coming if "报告" in event.name]
    assert found == [report]


def test_the_report_rests_on_the_law_that_the_vocabulary_names(calendar):
    [event] = [event for event in calendar(AS_OF).coming if "报告" in event.name]
    assert [(reference.law, reference.articles) for reference in event.laws] == [
        ("yearly-report-rules", ("第二十四条",))
    ]


@pytest.mark.parametrize("time", ["02-30", "04-31", "13", "00", "12-4"])
def test_a_day_that_no_year_has_is_refused(department, time):
    department.edit(VOCAB, "\n站点:", f"{OCCASIONS.replace('12-04', time)}\n站点:")
    [problem] = department.problems()
    assert f"“时间”的写法不对：“{time}”。写成 12-04（月-日）、05（月）或 待核" in problem
