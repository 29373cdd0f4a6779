"""On a phone the theme's script, which is half of what a page weighs, is fetched when someone searches and not before."""

import pytest
from playwright.sync_api import expect

from tests.browser import PATIENCE, watched

SCRIPT = "**/javascripts/bundle.*.js"


@pytest.fixture
def phone(browser, address, folder):
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    faults = watched(tab, address)
    yield tab
    context.close()
    assert faults == []


def themed(tab):
    """How often the page has asked for the script."""
    asked = tab.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
    return sum("/javascripts/bundle." in name for name in asked)


@pytest.mark.parametrize("open_search", ["tap", "key"])
def test_the_script_is_fetched_once_when_someone_searches(phone, open_search):
    phone.goto("tasks/", wait_until="networkidle")
    assert themed(phone) == 0
    if open_search == "tap":
        phone.get_by_role("button", name="搜索").click()
    else:
        phone.keyboard.press("/")
    phone.keyboard.type("学习")
    expect(phone.locator(".md-search-result__link").first).to_contain_text("学习")
    assert phone.locator(".md-search__input").input_value() == "学习"
    phone.keyboard.press("Escape")
    phone.get_by_role("button", name="搜索").click()
    assert themed(phone) == 1


def test_what_is_typed_before_it_arrives_is_searched_for(phone):
    held = []

    def hold(route):
        held.append(route)

    phone.route(SCRIPT, hold)
    phone.goto("tasks/")
    phone.get_by_role("button", name="搜索").click()
    box = phone.locator(".md-search__input")
    expect(box).to_be_focused()
    phone.keyboard.type("学习")
    expect(phone.locator(".md-search-result__meta")).to_have_text("正在查……")
    [route] = held
    route.continue_()
    expect(phone.locator(".md-search-result__link").first).to_contain_text("学习")
    expect(box).to_be_focused()


def test_an_address_with_words_and_a_window_that_grows_ask_for_it_at_once(phone):
    phone.goto("tasks/?q=%E5%AD%A6%E4%B9%A0")
    expect(phone.locator(".md-search-result__link").first).to_contain_text("学习")
    phone.goto("tasks/", wait_until="networkidle")
    assert themed(phone) == 0
    phone.set_viewport_size({"width": 1280, "height": 900})
    phone.wait_for_function("window.document$")


def test_where_it_cannot_be_fetched_the_search_says_so_and_takes_the_focus_there(browser, address, folder):
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    tab = context.new_page()
    tab.route(SCRIPT, lambda route: route.abort())
    tab.goto("tasks/")
    expect(tab.locator(".no-search")).to_be_hidden()
    tab.get_by_role("button", name="搜索").click()
    expect(tab.locator(".no-search")).to_be_focused()
    expect(tab.locator(".md-search")).to_be_hidden()
    assert tab.locator("[inert]").count() == 0
    context.close()
