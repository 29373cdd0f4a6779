"""The content security policy stands on every page and nothing on the site needs an exception."""

import pytest

from tests.browser import watched

from .conftest import Document
from .kinds import LOOKS, kinds


def test_the_policy_comes_right_after_the_charset_and_allows_no_inline_code(folder):
    for path in sorted(folder.rglob("*.html")):
        head = Document(path).one("head")
        first, second = list(head)[:2]
        assert first.get("charset") == "utf-8", path
        assert second.get("http-equiv") == "Content-Security-Policy", path
        policy = dict(part.split(" ", 1) for part in second.get("content").split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == "'self'"
        assert "unsafe" not in second.get("content")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_page_breaks_the_policy(browser, address, folder, width, scheme):
    context = browser.new_context(base_url=address, color_scheme=scheme, viewport={"width": width, "height": 800})
    tab = context.new_page()
    said = watched(tab, address)
    for kind in (*kinds(folder), "search/?q=燃气"):
        tab.goto(kind)
        tab.wait_for_load_state("networkidle")
        assert said == [], kind
    context.close()


def test_the_policy_stops_an_injected_script(browser, address, folder):
    context = browser.new_context(base_url=address)
    tab = context.new_page()
    tab.route("**/tasks/", lambda route: route.fulfill(
        response=(response := route.fetch()), body=response.text().replace("<h1", "<script>window.hurt=1</script><h1", 1)
    ))  # fmt: skip
    tab.goto("tasks/")
    assert tab.evaluate("window.hurt") is None
    context.close()
