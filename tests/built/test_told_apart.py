"""On every kind of page but the guide for staff: links of one name lead to one place, and the menu and the tabs say which page this is."""

import pytest

from .kinds import kinds

NAMES = """() => {
  const found = {};
  for (const link of document.querySelectorAll("#main a[href]")) {
    const name = (link.getAttribute("aria-label") || link.textContent).trim().replace(/\\s+/g, " ");
    (found[name] = found[name] || new Set()).add(link.href);
  }
  return Object.entries(found).filter(([, places]) => places.size > 1).map(([name]) => name);
}"""


def test_links_of_one_name_lead_to_one_place(reader, folder):
    for path in (kind for kind in kinds(folder) if not kind.startswith("guide/")):
        reader.goto(path)
        assert reader.evaluate(NAMES) == [], path


def test_the_menu_and_the_tabs_say_which_page_this_is(reader):
    reader.goto("laws/")
    here = reader.url
    for place in (".md-tabs", ".md-sidebar--primary"):
        links = reader.locator(f"{place} a[aria-current='page']")
        assert links.evaluate_all("found => found.map(one => one.href)") == [here], place
    reader.goto("glossary/")
    assert reader.locator(".md-tabs a[aria-current='true']").inner_text() == "关于"
    reader.goto("tasks/rw-028/")
    assert reader.locator(".md-tabs a[aria-current]").count() == 0


@pytest.mark.parametrize("elder", [False, True])
def test_the_name_of_the_site_is_whole_on_a_small_screen(reader, elder):
    reader.set_viewport_size({"width": 320, "height": 700})
    reader.goto("")
    if elder:
        reader.get_by_role("button", name="长辈版").click()
    name = reader.locator(".md-header__topic .md-ellipsis").first
    inside = (
        "node => node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.closest('.md-header').clientHeight"
    )
    assert name.evaluate(inside)
