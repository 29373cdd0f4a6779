"""The archived words of laws as readers meet them: the law's page, older wordings, comparisons, a long code in parts.

The second department, whose one law has three wordings, with an invented code of 1,300 articles beside it.
"""

import gzip
import itertools
import re
import shutil
from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from jsonschema import Draft202012Validator
from playwright.sync_api import expect

from conftest import SECOND
from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site
from tests.browser import kept_tab

from . import long_code
from .conftest import AS_OF, Document, text_of
from .kinds import LOOKS
from .test_axe import RULES
from .test_data import load
from .test_keyboard import SKIPPED, walk
from .test_search import Box
from .test_validity import vnu

LAW = "laws/water-use-rules/"
OLDEST, CITED, NEWEST = (f"{LAW}{day}/" for day in ("2020-03-01", "2023-11-30", "2026-06-01"))
CHANGES = f"{NEWEST}changes/"
STATUTE = "data/v1/schema/statute.json"
CODE = f"laws/{long_code.ID}/"
PART = f"{CODE}{long_code.VERSION}/3/"
PAGES = (LAW, OLDEST, CITED, CHANGES, "publicity/pf-001/", "coverage/", CODE, PART)
LIMIT = 300_000
"""No page is above this many bytes."""
MORE = 4096
"""How many bytes more than another law's page the page of a long code may load, packed."""


class Department:
    """The department's data, its site below the served root, and its address."""

    def __init__(self, root, address, data):
        self.address = f"{address.rpartition('/duty/')[0]}/statutes/"
        self.folder = root / "statutes"
        self.site = open_site(data, AS_OF)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", self.address)
            publish(data, self.folder, AS_OF, lambda built: None)

    def page(self, path):
        return Document(self.folder / path / "index.html")


@pytest.fixture(scope="module")
def built(root, address, tmp_path_factory):
    data = tmp_path_factory.mktemp("statutes") / "data"
    shutil.copytree(SECOND, data, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    long_code.add(data)
    return Department(root, address, data)


@pytest.fixture(scope="module")
def kept(browser, built):
    with kept_tab(browser, built.address) as kept:
        yield kept


@pytest.fixture
def tab(kept):
    """A desktop page on which nothing may go wrong."""
    with kept.as_new() as tab:
        yield tab


def part(document, anchor):
    [node] = (node for node in document.root.iter() if node.get("id") == anchor)
    return node


def words(node):
    return "".join(text_of(node).split())


def links(node):
    return [one.get("href") for one in node.iter("{http://www.w3.org/1999/xhtml}a")]


def test_a_cited_article_is_marked_with_who_cites_it_and_the_others_are_not(built):
    page = built.page(CITED)
    assert "article--cited" in part(page, "a-9").get("class")
    assert "本站引用这一条的：WD-001能不能擅自接管？、PF-001用水条例、RW-002约谈用水户" in words(part(page, "a-9"))
    assert links(part(page, "a-9")) == [
        "../../../publicity/pf-001/#wd-001",
        "../../../publicity/pf-001/",
        "../../../tasks/rw-002/",
    ]
    assert part(page, "a-8").get("class") == "article"
    assert "本站引用" not in words(part(page, "a-8"))


def test_what_is_cited_of_an_article_is_marked_within_the_whole_of_it(built):
    [mark] = (node for node in part(built.page(CITED), "a-9").iter() if node.tag.endswith("}mark"))
    assert text_of(mark).startswith("用水户不得擅自接管。")
    assert "应当赔偿" not in text_of(mark)
    assert "应当赔偿" in text_of(part(built.page(CITED), "a-9-2"))


def test_the_newest_words_say_by_which_older_ones_and_by_which_number_they_are_cited(built):
    page = built.page(LAW)
    assert "（照2023-11-30的版本，那时是第九条）" in words(part(page, "a-10"))
    assert "（照2023-11-30的版本）" in words(part(page, "a-3"))
    [row] = (row for row in page.all("tr") if "不得擅自接管" in text_of(row))
    assert "（2023-11-30 的版本）" in text_of(row), "第九条 is another article in the words below"
    assert "../../laws/water-use-rules/2023-11-30/#a-9" in links(row)


@pytest.mark.parametrize("path", ["publicity/pf-001/", "topics/water/"])
def test_an_answer_opens_its_article_in_the_words_of_the_law(built, tab, path):
    tab.goto(path)
    fold = tab.locator("#wd-001 .words").first
    expect(fold.locator("summary")).to_have_text("用水条例第九条的原文（引用的是第一款）")
    expect(fold.locator("blockquote")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("blockquote")).to_be_visible()
    expect(fold.locator("mark")).to_contain_text("处一百元以上五百元以下的罚款")
    expect(fold.locator("blockquote")).to_contain_text("因擅自接管造成损失的，应当赔偿。")
    fold.get_by_role("link", name=re.compile("在法规里看 ?：用水条例第九条第一款")).click()
    assert tab.url == f"{built.address}{CITED}#a-9-1"
    expect(tab.locator("#a-9-1")).to_be_in_viewport()


def test_an_entry_opens_each_of_its_articles(built):
    page = built.page("publicity/pf-001/")
    [laws] = page.all("ul", class_="laws")
    found = [words(node) for node in laws.iter() if node.tag.endswith("}summary")]
    assert found == ["用水条例第三条的原文", "用水条例第九条的原文"]
    assert "处一百元以上五百元以下的罚款" in words(laws)
    [task] = built.page("tasks/rw-002/").all("ul", class_="laws")
    assert "用水条例第九条的原文" in words(task)


def test_each_wording_leads_to_the_others_and_says_how_long_it_holds(built):
    for here, others in ((OLDEST, (CITED, NEWEST)), (CITED, (OLDEST, NEWEST)), (NEWEST, (OLDEST, CITED))):
        found = links(built.page(here).one("div", id="main"))
        for other in others:
            assert f"../../../{other}" in found, (here, other)
        assert f"../../../{LAW}" in found
    shown = words(built.page(LAW).one("div", id="main"))
    assert "2023-11-30的版本，2024-01-01起施行，用到2026-09-01为止" in shown
    assert "这是旧的版本" in words(built.page(OLDEST).root)
    assert "这是现行的版本" in words(built.page(NEWEST).root)


def test_an_older_wording_shows_its_own_words(built):
    shown = words(part(built.page(OLDEST), "a-9-1"))
    assert shown.startswith("第九条用水户不得擅自接管。")
    assert "每年更新一次" in words(built.page(OLDEST).root)


def test_a_comparison_sets_old_and_new_words_side_by_side_with_who_cites_them(built):
    changed = part(built.page(CHANGES), "a-10")
    assert words(changed).startswith("第九条→改为第十条条号和话都变了本站引用这一条的：WD-001")
    old, new = (node for node in changed.iter() if node.get("class") == "shift__side")
    assert (text_of(old), text_of(new)) == ("旧：2023-11-30 的版本", "新：2026-06-01 的版本")
    struck = [text_of(node) for node in changed.iter() if node.tag.endswith("}del")]
    put_in = [text_of(node) for node in changed.iter() if node.tag.endswith("}ins")]
    assert (struck, put_in) == (["一百元", "五百元"], ["二百元", "一千元"])
    assert "没有这一条" in words(part(built.page(CHANGES), "a-9"))
    moved = part(built.page(CHANGES), "a-11")
    assert words(moved) == "第十条→改为第十一条"


def test_what_was_struck_and_put_in_is_read_out_but_not_copied(built, tab):
    tab.goto(CHANGES)
    for tag, said in (("del", "［划去］"), ("ins", "［加上］")):
        one = tab.locator(f"#a-10 {tag}").first
        assert one.evaluate("node => getComputedStyle(node, '::before').content") == f'"{said}"'
        assert said not in one.text_content()


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (360, False)])
def test_a_comparison_is_side_by_side_where_there_is_room_and_old_above_new_on_a_phone(built, tab, width, beside):
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(CHANGES)
    old, new = (one.bounding_box() for one in tab.locator("#a-10 .shift__sides > div").all())
    assert (old["y"] == new["y"]) is beside
    assert (old["y"] + old["height"] <= new["y"]) is not beside


def test_an_answer_on_a_changed_article_says_so_and_leads_to_the_change(built, tab):
    tab.goto("publicity/pf-001/")
    notice = tab.locator("#wd-001 .notice")
    expect(notice).to_contain_text(
        "用水条例第九条第一款在 2026-06-01 的版本（2026-09-01 起施行）里改为第十条，话也变了"
    )
    notice.get_by_role("link", name=re.compile("新旧对照 ?：用水条例第九条第一款")).click()
    expect(tab.locator("#a-10.shift")).to_be_in_viewport()


def test_a_law_without_archived_words_says_so_once(built):
    shown = words(built.page("laws/yearly-report-rules/").one("div", id="main"))
    assert shown.count("原文没有收录") == 1
    assert "原文没有收录" not in words(built.page(LAW).root)


def test_a_law_with_words_leads_to_the_official_site_too(built):
    official = [node for node in built.page(LAW).all("a") if node.get("href", "").startswith("https://www.example.gov")]
    assert [text_of(node) for node in official] == ["示例政府网"] * 2, "above the words and among the sources"


def test_how_far_the_articles_are_proven_is_counted(built):
    shown = words(built.page("coverage/").one("div", id="main"))
    assert "共7处，5处在收录的原文里核对过" in shown
    assert "其余2处没有核对：1部法规没有收录那一天的原文" in shown
    [row] = (row for row in built.page("coverage/").all("tr") if "用水条例" in text_of(row))
    assert "4/4" in words(row)


def test_no_id_stands_twice_and_headings_follow_in_order(built):
    for path in sorted(built.folder.glob("laws/**/index.html")):
        nodes = list(Document(path).root.iter())
        twice = [one for one, count in Counter(node.get("id") for node in nodes if node.get("id")).items() if count > 1]
        assert twice == [], path
        levels = [level for node in nodes if (level := level_of(node))]
        assert levels[0] == 1, path
        assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), (path, levels)


def level_of(node):
    """Return which heading a node is; 0 for none."""
    if node.get("role") == "heading":
        return int(node.get("aria-level"))
    found = re.fullmatch(r".*\}h([0-9])", str(node.tag))
    return int(found[1]) if found else 0


def test_each_article_is_a_heading_of_a_screen_reader(built, tab):
    tab.goto(CITED)
    expect(tab.get_by_role("heading", name="第九条", exact=True)).to_have_count(1)
    expect(tab.get_by_role("heading", level=2, name="第二章　供水和用水")).to_have_count(1)
    assert tab.locator("#main").get_by_role("region").count() == 0, "an article is no landmark"


def test_links_with_the_same_words_lead_to_the_same_place(built, tab):
    for path in (LAW, OLDEST, CHANGES):
        tab.goto(path)
        found = tab.locator("#main a").evaluate_all("nodes => nodes.map(node => [node.textContent.trim(), node.href])")
        assert len(dict(found)) == len(set(map(tuple, found))), path


def test_the_pages_are_valid_html(built):
    assert vnu(built.folder / "laws") == []


def test_the_check_of_the_built_site_has_nothing_against_them(built):
    assert faults(built.site, built.folder) == []


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_no_violation(built, tab, width, scheme):
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    tab.set_viewport_size({"width": width, "height": 900})
    axe, wrong = Axe(), []
    for path in PAGES:
        tab.goto(path)
        tab.evaluate("document.querySelectorAll('#main details').forEach(one => { one.open = true; })")
        found = axe.run(tab, options=RULES)
        wrong += [
            f"/{path} {one['id']}: {node['html'][:200]}"
            for one in found.response["violations"]
            for node in one["nodes"]
        ]
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_nothing_scrolls_sideways(built, tab, width):
    tab.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        tab.goto(path)
        tab.evaluate("document.querySelectorAll('#main details').forEach(one => { one.open = true; })")
        for elder in (False, True):
            tab.evaluate("on => document.documentElement.classList.toggle('elder', on)", elder)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, (path, elder)


def test_without_javascript_the_words_stand_there_and_the_folds_open(browser, built):
    context = browser.new_context(java_script_enabled=False, base_url=built.address)
    page = context.new_page()
    page.goto(f"{CITED}#a-9-1")
    expect(page.locator("#a-9-1")).to_be_in_viewport()
    page.goto("publicity/pf-001/")
    page.locator("#wd-001 .words summary").first.click()
    expect(page.locator("#wd-001 .words mark")).to_be_visible()
    page.goto(CHANGES)
    expect(page.locator("#a-10 ins").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", [CITED, CHANGES, "publicity/pf-001/", PART])
def test_tab_walks_through_them(built, tab, path):
    tab.goto(path)
    stops = walk(tab)
    assert [stop["what"] for stop in stops if not (stop["seen"] and stop["ringed"] and stop["role"])] == []
    assert tab.evaluate(SKIPPED) == []


def test_on_paper_the_words_are_black_on_white_and_the_contents_stay_away(built, tab):
    tab.emulate_media(color_scheme="dark")
    tab.goto(CHANGES)
    tab.emulate_media(color_scheme="dark", media="print")
    ink = "nodes => [...new Set(nodes.flatMap(node => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]))]"
    found = tab.eval_on_selector_all("#main :is(h1, h2, h3, p, del, ins)", ink)
    assert set(found) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert "underline" in tab.locator("#a-10 ins").first.evaluate("node => getComputedStyle(node).textDecorationLine")
    tab.emulate_media(media="screen")
    tab.goto(LAW)
    tab.emulate_media(media="print")
    expect(tab.locator(".statute__contents")).to_be_hidden()
    expect(tab.locator("#a-16")).to_be_visible()


LEADS = {
    f"{CITED}#a-9-7": f"{CITED}#a-9",
    f"{CITED}#a-6-1-9": f"{CITED}#a-6-1",
    f"{CITED}#a-99": f"{CITED}#a-99",
    f"{CODE}#a-300": f"{CODE}{long_code.VERSION}/2/#a-300",
    f"{CODE}#a-1-1": f"{CODE}{long_code.VERSION}/#a-1-1",
    f"{CODE}#a-300-9": f"{CODE}{long_code.VERSION}/2/#a-300",
    f"{CODE}#a-9999": f"{CODE}{long_code.VERSION}/7/#a-9999",
    f"{PART}#a-1": f"{CODE}{long_code.VERSION}/#a-1",
}
"""Addresses of articles, and where each leads."""


@pytest.mark.parametrize("served", [True, False])
def test_an_address_of_an_article_leads_to_where_it_stands(browser, built, served):
    context = browser.new_context()
    page = context.new_page()
    start, end = (built.address, "") if served else (f"{built.folder.as_uri()}/", "index.html")
    for asked, shown in LEADS.items():
        page.goto("about:blank")
        page.goto(f"{start}{asked.replace('#', f'{end}#')}")
        page.wait_for_url(f"{start}{shown.replace('#', f'{end}#')}")
        page.wait_for_timeout(200)
        assert page.url == f"{start}{shown.replace('#', f'{end}#')}", f"{asked} stays there"
        anchor = shown.partition("#")[2]
        if page.locator(f"#{anchor}").count():
            expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    context.close()


def test_no_page_of_a_long_code_is_large_and_together_they_hold_every_article_once(built):
    parts = sorted(built.folder.glob(f"{CODE}{long_code.VERSION}/**/index.html"))
    assert len(parts) > 1
    assert [path for path in (*parts, built.folder / CODE / "index.html") if path.stat().st_size > LIMIT] == []
    found = [node.get("id") for path in parts for node in Document(path).root.iter() if is_article(node)]
    assert sorted(found) == sorted(f"a-{number}" for number in range(1, long_code.ARTICLES + 1))


def is_article(node):
    return (node.get("class") or "").split()[:1] == ["article"]


def test_every_article_of_a_long_code_is_below_a_heading_that_the_contents_lead_to(built):
    page = built.page(CODE)
    [contents] = page.all("details", class_="about statute__contents")
    targets = [href.removeprefix("../../") for href in links(contents)]
    assert len(targets) == long_code.BOOKS * (1 + long_code.CHAPTERS * (1 + long_code.SECTIONS))
    reached = set()
    for path in dict.fromkeys(target.partition("#")[0] for target in targets):
        found = False
        for node in built.page(path).root.iter():
            found = found or f"{path}#{node.get('id')}" in targets
            if is_article(node) and found:
                reached.add(node.get("id"))
    assert reached == {f"a-{number}" for number in range(1, long_code.ARTICLES + 1)}


def test_a_later_part_says_which_book_it_goes_on_with_and_leads_to_the_parts_beside_it(built):
    page = built.page(PART)
    headings = [words(node) for node in page.all("h2")]
    assert re.fullmatch("第.编第.条河（接上一页）", headings[0])
    [ways] = page.all("nav", class_="neighbours")
    assert links(ways) == [f"../../../../{CODE}{long_code.VERSION}/{number}" for number in ("2/", "4/")]


def test_the_page_of_a_long_code_loads_little_more_than_another_laws(built):
    code, other = (
        len(gzip.compress((built.folder / path / "index.html").read_bytes()))
        for path in (CODE, "laws/yearly-report-rules/")
    )
    assert code - other < MORE


def test_the_search_leads_to_an_article_by_its_number_and_by_its_words(browser, built):
    context = browser.new_context()
    box = Box(context.new_page(), built.address)
    assert box.ask("用水条例第十条")[0] == [LAW, f"{LAW}#a-10"]
    part = f"{CODE}{long_code.VERSION}/4/"
    assert box.ask("水闸法典第700条")[0] == [part, f"{part}#a-700"]
    for query, place in (("由水务部门责令改正，处二百元以上一千元", f"{LAW}#a-10"), ("编号为1111的水闸", "#a-1111")):
        assert any(item.endswith(place) for group in box.ask(query) for item in group), query
    assert box.faults == []
    context.close()


def test_the_published_words_are_those_of_the_archive_and_fit_their_schema(built):
    validator = Draft202012Validator(load(built.folder / STATUTE))
    for text in built.site.data.texts:
        document = load(built.folder / f"data/v1/laws/{text.law}/{text.version}.json")
        assert document["described_by"] == STATUTE
        assert [error.message for error in validator.iter_errors(document)] == []
        assert not validator.is_valid({**document, "more": 1})
        assert "".join(block["raw"] for block in document["statute"]["blocks"]) == text.text
