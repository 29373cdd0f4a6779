"""Tab alone walks through every kind of page: each stop is seen, ringed and named, nothing is skipped, nothing traps."""

import pytest
from playwright.sync_api import expect

from .kinds import kinds

LIMIT = 3000
MOVING = 20
"""Tenths of a second in which the theme has opened or closed its search box."""

# The stop that has the focus, or null when the focus has left the page.
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const known = stop.dataset.walk;
  stop.dataset.walk ??= document.querySelectorAll("[data-walk]").length;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
  const inside = (rect) => {
    const left = Math.max(rect.left, 0), right = Math.min(rect.right, innerWidth);
    const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return false;
    return [0.5, 0.1, 0.9].some((part) => {
      const hit = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) / 2);
      return hit && (stop.contains(hit) || hit.contains(stop) && hit.closest("label, a, button") === hit);
    });
  };
  return {
    what: stop.outerHTML.replace(/ class=".*?"|data-focus-visible-added=""/g, "").replace(/\\s+/g, " ").slice(0, 120),
    known,
    role: stop.matches("a, button, input, select, textarea, summary, [role]"),
    seen: [...stop.getClientRects()].some(inside),
    ringed: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor),
  };
}"""

# What can be clicked and is drawn, but was no stop of the walk.
SKIPPED = """() => [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [role=button]")]
  .filter((node) => node.dataset.walk === undefined && node.checkVisibility({ visibilityProperty: true })
    && node.getBoundingClientRect().width > 1 && !node.closest("[inert]")
    && node.tabIndex >= 0 && !node.disabled)
  .map((node) => node.outerHTML.slice(0, 120))"""


@pytest.fixture(params=[1280, 320])
def tab(request, browser, address, folder):
    """A fresh page; what its address must be is `address` joined with a path."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, base_url=address, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def walk(tab):
    """Press Tab until the focus leaves the page or starts again. Out: every stop, in order."""
    stops = []
    while len(stops) < LIMIT:
        tab.keyboard.press("Tab")
        stop = tab.evaluate(STOP)
        for _ in range(MOVING):
            if stop is None or stop["seen"]:
                break
            tab.wait_for_timeout(100)
            stop = {**tab.evaluate(STOP), "known": stop["known"]}
        if stop is None or stop["known"] == "0":
            return stops
        stops.append(stop)
        if stop["known"]:
            return stops
    return stops


def unnamed(tab):
    """Return the roles of the stops walked to for which assistive technology is told no name."""
    devtools = tab.context.new_cdp_session(tab)
    told = {node.get("backendDOMNodeId"): node for node in devtools.send("Accessibility.getFullAXTree")["nodes"]}
    page = devtools.send("DOM.getDocument")["root"]["nodeId"]
    walked = devtools.send("DOM.querySelectorAll", {"nodeId": page, "selector": "[data-walk]"})["nodeIds"]
    stops = [devtools.send("DOM.describeNode", {"nodeId": stop})["node"]["backendNodeId"] for stop in walked]
    return [told[stop]["role"]["value"] for stop in stops if not told[stop].get("name", {}).get("value", "").strip()]


def test_every_stop_is_seen_ringed_and_named_and_none_traps(tab, folder):
    problems = []
    for path in kinds(folder):
        tab.goto(path)
        stops = walk(tab)
        problems += [f"{path}: trapped at {stop['what']}" for stop in stops if stop["known"]]
        problems += [f"{path}: not to be seen: {stop['what']}" for stop in stops if not stop["seen"]]
        problems += [f"{path}: no ring: {stop['what']}" for stop in stops if not stop["ringed"]]
        problems += [f"{path}: no role: {stop['what']}" for stop in stops if not stop["role"]]
        problems += [f"{path}: no name: {node}" for node in unnamed(tab)]
        problems += [f"{path}: skipped: {what}" for what in tab.evaluate(SKIPPED)]
        assert "跳到正文" in stops[0]["what"], path
        assert len(stops) < LIMIT, path
    assert problems == []


@pytest.mark.parametrize("inert", [True, False])
def test_the_menu_of_a_phone_keeps_the_focus_closes_by_escape_and_gives_it_back(browser, address, folder, inert):
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address)
    if not inert:
        context.add_init_script("delete HTMLElement.prototype.inert")
    tab = context.new_page()
    tab.goto("tasks/")
    drawer, opener = tab.locator(".md-sidebar--primary"), tab.get_by_role("button", name="菜单", exact=True)
    header = tab.locator(".md-header")
    expect(drawer).to_be_hidden()
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    tab.keyboard.press("Enter")
    closer = tab.get_by_role("dialog", name="菜单").get_by_role("button", name="关闭菜单")
    expect(closer).to_be_focused()
    assert header.evaluate("node => node.inert ? 'inert' : node.ariaHidden") == ("inert" if inert else "true")
    tab.keyboard.press("Shift+Tab")
    expect(drawer.get_by_role("link").last).to_be_focused()
    tab.keyboard.press("Tab")
    expect(closer).to_be_focused()
    tab.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    expect(drawer).to_be_hidden()
    assert header.evaluate("node => !node.inert && !node.hasAttribute('aria-hidden')")
    tab.keyboard.press("Space")
    link = drawer.get_by_role("link", name="法规库")
    for _ in range(20):
        if link.evaluate("node => node === document.activeElement"):
            break
        tab.keyboard.press("Tab")
    expect(link).to_be_in_viewport()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/laws/")
    context.close()


@pytest.mark.parametrize("path", ["tasks/", "about/", "guide/fields/"])
def test_no_part_of_the_menu_of_a_phone_covers_another(browser, address, folder, path):
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address, reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(path)
    tab.get_by_role("button", name="菜单", exact=True).press("Enter")
    expect(tab.get_by_role("button", name="关闭菜单")).to_be_focused()
    expect(tab.locator('.md-sidebar--primary a[aria-current="page"]')).to_be_in_viewport()
    stops = walk(tab)
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert len({stop["what"] for stop in stops}) == tab.locator(".md-sidebar--primary a:visible").count() + 1
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_tab_walks_from_the_search_box_to_its_results_and_escape_gives_the_focus_back(reader, width):
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto("")
    opener = reader.locator(".hero__search")
    opener.focus()
    reader.keyboard.press("Enter")
    box = reader.locator(".md-search__input")
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description("用上下箭头键或者 Tab 键在结果里走，按 Esc 键关闭")
    reader.keyboard.type("合同")
    expect(reader.locator(".md-search-result__link").first).to_be_visible()
    reader.keyboard.press("Tab")
    expect(reader.locator(".md-search-result__link").first).to_be_focused()
    reader.keyboard.press("Shift+Tab")
    expect(box).to_be_focused()
    reader.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(
    "missing", ["delete window.Worker", "Object.defineProperty(window, 'document$', { set() {} })"]
)
def test_where_search_cannot_work_no_search_is_offered(browser, address, folder, missing):
    context = browser.new_context(base_url=address)
    context.add_init_script(missing)
    tab = context.new_page()
    tab.goto("")
    expect(tab.locator(".no-search")).to_be_visible()
    for control in (".hero__search", ".md-search", '.md-header__button[for="__search"]'):
        expect(tab.locator(control)).to_be_hidden()
    context.close()


def test_one_switch_changes_the_scheme_says_so_and_is_remembered(browser, address, folder):
    context = browser.new_context(base_url=address, color_scheme="dark")
    tab = context.new_page()
    tab.goto("")
    switch = tab.get_by_role("button", name="深色", exact=True)
    scheme = tab.locator("body")
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(scheme).to_have_attribute("data-md-color-scheme", "slate")
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(switch).to_be_focused()
    tab.goto("tasks/")
    expect(tab.get_by_role("button", name="深色", exact=True)).to_have_attribute("aria-pressed", "false")
    expect(scheme).to_have_attribute("data-md-color-scheme", "default")
    context.close()
