"""Zensical's site in a browser: its search page finds what the other sites' box finds, within the policy."""

import pytest
from playwright.sync_api import expect

from conftest import FIRST
from qingdan.publish import publish
from tests.built.conftest import AS_OF, PREFIX, watched
from tests.built.kinds import kinds


@pytest.fixture(scope="module")
def served(engine, root, address):
    if engine != "zensical":
        pytest.skip("搜索框与现在的一样，由 tests/built/test_search.py 核对")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        publish(FIRST, root / PREFIX, AS_OF, lambda built: None, engine)
    return root / PREFIX


@pytest.fixture
def tab(served, browser, address):
    """A page on which nothing may go wrong and from which no other host may be asked."""
    tab = browser.new_page(base_url=address)
    faults = watched(tab, address)
    yield tab
    assert faults == []
    tab.close()


def test_no_page_breaks_the_policy(tab, served):
    for kind in kinds(served):
        if kind != "404.html":
            tab.goto(kind)
            tab.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("words", "found"), [("油烟", "油烟"), ("128份", "128份"), ("rqaq", "燃气"), ("法律顾问 合同", "合同")]
)
def test_the_search_page_finds_words_and_leads_to_them(tab, words, found):
    tab.goto("")
    tab.get_by_role("link", name="搜索", exact=True).first.click()
    tab.wait_for_url("**/search/")
    box = tab.get_by_label("要找的字词")
    expect(box).to_be_focused()
    box.fill(words)
    expect(tab.get_by_role("status").filter(has_text="找到")).to_be_visible()
    first = tab.locator(".finder__results li").first
    expect(first).to_contain_text(found)
    first.get_by_role("link").first.click()
    expect(tab.locator("#main h1")).to_be_visible()
    assert found in tab.locator("#main").inner_text()


def test_a_search_can_be_shared_and_the_home_page_leads_to_it(tab):
    tab.goto("search/?q=除雪")
    expect(tab.locator(".finder__results li").first).to_contain_text("除雪")
    tab.goto("")
    tab.locator(".hero__search").click()
    tab.wait_for_url("**/search/")
