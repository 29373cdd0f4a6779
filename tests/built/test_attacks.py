"""Texts that try to break out of the page stay words, on every page, with the content security policy and without it."""

import re

import pytest
from playwright.sync_api import expect

from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site
from qingdan.site.pages import pages
from qingdan.site.search import search_documents as found_by_search
from tests.browser import watched

from . import hostile
from .conftest import AS_OF

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

# What a page is made of, without its words: every element with its class, its id and the names of its attributes.
# A quotation's anchor tells where its words begin and end, so it is left out.
SHAPE = """async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location)).text(), "text/html");
  const shape = (node) => [
    [node.localName, node.getAttribute("class"), node.id.replace(/^q-.*/, "q"), ...node.getAttributeNames()].join(" "),
    ...[...node.children].map(shape),
  ];
  return JSON.stringify(shape(page.documentElement), null, 1);
}"""

# The same for what scripts may have added: elements that do something.
ACTIVE = """() => [...document.querySelectorAll("script, style, link, meta, base, iframe, object, embed, img, form, textarea")]
  .map((node) => node.localName)"""


class Department:
    """A department's data, its site below the served root, and its address."""

    def __init__(self, name, words, root, address, data):
        hostile.write(data, words)
        self.address = f"{address.rpartition('/duty/')[0]}/{name}/"
        self.folder = root / name
        self.site = open_site(data, AS_OF)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", self.address)
            publish(data, self.folder, AS_OF, lambda built: None)
        self.pages = sorted(path.parent.relative_to(self.folder) for path in self.folder.rglob("index.html"))


@pytest.fixture(scope="module")
def attacked(root, address, tmp_path_factory):
    return Department("attacked", hostile.attempts(), root, address, tmp_path_factory.mktemp("attacked") / "data")


@pytest.fixture(scope="module")
def twin(root, address, tmp_path_factory):
    return Department("twin", hostile.harmless(), root, address, tmp_path_factory.mktemp("twin") / "data")


@pytest.fixture(params=["with the policy", "without the policy"])
def tab(request, browser, address):
    """A page that notes every dialog, console error and request to another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    if request.param == "without the policy":
        context.route(lambda url: url.endswith(("/", ".html")), _without_policy)
    tab = context.new_page()
    tab.noted = watched(tab, address)
    tab.on("dialog", lambda dialog: (tab.noted.append(dialog.message), dialog.dismiss()))
    yield tab
    context.close()


def _without_policy(route):
    answer = route.fetch()
    page, count = POLICY.subn("", answer.text())
    assert count == 1
    route.fulfill(response=answer, body=page)


@pytest.mark.parametrize("tab", ["without the policy"], indirect=True)
def test_every_page_has_the_same_shape_as_with_harmless_words(attacked, twin, tab):
    assert attacked.pages == twin.pages
    for path in [*(f"{page.as_posix()}/" for page in attacked.pages), "404.html"]:
        shapes = []
        for department in (twin, attacked):
            tab.goto(department.address + path.removeprefix("./"))
            shapes.append((tab.evaluate(SHAPE), tab.evaluate(ACTIVE)))
            assert tab.evaluate("window.hit") is None, path
            assert tab.noted == [], path
        assert shapes[0] == shapes[1], path


def test_entry_pages_show_the_words_as_they_were_typed(attacked, tab):
    for entry in attacked.site.entries.values():
        kind = "tasks" if entry.id.startswith("RW") else "publicity"
        tab.goto(f"{attacked.address}{kind}/{entry.id.lower()}/")
        assert tab.locator("h1").text_content() == entry.name
        assert tab.locator(".lead").text_content() == entry.content
        assert tab.evaluate("document.title") == f"{entry.name}（{entry.id}） - {attacked.site.body.title}"
        assert tab.locator('meta[name="description"]').get_attribute("content") == entry.content
        assert entry.note in tab.locator("#main").text_content()
        for record in attacked.site.records(entry):
            assert record.note in tab.locator("#records ~ .timeline").text_content()
        quotes = tab.locator("blockquote").all_text_contents()
        proofs = [citation.evidence for citation in reversed(attacked.site.citations[entry.id])]
        assert quotes == [evidence.quote for evidence in (*proofs, *entry.due_words)]


def test_lists_show_the_words_as_they_were_typed(attacked, tab):
    for path, entries in (("tasks/", attacked.site.lists["tasks"]), ("publicity/", attacked.site.lists["publicity"])):
        tab.goto(attacked.address + path)
        shown = tab.locator("tr[data-entry] .named > a").all_text_contents()
        assert sorted(shown) == sorted(entry.name for entry in entries)
    tab.goto(f"{attacked.address}laws/")
    shown = tab.locator("tr[data-law] th").all_text_contents()
    assert sorted(shown) == sorted(law.name for law in attacked.site.laws.values())


def test_law_owner_report_and_home_pages_show_the_words_as_they_were_typed(attacked, tab):
    headings = {f"laws/{law.id}/": law.name for law in attacked.site.laws.values()}
    headings |= {f"owners/{owner.slug}/": owner.name for owner in attacked.site.vocab.owners}
    headings |= {f"reports/{report.year}/": report.meta.value.title for report in attacked.site.reports}
    headings |= {"": attacked.site.body.title}
    for path, heading in headings.items():
        tab.goto(attacked.address + path)
        assert tab.locator("h1").text_content() == heading
    for law in attacked.site.laws.values():
        tab.goto(f"{attacked.address}laws/{law.id}/")
        facts = tab.locator("dl.facts").text_content()
        assert law.issuer in facts
        assert law.number in facts
        assert law.note in tab.locator(".page").text_content()
    tab.goto(f"{attacked.address}reports/2025/")
    assert "window.hit" in tab.locator("mark").all_text_contents()[-1]


def test_the_reference_pages_show_the_words_as_they_were_typed(attacked, tab):
    tab.goto(f"{attacked.address}glossary/")
    [meaning] = attacked.site.glossary
    assert meaning.name in tab.locator("#main").text_content()
    assert meaning.meaning in tab.locator("#main").text_content()
    tab.goto(f"{attacked.address}basis/")
    [basis] = (sourced.value for sourced in attacked.site.data.basis)
    shown = tab.locator("#main").text_content()
    for words in (basis.name, basis.number, basis.issuer, basis.date, basis.demands[0].text, *basis.unverified):
        assert words in shown


def test_search_results_show_the_words_as_they_were_typed(attacked, tab):
    documents = {document.number: document for document in found_by_search(attacked.site)}
    tab.goto(attacked.address)
    for number in ("RW-001", "PF-001"):
        tab.locator('[data-md-component="search-query"]').fill(number)
        first = tab.locator(".md-search-result__item").first
        expect(first).to_contain_text(number)
        title = first.locator(":is(h1, h2)").first
        assert documents[number].title in title.text_content()
        assert documents[number].passages[0].text[:60] in first.text_content()
        assert first.locator("script, img, svg, form, style, base, iframe, textarea, [onload], [onfocus]").count() == 0
    assert tab.evaluate("window.hit") is None
    assert tab.noted == []


@pytest.mark.parametrize("tab", ["with the policy"], indirect=True)
def test_no_hostile_word_breaks_the_policy_or_widens_the_page_on_a_phone(attacked, tab):
    tab.set_viewport_size({"width": 320, "height": 700})
    for page in [*(f"{page.as_posix()}/" for page in attacked.pages), "404.html"]:
        tab.goto(f"{attacked.address}{page}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, page
        assert tab.evaluate("window.hit") is None, page
        assert tab.noted == [], page


def test_the_check_of_the_built_site_has_nothing_against_such_words(attacked):
    assert faults(attacked.site, attacked.folder) == []


def test_page_titles_are_never_run_as_templates(department):
    """The macros plugin runs a title that holds Jinja marks, without a sandbox."""
    department.edit("tasks/tasks.yml", "名称: 文件审核\n  领域", "名称: '{{ none/none }}{% raise %}{# 注 #}'\n  领域")
    handed_on = [str(page.meta) for page in pages(open_site(department.folder, AS_OF))]
    assert sum("none/none" in meta for meta in handed_on) == 1
    assert not any(mark in meta for meta in handed_on for mark in ("{{", "{%", "{#"))
