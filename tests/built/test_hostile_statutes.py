"""Archived laws that try to break out of the page stay words, in every place that shows them, and every file stays whole."""

import json
from xml.etree import ElementTree

import pytest

from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site
from qingdan.text.folded import folded
from qingdan.text.statute import parse
from tests.browser import watched

from . import hostile_statute
from .conftest import AS_OF
from .test_validity import vnu

LAW = "laws/water-use-rules/"
HOLDING = ("publicity/pf-001/", "tasks/rw-002/", "topics/water/")
"""Pages that show the words of cited articles."""


class Department:
    """The attacked department: what was put into its laws, its site below the served root, its address."""

    def __init__(self, root, address, data):
        self.put_in = hostile_statute.write(data)
        self.data = data
        self.address = f"{address.rpartition('/duty/')[0]}/hostile/"
        self.folder = root / "hostile"
        self.site = open_site(data, AS_OF)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", self.address)
            publish(data, self.folder, AS_OF, lambda built: None)
        self.pages = [
            f"{path.parent.relative_to(self.folder).as_posix()}/"
            for path in sorted(self.folder.glob(f"{LAW}**/index.html"))
        ]


@pytest.fixture(scope="module")
def attacked(root, address, tmp_path_factory):
    return Department(root, address, tmp_path_factory.mktemp("hostile") / "data")


@pytest.fixture
def tab(browser, attacked):
    context = browser.new_context(viewport={"width": 320, "height": 700}, base_url=attacked.address)
    page = context.new_page()
    noted = watched(page, attacked.address)
    yield page
    assert noted == []
    context.close()


def test_nothing_in_a_law_runs_or_widens_the_page(attacked, tab):
    for path in (*attacked.pages, *HOLDING):
        tab.goto(path)
        tab.evaluate("document.querySelectorAll('#main details').forEach(one => { one.open = true; })")
        assert tab.evaluate("window.hit") is None, path
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert (
            tab.locator(
                "#main :is(script:not([type='application/ld+json']), style, iframe, form, textarea, base)"
            ).count()
            == 0
        )


def test_every_word_that_was_put_in_is_shown_as_text(attacked, tab):
    for version, texts in attacked.put_in.items():
        shown = ""
        for path in (one for one in attacked.pages if one.startswith(f"{LAW}{version}/") and "changes" not in one):
            tab.goto(path)
            shown += tab.locator("#main").text_content()
        for text in texts:
            assert folded(text) in folded(shown), version


def test_folds_show_the_words_as_text(attacked, tab):
    words = parse((attacked.data / "laws/texts/water-use-rules.2023-11-30.txt").read_text(encoding="utf-8"))
    for path in HOLDING:
        tab.goto(path)
        shown = "".join(tab.locator(".words blockquote").all_text_contents())
        assert folded(words.article("a-9").whole) in folded(shown), path


def test_pages_are_valid_and_the_check_of_the_built_site_has_nothing_against_them(attacked):
    assert vnu(attacked.folder / "laws") == []
    assert faults(attacked.site, attacked.folder) == []


def test_files_stay_whole_and_hold_the_words_byte_for_byte(attacked):
    for file in attacked.folder.rglob("*.json"):
        json.loads(file.read_bytes())
    for file in (*attacked.folder.rglob("*.xml"), *attacked.folder.rglob("*.svg")):
        ElementTree.parse(file)
    for text in attacked.site.data.texts:
        blocks = json.loads((attacked.folder / f"data/v1/{LAW}{text.version}.json").read_bytes())["statute"]["blocks"]
        archived = (attacked.data / f"laws/texts/{text.law}.{text.version}.txt").read_bytes()
        assert "".join(block["raw"] for block in blocks).encode() == archived
