"""The theme's trimmed stylesheets draw every kind of page as the whole ones do."""

from itertools import zip_longest
from pathlib import Path

import material
import pytest

from .kinds import kinds

WHOLE = Path(material.__file__).parent / "templates/assets/stylesheets"
SETTLING = 100
"""Tenths of a second in which the theme's scripts have placed everything, on a machine that does other work too."""
VISITS = 3
"""A rule that was cut and is missed differs at each visit; what came late on a busy machine does not."""
DRAWN = """() => [...document.body.querySelectorAll("*")].flatMap((node) => ["", "::before", "::after"].map((part) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const style = getComputedStyle(node, part);
  const drawn = ["display", "visibility", "opacity", "color", "background", "border", "outline", "font", "textDecoration",
    "padding", "position", "overflow", "boxShadow", "maskImage", "content", "transform", "zIndex"];
  const margin = part && style.margin;  // an element's shows in where it stands; of one that is "auto" Chromium may tell an old one
  return [node.tagName + part, x, y, width, height, margin, ...drawn.map((name) => style[name])].join(" ");
}))"""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_no_page_looks_different_without_the_rules_that_were_cut(browser, address, folder, width, scheme):
    viewport = {"width": width, "height": 900}
    context = browser.new_context(base_url=address, viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    trimmed, whole = context.new_page(), context.new_page()
    whole.route(
        "**/assets/stylesheets/*.css", lambda route: route.fulfill(path=WHOLE / route.request.url.rsplit("/", 1)[1])
    )
    for path in kinds(folder):
        for _ in range(VISITS):
            different = _different(path, trimmed, whole)
            if not different:
                break
        assert different[:6] == [], path
    context.close()


def _different(path: str, trimmed, whole) -> list[tuple[str, str]]:
    """Return what the two tabs draw differently on the page `path` once they have settled."""
    for tab in (trimmed, whole):
        tab.goto(path)
    for _ in range(SETTLING):
        drawn, expected = trimmed.evaluate(DRAWN), whole.evaluate(DRAWN)
        if drawn == expected:
            break
        whole.wait_for_timeout(100)
    assert len(expected) > 100
    return [(ours, theirs) for ours, theirs in zip_longest(drawn, expected) if ours != theirs]


def test_the_stylesheets_are_the_theme_s_own_by_name_and_smaller(folder):
    built = list((folder / "assets/stylesheets").glob("*.css"))
    assert built
    assert all(sheet.stat().st_size < 0.7 * (WHOLE / sheet.name).stat().st_size for sheet in built)
