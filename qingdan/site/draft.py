"""整理稿: what a list is called until the body has confirmed every entry that stands in it."""

from collections.abc import Iterable
from functools import lru_cache

from ..model import Entry
from ..model.parts import LISTS, Part
from .site import Site

UNCONFIRMED = "待核定"
"""The 核定 of an entry that the body has not confirmed."""


def waiting(entries: Iterable[Entry]) -> int:
    """Return how many of these entries the body has not confirmed."""
    return sum(entry.confirmed == UNCONFIRMED for entry in entries)


@lru_cache(maxsize=8)
def title_of(site: Site, part: Part) -> str:
    """Return a list's name, with （整理稿） while an entry that is not retired waits to be confirmed."""
    return f"{part.name}（整理稿）" if waiting(site.current(site.lists[part.folder])) else part.name


def list_titles(site: Site) -> dict[str, str]:
    """Return the title of each list by its address."""
    return {part.address: title_of(site, part) for part in LISTS}
