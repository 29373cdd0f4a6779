"""Long lists on several pages: no page holds more than three hundred rows of one, be it of entries or of laws."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..model.own import own_fields
from ..model.parts import LAWS, LISTS, Part
from ..model.vocab import Term, Topic
from .draft import title_of
from .site import Site

LIMIT = 300
"""How many rows a page holds."""

Group = tuple[Term | Topic, tuple[str, ...]]
"""What a list is parted by, and the 编号 or 标识 of what it holds of it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a list with a page of its own: its address, its title, the list, the 编号 or 标识 of its rows."""

    path: str
    title: str
    part: Part
    ids: tuple[str, ...]


def stretches(site: Site, part: Part) -> tuple[Stretch, ...]:
    """Return the pages of a list that is too long for one, in its order; none while one page holds it."""
    return tuple(one for one in every_stretch(site).values() if one.part is part)


def long_lists(site: Site) -> tuple[Part, ...]:
    """Return the lists, the library among them, that are too long for one page."""
    return tuple(dict.fromkeys(one.part for one in every_stretch(site).values()))


@lru_cache(maxsize=1)
def every_stretch(site: Site) -> dict[str, Stretch]:
    """Return the stretches of all lists by address: entries by 领域, then by number; laws by 效力级别."""
    lists = {part: ("field", _by_field(site, part), len(site.lists[part.folder])) for part in LISTS}
    parted = {**lists, LAWS: ("level", _by_level(site), len(site.laws))}
    return {
        one.path: one
        for part, (name, groups, rows) in parted.items()
        if rows > LIMIT
        for group in groups
        for one in _stretches(part, name, group)
    }


def title_of_stretch(site: Site, stretch: Stretch) -> str:
    """Return the title of a stretch's page: the list's, then its own."""
    whole = title_of(site, stretch.part) if stretch.part in LISTS else stretch.part.name
    return f"{whole}：{stretch.title}"


def _by_field(site: Site, part: Part) -> Iterator[Group]:
    entries = site.lists[part.folder]
    for field in site.vocab.lists[own_fields(type(entries[0]))["field"].section]:
        yield field, tuple(entry.id for entry in entries if entry.field == field.name)


def _by_level(site: Site) -> Iterator[Group]:
    for level in site.vocab.levels:
        yield level, tuple(law.id for law in site.laws.values() if law.level == level.name)


def _stretches(part: Part, name: str, group: Group) -> Iterator[Stretch]:
    term, ids = group
    path = f"{part.address}{name}/{term.slug}/"
    for start in range(0, len(ids), LIMIT):
        rows = ids[start : start + LIMIT]
        between = f"{rows[0]} 至 {rows[-1]}" if part.prefix else f"第 {start + 1} 至 {start + len(rows)} {part.unit}"
        title = f"{term.name}（{between}）" if len(ids) > LIMIT else term.name
        yield Stretch(f"{path}{start // LIMIT + 1}/" if start else path, title, part, rows)
