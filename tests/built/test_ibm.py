"""IBM's checker, which shares no rule with axe, finds no violation of WCAG 2.2 on any kind of page.

What it only asks a person to look at (its potential and manual findings) is left to the guide and to a person.
"""

import re

import pytest

from tests.npm import package

from .kinds import kinds

CHECK = """async () => {
  const { results } = await new ace.Checker().check(document, ["WCAG_2_2"]);
  return results.filter(({ value }) => value[0] === "VIOLATION" && value[1] === "FAIL")
    .map(({ ruleId, message, snippet }) => [ruleId, `${message} ${snippet}`]);
}"""
CLIPPED = ".visually-hidden { clip-path: none !important; clip: rect(0 0 0 0); }"
"""It takes what is clipped in the newer way for hidden from screen readers too, which read it."""
UNHEARD = '<label aria-hidden="true"'
"""Where the theme has only a mouse click: screen readers are told nothing of it."""
PART = re.compile(r'<label (id="__nav_\w+_label" )?for="__(nav_\w+|toc)" class="md-nav__(link|title)">')
"""The theme's title of a part of the menu, which names that part; nobody sees or needs its check box."""
TAB = 'class="md-tabs__link"'
"""It counts links of the side menu that are scrolled out of sight behind the tabs; axe, which does not, measures tabs too."""


def is_none(rule: str, what: str) -> bool:
    """Tell whether a finding is one of those that a person has looked at and found to be no fault."""
    if rule in ("label_content_exists", "label_ref_valid", "form_label_unique"):
        return UNHEARD in what or PART.search(what) is not None
    return rule == "target_spacing_sufficient" and TAB in what


@pytest.fixture
def check(browser, address):
    """Return a function that gives what the checker finds on a page."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, base_url=address, bypass_csp=True, reduced_motion="reduce"
    )
    tab = context.new_page()

    def check(path):
        tab.goto(path)
        tab.add_style_tag(content=CLIPPED)
        tab.add_script_tag(path=package("accessibility-checker-engine/ace.js"))
        return tab.evaluate(CHECK)

    yield check
    context.close()


def test_it_finds_no_violation_on_any_kind_of_page(check, folder):
    found = [(path, rule, what) for path in kinds(folder) for rule, what in check(path)]
    assert [one for one in found if not is_none(*one[1:])] == []


def test_it_finds_a_field_without_a_label(check, folder):
    page = folder / "unlabelled.html"
    page.write_text('<!doctype html><html lang="zh-CN"><title>错</title><main><h1>错</h1><input></main>', "utf-8")
    try:
        assert "input_label_exists" in {rule for rule, _ in check("unlabelled.html")}
    finally:
        page.unlink()
