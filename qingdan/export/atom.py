"""Feeds as Atom (RFC 4287): text as text, names that outlive moves of the site, days and never the clock."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from io import BytesIO
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from ..site.site import Site
from .feed import Feed, feed_path, feeds_of
from .identity import uuid_of

_CHINA = timezone(timedelta(hours=8))


def atom(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every feed; none where the site's address, which Atom requires, is not known."""
    if site.publication.address:
        for feed in feeds_of(site):
            yield feed_path(feed.page), _written(site, feed)


class _Atom(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """The library's feed with what it lacks: `type="text"`, links to the evidence, and a date when nothing happened."""

    def latest_post_date(self) -> datetime:
        found: datetime = max((item["updateddate"] for item in self.items), default=self.feed["otherwise"])
        return found

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["text"], {"type": "text"})
        for title, href in item["related"]:
            handler.addQuickElement("link", "", {"rel": "related", "href": href, "title": title})


def _written(site: Site, feed: Feed) -> bytes:
    address = site.publication.address
    atom = _Atom(
        title=feed.title,
        link=f"{address}{feed.page}",
        description=None,
        language="zh-CN",
        author_name=site.body.publisher,
        feed_url=f"{address}{feed_path(feed.page)}",
        feed_guid=uuid_of(site, site.registry.first_address(feed.page)).urn,
        otherwise=_midnight(site.as_of),
    )
    for item in feed.items:
        atom.add_item(
            title=item.title,
            link=f"{address}{item.path}{'#' if item.anchor else ''}{item.anchor}",
            description=None,
            unique_id=uuid_of(site, item.name).urn,
            updateddate=_midnight(item.day),
            categories=[item.kind],
            text=item.text,
            related=[
                (
                    f"{citation.evidence.report}年度报告 {citation.evidence.paragraph}",
                    f"{address}reports/{citation.evidence.report}/#{citation.anchor}",
                )
                for citation in item.citations
            ],
        )
    file = BytesIO()
    atom.write(file, "utf-8")
    return file.getvalue()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _CHINA)
