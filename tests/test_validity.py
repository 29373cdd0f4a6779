"""A law's badge says until which day its validity was looked up; its history is drawn only where no step is missing."""

from datetime import date

import pytest

from qingdan.model.law_history import complete
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.validity import validity

LAWS, LAW = "laws/laws.yml", "water-use-rules"
DATES = "  通过日期: 2020-03-01\n  施行日期: 2020-05-01\n  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n"
CHECKED = "    日期: 2026-01-01\n    来源:\n      - {名称: 示例政府网, 网址"


@pytest.fixture
def site(department):
    return lambda day: open_site(department.folder, day)


def badge(site):
    term = validity(site, site.laws[LAW])
    return term.name, term.tone, term.slug


@pytest.mark.parametrize(
    ("checked", "day", "name", "tone"),
    [
        ("2026-01-01", date(2027, 1, 1), "截至2026-01-01有效", "蓝"),
        ("2026-01-01", date(2027, 1, 2), "截至2026-01-01有效", "灰"),
        ("2026-01", date(2027, 1, 31), "截至2026-01有效", "蓝"),
        ("待核", date(2026, 11, 23), "有效，何时查的待核", "灰"),
    ],
)
def test_the_badge_of_a_law_in_force_says_until_when(department, site, checked, day, name, tone):
    department.edit(LAWS, CHECKED, CHECKED.replace("2026-01-01", checked))
    assert badge(site(day)) == (name, tone, "in-force")


def test_a_law_looked_up_before_it_came_into_force_is_shown_by_the_day_it_did(department, site):
    began = site(date(2026, 11, 23)).laws[LAW].effective
    department.edit(LAWS, CHECKED, CHECKED.replace("2026-01-01", f"{began.year - 1}-01-01"))
    assert badge(site(date(2026, 11, 23)))[0] == f"{began}起施行"


def test_other_states_stand_as_they_are(site):
    now = site(date(2026, 11, 23))
    assert validity(now, now.laws["old-water-rules"]).name == "已废止"


def test_the_badge_stands_on_the_laws_page_in_the_library_and_on_its_entries(site):
    now = site(date(2026, 11, 23))
    pages = (
        MACROS["law_page"](now, LAW, root=""),
        MACROS["law_list"](now, root=""),
        MACROS["entry_page"](now, "PF-001", root=""),
    )
    assert all("截至2026-01-01有效</" in page for page in pages)


@pytest.mark.parametrize(
    ("passed", "effective", "amended", "whole"),
    [
        ("2015-01-01", "2015-03-01", None, True),
        ("2015", "2017-01-01", "2020-05-01", True),
        ("1987-09-05", "2016-01-01", "2018-10-26", False),
        ("待核", "2015-03-01", None, False),
        ("2015-01-01", "待核", None, False),
        ("2015-01-01", "2015-03-01", "待核", False),
    ],
)
def test_a_history_is_drawn_where_every_step_is_dated_and_it_began_soon_after_its_passing(
    department, site, passed, effective, amended, whole
):
    after = f"  最近修改: {amended}\n" if amended else ""
    dates = f"  通过日期: {passed}\n  施行日期: {effective}\n{after}"
    department.edit(LAWS, DATES, dates)
    now = site(date(2026, 11, 23))
    page = MACROS["law_page"](now, LAW, root="")
    assert complete(now.laws[LAW]) is whole
    assert ('<ol class="history"' in page) is whole
    assert page.count('id="history"') == 1


@pytest.mark.parametrize(
    ("state", "ending", "day", "said"),
    [
        ("已废止", "废止日期", date(2026, 11, 23), "已于 2026-06-30 废止。"),
        ("已废止", "废止日期", date(2026, 6, 29), "将于 2026-06-30 废止。"),
        ("已届满", "届满日期", date(2026, 11, 23), "规划期到 2026-06-30 为止，已经届满。"),
        ("已届满", "届满日期", date(2026, 6, 29), "规划期到 2026-06-30 为止。"),
    ],
)
def test_the_page_of_a_law_that_has_an_end_says_when_and_what_follows(department, site, state, ending, day, said):
    department.edit(
        LAWS, "  状态: 现行有效\n  领域: [水务]", f"  状态: {state}\n  {ending}: 2026-06-30\n  领域: [水务]"
    )
    assert f"<b>{said}</b>本站没有查到接续它的法规或文件。" in MACROS["law_page"](site(day), LAW, root="")
