"""The feeds and the calendar of the built site: found from its pages, and every link in them leads somewhere."""

from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
import vobject

from .conftest import text_of

ATOM = "{http://www.w3.org/2005/Atom}"
TYPE = "application/atom+xml"


@pytest.fixture(scope="module")
def pages(site):
    """The pages that can be subscribed to."""
    return ["changes/", "publicity/", "tasks/", "topics/", *(f"owners/{owner.slug}/" for owner in site.vocab.owners)]


def test_pages_that_change_offer_their_feed_to_programs_and_to_people(page, folder, pages):
    for path in pages:
        [link] = page(path).all("link", type=TYPE)
        feed = ElementTree.parse(folder / path / link.get("href")).getroot()
        assert (link.get("rel").split(), link.get("title")) == (["alternate"], feed.findtext(f"{ATOM}title"))
        [shown] = [a for a in page(path).all("a") if text_of(a) == "订阅更新"]
        assert shown.get("href") == link.get("href")


def test_no_other_page_offers_one_and_no_other_feed_is_there(folder, pages):
    offering = {file for file in folder.rglob("*.html") if TYPE in file.read_text(encoding="utf-8")}
    assert offering == {folder / path / "index.html" for path in pages}
    assert {*folder.rglob("*.xml")} == {
        *(folder / path / "atom.xml" for path in pages),
        folder / "opensearch.xml",
        folder / "sitemap.xml",
    }


def test_the_calendar_offers_itself(page, folder):
    [link] = [a for a in page("calendar/").all("a") if text_of(a) == "放进自己的日历"]
    assert (folder / "calendar" / link.get("href")).resolve() == folder / "calendar/all.ics"


def test_every_link_in_a_feed_leads_somewhere(page, folder, address, pages):
    seen = set()
    for path in pages:
        feed = ElementTree.parse(folder / path / "atom.xml")
        seen |= {link.get("href") for link in feed.iter(f"{ATOM}link")}
    assert any("#record-" in link for link in seen)
    assert any("/reports/" in link for link in seen)
    for link in seen:
        leads(link, address, folder, page)


def test_every_link_in_the_calendar_leads_somewhere(page, folder, address):
    calendar = vobject.readOne((folder / "calendar/all.ics").read_text(encoding="utf-8"))
    assert {event.categories.value[0] for event in calendar.vevent_list} <= {"普法节点", "时限", "年度报告"}
    for event in calendar.vevent_list:
        leads(event.url.value, address, folder, page)


def leads(link, address, folder, page):
    """Assert that a link leads to a file of the built site, and to its anchor."""
    assert link.startswith(address)
    path, anchor = urldefrag(link.removeprefix(address))
    assert (folder / path / "index.html" if path.endswith("/") else folder / path).is_file(), link
    if anchor:
        assert any(node.get("id") == anchor for node in page(path).root.iter()), link
