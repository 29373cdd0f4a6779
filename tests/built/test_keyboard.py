"""Tab alone walks through every kind of page: each stop is seen, ringed and named, nothing is skipped, nothing traps."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .kinds import kinds

LIMIT = 3000
MOVING = 20
"""Tenths of a second in which the theme has opened or closed its search box."""

# The stop that has the focus, or null when the focus has left the page. What is drawn for it is the element itself,
# or the label beside it where it is a radio button of no size (the theme's colour scheme switch).
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const known = stop.dataset.walk;
  stop.dataset.walk ??= document.querySelectorAll("[data-walk]").length;
  let shown = stop;
  if (stop.type === "radio") shown = stop.nextElementSibling;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
  const inside = (rect) => {
    const left = Math.max(rect.left, 0), right = Math.min(rect.right, innerWidth);
    const top = Math.max(rect.top, 0), bottom = Math.min(rect.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return false;
    return [0.5, 0.1, 0.9].some((part) => {
      const hit = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) / 2);
      return hit && (shown.contains(hit) || hit.contains(stop) && hit.closest("label, a, button") === hit);
    });
  };
  return {
    what: stop.outerHTML.replace(/ class=".*?"|data-focus-visible-added=""/g, "").replace(/\\s+/g, " ").slice(0, 120),
    known,
    role: stop.matches("a, button, input, select, textarea, summary, [role]"),
    seen: [...shown.getClientRects()].some(inside),
    ringed: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor),
  };
}"""

# What can be clicked and is drawn, but was no stop of the walk. One stop stands for all radio buttons of a group.
SKIPPED = """() => [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [role=button]")]
  .filter((node) => node.dataset.walk === undefined && node.checkVisibility({ visibilityProperty: true })
    && node.getBoundingClientRect().width > 1 && !node.closest("[inert]") && node.type !== "radio"
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


def test_the_menu_of_a_phone_opens_walks_and_closes_by_keyboard(browser, address, folder):
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=address)
    tab = context.new_page()
    tab.goto("tasks/")
    drawer = tab.locator(".md-sidebar--primary")
    assert drawer.evaluate("node => node.inert")
    button = tab.get_by_role("button", name="打开或关闭菜单")
    for _ in range(8):
        tab.keyboard.press("Tab")
        if button.evaluate("node => node === document.activeElement"):
            break
    assert button.get_attribute("aria-expanded") == "false"
    tab.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert drawer.evaluate("node => node.contains(document.activeElement)")
    tab.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("node => node === document.activeElement")
    assert drawer.evaluate("node => node.inert")
    tab.keyboard.press("Space")
    link = drawer.get_by_role("link", name="法规库")
    for _ in range(20):
        if link.evaluate("node => node === document.activeElement"):
            break
        tab.keyboard.press("Tab")
    expect(link).to_be_in_viewport()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/laws/")
    assert urlsplit(tab.url).path.endswith("/laws/")
    context.close()
