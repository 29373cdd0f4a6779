"""The staff's guide: the examples of each page are carried out on a copy of a department's data, from top to bottom."""

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from qingdan.cli import main
from qingdan.commands import COMMANDS
from qingdan.edit.slip.slip import JOBS
from qingdan.publish.publish import publish
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.publication import Handover, Publication
from qingdan.site.repository import Repository

from .guide_story import Story, blocks

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/guide"
SECOND = ROOT / "tests/fixtures/second"
AS_OF = date(2026, 11, 23)
pytestmark = pytest.mark.words
DAYS = {"report.md": date(2027, 3, 22)}
"""When the pages play that tell of a later day: a report comes after its year."""
PAGES = sorted(GUIDE.glob("*.md"))
TOLD = [page for page in PAGES if blocks(page)]


@pytest.fixture
def story(tmp_path, monkeypatch, capsys):
    """Return a department with a registry, in the current folder, and a story that acts on it on 23 November 2026."""
    shutil.copytree(SECOND, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    for name in ("DATA_DIR", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    go_to(AS_OF, monkeypatch)
    assert main(["register"]) == 0
    return Story(capsys)


def go_to(day, monkeypatch):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))


@pytest.fixture
def tell(story, monkeypatch):
    """Return a function that carries out a page on the day on which it plays. Out: the site that it leaves behind."""

    def tell(name):
        day = DAYS.get(name, AS_OF)
        go_to(day, monkeypatch)
        story.tell(GUIDE / name)
        return open_site(Path("data"), day)

    return tell


def shown(site, id):
    return MACROS["entry_page"](site, id, root="")


@pytest.mark.parametrize("page", TOLD, ids=lambda page: page.stem)
def test_each_page_says_what_really_happens(story, tell, page):
    if page.stem == "list":
        shutil.copy(ROOT / "tests/fixtures/lists/publicity.xlsx", "普法责任清单.xlsx")
    if page.stem == "excel":
        story.before_import = edit_as_the_page_says
    tell(page.name)


def test_the_pages_that_change_something_have_examples():
    changing = {
        "status",
        "evidence",
        "confirm",
        "report",
        "list",
        "statute",
        "new",
        "retire",
        "answers",
        "law",
        "excel",
        "check",
        "commands",
        "desk",
    }
    assert changing <= {page.stem for page in TOLD}


@pytest.fixture
def told(tell):
    """Return a function that carries out a page. Out: the site before it and the site after it."""

    def told(name):
        before = open_site(Path("data"), AS_OF)
        return before, tell(name)

    return told


def differing(before, after):
    """Return the entries that both sites have and that a page has changed."""
    found = [entry for id, entry in after.entries.items() if id in before.entries and before.entries[id] != entry]
    assert found
    return found


def test_after_the_page_on_the_status_an_entry_has_another_one_and_shows_why(told):
    before, after = told("status.md")
    for entry in differing(before, after):
        assert after.status(entry) != before.status(before.entries[entry.id])
        assert entry.records[-1].note in shown(after, entry.id)


def test_after_the_page_on_evidence_a_sentence_more_is_shown_as_a_quotation(told):
    before, after = told("evidence.md")
    for entry in differing(before, after):
        known = {citation.evidence.quote for citation in before.citations.get(entry.id, ())}
        added = [c.evidence for c in after.citations[entry.id] if c.evidence.quote not in known]
        assert added
        for evidence in added:
            assert f"{evidence.quote}</blockquote>" in shown(after, entry.id)


def test_after_the_page_on_confirming_an_entry_is_confirmed(told):
    before, after = told("confirm.md")
    for entry in differing(before, after):
        assert (before.entries[entry.id].confirmed, entry.confirmed) == ("待核定", "已核定")
        assert str(entry.confirmed_on) in shown(after, entry.id)


def test_after_the_page_on_retiring_its_entries_have_left_the_list_for_others(told):
    before, after = told("retire.md")
    for entry in differing(before, after):
        assert after.retired(entry)
        assert not before.retired(before.entries[entry.id])
        assert set(after.retired(entry).successors) <= after.entries.keys()


def test_after_the_page_on_new_entries_they_stand_in_the_list(told):
    before, after = told("new.md")
    added = after.entries.keys() - before.entries.keys()
    assert added


def test_after_the_page_on_reports_the_report_is_cited_and_proposals_lie_there(told):
    before, after = told("report.md")
    [report] = set(after.reports) - set(before.reports)
    assert any(one.evidence.report == report.year for cited in after.citations.values() for one in cited)
    [written] = Path().glob("*.yml")
    proposals = yaml.load(written.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert {proposal["编号"] for proposal in proposals} <= after.entries.keys()


def test_after_the_page_on_laws_the_page_of_a_law_says_something_else(told):
    before, after = told("law.md")
    changed = [id for id, law in after.laws.items() if law != before.laws.get(id)]
    assert changed
    for id in changed:
        page = MACROS["law_page"](after, id, root="")
        assert id not in before.laws or page != MACROS["law_page"](before, id, root="")


def typed():
    """Return the path of the workbook and what the table of excel.md says: sheet, cell and text of each row."""
    text = (GUIDE / "excel.md").read_text(encoding="utf-8")
    [path] = re.findall(r"改 `(workbooks/.+?\.xlsx)` 的", text)
    return path, re.findall(r"^\| (\S+) \| ([A-Z]+[0-9]+) \| (.+) \|$", text, re.M)


def edit_as_the_page_says():
    """Write into the workbook what the table of excel.md says."""
    path, rows = typed()
    assert rows
    book = openpyxl.load_workbook(path)
    for sheet, cell, value in rows:
        book[sheet][cell] = value
    book.save(path)


def test_after_the_page_on_excel_the_list_has_what_was_written_into_the_cells(story, told):
    story.before_import = edit_as_the_page_says
    before, after = told("excel.md")
    pages = [LexborHTMLParser(shown(after, entry.id)).body.text() for entry in differing(before, after)]
    for _, _, value in typed()[1]:
        assert any(value in page for page in pages), value


def test_the_site_that_is_built_after_the_page_on_the_status_shows_the_new_one(told, tmp_path, monkeypatch):
    before, after = told("status.md")
    monkeypatch.chdir(ROOT)
    publish(tmp_path / "data", tmp_path / "site", AS_OF, lambda built: None)
    for entry in differing(before, after):
        page = (tmp_path / f"site/tasks/{entry.id.lower()}/index.html").read_text(encoding="utf-8")
        assert re.search(rf'<p class="states".*?{after.status(entry).name}</a>', page)
        assert entry.records[-1].note in page


def test_every_command_has_its_line_and_no_other_is_named():
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = set(re.findall(r"python -m qingdan ([a-z-]+)", text))
    table = set(re.findall(r"^\| `python -m qingdan ([a-z-]+)` \|", text, re.M))
    assert named <= COMMANDS.keys()
    assert table == COMMANDS.keys()


DESK = GUIDE / "desk.md"
PRESSED = re.compile(r"(?:按|选|有)“([^”]+)”")


def test_every_job_of_the_desk_has_its_part_on_the_page():
    headings = re.findall(r"^### (.+?) \{: #", DESK.read_text(encoding="utf-8"), re.M)
    assert headings[: len(JOBS)] == list(JOBS)


def test_the_desk_page_starts_with_a_row_for_every_job():
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|$", DESK.read_text(encoding="utf-8"), re.M)
    assert set(JOBS) <= set(rows)


def test_what_the_desk_page_tells_to_press_is_there_to_be_pressed():
    """Labels with Latin letters are the repository's own."""
    folders = (("docs/assets/desk", "*.js"), ("qingdan/render/templates", "*.html"), ("qingdan/desk", "*.py"))
    said = "".join(path.read_text("utf-8") for folder, names in folders for path in (ROOT / folder).glob(names))
    labels = [one for one in PRESSED.findall(DESK.read_text(encoding="utf-8")) if not re.search("[A-Za-z]", one)]
    assert len(labels) >= 25
    assert [one for one in labels if one not in said and one not in JOBS] == []


def test_after_the_desk_page_the_record_of_its_sheet_stands_in_the_list(told):
    before, after = told("desk.md")
    [entry] = differing(before, after)
    assert len(entry.records) == len(before.entries[entry.id].records) + 1
    assert entry.records[-1].note in shown(after, entry.id)


def test_every_make_target_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8"))}
    assert named <= targets


def test_the_index_leads_to_every_page_and_the_navigation_holds_them_all():
    index = (GUIDE / "index.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\]\(([a-z]+)\.md\)", index))
    assert listed == {page.stem for page in PAGES} - {"index"}
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert {page.stem for page in PAGES} == set(re.findall(r": guide/([a-z]+)\.md$", navigation, re.M))


def test_the_repository_is_linked_only_where_it_is_known():
    known, unknown = Repository("example/qingdan", root=ROOT, here=ROOT), Repository()
    texts = [MACROS["repository"](open_site(SECOND, AS_OF, one), root="") for one in (known, unknown)]
    assert ['href="https://github.com/example/qingdan"' in text for text in texts] == [True, False]
    assert "<a" not in texts[1]


def test_the_guide_leads_to_the_desk_only_where_there_is_one():
    there, none = Publication(desk=Handover("", "")), Publication()
    texts = [MACROS["repository"](open_site(SECOND, AS_OF, publication=one), root="../") for one in (there, none)]
    assert ['href="../edit/"' in text for text in texts] == [True, False]
