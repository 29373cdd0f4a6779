"""A department whose every text tries to break out, beside its harmless twin: the same pages, the words as they were typed."""

import html
import re
from collections import Counter
from xml.etree import ElementTree

import html5lib
import pytest

from qingdan.publish.theme_values import names
from qingdan.render.opensearch import open_search
from qingdan.render.redirect import redirects
from qingdan.site.check import open_site
from qingdan.site.publication import Publication
from tests.built import hostile

from .outputs import outputs, rendered
from .sample import AS_OF, sample, write

CUT_SHORT = "page coverage"
"""The page that shows the first and last words of a paragraph only."""

PLAIN = re.compile(r"平常的文字(\d+)")


def site_of(words, folder):
    hostile.write(folder, words)
    return open_site(folder, AS_OF, publication=Publication("https://example.org/", ""))


@pytest.fixture(scope="module")
def attacked_site(tmp_path_factory):
    return site_of(hostile.attempts(), tmp_path_factory.mktemp("attacked") / "data")


@pytest.fixture(scope="module")
def both(attacked_site, tmp_path_factory):
    """The outputs of the department and of its twin."""
    return outputs(attacked_site), outputs(site_of(hostile.harmless(), tmp_path_factory.mktemp("twin") / "data"))


@pytest.fixture(scope="module")
def attempts():
    texts = hostile.attempts()
    return [next(texts) for _ in range(1000)]


def test_no_text_changes_what_a_page_is_made_of(both):
    attacked, twin = both
    shapes = [name for name in twin if name.startswith("shape ")]
    assert len(shapes) > 20
    assert [name for name in shapes if attacked[name] != twin[name]] == []


@pytest.mark.parametrize("kind", ["page", "front", "search", "file"])
def test_every_text_comes_out_where_a_harmless_one_does(both, attempts, kind):
    attacked, twin = both
    names = [name for name in twin if name.startswith(kind) and name != CUT_SHORT]
    wanted = {
        name: Counter(_attempted(text, attempts) for text in twin[name].elements() if PLAIN.search(text))
        for name in names
    }
    assert sum(map(len, wanted.values())) > 10
    assert {name: lost for name in names if (lost := wanted[name] - attacked[name])} == {}


def _attempted(text, attempts):
    return PLAIN.sub(lambda found: attempts[int(found[1])], text)


def test_the_theme_gets_the_name_and_the_description_of_the_site_as_html(attacked_site):
    shown = names(attacked_site)
    assert not any(set(text) & set("<>\"'") for text in shown.values())
    assert html.unescape(shown["site_name"]) == attacked_site.body.title
    assert html.unescape(shown["site_description"]) == attacked_site.body.about


def test_the_description_of_the_search_says_the_first_words_as_they_were_typed(attacked_site):
    root = ElementTree.fromstring(open_search(attacked_site, "https://example.org/?a&b"))
    said = {node.tag.partition("}")[2]: node.text for node in root}
    assert said["ShortName"] == attacked_site.body.title[:16]
    assert said["Description"] == attacked_site.body.about[:1024]


def test_a_tab_inside_a_text_comes_through_markdown(department):
    department.edit("tasks/tasks.yml", "内容: 文件出台前先审核。", "内容: '文件\t出台前先审核。'")
    page = rendered(open_site(department.folder, AS_OF))["tasks/rw-001.md"]
    [lead] = [node for node in html5lib.parse(page).iter() if node.get("class") == "lead"]
    assert lead.text == "文件\t出台前先审核。"


def test_the_page_that_stays_at_an_old_address_has_a_policy_that_allows_nothing(department):
    write(sample(), department.folder.with_name("moved"))
    [page] = redirects(open_site(department.folder.with_name("moved"), AS_OF), "").values()
    [policy] = [node for node in html5lib.parse(page).iter() if node.get("http-equiv") == "Content-Security-Policy"]
    assert policy.get("content") == "default-src 'none'; base-uri 'none'; form-action 'none'"
