"""Search through the real box in Chromium, held against a plain scan of the pages' text."""

import re
import unicodedata
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from .conftest import XHTML, Document
from .search_box import Box

ROWS = [
    [*line.split("\t"), "", ""][:3]
    for line in Path("tests/fixtures/queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
GUIDE = "指南"
"""The kind of the queries that are asked in the guide, whose pages are for staff; the others are residents'."""
TABLE = Path("test-results/search.md")


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).lower().split()).replace("\u200b", "")


def searchable(node):
    """The text of a page's main part, without what is marked as not to be found there."""
    if not isinstance(node.tag, str) or node.get("data-search") == "no":
        return ""
    return (node.text or "") + "".join(searchable(child) + "\n" + (child.tail or "") for child in node)


@pytest.fixture(scope="module")
def texts(folder):
    """Every page's text by its address, also those of the guide."""
    found = {}
    for path in sorted(folder.rglob("index.html")):
        address = path.parent.relative_to(folder).as_posix()
        main = next(node for node in Document(path).root.iter(f"{XHTML}div") if node.get("id") == "main")
        found["" if address == "." else f"{address}/"] = "\n".join(plain(part) for part in searchable(main).split("\n"))
    return found


@pytest.fixture(scope="module")
def box(browser, address, folder):
    context = browser.new_context()
    yield Box(context.new_page(), address)
    context.close()


@pytest.fixture(scope="module")
def guide(browser, address, folder):
    """The box of the page that searches the guide."""
    context = browser.new_context()
    yield Box(context.new_page(), f"{address}search/?in=guide")
    context.close()


@pytest.fixture(scope="module")
def answers(box, guide):
    return {query: (guide if kind == GUIDE else box).ask(query) for kind, query, _ in ROWS}


def pages_of(answer):
    return [group[0].partition("#")[0] for group in answer]


def truth(texts, query, staff=False):
    """The pages on which a query stands: those for residents, or those for staff."""
    wanted = plain(query)
    return {path for path, text in texts.items() if wanted in text and path.startswith("guide/") == staff}


def test_there_are_at_least_120_queries():
    assert len(ROWS) >= 120


def test_words_that_stand_on_pages_are_all_found_and_nothing_else(answers, texts):
    widened = (
        "油烟",
        "城管",
        "狗",
        "犬",
        "供热",
        "燃气",
        "建筑垃圾",
        "渣土",
        "罚款",
        "处罚",
        "主要负责人",
        "除雪",
        "城市管理",
    )
    for kind, query, _ in ROWS:
        if kind not in ("原词", "半个词", "编号", "标题", "简称", "全角", GUIDE):
            continue
        expected, found = truth(texts, query, kind == GUIDE), set(pages_of(answers[query]))
        assert expected, f"{query} stands on no page"
        assert expected <= found, f"{query}: missing {sorted(expected - found)}"
        if not any(word in query for word in widened):
            assert len(found - expected) <= 0.01 * len(found), f"{query}: too much {sorted(found - expected)}"


def test_pages_for_staff_are_found_in_the_guide_and_nowhere_else(answers):
    for kind, query, _ in ROWS:
        assert {page.startswith("guide/") for page in pages_of(answers[query])} == {kind == GUIDE}, query


def test_the_page_says_that_only_the_guide_is_searched_and_leads_back(guide):
    notice = guide.tab.locator("#main .notice")
    expect(notice).to_contain_text("只查编辑指南")
    expect(guide.input).to_have_attribute("placeholder", re.compile("编辑指南"))
    assert urlsplit(notice.get_by_role("link").evaluate("link => link.href")).query == ""
    assert guide.faults == []


def test_the_guide_is_searched_from_its_first_page_and_without_javascript_the_search_page_says_where_to_look(page):
    assert "../search/?in=guide" in [link.get("href") for link in page("guide").all("a")]
    assert "../guide/#tasks" in [link.get("href") for link in page("search").all("a")]


def test_no_page_is_listed_twice(answers):
    for query, answer in answers.items():
        assert len(pages_of(answer)) == len(set(pages_of(answer))), query


def test_every_query_is_answered_and_the_first_result_is_the_right_one(answers):
    for _, query, first in ROWS:
        assert pages_of(answers[query]), query
        if first:
            assert pages_of(answers[query])[0] == first, query


def test_article_numbers_match_in_either_writing(answers, texts):
    for query, written in (
        ("第46条", "第四十六条"),
        ("46条", "四十六条"),
        ("第1057条", "第一千零五十七条"),
        ("第2条", "第二条"),
    ):
        assert set(pages_of(answers[query])) == truth(texts, written) | truth(texts, query)


def test_traditional_characters_find_the_simplified_words(answers, texts):
    for query, written in (("綠化", "绿化"), ("行政許可法", "行政许可法"), ("垃圾分類", "垃圾分类")):
        assert set(pages_of(answers[query])) == truth(texts, written)


def test_several_words_must_all_be_there(answers, texts):
    for query in ("法律顾问 合同", "垃圾 分类", "行政处罚 集体讨论"):
        one, other = query.split()
        assert set(pages_of(answers[query])) >= truth(texts, one) & truth(texts, other)
    assert set(pages_of(answers["法律顾问 合同"])) == truth(texts, "法律顾问") & truth(texts, "合同")


def test_synonyms_widen_and_never_replace(answers, texts):
    for query, other in (("油烟", "油污"), ("煤气", "燃气"), ("扫雪", "除雪")):
        assert set(pages_of(answers[query])) == truth(texts, query) | truth(texts, other)


def test_an_entry_comes_before_the_report_passage_that_it_cites(answers):
    found = pages_of(answers["128份"])
    assert found.index("tasks/rw-027/") < found.index("reports/2024/")


def test_a_report_result_leads_to_the_paragraph(answers):
    [group] = [group for group in answers["128份"] if group[0] == "reports/2024/"]
    assert group[1] == "reports/2024/#p-1-4-5"


def test_near_results_say_that_they_are_near(box):
    notice = box.tab.locator(".md-search-result .near")
    box.ask("垃圾不分类怎么罚")
    expect(notice).to_have_text("没有完全匹配，以下为相近结果")
    box.ask("128份")
    expect(notice).to_have_count(0)


def test_a_result_shows_its_kind_its_status_and_the_words_found(box):
    box.ask("128份")
    first = box.links.first
    expect(first.locator(".kind")).to_have_text("任务")
    expect(first.locator(".badge")).to_contain_text("长期坚持")
    assert "128份" in first.locator("mark").all_inner_texts()


def test_the_number_of_results_is_announced(box):
    box.ask("128份")
    expect(box.shown).to_have_attribute("role", "status")
    assert re.search(r"\d", box.shown.inner_text())


@pytest.mark.parametrize(
    "query",
    [
        "长" * 10_000, "   ", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", ".*+?^${}()|[\\]",
        "😀", "\ud83d", "&lt;", "\u200b",
    ],
    ids=["long", "spaces", "script", "img", "regex", "emoji", "surrogate", "entity", "zero-width"],
)  # fmt: skip
def test_hostile_input_gives_an_empty_or_literal_answer(box, query):
    box.ask("128份")
    box.put(query, "input.dispatchEvent(new Event('input', {bubbles: true}))")
    box.tab.wait_for_timeout(150)
    assert box.tab.locator(".md-search-result script, .md-search-result img").count() == 0
    assert box.faults == []
    assert box.ask("128份")


def test_pasted_text_is_searched_without_a_key(box):
    box.ask("")
    box.put(
        "合同法律审核", "input.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', bubbles: true}))"
    )
    expect(box.links.first).to_contain_text("合同法律审核")


def test_composed_text_is_searched_when_the_composition_ends(box):
    box.ask("")
    box.put(
        "法律咨询服务",
        "input.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));"
        "input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))",
    )
    expect(box.links.first).to_contain_text("法律咨询服务")


@pytest.fixture
def tab(browser, address, folder):
    context = browser.new_context(base_url=address)
    yield context.new_page()
    context.close()


def test_the_index_is_fetched_once_and_only_when_someone_searches(tab):
    fetched = []
    tab.on("request", lambda request: fetched.append(urlsplit(request.url).path.rpartition("/")[2]))
    tab.goto("")
    tab.wait_for_load_state("networkidle")
    assert "index.json" not in fetched
    tab.keyboard.press("/")
    for query in ("燃气", "绿化"):
        tab.locator(".md-search__input").fill(query)
        expect(tab.locator(".md-search-result__link").first).to_contain_text(query)
    assert fetched.count("index.json") == 1


@pytest.mark.parametrize("page", ["", "search/", "tasks/"])
def test_a_query_is_an_address(tab, page):
    tab.goto(f"{page}?q={quote('燃气安全')}")
    expect(tab.locator(".md-search-result__link").first).to_contain_text("燃气安全")
    expect(tab.locator(".md-search__input")).to_have_value("燃气安全")


def test_the_search_can_be_registered_in_a_browser(page, folder, address):
    [link] = page("").all("link", rel="search")
    assert link.get("type") == "application/opensearchdescription+xml"
    description = ElementTree.parse(folder / "opensearch.xml").getroot()
    [url] = description.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.get("template") == f"{address}search/?q={{searchTerms}}"


def test_without_javascript_links_to_the_full_lists_take_the_place_of_the_box(browser, address, folder):
    context = browser.new_context(java_script_enabled=False, base_url=address)
    tab = context.new_page()
    tab.goto("")
    expect(tab.locator(".md-search__input")).not_to_be_visible()
    expect(tab.locator(".no-search").get_by_role("link", name="法治建设任务清单")).to_be_visible()
    context.close()


def test_the_answers_are_written_down_for_people(answers):
    lines = ["| 类别 | 查询 | 结果数 | 前三个 |", "| --- | --- | --- | --- |"]
    for kind, query, _ in ROWS:
        found = pages_of(answers[query])
        lines.append(f"| {kind} | {query.strip()} | {len(found)} | {'、'.join(found[:3])} |")
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert len(lines) == len(ROWS) + 2
