"""The staff's guide: the examples of each page are carried out on a copy of a department's data, from top to bottom."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
import yaml

from qingdan.check import open_site
from qingdan.cli import main
from qingdan.commands import COMMANDS
from qingdan.publish import publish
from qingdan.release import OWED
from qingdan.render import MACROS
from qingdan.repository import Repository

from .guide_story import Story, blocks

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/guide"
SECOND = ROOT / "tests/fixtures/second"
AS_OF = date(2026, 11, 23)
PAGES = sorted(GUIDE.glob("*.md"))
TOLD = [page for page in PAGES if blocks(page)]


@pytest.fixture
def story(tmp_path, monkeypatch, capsys):
    """Return a department with a registry, in the current folder, and a story that acts on it on 23 November 2026."""
    shutil.copytree(SECOND, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for name in ("DATA_DIR", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    noon = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
    assert main(["register"]) == 0
    return Story(capsys)


def tell(story, name):
    """Carry out a page. Out: the site that it leaves behind."""
    story.tell(GUIDE / name)
    return open_site(Path("data"), AS_OF)


def shown(site, id):
    return MACROS["entry_page"](site, id, root="")


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.stem)
def test_each_page_says_what_really_happens(story, page):
    if page.stem == "excel":
        story.before_import = edit_as_the_page_says
    story.tell(page)


def test_the_pages_that_change_something_have_examples():
    changing = {"status", "evidence", "confirm", "report", "new", "retire", "law", "excel", "check", "commands"}
    assert {page.stem for page in TOLD} == changing


def test_after_the_page_on_the_status_the_entry_has_the_new_one(story):
    before = open_site(Path("data"), AS_OF)
    site = tell(story, "status.md")
    one, other = (any_site.status(any_site.entries["RW-003"]).name for any_site in (before, site))
    assert (one, other) == ("已列入计划", "推进中")
    assert "开始改进宣传方式。" in shown(site, "RW-003")


def test_after_the_page_on_evidence_the_sentence_and_the_figure_are_shown(story):
    page = shown(tell(story, "evidence.md"), "PF-001")
    assert "印发普法清单1份</blockquote>" in page
    assert '<b class="figure">1份</b> 印发普法清单' in page


def test_after_the_page_on_confirming_the_entry_is_confirmed_on_that_day(story):
    entry = tell(story, "confirm.md").entries["RW-001"]
    assert (entry.confirmed, str(entry.confirmed_on)) == ("已核定", "2026-11-20")


def test_after_the_page_on_retiring_both_ways_have_retired_an_entry(story):
    site = tell(story, "retire.md")
    retired = {id: site.retired(site.entries[id]).successors for id in ("RW-001", "RW-003")}
    assert retired == {"RW-001": ("RW-002",), "RW-003": ("RW-002",)}


def test_after_the_page_on_new_entries_both_stand_in_the_list_and_the_registry(story):
    site = tell(story, "new.md")
    assert [site.entries[id].name for id in ("RW-005", "RW-006")] == ["节水宣传", "清洗水箱宣传"]
    assert {"tasks/rw-005/", "tasks/rw-006/"} <= site.registry.listed.keys()


def test_after_the_page_on_reports_the_report_is_cited_and_what_is_left_out_has_its_reason(story):
    site = tell(story, "report.md")
    report = site.data.report(2026)
    assert str(report.meta.value.published) == "2026-11-20"
    assert [reason.reason for reason in site.uncited(report, "标题")] == ["这是标题。"]
    assert [one.evidence.report for one in site.citations["RW-002"]] == [2025, 2026]
    proposals = yaml.load(Path("建议.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert [proposal["编号"] for proposal in proposals] == ["PF-001", "RW-001", "RW-002"]


def test_after_the_page_on_laws_the_amendment_is_shown(story):
    page = MACROS["law_page"](tell(story, "law.md"), "water-use-rules", root="")
    assert "2026-06-30" in page
    assert "2026-09-01" in page


def edit_as_the_page_says():
    """Write into the workbook what the table of excel.md says."""
    text = (GUIDE / "excel.md").read_text(encoding="utf-8")
    [path] = re.findall(r"改 `(workbooks/.+?\.xlsx)` 的", text)
    rows = re.findall(r"^\| (\S+) \| ([A-Z]+[0-9]+) \| (.+) \|$", text, re.M)
    assert rows
    book = openpyxl.load_workbook(path)
    for sheet, cell, value in rows:
        book[sheet][cell] = value
    book.save(path)


def test_after_the_page_on_excel_the_list_has_what_was_written_into_the_cells(story):
    story.before_import = edit_as_the_page_says
    entry = tell(story, "excel.md").entries["RW-003"]
    assert entry.content == "换一种方式宣传节约用水。"
    assert [str(record.date) for record in entry.records] == ["2025", "2026-03"]


def test_the_site_that_is_built_after_the_page_on_the_status_shows_the_new_one(story, tmp_path, monkeypatch):
    story.tell(GUIDE / "status.md")
    monkeypatch.chdir(ROOT)
    publish(tmp_path / "data", tmp_path / "site", AS_OF, lambda built: None)
    page = (tmp_path / "site/tasks/rw-003/index.html").read_text(encoding="utf-8")
    assert re.search(r'<p class="states".*?推进中</a>', page)
    assert "开始改进宣传方式。" in page


def test_every_command_has_its_line_and_no_other_is_named():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"python -m qingdan ([a-z-]+)", text))
    table = set(re.findall(r"^\| `python -m qingdan ([a-z-]+)` \|", text, re.M))
    assert named <= COMMANDS.keys()
    assert table == COMMANDS.keys()


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8"))}
    assert named <= targets


def test_what_is_owed_before_the_release_is_listed():
    text = (GUIDE / "publish.md").read_text(encoding="utf-8")
    assert set(OWED.values()) <= {line.removeprefix("- ").strip() for line in text.splitlines()}


def test_the_index_leads_to_every_page_and_the_navigation_holds_them_all():
    index = (GUIDE / "index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\]\(([a-z]+)\.md\)", index))
    assert listed == {page.stem for page in PAGES} - {"index"}
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert {page.stem for page in PAGES} == set(re.findall(r": guide/([a-z]+)\.md$", navigation, re.M))


def test_the_buttons_of_an_entry_are_called_what_the_guide_calls_them():
    site = open_site(SECOND, AS_OF, Repository("example/qingdan", root=ROOT, here=ROOT))
    page = shown(site, "RW-003")
    guide = (GUIDE / "status.md").read_text(encoding="utf-8")
    for name in ("查看这几行", "在 GitHub 上修改"):
        assert f">{name}</a>" in page
        assert f"“{name}”" in guide


def test_the_repository_is_linked_only_where_it_is_known():
    known, unknown = Repository("example/qingdan", root=ROOT, here=ROOT), Repository()
    texts = [MACROS["repository"](open_site(SECOND, AS_OF, one), root="") for one in (known, unknown)]
    assert ['href="https://github.com/example/qingdan"' in text for text in texts] == [True, False]
    assert "<a" not in texts[1]
