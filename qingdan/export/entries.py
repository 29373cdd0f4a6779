"""Entries of the lists → published records."""

from collections.abc import Iterable
from functools import lru_cache

from ..model import Entry, Evidence, LawRef
from ..model import Figure as TypedFigure
from ..model.address import anchors_of
from ..model.own import named, own_fields
from ..model.parts import path_of
from ..model.vocab import Term
from ..site.site import Citation, Site
from . import model
from .lists import ENTRIES


def word(term: Term) -> model.Word:
    """Return a term as other records name it."""
    return _word(term.slug, term.name)


@lru_cache(maxsize=1024)
def _word(slug: str, name: str) -> model.Word:
    return model.Word(slug=slug, name=name)


def words(site: Site, section: str, names: Iterable[str]) -> tuple[model.Word, ...]:
    """Return terms of one list of the vocabulary. Raises KeyError when the list has no such name."""
    return tuple(word(site.vocab.term(section, name)) for name in names)


def law_references(site: Site, references: Iterable[LawRef]) -> tuple[model.LawReference, ...]:
    """Return the laws that something rests on."""
    return tuple(
        model.LawReference(law=law.id, name=law.name, path=path_of(law), articles=reference.articles)
        for reference in references
        for law in [site.laws[reference.law]]
    )


@lru_cache(maxsize=1)
def listed(site: Site) -> dict[str, tuple[model.Entry, ...]]:
    """Return the lists by their folders, each by number."""
    return {
        part.folder: tuple(record(**_common(site, entry), **_own(site, entry)) for entry in site.lists[part.folder])
        for part, record in ENTRIES.items()
    }


def _own(site: Site, entry: Entry) -> dict[str, object]:
    """Return what is published of this entry's list alone."""
    found = {}
    for name, own in own_fields(type(entry)).items():
        values = words(site, own.section, named(entry, name)) if own.section else named(entry, name)
        found[name] = values if own.many else next(iter(values), None)
    return found


def _common(site: Site, entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "path": path_of(entry),
        "name": entry.name,
        "content": entry.content,
        "status": word(site.status(entry)),
        "flags": tuple(map(word, site.flags(entry))),
        "owners": words(site, "责任主体", entry.owners),
        "year": entry.year,
        "due": str(entry.due),
        "laws": law_references(site, entry.laws),
        "origin": word(site.vocab.term("来源", entry.origin)),
        "confirmed": word(site.vocab.term("核定", entry.confirmed)),
        "confirmed_on": str(entry.confirmed_on) if entry.confirmed_on else None,
        "note": entry.note,
        "records": tuple(_records(site, entry)),
    }


def _records(site: Site, entry: Entry) -> Iterable[model.Record]:
    records, citations = site.records(entry), iter(site.citations[entry.id])
    for record, anchor in zip(records, anchors_of(records), strict=True):
        yield model.Record(
            date=str(record.date),
            status=word(site.vocab.term("状态", record.status)),
            note=record.note,
            anchor=anchor,
            evidence=tuple(_cited(next(citations)) for _ in record.evidence),
            figures=tuple(map(_figure, record.figures)),
            successors=record.successors,
        )


def _cited(citation: Citation) -> model.Evidence:
    return proof(citation.evidence, citation.anchor)


def proof(evidence: Evidence, anchor: str) -> model.Evidence:
    """Return a piece of evidence whose words have this anchor on the report's page."""
    return model.Evidence(
        report=evidence.report,
        paragraph=evidence.paragraph,
        quote=evidence.quote,
        path=f"reports/{evidence.report}/",
        anchor=anchor,
    )


def _figure(figure: TypedFigure) -> model.Figure:
    return model.Figure(
        name=figure.name,
        value=figure.value,
        unit=figure.unit,
        text=figure.text,
        approximate=figure.about == "是",
        total_of=figure.total_of,
        subject=figure.subject,
    )
