"""The tab that tests use one after another: what one leaves behind the next does not find, and faults are told."""

import pytest

LEFT = """() => {
  localStorage.setItem("left", "1");
  sessionStorage.setItem("left", "1");
  document.cookie = "left=1";
  history.pushState(null, "", "?left");
}"""
FOUND = """() => [
  localStorage.length, sessionStorage.length, document.cookie, innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
  matchMedia("print").matches, document.querySelectorAll(":hover, :focus").length, history.length,
]"""


def test_what_one_test_leaves_behind_the_next_does_not_find(kept, folder):
    with kept.as_new() as tab:
        tab.goto("about/")
        before = tab.evaluate(FOUND)
        tab.route("**/about/", lambda route: route.abort())
        tab.emulate_media(color_scheme="dark", media="print")
        tab.set_viewport_size({"width": 320, "height": 700})
        tab.mouse.move(100, 100)
        tab.evaluate(LEFT)
        assert tab.evaluate(FOUND) != before
    with kept.as_new() as tab:
        tab.goto("about/")
        assert tab.evaluate(FOUND) == before


def test_what_goes_wrong_in_it_is_told_once(kept, folder):
    with pytest.raises(AssertionError, match="lost"), kept.as_new() as tab:
        tab.goto("about/")
        tab.evaluate("console.error('lost')")
    with kept.as_new() as tab:
        tab.goto("about/")
