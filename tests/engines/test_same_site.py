"""Whatever engine builds it, the site is the same for those who link to it, read it and reuse it."""

import re
from pathlib import Path

from .pair import THEME, files, shared_files

GUIDE = Path("docs/guide/engines.md").read_text(encoding="utf-8")


def differing(pair, what):
    return {name: (one, other) for name, a, b in pair.pages if (one := what(a)) != (other := what(b))}


def test_the_addresses_are_the_same(pair):
    assert shared_files(pair.mkdocs) == shared_files(pair.other)
    assert len(pair.pages) > 10


def test_files_that_only_one_engine_makes_are_listed_in_the_guide(pair):
    only_one = {*files(pair.mkdocs)} ^ {*files(pair.other)}
    assert [name for name in only_one if not name.startswith(THEME) and f"`{name}`" not in GUIDE] == []


def test_the_data_files_are_the_same_byte_for_byte(pair):
    data = {name for name in shared_files(pair.mkdocs) if not name.endswith(".html")}
    assert {
        "assets/search/index.json",
        "opensearch.xml",
        "data/v1/index.json",
        "tasks/atom.xml",
        "calendar/all.ics",
    } <= data
    assert {n for n in data if (pair.mkdocs / n).read_bytes() != (pair.other / n).read_bytes()} == set()


def test_an_old_address_leads_on_and_is_the_same_byte_for_byte(pair):
    old = "tasks/rw-900/index.html"
    if (pair.mkdocs / old).exists():
        assert (pair.mkdocs / old).read_bytes() == (pair.other / old).read_bytes()


def test_the_site_map_offers_the_same_addresses(pair):
    one, other = (
        set(re.findall("<loc>(.*?)</loc>", (folder / "sitemap.xml").read_text(encoding="utf-8")))
        for folder in (pair.mkdocs, pair.other)
    )
    assert one == other
    assert len(one) > 10


def test_the_anchors_are_the_same(pair):
    assert differing(pair, lambda page: page.anchors) == {}


def test_the_policy_stands_on_every_page_and_is_the_same(pair):
    assert all(other.policy and "'unsafe" not in other.policy for _, _, other in pair.pages)
    assert differing(pair, lambda page: page.policy) == {}


def test_the_main_text_is_the_same(pair):
    assert differing(pair, lambda page: page.text) == {}


def test_the_links_in_it_are_the_same(pair):
    assert differing(pair, lambda page: page.links) == {}


def test_titles_descriptions_and_canonical_addresses_are_the_same(pair):
    assert differing(pair, lambda page: (page.title, page.described, page.canonical)) == {}
