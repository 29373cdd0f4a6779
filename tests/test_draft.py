"""A list is called 整理稿 wherever it is named in full, until the body has confirmed every entry that stands in it."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import AS_OF
from qingdan.export.badges import badges
from qingdan.export.feed import feed_titles
from qingdan.export.published import published
from qingdan.model.parts import TASKS
from qingdan.publish.prose import written_documents
from qingdan.publish.theme_values import theme_values
from qingdan.render import entry_list, home, list_title
from qingdan.site.check import open_site

DRAFT = "法治建设任务清单（整理稿）"
MEANING = "由本站根据公开材料整理，示例区水务局还没有确认"


@pytest.fixture
def drafted(department):
    return open_site(department.folder, AS_OF)


@pytest.fixture
def final(department):
    """The site with every task confirmed but RW-004, which is retired."""
    tasks = department.folder / "tasks/tasks.yml"
    standing, number, retired = tasks.read_text("utf-8").partition("- 编号: RW-004")
    standing = standing.replace("  核定: 待核定\n", "  核定: 已核定\n  核定日期: 2026-04-01\n")
    tasks.write_text(f"{standing}{number}{retired}", "utf-8", newline="\n")
    return open_site(department.folder, AS_OF)


def named(site):
    """What the list of tasks is called on its page, at home, in its feed, files and badge, in results of the search."""
    files = dict(published(site))
    book = load_workbook(io.BytesIO(files["data/v1/tasks.xlsx"]))
    [page] = [one for one in written_documents(Path("docs"), site) if one.path == TASKS.address]
    badge = json.loads(dict(badges(site))["tasks/badge.json"])
    return {
        "heading": list_title(site, "tasks", root="../"),
        "title": theme_values(site)["titles"][TASKS.address],
        "feed": feed_titles(site)[TASKS.address].partition("：")[2],
        "json": json.loads(files["data/v1/tasks.json"])["title"],
        "sheet": book.sheetnames[0],
        "workbook": book.properties.title,
        "badge": badge["label"],
        "found": page.title,
    }


def test_a_list_with_an_unconfirmed_entry_is_called_a_draft_everywhere(drafted):
    assert set(named(drafted).values()) == {DRAFT}
    assert f">{DRAFT}</a>" in home(drafted, root="./")


def test_once_all_that_stand_in_a_list_are_confirmed_it_is_a_draft_no_more(final):
    assert final.retired(final.entries["RW-004"])
    assert final.entries["RW-004"].confirmed == "待核定"
    assert set(named(final).values()) == {TASKS.name}
    assert DRAFT not in home(final, root="./")


def test_the_head_of_a_list_says_what_a_draft_is_and_how_many_entries_wait(drafted, final):
    assert MEANING in entry_list(drafted, "tasks", root="../")
    assert "3 条里有 2 条待核定" in entry_list(drafted, "tasks", root="../")
    assert "待核定。" not in entry_list(final, "tasks", root="../").partition("<table")[0]
    assert MEANING not in entry_list(final, "tasks", root="../")


def test_a_list_begins_with_one_notice_of_three_sentences_at_most(drafted, final):
    for site in (drafted, final):
        for html in (home(site, root="./"), *(entry_list(site, folder, root="../") for folder in site.lists)):
            [notice] = html.split('<p class="notice')[1:]
            assert notice.partition("</p>")[0].count("。") <= 3


def test_only_lists_can_be_drafts(drafted):
    with pytest.raises(KeyError):
        list_title(drafted, "laws", root="../")
