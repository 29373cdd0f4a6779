"""Lists of more than three hundred rows: pages without JavaScript; with it, filters over the whole, drawn as it is read."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from qingdan.model.parts import LAWS, part_at
from qingdan.publish.site_check import faults
from qingdan.render import MACROS
from qingdan.render.law import law_marks
from qingdan.render.lists import marks_of
from qingdan.render.stretch import row_files
from qingdan.site.pages import pages
from qingdan.site.stretches import LIMIT, every_stretch, stretches
from tests.browser import TOLD_TOGETHER, kept_tab, served
from tests.enlarged import enlarged

from .axe_in_main import axe_in_main
from .kinds import LOOKS

LISTS = ("publicity", "tasks")
LONG = (*LISTS, "laws")
ROWS = "[data-drawn] tr:not(.list__group):has(td)"


@pytest.fixture(scope="module")
def long_site(site):
    return enlarged(site, tasks=900, publicity=400, laws=700)


@pytest.fixture(scope="module")
def long_address(tmp_path_factory, folder, long_site):
    """The built site again, with the long lists in the frames of its own."""
    root = tmp_path_factory.mktemp("long")
    copy = root / "long"
    shutil.copytree(folder, copy)

    def put(frame, path, html):
        source = (folder / frame / "index.html").read_text(encoding="utf-8")
        depth = "../" * path.count("/")
        source = source.replace('="../', f'="{depth}').replace('"base": ".."', f'"base": "{depth[:-1]}"')
        start, end = source.index('<div class="page overview"'), source.index("</article>")
        (copy / path).mkdir(parents=True, exist_ok=True)
        (copy / path / "index.html").write_text(source[:start] + html + source[end:], encoding="utf-8")

    for name in LONG:
        put(name, f"{name}/", overview(long_site, name))
    for path, one in every_stretch(long_site).items():
        put(one.part.folder, path, MACROS["list_stretch"](long_site, path, root="../" * path.count("/")))
    for path, content in row_files(long_site):
        (copy / path).write_bytes(content)
    with served(root) as found:
        yield f"{found}long/"


@pytest.fixture(scope="module")
def kept(browser, long_address):
    with kept_tab(browser, long_address) as kept:
        yield kept


@pytest.fixture
def tab(kept):
    """A desktop page on which nothing may go wrong."""
    with kept.as_new() as tab:
        yield tab


def overview(site, name):
    return MACROS["law_list"](site, root="../") if name == "laws" else MACROS["entry_list"](site, name, root="../")


def rows_in(html):
    return re.findall(r'<tr data-(?:entry|law)="([^"]+)"', html)


def ids_of(site, name):
    return [*site.laws] if name == "laws" else [entry.id for entry in site.lists[name]]


def marks_of_list(site, name):
    if name == "laws":
        return {law.id: law_marks(site, law) for law in site.laws.values()}
    return marks_of(site, site.lists[name])


def drawn(tab):
    return tab.eval_on_selector_all(ROWS, "rows => rows.map(row => row.dataset.entry || row.dataset.law)")


@pytest.mark.parametrize("name", LONG)
def test_a_list_of_three_hundred_rows_stays_on_one_page(site, name):
    whole = enlarged(site, **{name: LIMIT - len(ids_of(site, name))})
    assert stretches(whole, part_at(name)) == ()
    assert len(rows_in(overview(whole, name))) == LIMIT
    assert "long.js" not in overview(whole, name)
    assert dict(row_files(whole)) == {}


@pytest.mark.parametrize("name", LONG)
def test_a_longer_list_is_split_and_each_row_stands_on_exactly_one_page(long_site, name):
    html = overview(long_site, name)
    assert rows_in(html) == []
    seen = []
    for one in stretches(long_site, part_at(name)):
        page = MACROS["list_stretch"](long_site, one.path, root="../" * one.path.count("/"))
        assert rows_in(page) == list(one.ids)
        assert 0 < len(one.ids) <= LIMIT
        assert f'href="../{one.path}"' in html
        seen += one.ids
    assert sorted(seen) == sorted(ids_of(long_site, name))


@pytest.mark.parametrize("name", LONG)
def test_the_pages_of_a_list_lead_to_each_other_in_their_order(long_site, name):
    ways = []
    every = stretches(long_site, part_at(name))
    for one in every:
        page = MACROS["list_stretch"](long_site, one.path, root="/")
        ways.append(tuple((re.findall(rf'rel="{rel}" href="/([^"]+)"', page) or [None])[0] for rel in ("prev", "next")))
    paths = [one.path for one in every]
    assert ways == list(zip([None, *paths], [*paths[1:], None], strict=False))


def test_the_pages_of_lists_have_distinct_addresses_and_titles(long_site):
    generated = [page for page in pages(long_site) if page.macro == "list_stretch"]
    assert {page.argument for page in generated} == set(every_stretch(long_site))
    assert len({page.title for page in generated}) == len(generated)
    everything = [page.path for page in pages(long_site)]
    assert len(everything) == len(set(everything))


def test_the_check_of_the_built_site_demands_the_rows_of_every_page(long_site, tmp_path):
    for mark, one in (("entry", stretches(long_site, part_at("tasks"))[0]), ("law", stretches(long_site, LAWS)[0])):
        rows = "".join(f'<tr data-{mark}="{id}"></tr>' for id in one.ids[1:])
        for place in (one.path, one.part.address):
            (tmp_path / place).mkdir(parents=True, exist_ok=True)
            (tmp_path / place / "index.html").write_text(f"<table>{rows}</table>", encoding="utf-8")
        said = {(fault.place.path, fault.message) for fault in faults(long_site, tmp_path)}
        count = len(one.ids)
        assert (f"{one.path}index.html", f"表里有 {count - 1} 行，数据有 {count} 条") in said
        assert (f"{one.part.address}index.html", f"表里有 {count - 1} 行，数据有 0 条") in said
        assert {(f"{one.part.address}{name}", "缺少这个文件") for name in ("rows.json", "words.json")} <= said


# In a browser


@pytest.mark.parametrize("name", LONG)
def test_rows_that_the_script_draws_are_those_of_the_pages(tab, long_site, name):
    tab.goto(f"{name}/?sort=name")
    expect(tab.locator(".filters__more")).to_be_visible()
    found = tab.eval_on_selector_all(ROWS, "rows => rows.slice(0, 40).map(row => [row.outerHTML, row.textContent])")
    standing = {}
    for one in stretches(long_site, part_at(name)):
        tab.goto(one.path)
        script = "rows => rows.map(row => [row.outerHTML.replace(/\\n */g, ''), row.textContent.replace(/\\n */g, '')])"
        for html, text in tab.eval_on_selector_all("tr[data-entry], tr[data-law]", script):
            standing[html.replace('="../../', '="').replace('="../', '="')] = text
    assert len(found) == 40
    for html, text in found:
        assert standing[html.replace('="../', '="')] == text


def test_nothing_is_asked_for_until_the_reader_looks_for_something(browser, long_address):
    context = browser.new_context(base_url=long_address)
    page = context.new_page()
    page.set_default_timeout(60_000)
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto("tasks/")
    expect(page.get_by_label("在这张清单里找")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not {"rows.json", "words.json"} & set(asked)
    page.select_option('select[name="status"]', "done")
    expect(page.locator(".filters__count")).to_contain_text("显示")
    assert ("rows.json" in asked, "words.json" in asked) == (True, False)
    page.get_by_label("在这张清单里找").fill("审核")
    page.wait_for_url("**text=*")
    expect(page.locator(".filters__count")).to_contain_text("显示")
    assert "words.json" in asked
    context.close()


@pytest.mark.parametrize(
    ("name", "facet"), [("tasks", "status"), ("tasks", "owner"), ("publicity", "field"), ("laws", "level")]
)
def test_a_choice_counts_and_finds_rows_of_the_whole_list(tab, long_site, name, facet):
    tab.goto(f"{name}/")
    script = "options => options.filter(one => one.value && !one.disabled).map(one => [one.value, one.textContent])"
    offered = tab.eval_on_selector_all(f'select[name="{facet}"] option', script)
    assert offered
    marks = marks_of_list(long_site, name)
    for value, text in offered:
        expected = [id for id, one in marks.items() if value in one.get(facet, "").split()]
        assert text.endswith(f"（{len(expected)}）")
        tab.select_option(f'select[name="{facet}"]', value)
        said = f"显示 {len(expected)} {'部' if name == 'laws' else '条'}，共 {len(marks)}"
        expect(tab.locator(".filters__count")).to_contain_text(said)
        found = drawn(tab)
        assert len(found) == min(100, len(expected))
        assert set(found) <= set(expected)
        chosen = tab.eval_on_selector(f'select[name="{facet}"]', "one => one.selectedOptions[0].textContent")
        assert chosen == text


def test_words_are_found_in_what_a_row_shows_and_in_what_it_does_not(tab, long_site):
    for words, has in (
        ("RW-10007", lambda entry: entry.id == "RW-10007"),
        (
            "审核",
            lambda entry: (
                "审核" in "".join([entry.name, entry.content, *(long_site.laws[r.law].name for r in entry.laws)])
            ),
        ),
    ):
        tab.goto(f"tasks/?text={words}")
        expected = [entry.id for entry in long_site.lists["tasks"] if has(entry)]
        expect(tab.locator(".filters__count")).to_have_text(
            f"显示 {len(expected)} 条，共 {len(long_site.lists['tasks'])} 条"
        )
        assert set(drawn(tab)) <= set(expected)
        assert drawn(tab)


def test_the_whole_list_is_sorted_not_only_what_is_drawn(tab, long_site):
    tab.goto("tasks/?sort=number")
    expect(tab.locator(ROWS)).to_have_count(100)
    assert drawn(tab) == [entry.id for entry in long_site.lists["tasks"]][:100]
    assert tab.locator("[data-drawn] .list__group").count() == 0


def test_rows_come_under_their_field_in_the_order_of_the_pages(tab, long_site):
    tab.goto("tasks/?confirmed=unconfirmed")
    ordered = [id for one in stretches(long_site, part_at("tasks")) for id in one.ids]
    draw_all(tab)
    assert drawn(tab) == ordered
    heads = tab.locator("[data-drawn] .list__group").all_text_contents()
    assert heads == list(dict.fromkeys(long_site.entries[id].field for id in ordered))


def draw_all(tab):
    more = tab.locator(".filters__more")
    while more.is_visible():
        before = len(drawn(tab))
        more.click()
        expect(tab.locator(ROWS).nth(before)).to_be_attached()


@pytest.mark.parametrize("script", ["", TOLD_TOGETHER], ids=["at once", "told together"])
def test_more_is_drawn_as_the_reader_scrolls_and_the_end_of_the_page_is_reached(browser, long_address, script):
    tab = browser.new_page(base_url=long_address)
    tab.add_init_script(script)
    tab.goto("tasks/?confirmed=unconfirmed")
    expect(tab.locator(ROWS)).to_have_count(100)
    for rows in (200, 300, 400, 500):
        tab.locator(".filters__rest").scroll_into_view_if_needed()
        expect(tab.locator(ROWS)).to_have_count(rows)
    tab.locator(".footer").scroll_into_view_if_needed()
    expect(tab.locator(".footer")).to_be_in_viewport()
    expect(tab.locator(ROWS)).to_have_count(500)
    tab.close()


def test_the_button_says_how_many_are_left_and_hands_the_focus_to_the_next_row(tab, long_site):
    tab.goto("tasks/?sort=number")
    total = len(long_site.lists["tasks"])
    more = tab.locator(".filters__more")
    expect(more).to_have_text(f"再显示 100 条（还有 {total - 100} 条）")
    more.focus()
    before = len(drawn(tab))
    tab.keyboard.press("Enter")
    expect(tab.locator(ROWS).nth(before)).to_be_attached()
    row = tab.evaluate("document.activeElement.closest('tr').dataset.entry")
    assert row in [entry.id for entry in long_site.lists["tasks"]][before:]


def test_clearing_brings_the_pages_back(tab):
    tab.goto("tasks/?status=done&text=审核")
    expect(tab.locator(".stretches")).to_be_hidden()
    tab.get_by_role("button", name="清除", exact=True).click()
    expect(tab.locator(".stretches")).to_be_visible()
    expect(tab.locator("[data-drawn]")).to_be_hidden()
    expect(tab.locator(".filters__count")).to_be_focused()


def test_nothing_found_says_so(tab):
    tab.goto("laws/?text=没有这样的字词")
    expect(tab.get_by_text("没有符合这些条件的")).to_be_visible()
    expect(tab.locator("[data-drawn]")).to_be_hidden()


def test_coming_back_finds_conditions_controls_and_place(tab):
    tab.goto("tasks/?confirmed=unconfirmed")
    tab.locator(".filters__more").click()
    expect(tab.locator(ROWS).nth(199)).to_be_attached()
    link = tab.locator(f"{ROWS} >> nth=150").locator(".named a")
    link.scroll_into_view_if_needed()
    id, top = tab.locator(f"{ROWS} >> nth=150").get_attribute("data-entry"), tab.evaluate("scrollY")
    tab.goto("tasks/field/study/")
    tab.go_back()
    expect(tab.locator(ROWS).nth(199)).to_be_attached()
    expect(tab.locator(f'[data-drawn] tr[data-entry="{id}"]')).to_be_in_viewport()
    assert tab.evaluate("scrollY") == pytest.approx(top, abs=50)
    expect(tab.locator('select[name="confirmed"]')).to_have_value("unconfirmed")


def test_back_and_forward_walk_through_the_choices(tab):
    tab.goto("tasks/")
    tab.select_option('select[name="status"]', "done")
    expect(tab.locator("[data-drawn]")).to_be_visible()
    done = drawn(tab)
    tab.select_option('select[name="status"]', "ongoing")
    expect(tab.locator(".filters__count")).to_contain_text("显示")
    assert drawn(tab) != done
    tab.go_back()
    expect(tab.locator('select[name="status"]')).to_have_value("done")
    assert drawn(tab) == done
    tab.go_back()
    expect(tab.locator(".stretches")).to_be_visible()
    expect(tab.locator("[data-drawn]")).to_be_hidden()


def test_controls_that_a_browser_restores_late_are_set_by_the_address(tab):
    """WebKit restores what stood in a form after the scripts have run."""
    for address, value in (("tasks/", ""), ("tasks/?status=done", "done")):
        tab.goto(address)
        tab.eval_on_selector('select[name="status"]', "one => { one.value = 'ongoing'; }")
        tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
        expect(tab.locator('select[name="status"]')).to_have_value(value)


def test_what_cannot_be_fetched_is_said_and_asked_for_again(browser, long_address):
    context = browser.new_context(base_url=long_address)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.route("**/rows.json", lambda route: route.abort())
    page.goto("tasks/?status=done")
    expect(page.locator(".filters__count")).to_contain_text("没有取到整张清单")
    expect(page.locator(".stretches")).to_be_visible()
    page.unroute("**/rows.json")
    page.select_option('select[name="status"]', "ongoing")
    expect(page.locator(".filters__count")).to_contain_text("显示")
    expect(page.locator("[data-drawn]")).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", LONG)
def test_without_javascript_every_page_is_there_and_no_dead_control(browser, long_address, long_site, name):
    context = browser.new_context(java_script_enabled=False, base_url=long_address)
    page = context.new_page()
    page.goto(f"{name}/")
    links = page.eval_on_selector_all(".stretches a", "links => links.map(link => link.getAttribute('href'))")
    assert links == [f"../{one.path}" for one in stretches(long_site, part_at(name))]
    assert (
        page.locator(
            ".filters:visible, .filters__rest:visible, .filters__nothing:visible, [data-drawn]:visible"
        ).count()
        == 0
    )
    seen = 0
    for link in links:
        page.goto(f"{name}/{link}")
        seen += page.locator("tr[data-entry]:visible, tr[data-law]:visible").count()
    assert seen == len(ids_of(long_site, name))
    context.close()


def test_where_the_script_does_not_arrive_no_control_shows(browser, long_address):
    context = browser.new_context(base_url=long_address)
    page = context.new_page()
    page.route("**/long.js", lambda route: route.abort())
    page.goto("tasks/")
    expect(page.locator(".stretches")).to_be_visible()
    assert page.locator(".filters input:visible, .filters select:visible, .filters button:visible").count() == 0
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_axe_finds_nothing_on_a_long_list(tab, width, scheme):
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    for path in ("tasks/", "tasks/?status=ongoing", "laws/?text=条例", "tasks/field/study/"):
        tab.goto(path)
        if "?" in path:
            expect(tab.locator("[data-drawn]")).to_be_visible()
        found = axe_in_main(tab)
        assert found.violations_count == 0, found.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
