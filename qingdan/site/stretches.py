"""Long lists on several pages: no list page holds more than a thousand rows (design §7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Entry
from ..model.own import own_fields
from ..model.parts import part_of
from .site import Site

LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a list with a page of its own: its address, its title, its rows."""

    path: str
    title: str
    entries: tuple[Entry, ...]


def stretches(site: Site, entries: tuple[Entry, ...]) -> tuple[Stretch, ...]:
    """Return the pages of a list that is too long for one, by 领域, then by number; none while one page holds it.

    In: the entries of one list, by number.
    """
    return tuple(_stretches(site, entries)) if len(entries) > LIMIT else ()


def every_stretch(site: Site) -> dict[str, Stretch]:
    """Return the stretches of all lists by address."""
    return {one.path: one for entries in site.lists.values() for one in stretches(site, entries)}


def _stretches(site: Site, entries: tuple[Entry, ...]) -> Iterator[Stretch]:
    for field in site.vocab.lists[own_fields(type(entries[0]))["field"].section]:
        members = tuple(entry for entry in entries if entry.field == field.name)
        path = f"{part_of(entries[0]).address}field/{field.slug}/"
        for start in range(0, len(members), LIMIT):
            rows = members[start : start + LIMIT]
            between = f"（{rows[0].id} 至 {rows[-1].id}）" if len(members) > LIMIT else ""
            yield Stretch(f"{path}{start // LIMIT + 1}/" if start else path, f"{field.name}{between}", rows)
