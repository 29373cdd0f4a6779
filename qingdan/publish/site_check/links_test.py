from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import AS_OF

from ...site.check import open_site
from ...site.repository import NOWHERE
from .links import Link, Reference, Ways, lost, references, strangers

PAGES = ("index.html", "tasks/index.html", "tasks/rw-001/index.html", "laws/old/index.html")


@pytest.fixture
def ways(tmp_path):
    for path in ("outside.html", *(f"site/{page}" for page in PAGES)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("<p>", encoding="utf-8")
    return Ways(tmp_path / "site")


@pytest.mark.parametrize(
    ("target", "page"),
    [
        ("#a", "tasks/rw-001/index.html"),
        ("./#a", "tasks/rw-001/index.html"),
        ("index.html?x=1#a", "tasks/rw-001/index.html"),
        ("../#a", "tasks/index.html"),
        ("../index.html#a", "tasks/index.html"),
        ("../../#a", "index.html"),
        ("../..//laws/old#a", "laws/old/index.html"),
        ("../../laws/old/../old/#a", "laws/old/index.html"),
        ("%2E%2E/../laws/%6Fld/#%61", "laws/old/index.html"),
    ],
)
def test_a_link_leads_to_a_place_in_a_page(ways, target, page):
    path = "tasks/rw-001/index.html"
    ends = ways.ends(path, frozenset({Reference("a", None, target)}))
    assert not list(lost(ends))
    assert list(ways.links(path, ends)) == [Link(path, target, page, "a")]


@pytest.mark.parametrize(
    "target",
    [
        "../rw-002/",
        "../../laws/",
        "../../laws/new/../old/",
        "/laws/old/",
        "../../../laws/old/",
        "../../../outside.html#a",
        "x" * 200,
    ],
)
def test_a_link_that_leads_nowhere_is_named(ways, target):
    ends = ways.ends("tasks/rw-001/index.html", frozenset({Reference("a", None, target)}))
    assert list(lost(ends)) == [f"链接没有着落：{target}"]


def test_an_address_elsewhere_is_none_of_the_ways(ways):
    assert ways.ends("index.html", frozenset({Reference("a", None, "https://example.gov.cn/")})) == {}


def test_every_kind_of_element_that_asks_for_something_is_seen_once():
    tree = LexborHTMLParser(
        '<a href="b">x</a><a href="b">y</a><a href>z</a><link rel="icon" href="c"><img src="d">'
        '<q cite="e">q</q><svg><use xlink:href="f"/></svg>'
    )
    assert references(tree) == {
        Reference("a", None, "b"),
        Reference("a", None, ""),
        Reference("link", "icon", "c"),
        Reference("img", None, "d"),
        Reference("q", None, "e"),
        Reference("use", None, "f"),
    }


def test_an_element_that_asks_for_two_things_is_seen_with_both():
    tree = LexborHTMLParser('<img src="a"><script href="b" src="//elsewhere.invalid/c"></script>')
    assert {reference.target for reference in references(tree)} == {"a", "b", "//elsewhere.invalid/c"}


@pytest.mark.parametrize(
    ("target", "strange"),
    [
        ("https://github.com/owner/name", False),
        ("https://github.com/owner/name/issues", False),
        ("https://github.com/owner/name-too", True),
        ("https://github.com/other", True),
    ],
)
def test_a_page_may_link_to_its_own_repository_and_to_no_other(department, target, strange):
    site = open_site(department.folder, AS_OF, replace(NOWHERE, name="owner/name"))
    asked = frozenset({Reference("a", None, target)})
    assert list(strangers(asked, site)) == ([f"引用了别的网站：{target}"] if strange else [])
