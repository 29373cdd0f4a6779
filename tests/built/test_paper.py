"""On paper: black on white in any scheme, each sheet with name, address and day, the tasks on a few sheets."""

import re

import pytest
from playwright.sync_api import expect

SHEETS = 5
INK = """nodes => [...new Set(nodes.flatMap(node => {
  const { color, backgroundColor } = getComputedStyle(node);
  return [color, backgroundColor];
}))]"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["tasks/", "laws/", "tasks/rw-028/"])
def test_it_is_black_on_white_in_any_scheme(reader, scheme, path):
    reader.emulate_media(color_scheme=scheme)
    reader.goto(path)
    reader.emulate_media(color_scheme=scheme, media="print")
    reader.evaluate("Promise.allSettled(document.getAnimations().map(one => one.finished))")
    found = reader.eval_on_selector_all("html, body, #main :is(h1, h2, p, a, th, td, .badge, .number)", INK)
    assert set(found) <= {"rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    assert reader.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_the_head_of_each_sheet_says_whose_page_it_is_where_and_of_which_day(reader, site, address):
    reader.goto("tasks/")
    head = reader.locator(".sheet")
    expect(head).to_be_hidden()
    reader.emulate_media(media="print")
    expect(head).to_have_text(f"{site.body.title} · {address}tasks/ · 数据截至 {site.as_of.isoformat()}")
    style = head.evaluate("node => [getComputedStyle(node).display, getComputedStyle(node.parentNode).display]")
    assert style == ["table-header-group", "table"], "only such a head comes again on every sheet"


def test_rows_and_headings_are_not_torn(reader):
    reader.goto("tasks/")
    reader.emulate_media(media="print")
    for selector, rule in (("tbody tr", "breakInside"), (".list__group", "breakAfter"), ("h2", "breakAfter")):
        assert reader.locator(selector).first.evaluate(f"node => getComputedStyle(node).{rule}") == "avoid", selector


def test_the_tasks_go_on_five_sheets(reader):
    reader.goto("tasks/")
    sheets = re.findall(rb"/Type\s*/Page\b", reader.pdf(format="A4"))
    assert 1 < len(sheets) <= SHEETS
