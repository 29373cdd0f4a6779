"""The lists: what narrows them, their rows by 领域, the picture of their states; their pages where they are long."""

from collections.abc import Iterable, Iterator

from ..model import Entry
from ..model.own import named, own_fields
from ..model.parts import part_at, part_of
from ..model.status import LAW_CHANGED, RETIRED
from ..model.vocab import Term
from ..site.draft import title_of
from ..site.site import Site, grouped
from ..site.stretches import stretches
from ..site.views import View, view_of
from ..text.dates import Moment
from .facets import Facet, Marks, facet
from .picture import picture
from .template import fill

Group = tuple[str, tuple[Entry, ...]]
"""Rows of a list under a heading; it is empty where all rows are of one kind."""


def entry_list(site: Site, folder: str, root: str) -> str:
    """Return a list as one table, or its pages where it is too long for one. Raises KeyError where there is no such list."""
    part = part_at(folder)
    entries, split, said = site.lists[folder], stretches(site, part), site.said_once[folder]
    open_entries = site.current(entries)
    marks = marks_of(site, entries)
    return fill(
        "list",
        site=site,
        root=root,
        list=part,
        entries=entries,
        open=open_entries,
        stretches=split,
        groups=() if split else grouped_rows(site, entries),
        picture=picture(site, open_entries),
        by_flag=[pair for pair in site.count_by_flag(entries) if pair not in said],
        said_once=said,
        documents=[
            site.documents[id] for id in dict.fromkeys(one.document for entry in entries for one in entry.list_words)
        ],
        views=facet("view", "看哪些", marks.values(), ("", [(view.value, view.title) for view in View])),
        facets=tuple(facets(site, entries, tuple(marks.values()))),
        marks=marks,
    )


def list_title(site: Site, folder: str, root: str) -> str:
    """Return a list's title as plain text, for the heading of its page. Raises KeyError where there is no such list."""
    return title_of(site, part_at(folder))


def grouped_rows(site: Site, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
    """Return the rows of a table by 领域, or by list where they are of several; what has left its list comes last."""
    parts = {part_of(entry): type(entry) for entry in entries}
    several = len(parts) > 1

    def heading(entry: Entry) -> str:
        return RETIRED if site.retired(entry) else part_of(entry).name if several else entry.field

    fields = (
        field.name for record in parts.values() for field in site.vocab.lists[own_fields(record)["field"].section]
    )
    titles = (part.name for part in parts) if several else fields
    found = grouped((heading(entry), entry) for entry in entries)
    groups = tuple((title, found[title]) for title in (*titles, RETIRED) if title in found)
    return groups if len(groups) > 1 else (("", entries),)


def marks_of(site: Site, entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    """Return what the rows of some entries carry, by 编号."""
    return {entry.id: row_marks(site, entry) for entry in entries}


def facets(site: Site, entries: tuple[Entry, ...], rows: tuple[Marks, ...]) -> Iterator[Facet]:
    """Yield what narrows a list, with all words of the vocabulary that its rows may have."""
    if not rows:
        return
    vocab, own = site.vocab, own_fields(type(entries[0]))

    def words(terms: Iterable[Term]) -> list[tuple[str, str]]:
        return [(term.slug, term.name) for term in terms]

    computed = [site.shaped[term.name] for term in vocab.computed_now if term.name != LAW_CHANGED]
    states = (("记录的状态", words(vocab.statuses)), ("推算的状态", words(computed)))
    yield facet("status", "状态", rows, *states)
    for one in (own["field"], *(one for name, one in own.items() if name != "field")):
        if one.facet:
            yield facet(one.facet, one.title, rows, ("", words(vocab.lists[one.section])))
    yield facet("owner", "责任主体", rows, ("", words(vocab.owners)))
    years = sorted({str(entry.year) for entry in entries}, reverse=True)
    yield facet("year", "年度", rows, ("", [(year, year) for year in years]))
    yield facet("confirmed", "核定", rows, ("", words(vocab.confirmations)))
    yield facet("basis", "依据", rows, ("", [("changed", "已变动")]))


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
        "view": (view.value,) if (view := view_of(site, entry)) else (),
    }


def row_marks(site: Site, entry: Entry) -> dict[str, str]:
    """Return what a row carries: its values in each facet, its last day, the words to be found that it does not show."""
    laws = [site.laws[reference.law] for reference in entry.laws]
    names = [law.name if law.short in law.name else f"{law.name}；{law.short}" for law in laws]
    return {
        **{name: " ".join(slugs) for name, slugs in slugs_of(site, entry).items() if slugs},
        **({"due": entry.due.last.isoformat()} if isinstance(entry.due, Moment) else {}),
        "text": "；".join([entry.field, entry.content, *names]),
    }
