"""Explained words, 制度依据, the calendar and the comparison as their readers see them."""

import re

import pytest
from playwright.sync_api import expect

from conftest import FIRST
from qingdan.render.reference import basis, explained, glossary
from qingdan.rules.hosts import host_of
from qingdan.site.check import open_site
from qingdan.site.validity import validity
from tests.browser import watched

from .conftest import AS_OF, XHTML, filled, text_of
from .kinds import LOOKS

PAGES = ("glossary", "basis", "calendar")
EXPECTED_WORDS = [
    "三项制度",
    "行政裁量权基准",
    "一规划两纲要",
    "谁执法谁普法",
    "普法责任制",
    "“八五”普法规划",
    "“九五”普法规划",
    "述法",
    "第一责任人",
    "法制审核",
    "规范性文件",
    "合法性审核",
    "重大行政决策",
    "公职律师",
    "法律顾问",
    "涉法涉诉",
    "行政复议",
    "行政诉讼",
    "以案释法",
    "旁听庭审",
    "理论学习中心组",
    "罚没物品",
    "案卷评查",
    "双条例",
]
ENGLISH = re.compile(r"\b[A-Za-z]{4,}\b")


def words_linked(document):
    return list(document.all("a", class_="term"))


def test_every_promised_word_is_explained_under_its_own_anchor(page, site):
    [found] = page("glossary").all("dl", class_="page glossary")
    rows = {text_of(next(row.iter(f"{XHTML}dt"))): row.get("id") for row in found}
    assert set(EXPECTED_WORDS) <= set(rows)
    assert {word.slug for word in site.glossary} == set(rows.values())


def test_every_explanation_shows_what_bears_it_out(page):
    for row in page("glossary").one("dl", class_="page glossary"):
        links = [link.get("href") for link in row.iter(f"{XHTML}a")]
        assert any(link.startswith(("../reports/", "../laws/")) for link in links), row.get("id")


def test_explanations_are_our_own_words(site):
    report = "".join((FIRST / "reports/2024.txt").read_text(encoding="utf-8").split())
    for word in site.glossary:
        for sentence in re.split(r"[。；]", word.meaning):
            assert not sentence or sentence not in report, sentence


def test_a_word_is_explained_once_on_each_entry_page_and_leads_to_its_explanation(page, site):
    slugs = {word.slug for word in site.glossary}
    used = set()
    for entry in site.entries.values():
        links = [link.get("href") for link in words_linked(page(f"{site_path(entry)}"))]
        assert len(links) == len(set(links)), entry.id
        assert {link.removeprefix("../../glossary/#") for link in links} <= slugs
        used |= set(links)
    assert len(used) >= 20


def site_path(entry):
    return f"{'publicity' if entry.id.startswith('PF') else 'tasks'}/{entry.id.lower()}"


def test_words_are_never_linked_inside_quotations_of_the_report(page, site):
    for entry in site.entries.values():
        for quote in page(site_path(entry)).all("blockquote"):
            assert list(quote.iter(f"{XHTML}a")) == []


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("tasks/rw-028", ["涉法涉诉", "法律顾问", "公职律师"]),
        ("tasks/rw-016", ["罚没物品"]),
        ("publicity/pf-050", ["行政复议", "行政诉讼"]),
        ("tasks/rw-044", ["述法"]),
    ],
)
def test_words_are_explained_where_they_first_occur(page, entry, words):
    assert [text_of(link) for link in words_linked(page(entry))][: len(words)] == words


def test_the_name_of_a_law_is_not_taken_for_a_word(site):
    text = "依据行政复议法、行政诉讼法和《行政复议法实施条例》。"
    assert "<a" not in explained(site, [text], "../")[text]


def test_basis_names_each_document_its_state_and_what_it_demands(page, site):
    sections = list(page("basis").all("section", class_="basis"))
    assert len(sections) == len(site.data.basis)
    for section, item in zip(sections, basis_in_order(site), strict=True):
        law = site.laws.get(item.law)
        text = text_of(section)
        assert (law.name if law else item.name) in text
        assert (validity(site, law).name if law else item.status) in text
        assert all(demand.text in text for demand in item.demands)
        assert all(fact in text for fact in item.unverified)


def basis_in_order(site):
    order = ["普法责任清单", "法治建设任务清单", "年度报告", "公开方式"]
    return sorted((item.value for item in site.data.basis), key=lambda item: order.index(item.subject))


def test_ended_plans_are_said_to_have_ended_on_the_basis_page(page):
    [section] = [s for s in page("basis").all("section", class_="basis") if "法治中国建设规划" in text_of(s)]
    assert "已届满" in text_of(section)
    assert "2025-12-31" in text_of(section)


def test_basis_prints_no_remark_from_memory_and_no_foreign_link(page, site):
    assert "印象" not in text_of(page("basis").one("body"))
    for link in page("basis").all("a", rel="external noopener noreferrer"):
        assert host_of(link.get("href"), site.vocab.hosts)


def test_the_calendar_shows_the_next_date_first_then_unknown_times(page):
    document = page("calendar")
    heads = [h2.get("id") for h2 in document.all("h2")]
    assert heads == ["coming", "unknown"]
    coming, unknown = document.all("ol", class_="events")
    names = [text_of(next(li.iter(f"{XHTML}b"))) for li in coming]
    assert names == ["国家宪法日", "2026年度报告", "“双条例”宣传月"]
    assert "民法典宣传月" in text_of(unknown)


def test_the_calendar_names_the_entries_of_each_occasion(page, site):
    coming, _ = page("calendar").all("ol", class_="events")
    named = {entry.id for entry in site.entries.values() if "国家宪法日" in getattr(entry, "occasions", ())}
    row = next(li for li in coming if text_of(next(li.iter(f"{XHTML}b"))) == "国家宪法日")
    assert {text_of(span) for span in row.iter(f"{XHTML}span") if span.get("class") == "number"} == named
    assert named


def test_with_one_report_there_is_no_comparison_and_nothing_leads_to_it(folder):
    assert not (folder / "compare").exists()
    for path in (*folder.rglob("*.html"), folder / "sitemap.xml", folder / "assets/search/index.json"):
        assert "compare/" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("name", ["glossary", "basis", "calendar"])
def test_each_page_is_in_the_menu(page, name):
    assert any((link.get("href") or "").endswith(f"{name}/") for link in page("about").one("body").iter(f"{XHTML}a"))


@pytest.mark.parametrize("name", PAGES)
def test_no_english_is_left_to_read_in_what_the_program_fills_in(page, name):
    parts = filled(page(name).one("article"))
    assert parts
    for node in (node for part in parts for node in part.iter()):
        for words in (node.text, node.tail, node.get("aria-label"), node.get("title")):
            assert not (words and isinstance(node.tag, str) and ENGLISH.search(words)), words


def test_a_department_without_these_files_says_so(department_site):
    assert "还没有收录名词" in glossary(department_site, "../")
    assert "还没有列出" in basis(department_site, "../")


@pytest.fixture
def department_site(department):
    for name in ("glossary.yml", "basis.yml"):
        (department.folder / name).unlink(missing_ok=True)
    return open_site(department.folder, AS_OF)


@pytest.fixture
def tab(browser, address, folder):
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("罚没物品", "confiscated-goods"),
        ("民告官", "litigation"),
        ("案卷评查", "file-review"),
        ("双条例", "two-regulations"),
    ],
)
def test_a_definition_is_found_by_the_search(tab, query, anchor):
    tab.goto("")
    tab.keyboard.press("/")
    tab.locator(".md-search__input").fill(query)
    link = tab.locator(f".md-search-result__link[href*='glossary/#{anchor}']").first
    expect(link).to_be_attached()
    expect(tab.locator(".md-search-result__item").filter(has=link).locator(".kind").first).to_have_text("名词")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_following_a_word_shows_its_explanation(browser, address, folder, width, scheme):
    context = browser.new_context(base_url=address, color_scheme=scheme, viewport={"width": width, "height": 800})
    tab = context.new_page()
    faults = watched(tab, address)
    tab.goto("tasks/rw-016/")
    tab.locator("a.term", has_text="罚没物品").click()
    expect(tab.locator("#confiscated-goods")).to_be_in_viewport()
    for name in PAGES:
        tab.goto(f"{name}/")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
    assert faults == []
    context.close()
