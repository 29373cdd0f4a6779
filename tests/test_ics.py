"""The calendar: valid iCalendar by two parsers that know nothing of the project, whole days, names that never change."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from conftest import SECOND
from qingdan.export.ics import NAMED, PATH, ics
from qingdan.site.check import open_site
from qingdan.text.characters import forbidden
from qingdan.text.dates import Moment

from .test_agenda import AS_OF, OCCASIONS, PUBLICITY, TASKS, VOCAB
from .test_atom import ADDRESS, HOSTILE, opened
from .test_register import run

DUE = "时限只写到年份的，记在那一年的最后一天；只写到月份的，记在那个月的最后一天。"


@pytest.fixture
def department(department):
    """A department with occasions, and with a registry that begins in 2026."""
    department.edit(VOCAB, "\n站点:", f"{OCCASIONS}\n站点:")
    department.edit(PUBLICITY, "  形式: [执法普法]\n", "  形式: [执法普法]\n  节点: [节水日, 待定周]\n", count=2)
    department.set_due("RW-002", "2025")
    assert run(department, "2026-11-01") == 0
    return department


def written(site):
    [(path, content)] = ics(site)
    assert path == PATH
    return content


def events(content):
    """Return every event by its summary, as vobject reads it."""
    return {event.summary.value: event for event in vobject.readOne(content.decode()).vevent_list}


@pytest.fixture
def calendar(department):
    """Return a function: a day → the events of the department's calendar."""
    return lambda day=AS_OF: events(written(opened(department.folder, day)))


def days(found):
    return {name: (event.dtstart.value, event.dtend.value) for name, event in found.items()}


def test_every_dated_thing_is_a_whole_day_and_the_end_is_the_day_after(calendar):
    assert days(calendar()) == {
        "节水日": (date(2026, 12, 4), date(2026, 12, 5)),
        "用水月": (date(2026, 11, 1), date(2026, 12, 1)),
        "时限：RW-002 约谈用水户": (date(2025, 12, 31), date(2026, 1, 1)),
        "时限：RW-003 宣传方式整改": (date(2026, 12, 31), date(2027, 1, 1)),
        "2026年度报告": (date(2027, 4, 1), date(2027, 4, 2)),
    }


def test_occasions_come_round_every_year_and_nothing_else_does(calendar):
    rules = {name: [rule.value for rule in event.contents.get("rrule", [])] for name, event in calendar().items()}
    assert {name for name, found in rules.items() if found} == {"节水日", "用水月"}
    assert rules["节水日"] == ["FREQ=YEARLY"]
    rules = calendar()["节水日"].getrruleset(addRDate=True)
    assert [day.date() for day in rules[:3]] == [date(2026, 12, 4), date(2027, 12, 4), date(2028, 12, 4)]


def test_the_file_has_what_rfc_5545_requires(department):
    content = written(opened(department.folder))
    read = Calendar.from_ical(content)
    assert (read["version"], read["prodid"]) == ("2.0", "-//示例区水务局法治责任清单//日程//ZH")
    assert read.errors == []
    for event in read.walk("VEVENT"):
        assert event.errors == []
        assert event["dtstamp"].dt == datetime(2026, 11, 23, tzinfo=UTC)
        assert (event["dtstart"].params["VALUE"], event["dtend"].params["VALUE"]) == ("DATE", "DATE")
        for name in ("uid", "dtstamp", "dtstart", "dtend", "summary", "description", "url"):
            assert not isinstance(event[name], list)
    vobject.readOne(content.decode()).validate(raiseException=True)


def test_it_comes_out_of_a_second_writer_as_it_went_in(department):
    content = written(opened(department.folder))
    assert Calendar.from_ical(content).to_ical() == content


def test_lines_are_folded_at_75_octets_and_end_as_they_must(department):
    department.edit(TASKS, "名称: 宣传方式整改\n", f"名称: 宣传{'长' * 60}方式整改\n")
    content = written(opened(department.folder))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r") == content.count(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert sum(line.startswith(b" ") for line in lines) > 5
    assert all(line.decode() for line in lines[:-1])


def test_a_term_of_a_year_stands_on_its_last_day_and_says_so(department, calendar):
    department.set_due("RW-003", "2026-12-31")
    said = {name: event.description.value.split("\n") for name, event in calendar().items()}
    year, day = said["时限：RW-002 约谈用水户"], said["时限：RW-003 宣传方式整改"]
    assert year == ["年度报告写明的完成时限。", "RW-002 约谈用水户（时限 2025，已落实）", DUE]
    assert day[1] == "RW-003 宣传方式整改（时限 2026-12-31，已列入计划）"
    assert DUE not in day


def test_terms_of_one_day_are_one_event_that_names_its_entries(department, calendar):
    department.set_due("RW-002", "2026-12")
    event = calendar()["时限：2 条"]
    named = event.description.value.split("\n")[1:3]
    assert [line[:6] for line in named] == ["RW-002", "RW-003"]
    assert event.url.value == f"{ADDRESS}calendar/"


def test_a_day_of_many_terms_names_the_first_and_counts_all(department):
    site = opened(department.folder)
    tasks = tuple(
        replace(task, value=task.value.model_copy(update={"id": f"RW-{10_000 + number}"}))
        for number in range(NAMED + 1)
        for task in site.data.lists["tasks"][1:2]
    )
    many = replace(
        site, data=replace(site.data, lists={**site.data.lists, "tasks": tasks, "publicity": ()}, registry=None)
    )
    lines = events(written(many))[f"时限：{NAMED + 1} 条"].description.value.split("\n")
    assert len(lines) == 1 + NAMED + 2
    assert lines[-2] == f"共 {NAMED + 1} 条，其余见本站。"


def test_an_occasion_tells_its_entries_and_the_report_its_law(calendar):
    found = calendar()
    assert found["节水日"].description.value == "讲节水。\nPF-001 用水条例\nPF-002 年度报告规定"
    assert found["2026年度报告"].description.value.endswith("依据：《年度报告规定》第二十四条。")


def test_an_event_of_one_entry_links_to_it(calendar):
    found = calendar()
    assert found["时限：RW-003 宣传方式整改"].url.value == f"{ADDRESS}tasks/rw-003/"
    assert found["节水日"].url.value == f"{ADDRESS}calendar/"


def test_without_an_address_events_have_no_link(department):
    found = events(written(open_site(department.folder, AS_OF)))
    assert found
    assert not any("url" in event.contents for event in found.values())


def uids(found):
    return {event.uid.value for event in found.values()}


def test_no_uid_changes_with_the_host_a_later_day_a_new_name_or_a_new_entry(department, calendar):
    before = uids(calendar())
    assert len(before) == 5
    assert uids(events(written(open_site(department.folder, AS_OF)))) == before
    department.edit(TASKS, "名称: 约谈用水户\n", "名称: 新的名称\n")
    department.set_due("RW-004", "2028-06-30")
    department.edit(TASKS, "    - {日期: 2025-01-15, 状态: 已退出, 说明: 并入文件审核（RW-001）。}\n", "")
    after = calendar()
    assert uids(after) - before == {after["时限：RW-004 旧的任务"].uid.value}
    assert before < uids(after)


def test_yearly_events_do_not_move_as_years_pass(calendar):
    before, after = days(calendar()), days(calendar(date(2031, 1, 1)))
    assert [after[name] for name in ("节水日", "用水月")] == [before[name] for name in ("节水日", "用水月")]


def test_another_department_has_other_uids(department, calendar):
    before = uids(calendar())
    department.edit("site.yml", "主体: 示例区水务局", "主体: 另一个区水务局")
    assert not before & uids(calendar())


def assert_words_survive(site, words):
    """Put words into the name of a task and of the site, and read them with both parsers."""
    one, changed, *others = site.data.lists["tasks"]
    changed = replace(changed, value=changed.value.model_copy(update={"name": words, "due": Moment.parse("2025")}))
    body = replace(site.data.body, value=site.data.body.value.model_copy(update={"name": words, "title": words}))
    content = written(
        replace(site, data=replace(site.data, lists={**site.data.lists, "tasks": (one, changed, *others)}, body=body))
    )
    assert max(map(len, content.split(b"\r\n"))) <= 75
    read = vobject.readOne(content.decode())
    assert read.contents["x-wr-calname"][0].value == f"{words}：日程"
    [event] = [event for event in read.vevent_list if event.dtstart.value == date(2025, 12, 31)]
    assert event.summary.value == f"时限：RW-002 {words}"
    assert event.description.value.split("\n")[1] == f"RW-002 {words}（时限 2025，已落实）"
    assert event.summary.value in [str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_they_went_in(department, words):
    assert_words_survive(opened(department.folder), words)


@pytest.mark.parametrize("before", range(70))
def test_a_character_of_four_octets_is_never_cut_at_the_fold(second, before):
    assert_words_survive(second, "a" * before + "😀;,\\" * 20)


@pytest.fixture(scope="module")
def second():
    return opened(SECOND)


@settings(deadline=None)
@given(words=st.text(min_size=1).filter(lambda words: "\n" not in words and not [*forbidden(words, "")]))
def test_any_words_that_are_not_refused_come_out_as_they_went_in(second, words):
    assert_words_survive(second, words)


def test_a_semicolon_is_escaped_as_the_standard_asks(department):
    """RFC 5545 §3.3.11; parsers that are lenient read it either way."""
    department.edit(VOCAB, "名称: 节水日", "名称: '节水日;甲'")
    department.edit(PUBLICITY, "节水日", "'节水日;甲'", count=2)
    assert "SUMMARY:节水日\\;甲\r\n" in written(opened(department.folder, AS_OF)).decode()
