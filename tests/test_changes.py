"""What happened and when: events from registry, records and laws; the page that tells them."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from qingdan.model.registry import FILE
from qingdan.render import MACROS
from qingdan.render.changes import IN_ALL, OF_A_PERIOD, OPEN, changes
from qingdan.site.check import open_site
from qingdan.site.events import EVENTS, events

from .test_agenda import AS_OF, TASKS
from .test_register import run

MOVED = """
- {日期: 2026-11-20, 事项: 收录, 地址: [tasks/rw-005/]}
- {日期: 2026-11-20, 事项: 改址, 原地址: tasks/rw-004/, 新地址: tasks/rw-005/, 理由: 编号写错}
"""


@pytest.fixture
def department(department):
    """A department with a registry of 1 November, in which RW-004 became RW-005 on the 20th."""
    assert run(department, "2026-11-01") == 0
    department.edit(TASKS, "- 编号: RW-004", "- 编号: RW-005")
    department.edit(TASKS, "并入文件审核（RW-001）。}", "并入文件审核。, 接续: [RW-001]}")
    file = department.folder / FILE
    file.write_text(file.read_text(encoding="utf-8") + MOVED, encoding="utf-8")
    return department


@pytest.fixture
def site(department):
    return open_site(department.folder, AS_OF)


def told(site, path):
    return [(one.kind, str(one.date), one.text) for one in events(site) if one.path == path]


def test_an_entry_tells_its_states_one_after_the_other(site):
    assert told(site, "tasks/rw-002/") == [
        ("收录", "2026-11-01", "第一次收进本站。"),
        ("核定", "2026-04-01", "由示例区水务局核定。"),
        ("状态", "2025-12", "从“推进中”变为“已落实”：约谈近20户次。"),
        ("状态", "2025-03", "记为“推进中”：开始约谈。"),
    ]


def test_a_state_that_stays_is_told_as_staying(department):
    department.edit(TASKS, "状态: 推进中\n      说明: 开始约谈。", "状态: 已列入计划\n      说明: 开始约谈。")
    department.edit(TASKS, "状态: 已落实", "状态: 已列入计划")
    site = open_site(department.folder, AS_OF)
    assert ("状态", "2025-12", "仍为“已列入计划”：约谈近20户次。") in told(site, "tasks/rw-002/")


def test_a_retired_and_moved_entry_tells_why_and_what_follows(site):
    assert told(site, "tasks/rw-005/") == [
        ("改址", "2026-11-20", "地址由 tasks/rw-004/ 改为 tasks/rw-005/：编号写错"),
        ("收录", "2026-11-01", "第一次收进本站。"),
        ("退出", "2025-01-15", "退出清单：并入文件审核。接续的条目：RW-001 文件审核。"),
        ("状态", "2024-01-15", "记为“已列入计划”：列入计划。"),
    ]


def test_what_happened_and_when_it_came_here_are_two_dates(site):
    [state] = [one for one in events(site) if one.path == "tasks/rw-001/" and one.kind == "状态"]
    assert (str(state.date), state.published) == ("2025", date(2026, 11, 1))


def test_a_law_tells_what_happened_to_it_but_not_when_it_was_passed(site):
    assert told(site, "laws/old-water-rules/") == [
        ("收录", "2026-11-01", "第一次收进本站。"),
        ("法规", "2020-05-01", "废止。"),
        ("法规", "2001-02-01", "施行。"),
    ]


def test_events_run_from_new_to_old_and_a_year_comes_before_its_months(site):
    days = [one.date for one in events(site)]
    assert [day.last for day in days] == sorted((day.last for day in days), reverse=True)
    shown = [str(day) for day in days]
    assert shown.index("2025") < shown.index("2025-12")


def test_what_has_not_happened_yet_is_not_told(department):
    began = "  施行日期: 2020-05-01\n  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n"
    department.edit("laws/laws.yml", began, "  施行日期: 2026-12-01\n")
    site = open_site(department.folder, AS_OF)
    assert [one.kind for one in events(site) if one.path == "laws/water-use-rules/"] == ["收录"]


def test_ids_are_unique_and_outlive_a_move_and_later_records(department, site):
    before = {one.id for one in events(site)}
    assert len(before) == len(events(site))
    assert all(re.fullmatch(r"[a-z0-9/#-]+", one) for one in before)
    assert "tasks/rw-004/#record-2025-01-15" in before
    department.edit(
        TASKS,
        "- 编号: RW-003",
        "    - {日期: 2025-12, 状态: 已落实, 说明: 又约谈近20户次。, 证据: [{报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}]}\n\n- 编号: RW-003",
    )
    after = {one.id for one in events(open_site(department.folder, AS_OF))}
    assert after - before == {"tasks/rw-002/#record-2025-12-2"}
    assert before <= after


def test_an_anchor_leads_to_the_record_on_the_page_of_the_entry(site):
    for one in events(site):
        if one.anchor.startswith("record"):
            number = one.path.split("/")[1].upper()
            page = LexborHTMLParser(MACROS["entry_page"](site, number, root="../../"))
            assert one.text.split("：")[1].split("。")[0] in page.css_first(f"#{one.anchor}").text()


def test_a_department_without_a_registry_tells_the_rest(department):
    (department.folder / FILE).unlink()
    found = events(open_site(department.folder, AS_OF))
    assert {one.kind for one in found} == set(EVENTS) - {"收录", "改址"}
    assert {one.published for one in found} == {None}


def test_the_page_tells_every_event_with_its_evidence(site):
    page = LexborHTMLParser(changes(site, root="../"))
    links = [node.attributes["href"] for node in page.css(".events__head a")]
    wanted = [f"../{one.path}" + (f"#{one.anchor}" if one.anchor else "") for one in events(site)]
    assert links == wanted
    proof = [node.attributes["href"] for node in page.css(".events p:not(.events__head) > a")]
    assert proof == [f"../reports/{c.evidence.report}/#{c.anchor}" for one in events(site) for c in one.citations]
    assert [node.attributes["id"] for node in page.css(".events[id]")][:4] == ["2026-11", "2026-04", "2025", "2025-12"]


def test_only_the_newest_month_stands_open_and_many_events_of_one_day_are_folded(site):
    page = LexborHTMLParser(changes(site, root="../"))
    periods = page.css(".overview > .period")
    assert ["open" in one.attributes for one in periods] == [True] + [False] * (len(periods) - 1)
    listed = sum(event.kind == "收录" for event in events(site))
    assert listed > OPEN
    assert f"收录 {listed} 项" in " ".join(periods[0].css_first("li .period > summary").text().split())


def test_a_paragraph_that_proves_twice_is_linked_once(department):
    department.rewrite_report("由法规处审核文件7份", "由法规处审核文件7份，退回2份")
    once = "        - {报告: 2025, 段落: （一）1, 引文: 由法规处审核文件7份}"
    department.edit(TASKS, once, f"{once}\n        - {{报告: 2025, 段落: （一）1, 引文: 退回2份}}")
    site = open_site(department.folder, AS_OF)
    [state] = [one for one in events(site) if one.path == "tasks/rw-001/" and one.kind == "状态"]
    assert len(state.citations) == 2
    page = LexborHTMLParser(changes(site, root="../"))
    assert len(page.css(f'a[href="../reports/2025/#{state.citations[0].anchor}"]')) == 1


def test_the_page_says_when_the_pages_came_here(site):
    page = LexborHTMLParser(changes(site, root="../"))
    said = [node.text() for node in page.css("p.aside")]
    assert "下面的日期是事情发生的日期；这些页面 2026-11-01 收进本站。" in said


def test_a_page_of_many_events_stays_short_and_counts_the_rest(site):
    tasks = tuple(
        replace(task, value=task.value.model_copy(update={"id": f"RW-{10_000 + number}"}))
        for number in range(3_000)
        for task in site.data.lists["tasks"][:1]
    )
    many = replace(site, data=replace(site.data, lists={**site.data.lists, "tasks": tasks}, registry=None))
    page = LexborHTMLParser(changes(many, root="../"))
    assert len(page.css(".events li")) <= OF_A_PERIOD + IN_ALL
    counts = Counter(one.kind for one in events(many) if str(one.date) == "2025")
    assert f"状态 {counts['状态'] - OF_A_PERIOD} 项" in page.css_first("#\\32 025 + p").text()
