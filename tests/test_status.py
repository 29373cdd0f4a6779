from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.model import Law, Task
from qingdan.model.status import flags_of, law_status, newest_due_report, records_until, report_due, status_of

SETTLED = date(2025, 6, 1)
DUE_2025 = {"due": "2025-06", "due_words": [{"报告": "2024", "段落": "一", "引文": "2025年6月以前完成"}]}


def law(**more):
    base = {
        "标识": "water-law",
        "名称": "青禾区取水规定",
        "简称": "取水规定",
        "级别": "地方性法规",
        "制定机关": "青禾区",
        "文号": "待核",
        "通过日期": "2010-01-01",
        "施行日期": "2010-03-01",
        "状态": "现行有效",
        "领域": "水务",
        "核对": {"日期": "2025-01-01", "来源": [{"名称": "公报"}], "可信度": "高"},
    }
    return Law.model_validate(base | more)


def record(day, status, *reports):
    words = [{"报告": report, "段落": "一", "引文": "如报告所述"} for report in reports]
    return {"日期": day, "状态": status, "说明": "如报告所述。", "证据": words}


def task(*records, due="长期", due_words=(), year="2024", laws=("water-law",)):
    return Task.model_validate(
        {
            "编号": "RW-001",
            "名称": "审核文件",
            "领域": "行政行为",
            "责任主体": "法制部门",
            "年度": year,
            "时限": due,
            "时限出处": list(due_words),
            "依据": list(laws),
            "内容": "审核文件。",
            "来源": "年度报告",
            "核定": "待核定",
            "记录": list(records),
        }
    )


def flags(entry, day, *archived, **law_fields):
    return flags_of(entry, {"water-law": law(**law_fields)}, archived, day)


# --- which report is due


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 1, 1), 2023),
        (date(2025, 3, 31), 2023),
        (date(2025, 4, 1), 2024),
        (date(2025, 12, 31), 2024),
        (date(2026, 3, 31), 2024),
        (date(2026, 4, 1), 2025),
    ],
)
def test_the_report_of_a_year_is_due_from_the_first_of_april_of_the_next(day, year):
    assert newest_due_report(day) == year


@given(st.dates(date(1950, 1, 1), date(2049, 12, 30)))
def test_the_newest_due_report_changes_only_on_the_first_of_april(day):
    step = newest_due_report(day + timedelta(1)) - newest_due_report(day)
    assert step == ((day.month, day.day) == (3, 31))


# --- the recorded state


def test_an_entry_without_records_has_no_state_yet():
    assert status_of(task(), SETTLED) == "尚无记录"


def test_the_newest_record_gives_the_state():
    assert status_of(task(record("2023", "推进中"), record("2024", "已落实")), SETTLED) == "已落实"


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2023, 12, 31), "尚无记录"),
        (date(2024, 1, 1), "已列入计划"),
        (date(2025, 4, 30), "已列入计划"),
        (date(2025, 5, 1), "推进中"),
        (date(2025, 5, 19), "推进中"),
        (date(2025, 5, 20), "已落实"),
    ],
)
def test_records_after_the_day_do_not_count(day, status):
    entry = task(record("2024", "已列入计划"), record("2025-05", "推进中"), record("2025-05-20", "已落实"))
    assert status_of(entry, day) == status
    assert [kept.status for kept in records_until(entry, day)][-1:] == ([status] if status != "尚无记录" else [])


# --- 到期，待报告 and 逾期


def test_a_report_is_due_on_the_first_of_april_after_its_year():
    assert report_due(2025) == date(2026, 4, 1)


@pytest.mark.parametrize("due", ["2025", "2025-06", "2025-12-31"])
def test_past_its_deadline_an_entry_waits_for_the_report_of_that_year_from_the_day_it_was_due(due):
    entry = task(record("2024", "推进中"), due=due)
    assert flags(entry, date(2025, 12, 31)) == ()
    assert flags(entry, date(2026, 1, 1)) == ()
    assert flags(entry, date(2026, 3, 31)) == ()
    assert flags(entry, date(2026, 4, 1)) == ("到期，待报告",)


def test_only_the_archived_report_of_that_year_makes_it_overdue():
    entry = task(record("2024", "推进中", "2024"), **DUE_2025)
    day = date(2026, 4, 1)
    assert flags(entry, day, 2024) == ("到期，待报告",)
    assert flags(entry, day, 2024, 2025) == ("逾期", "年度报告没有提到")
    assert flags(entry, date(2026, 3, 1), 2024, 2025) == ("逾期", "年度报告没有提到")


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2025", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 28)),
        ("2025-06", date(2025, 6, 30)),
        ("2025-06-15", date(2025, 6, 15)),
    ],
)
@pytest.mark.parametrize("records", [(), (record("2024", "推进中"),)])
def test_an_entry_is_overdue_on_the_day_after_its_deadline_and_not_on_its_last(due, last, records):
    entry = task(*records, due=due)
    assert "逾期" not in flags(entry, last, last.year)
    assert "逾期" in flags(entry, last + timedelta(1), last.year)


def test_an_entry_done_is_never_overdue():
    assert flags(task(record("2024", "已落实"), due="2024"), SETTLED, 2024) == ()


def test_an_entry_done_only_later_is_overdue_today():
    entry = task(record("2024", "推进中"), record("2025-07", "已落实"), due="2024-05")
    assert "逾期" in flags(entry, SETTLED, 2024)
    assert flags(entry, date(2025, 7, 1), 2024) == ()


def test_work_that_the_report_of_that_year_calls_lasting_is_not_overdue():
    day = date(2026, 5, 1)
    kept = task(record("2024", "已列入计划", "2024"), record("2025", "长期坚持", "2025"), **DUE_2025)
    assert flags(kept, day, 2024, 2025) == ()
    earlier = task(record("2025", "长期坚持", "2024"), **DUE_2025)
    assert flags(earlier, day, 2024, 2025) == ("逾期", "年度报告没有提到")


@pytest.mark.parametrize("due", ["长期", "报告没有写"])
def test_an_entry_without_a_deadline_is_never_overdue(due):
    assert flags(task(record("2024", "推进中", "2024"), due=due), date(2026, 4, 1), 2024) == ()


# --- 年度报告没有提到


def test_silence_is_told_only_of_a_report_that_is_archived():
    entry = task(record("2024", "长期坚持", "2024"))
    assert flags(entry, date(2026, 4, 1), 2024) == ()
    assert flags(entry, date(2026, 4, 1), 2024, 2025) == ("年度报告没有提到",)
    assert flags(entry, date(2030, 1, 1)) == ()


def test_only_words_of_that_report_on_its_own_year_lift_it():
    day = date(2026, 4, 1)
    before = record("2024", "长期坚持", "2024")
    assert flags(task(before, record("2025", "长期坚持", "2025")), day, 2024, 2025) == ()
    assert flags(task(before, record("2025", "长期坚持")), day, 2024, 2025) == ("年度报告没有提到",)
    assert flags(task(record("2024", "长期坚持", "2025")), day, 2025) == ("年度报告没有提到",)
    assert flags(task(record("2025", "长期坚持", "2024", "2025")), day, 2024, 2025) == ()


def test_an_entry_of_a_later_year_or_without_records_is_not_called_unmentioned():
    day = date(2026, 4, 1)
    assert flags(task(record("2025", "已列入计划", "2025"), year="2026"), day, 2025) == ()
    assert flags(task(), day, 2024, 2025) == ()


def test_what_is_done_once_is_not_called_unmentioned():
    assert flags(task(record("2024", "已落实", "2024")), date(2026, 4, 1), 2024, 2025) == ()


# --- 依据已变动


@pytest.mark.parametrize(("key", "state"), [("废止日期", "已废止"), ("届满日期", "已届满")])
def test_a_law_that_ends_flags_its_entries_from_that_day(key, state):
    entry = task(record("2024", "长期坚持"))
    assert flags(entry, date(2025, 5, 31), 状态=state, **{key: "2025-06-01"}) == ()
    assert flags(entry, date(2025, 6, 1), 状态=state, **{key: "2025-06-01"}) == ("依据已变动",)


def test_a_law_that_ends_some_time_in_a_year_counts_until_the_last_day_of_it():
    assert law_status(law(状态="已废止", 废止日期="2025"), date(2025, 12, 30)) == "现行有效"
    assert law_status(law(状态="已废止", 废止日期="2025"), date(2025, 12, 31)) == "已废止"


def test_a_law_that_is_not_yet_in_force_flags_its_entries_until_that_day():
    entry = task(record("2024", "长期坚持"))
    assert flags(entry, date(2025, 5, 31), 施行日期="2025-06-01") == ("依据已变动",)
    assert flags(entry, date(2025, 6, 1), 施行日期="2025-06-01") == ()


def test_a_law_whose_end_is_past_has_ended_though_its_repeal_is_still_to_come():
    both = law(届满日期="2024-12-31", 废止日期="2026-01-01")
    assert law_status(both, SETTLED) == "已届满"
    assert law_status(both, date(2024, 12, 30)) == "现行有效"
    assert law_status(both, date(2026, 1, 1)) == "已废止"


def test_a_law_recorded_as_not_yet_in_force_comes_into_force_on_its_day():
    coming = law(状态="尚未施行", 施行日期="2025-06-01")
    assert law_status(coming, date(2025, 5, 31)) == "尚未施行"
    assert law_status(coming, date(2025, 6, 1)) == "现行有效"


def test_a_law_that_comes_into_force_some_time_in_a_year_is_as_recorded_within_it():
    coming = law(状态="尚未施行", 施行日期="2025")
    assert law_status(coming, date(2025, 12, 30)) == "尚未施行"
    assert law_status(coming, date(2025, 12, 31)) == "现行有效"
    assert law_status(law(施行日期="2025"), date(2025, 1, 1)) == "现行有效"


@pytest.mark.parametrize("state", ["现行有效", "待核", "已废止", "尚未施行"])
def test_a_law_without_dates_that_decide_has_its_recorded_state(state):
    assert law_status(law(状态=state, 施行日期="待核"), SETTLED) == state


def test_one_changed_law_of_several_is_enough():
    laws = {"water-law": law(), "old-law": law(标识="old-law", 状态="已废止", 废止日期="2020")}
    entry = task(record("2024", "长期坚持"), laws=("water-law", "old-law"))
    assert flags_of(entry, laws, (), SETTLED) == ("依据已变动",)
    assert flags_of(task(record("2024", "长期坚持")), laws, (), SETTLED) == ()


def test_what_is_done_needs_no_new_ground():
    assert flags(task(record("2024", "已落实")), SETTLED, 状态="已废止", 废止日期="2020") == ()


# --- together


def test_flags_come_gravest_first():
    entry, ended = task(record("2024", "推进中"), due="2024"), {"状态": "已废止", "废止日期": "2025"}
    assert flags(entry, date(2026, 4, 1), **ended) == ("到期，待报告", "依据已变动")
    assert flags(entry, date(2026, 4, 1), 2024, **ended) == ("逾期", "依据已变动", "年度报告没有提到")


def test_an_entry_that_has_left_the_list_has_no_flags():
    entry = task(record("2023", "推进中"), record("2024", "已退出"), due="2023")
    assert flags(entry, date(2026, 4, 1), 2023, 2024, 状态="已废止", 废止日期="2025") == ()


def test_an_entry_that_leaves_later_still_has_its_flags_today():
    entry = task(record("2023", "推进中"), record("2025-07", "已退出"), due="2023")
    assert flags(entry, SETTLED, 2023, 2024) == ("逾期", "年度报告没有提到")
