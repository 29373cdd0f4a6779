"""No page grows with the whole site, and nothing is lost from it: whatever the data, each record is reached by links alone."""

import re
from datetime import date
from pathlib import Path
from posixpath import join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import FIRST, SECOND
from qingdan.model.parts import ANSWERS, LAWS, LISTS, OWNERS, path_of
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.pages import pages
from qingdan.site.stretches import LIMIT
from tests.enlarged import enlarged

AS_OF = date(2026, 11, 23)
CALL = re.compile(r'\{\{ (\w+)\("?(\w*)"?\) \}\}')


@pytest.fixture(scope="module", params=[FIRST, SECOND], ids=["first", "second"])
def large(request):
    site = open_site(request.param, AS_OF)
    answers = {"answers": 700} if site.answers else {}
    return enlarged(site, tasks=700, publicity=700, laws=700, **answers)


@pytest.fixture(scope="module")
def built(large):
    """The HTML of every page by its address, without the theme's frame."""
    found = {page.address: _filled(large, page.macro, page.address, page.argument) for page in pages(large)}
    for path in Path("docs").rglob("*.md"):
        address = path.relative_to("docs").with_suffix("").as_posix().removesuffix("index")
        address = address if not address or address.endswith("/") else f"{address}/"
        calls = [one for one in CALL.findall(path.read_text(encoding="utf-8")) if one[0] != "data_files"]
        found[address] = "".join(_filled(large, name, address, *filter(None, [argument])) for name, argument in calls)
    return found


def _filled(site, macro, address, *arguments):
    return MACROS[macro](site, *arguments, root="../" * address.count("/") or "./")


def test_no_page_has_more_than_three_hundred_rows_or_lines_of_a_list(built):
    long = {}
    for address, html in built.items():
        tree = LexborHTMLParser(html)
        rows = len(tree.css("tbody tr:not(.list__group)"))
        lines = max((len([one for one in node.iter() if one.tag == "li"]) for node in tree.css("ul, ol")), default=0)
        if max(rows, lines) > LIMIT:
            long[address] = (rows, lines)
    assert long == {}


def test_no_page_has_more_links_than_a_few_for_each_of_its_rows(built):
    counts = {address: html.count("<a ") for address, html in built.items()}
    assert {address: count for address, count in counts.items() if count > 4 * LIMIT} == {}


@pytest.mark.parametrize("part", [*LISTS, LAWS, ANSWERS, OWNERS], ids=lambda part: part.folder)
def test_every_record_is_reached_from_its_list_by_links_alone(large, built, part):
    records = {
        LAWS: large.laws.values(),
        ANSWERS: large.given,
        OWNERS: large.vocab.owners,
        **{one: large.lists[one.folder] for one in LISTS},
    }[part]
    wanted = {one.id.lower() if part is ANSWERS else path_of(one) for one in records}
    places, seen, ahead = set(), set(), [part.address]
    while ahead:
        address = ahead.pop()
        if address in seen or address in wanted:
            continue
        seen.add(address)
        links = re.findall(r'href="([^"?#]+)', built[address])
        found = {f"{normpath(join(address, link))}/" for link in links if "://" not in link and "." not in link[-5:-1]}
        places |= found | set(re.findall(r' id="(wd-[0-9]+)"', built[address]))
        ahead += [place for place in found if place.startswith(part.address) and place in built]
    assert sorted(wanted - places) == []
