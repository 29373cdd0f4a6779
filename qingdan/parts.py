"""Long lists in parts: no list page holds more than a thousand rows (design §7)."""

from collections.abc import Iterator
from dataclasses import dataclass

from .address import list_of
from .model import Entry, Publicity
from .site import Site

LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list with a page of its own: its address, its title, its rows."""

    path: str
    title: str
    entries: tuple[Entry, ...]


def parts(site: Site, entries: tuple[Entry, ...]) -> tuple[Part, ...]:
    """Return the pages of a list that is too long for one, by 领域, then by number; none while one page holds it.

    In: the entries of one of the two lists, by number.
    """
    return tuple(_parts(site, entries)) if len(entries) > LIMIT else ()


def every_part(site: Site) -> dict[str, Part]:
    """Return the parts of both lists by address."""
    return {part.path: part for entries in (site.publicity, site.tasks) for part in parts(site, entries)}


def _parts(site: Site, entries: tuple[Entry, ...]) -> Iterator[Part]:
    fields = site.vocab.law_topics if isinstance(entries[0], Publicity) else site.vocab.task_fields
    for field in fields:
        members = tuple(entry for entry in entries if entry.field == field.name)
        path = f"{list_of(entries[0])[1]}field/{field.slug}/"
        for start in range(0, len(members), LIMIT):
            stretch = members[start : start + LIMIT]
            between = f"（{stretch[0].id} 至 {stretch[-1].id}）" if len(members) > LIMIT else ""
            yield Part(f"{path}{start // LIMIT + 1}/" if start else path, f"{field.name}{between}", stretch)
