"""The page that stays where something has moved away: plain HTML without a script, good under any prefix and from a disk."""

from urllib.parse import urljoin

from ..site.events import subjects
from ..site.site import Site
from .template import fill


def redirects(site: Site, site_url: str) -> dict[str, str]:
    """Return the pages at the old addresses, by file.

    In: where the site will stand, for the canonical address; empty where that is not known.
    """
    names = subjects(site)
    return {
        f"{one.old}index.html": fill(
            "redirect",
            site=site,
            root="../" * one.old.count("/"),
            to=one.new,
            subject=names[one.new],
            reason=one.reason,
            canonical=urljoin(site_url, one.new) if site_url else "",
        )
        for one in site.registry.registrations
        if one.new and one.old in site.registry.moved_pages
    }
