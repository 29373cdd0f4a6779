"""The two lists: the picture of their states, what narrows them, and their rows; in parts when they are long."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..address import list_of
from ..model import ALWAYS, Entry, Publicity
from ..parts import LIMIT, Part, every_part, parts
from ..site import Site
from ..status import LAW_CHANGED
from ..vocab import Term
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


def publicity_list(site: Site, root: str) -> str:
    """Return 普法责任清单 as one table, or its parts."""
    return _list(site, site.publicity, "普法责任清单", root)


def task_list(site: Site, root: str) -> str:
    """Return 法治建设任务清单 as one table, or its parts."""
    return _list(site, site.tasks, "法治建设任务清单", root)


def list_part(site: Site, path: str, root: str) -> str:
    """Return the page of the part at this address. Raises KeyError when there is none."""
    part = every_part(site)[path]
    whole = list_of(part.entries[0])
    return _list(site, part.entries, f"{whole[0]}：{part.title}", root, whole=whole)


def parts_of_owner(site: Site, name: str) -> list[tuple[str, Part, int]]:
    """Return the pages with an owner's entries when these are too many for one: list name, page, number of entries."""
    if len(site.by_owner[name]) <= LIMIT:
        return []
    pages = [
        (list_of(entries[0]), part)
        for entries in (site.publicity, site.tasks)
        if entries
        for part in parts(site, entries) or (Part(list_of(entries[0])[1], "全部", entries),)
    ]
    counted = [(whole[0], part, sum(name in entry.owners for entry in part.entries)) for whole, part in pages]
    return [page for page in counted if page[-1]]


def _list(site: Site, entries: tuple[Entry, ...], caption: str, root: str, whole: tuple[str, str] | None = None) -> str:
    split, open_entries = parts(site, entries), site.current(entries)
    return fill(
        "list",
        site=site,
        root=root,
        entries=entries,
        open=open_entries,
        caption=caption,
        whole=whole,
        parts=split,
        picture=picture(site, open_entries),
        by_flag=site.count_by_flag(entries),
        facets=() if split else tuple(facets(site, entries)),
        marks={} if split else {entry.id: row_marks(site, entry) for entry in entries},
    )


def facets(site: Site, entries: tuple[Entry, ...]) -> Iterator[Facet]:
    """Yield what narrows a list. The few states are all there, even those none has; of other lists what occurs."""
    if not entries:
        return
    vocab, publicity = site.vocab, isinstance(entries[0], Publicity)
    counts = Counter(
        (name, slug) for entry in entries for name, slugs in slugs_of(site, entry).items() for slug in slugs
    )

    def choices(name: str, terms: Iterable[Term], *, empty: bool = False) -> tuple[Choice, ...]:
        found = (Choice(term.slug, term.name, counts[name, term.slug]) for term in terms)
        return tuple(choice for choice in found if choice.count or empty)

    computed = [term for term in vocab.computed if term.name != LAW_CHANGED]
    states = (("记录的状态", vocab.statuses), ("推算的状态", computed))
    yield Facet("status", "状态", tuple((title, choices("status", terms, empty=True)) for title, terms in states))
    yield Facet("field", "领域", (("", choices("field", vocab.law_topics if publicity else vocab.task_fields)),))
    if publicity:
        yield Facet("audience", "普法对象", (("", choices("audience", vocab.audiences)),))
    else:
        yield Facet("kind", "类别", (("", choices("kind", vocab.task_kinds, empty=True)),))
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
    publicity = isinstance(entry, Publicity)
    return {
        "status": (site.status(entry).slug, *flags),
        "field": slugs("法规领域" if publicity else "任务领域", entry.field),
        **({"audience": slugs("对象", *entry.audiences)} if publicity else {"kind": slugs("任务类别", entry.kind)}),
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
        **({} if entry.due == ALWAYS else {"due": entry.due.last.isoformat()}),
        "text": "；".join([entry.content, *names]),
    }
