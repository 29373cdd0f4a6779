"""What a reader does, in every browser: each promise is kept by the page's own scripts there."""

from pathlib import Path

import pytest

from .window import Window

WIDE, NARROW = (1280, 900), (460, 900)
"""CSS pixels; WebKitGTK's own window is never narrower."""
SHOWN = "const shown = (node) => Boolean(node) && node.getClientRects().length > 0 && getComputedStyle(node).visibility === 'visible';"
WAIT = """
  const until = async (good) => {
    for (const end = Date.now() + 50000; Date.now() < end; await new Promise((done) => setTimeout(done, 50))) {
      const found = good();
      if (found) return found;
    }
    throw new Error('not in 50 seconds: ' + good);
  };
"""
FOUND = (
    WAIT
    + """
  const box = document.querySelector('.md-search__input');
  box.focus();
  const results = [];
  for (const query of arguments[0]) {
    const before = document.querySelector('.md-search-result__meta').textContent;
    box.value = query;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => document.querySelector('.md-search-result__link'));
    let last = '';
    await until(() => {
      const now = [...document.querySelectorAll('.md-search-result__link')].slice(0, 3)
        .map((link) => new URL(link.href)).map((url) => url.pathname + url.hash).join(' ');
      const still = now === last && now;
      last = now;
      return still;
    });
    results.push(last);
    box.value = '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => !document.querySelector('.md-search-result__link'));
  }
  return results;
"""
)
QUERIES = [
    line.split("\t")[1]
    for line in Path("tests/fixtures/queries.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
][:20]


STATE = """
  await until(() => document.readyState === 'complete' && document.querySelector('.filters input[type=search]').value);
  return {
    words: document.querySelector('.filters input[type=search]').value,
    rows: [...document.querySelectorAll('tr[data-text]')].filter(shown).length,
    told: document.querySelector('.filters__count').textContent,
  };
"""


@pytest.fixture
def page(window: Window, address: str):
    """Open a page, wide, as somebody who has been nowhere yet."""

    def opened(path: str = "", size: tuple[int, int] = WIDE) -> Window:
        window.size(*size)
        window.open(address + path)
        window.run("localStorage.clear(); sessionStorage.clear();")
        window.open(address + path)
        return window

    return opened


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("path", ["", "tasks/", "publicity/", "laws/", "topics/", "reports/2024/", "coverage/"])
def test_no_page_is_wider_than_the_window(page, path, size):
    width, window = page(path, size).run(
        "return [document.scrollingElement.scrollWidth, document.documentElement.clientWidth];"
    )
    assert width <= window


def test_the_list_is_narrowed_and_sorted_and_the_address_tells_how(page, address):
    tab = page("tasks/")
    every, few, told, search = tab.run(
        SHOWN
        + WAIT
        + """
          const rows = () => [...document.querySelectorAll('tr[data-text]')].filter(shown).length;
          const every = rows();
          const box = document.querySelector('.filters input[type=search]');
          box.value = '垃圾';
          box.dispatchEvent(new Event('input', { bubbles: true }));
          await until(() => rows() < every && location.search);
          return [every, rows(), document.querySelector('.filters__count').textContent, location.search];
        """
    )
    assert 0 < few < every
    assert f"显示 {few} 条" in told
    tab.open(f"{address}tasks/{search}")
    again = tab.run(SHOWN + "return [...document.querySelectorAll('tr[data-text]')].filter(shown).length;")
    assert again == few


def test_a_list_that_one_comes_back_to_is_as_it_was_with_its_controls(page, address):
    tab = page("tasks/?text=" + "垃圾")
    before = tab.run(SHOWN + WAIT + STATE)
    assert before["words"] == "垃圾"
    tab.open(f"{address}laws/")
    tab.back()
    assert tab.run(SHOWN + WAIT + STATE) == before


def test_search_finds_the_same_as_in_the_browser_of_the_other_tests(page, browser, address):
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.goto(address)
    expected = tab.evaluate(f"async (queries) => (async function () {{ {FOUND} }})(queries)", QUERIES)
    tab.close()
    assert page().run(FOUND, QUERIES) == expected


def test_an_address_with_words_searches_for_them(page):
    found = page("search/?q=" + "垃圾").run(
        WAIT + "return (await until(() => document.querySelector('.md-search-result__link'))).textContent;"
    )
    assert "垃圾" in found


def test_the_scheme_is_switched_and_remembered(page, address):
    tab = page()
    scheme = "return document.body.getAttribute('data-md-color-scheme');"
    before = tab.run(scheme)
    tab.run(
        SHOWN
        + """
          [...document.querySelectorAll('[data-md-component=palette] label, [data-md-component=palette] button, [data-tool=scheme]')]
            .filter(shown)[0].click();
        """
    )
    after = tab.run(scheme)
    assert after != before
    tab.open(f"{address}laws/")
    assert tab.run(scheme) == after


def test_the_elders_version_is_switched_and_remembered(page, address):
    tab = page()
    tab.run("document.querySelector('[data-tool=elder]').click();")
    tab.open(f"{address}laws/")
    assert tab.run("return document.documentElement.classList.contains('elder');")


def test_the_menu_of_a_narrow_window_opens_and_closes(page):
    tab = page("", NARROW)
    opened, closed = tab.run(
        SHOWN
        + WAIT
        + """
          const button = document.querySelector('button.md-header__button[for=__drawer]');
          const link = document.querySelector('.md-sidebar--primary a[href*=laws]');
          const inside = () => { const box = link.getBoundingClientRect(); return box.left >= 0 && box.right > 0; };
          button.click();
          await until(inside);
          const opened = button.getAttribute('aria-expanded');
          document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
          await until(() => !inside());
          return [opened, button.getAttribute('aria-expanded')];
        """
    )
    assert (opened, closed) == ("true", "false")


def test_no_control_is_shown_that_does_nothing(page):
    tab = page("laws/")
    assert tab.run(
        SHOWN
        + """
          const aloud = document.querySelector('[data-tool=aloud]');
          return !shown(aloud) || 'speechSynthesis' in window;
        """
    )
