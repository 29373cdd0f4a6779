"""The lists: the picture of their states, what narrows them, and their rows; on several pages when they are long."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Entry
from ..model.own import named, own_fields
from ..model.parts import LISTS, Part, part_at, part_of
from ..model.status import LAW_CHANGED
from ..model.vocab import Term
from ..site.draft import title_of
from ..site.site import Site
from ..site.stretches import LIMIT, Stretch, every_stretch, stretches
from ..text.dates import Moment
from .picture import picture
from .template import fill


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows a list, and how many rows have it."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list: its name in the address and on the rows, its title, its choices under headings."""

    name: str
    title: str
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]


def entry_list(site: Site, folder: str, root: str) -> str:
    """Return a list as one table, or its pages where it is too long for one. Raises KeyError where there is no such list."""
    return _list(site, part_at(folder), None, root)


def list_title(site: Site, folder: str, root: str) -> str:
    """Return a list's title as plain text, for the heading of its page. Raises KeyError where there is no such list."""
    return title_of(site, part_at(folder))


def list_stretch(site: Site, path: str, root: str) -> str:
    """Return the page of the stretch at this address. Raises KeyError when there is none."""
    stretch = every_stretch(site)[path]
    return _list(site, part_of(stretch.entries[0]), stretch, root)


def stretches_of_owner(site: Site, name: str) -> list[tuple[str, Stretch, int]]:
    """Return the pages with an owner's entries when these are too many for one: list name, page, number of entries."""
    if len(site.by_owner[name]) <= LIMIT:
        return []
    counted = [
        (part.name, stretch, sum(name in entry.owners for entry in stretch.entries))
        for part in LISTS
        for entries in [site.lists[part.folder]]
        for stretch in stretches(site, entries) or (Stretch(part.address, "全部", entries),)
    ]
    return [page for page in counted if page[-1]]


def _list(site: Site, part: Part, stretch: Stretch | None, root: str) -> str:
    every = site.lists[part.folder]
    entries = stretch.entries if stretch else every
    split, said = stretches(site, entries), site.said_once[part.folder]
    open_entries = site.current(entries)
    return fill(
        "list",
        site=site,
        root=root,
        entries=entries,
        open=open_entries,
        whole=site.current(every),
        caption=f"{part.name}：{stretch.title}" if stretch else part.name,
        crumb=part if stretch else None,
        heading=f"{title_of(site, part)}：{stretch.title}" if stretch else "",
        stretches=split,
        picture=picture(site, open_entries),
        by_flag=[pair for pair in site.count_by_flag(entries) if pair not in said],
        said_once=said,
        facets=() if split else tuple(facets(site, entries)),
        marks={} if split else {entry.id: row_marks(site, entry) for entry in entries},
    )


def facets(site: Site, entries: tuple[Entry, ...]) -> Iterator[Facet]:
    """Yield what narrows a list. The few states are all there, even those none has; of other lists what occurs."""
    if not entries:
        return
    vocab, own = site.vocab, own_fields(type(entries[0]))
    named = (pair for entry in entries for pair in slugs_of(site, entry).items())
    counts = Counter((name, slug) for name, slugs in named for slug in slugs)

    def choices(name: str, terms: Iterable[Term], *, empty: bool = False) -> tuple[Choice, ...]:
        found = (Choice(term.slug, term.name, counts[name, term.slug]) for term in terms)
        return tuple(choice for choice in found if choice.count or empty)

    computed = [site.shaped[term.name] for term in vocab.computed_now if term.name != LAW_CHANGED]
    states = (("记录的状态", vocab.statuses), ("推算的状态", computed))
    yield Facet("status", "状态", tuple((title, choices("status", terms, empty=True)) for title, terms in states))
    for field, one in sorted(own.items(), key=lambda pair: pair[0] != "field"):
        if one.facet:
            few = not one.many and field != "field"
            yield Facet(one.facet, one.title, (("", choices(one.facet, vocab.lists[one.section], empty=few)),))
    yield Facet("owner", "责任主体", (("", choices("owner", vocab.owners)),))
    years = sorted({entry.year for entry in entries}, reverse=True)
    yield Facet("year", "年度", (("", tuple(Choice(str(y), str(y), counts["year", str(y)]) for y in years)),))
    yield Facet("confirmed", "核定", (("", choices("confirmed", vocab.confirmations, empty=True)),))
    yield Facet("basis", "依据", (("", (Choice("changed", "已变动", counts["basis", "changed"]),)),))


def slugs_of(site: Site, entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return an entry's values by facet, as they stand in addresses and on its row."""

    def slugs(section: str, *names: str) -> tuple[str, ...]:
        return tuple(site.vocab.term(section, name).slug for name in names)

    flags = tuple(flag.slug for flag in site.flags(entry) if flag.name != LAW_CHANGED)
    own = own_fields(type(entry)).items()
    found = {one.facet: slugs(one.section, *named(entry, field)) for field, one in own if one.facet}
    return {
        "status": (site.status(entry).slug, *flags),
        **{"field": found.pop("field"), **found},
        "owner": slugs("责任主体", *entry.owners),
        "year": (str(entry.year),),
        "confirmed": slugs("核定", entry.confirmed),
        "basis": ("changed",) if len(flags) < len(site.flags(entry)) else (),
    }


def row_marks(site: Site, entry: Entry) -> dict[str, str]:
    """Return what a row carries for `lists.js`: the values of each facet, its last day, the words that it does not show."""
    laws = [site.laws[reference.law] for reference in entry.laws]
    names = [name for law in laws for name in (law.name, law.short)]
    return {
        **{name: " ".join(slugs) for name, slugs in slugs_of(site, entry).items() if slugs},
        **({"due": entry.due.last.isoformat()} if isinstance(entry.due, Moment) else {}),
        "text": "；".join([entry.content, *names]),
    }
