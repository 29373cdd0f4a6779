"""Typed records → published records: what both have is taken over, words of the vocabulary with their 标识."""

from functools import lru_cache

from ..model import (
    Answer,
    Article,
    Check,
    Compared,
    Entry,
    Evidence,
    Figure,
    Law,
    LawRef,
    ListQuote,
    NumberSource,
    Penalty,
    Provision,
    Record,
    ReportNote,
    Response,
    Source,
    StatusRecord,
    Withdrawal,
    facts_of,
)
from ..model.address import anchors_of
from ..model.archive import Document
from ..model.load import Report
from ..model.own import own_fields
from ..model.parts import DOCUMENTS, REPORTS, path_of
from ..model.vocab import Term
from ..model.wording import Proven
from ..site.site import Site
from ..site.statutes import path_of_article
from ..text.dates import Moment
from ..text.paragraphs import Paragraph
from . import model
from .lists import ENTRIES
from .model import ROOT, P
from .statutes import law_text

_INNER: dict[type[Record], type[model.Published]] = {
    Article: model.Article,
    Check: model.Check,
    Compared: model.Compared,
    NumberSource: model.NumberSource,
    ReportNote: model.Note,
    Response: model.Response,
    Source: model.Source,
    Withdrawal: model.Withdrawal,
}


def published(site: Site, kind: type[P], record: Record, **own: object) -> P:
    """Return a record as published. In: what it is published as, and the values that the typed record has otherwise."""
    sections = {fact.attribute: fact.section for fact in facts_of(type(record)).values()}
    names = kind.model_fields.keys() - own.keys()
    return kind(**own, **{name: _value(site, getattr(record, name), sections.get(name, "")) for name in names})


def _value(site: Site, value: object, section: str = "") -> object:
    match value:
        case tuple():
            return tuple(_value(site, one, section) for one in value)
        case str() if section:
            return word(site.vocab.term(section, value))
        case Moment():
            return str(value)
        case LawRef():
            law = site.laws[value.law]
            return model.LawReference(law=law.id, name=law.name, path=path_of(law), articles=value.articles)
        case Evidence():
            return published(site, model.Evidence, value, path=REPORTS.page(value.report), anchor=site.anchor(value))
        case ListQuote():
            anchor = site.documents[value.document].anchor(value.cell)
            return published(site, model.ListWords, value, path=DOCUMENTS.page(value.document), anchor=anchor)
        case Penalty():
            return published(site, model.Penalty, value, amount=value.amount or None)
        case Article() | Check() | Compared() | NumberSource() | ReportNote() | Response() | Source() | Withdrawal():
            return published(site, _INNER[type(value)], value)
    return value


def word(term: Term) -> model.Word:
    """Return a term as other records name it."""
    return model.Word(slug=term.slug, name=term.name)


@lru_cache(maxsize=1)
def listed(site: Site) -> dict[str, tuple[model.Entry, ...]]:
    """Return the lists by their folders, each by number."""
    return {
        part.folder: tuple(_entry(site, kind, entry) for entry in site.lists[part.folder])
        for part, kind in ENTRIES.items()
    }


@lru_cache(maxsize=1)
def answers(site: Site) -> tuple[model.Answer, ...]:
    """Return the answers by number, the withdrawn ones too."""
    return tuple(answer(site, one) for one in site.answers.values())


@lru_cache(maxsize=1)
def laws(site: Site) -> tuple[model.Law, ...]:
    """Return the library."""
    return tuple(law(site, one) for one in site.laws.values())


def forget() -> None:
    """Let go of the lists, answers and laws that several files were made from."""
    for made in (listed, answers, laws):
        made.cache_clear()


def _entry(site: Site, kind: type[model.Entry], entry: Entry) -> model.Entry:
    status, flags, records = word(site.status(entry)), tuple(map(word, site.flags(entry))), site.records(entry)
    told = tuple(
        published(site, model.Record, record, anchor=anchor, figures=_figures(site, record))
        for record, anchor in zip(records, anchors_of(records), strict=True)
    )
    related = tuple(other.id for other in site.related(entry))
    return published(site, kind, entry, path=path_of(entry), status=status, flags=flags, records=told, related=related)


def _figures(site: Site, record: StatusRecord) -> tuple[model.Figure, ...]:
    return tuple(_figure(site, record, figure) for figure in record.figures)


def _figure(site: Site, record: StatusRecord, figure: Figure) -> model.Figure:
    number = record.number(figure)
    qualifier = "…".join(number.qualifiers) if number else ""
    return published(
        site,
        model.Figure,
        figure,
        value=figure.digits,
        text=record.printed(figure),
        qualifier=qualifier or None,
        approximate=bool(qualifier),
    )


def answer(site: Site, answer: Answer) -> model.Answer:
    """Return an answer."""
    path, _, anchor = path_of(answer).partition("#")
    entry = site.entries[answer.entry]
    field = word(site.vocab.term(own_fields(type(entry))["field"].section, entry.field))
    changed = site.changed(answer) is not None
    laws = tuple(_provision(site, answer, one) for one in answer.laws)
    return published(site, model.Answer, answer, path=path, anchor=anchor, field=field, law_changed=changed, laws=laws)


def _provision(site: Site, answer: Answer, provision: Provision) -> model.Provision:
    law = site.laws[provision.law]
    proven = site.wordings.cited(provision, answer.compared.date.last)
    where: dict[str, str | None] = {"version": None, "text_path": None, "anchor": None}
    if isinstance(proven, Proven):
        place = path_of_article(site, proven.text, proven.found.anchor)
        where = {
            "version": str(proven.text.version),
            "text_path": place.partition("#")[0],
            "anchor": proven.found.anchor,
        }
    return published(site, model.Provision, provision, name=law.name, path=path_of(law), **where)


def law(site: Site, law: Law) -> model.Law:
    """Return a law."""
    entries = tuple(entry.id for entry, _ in site.by_law.get(law.id, ()))
    texts = tuple(model.LawText.model_validate(law_text(ROOT, text)) for text in site.wordings.of(law.id))
    status = word(site.law_status(law))
    return published(site, model.Law, law, path=path_of(law), status=status, entries=entries, texts=texts)


def report(site: Site, report: Report) -> model.Report:
    """Return a report with its whole text."""
    meta = report.meta.value
    paragraphs = tuple(_paragraph(site, report, paragraph) for paragraph in report.paragraphs)
    return published(site, model.Report, meta, path=path_of(meta), paragraphs=paragraphs)


def list_document(site: Site, document: Document) -> model.ListDocument:
    """Return a list that the body itself made; its cells stand on its page and, where entries quote them, with these."""
    quoting = (entries for (id, _), entries in site.quoting.items() if id == document.id)
    entries = tuple(dict.fromkeys(entry.id for some in quoting for entry in some))
    meta = document.meta.value
    return published(site, model.ListDocument, meta, path=path_of(meta), entries=entries)


def _paragraph(site: Site, report: Report, paragraph: Paragraph) -> model.Paragraph:
    notes = (note for note in report.meta.value.notes if note.paragraph == paragraph.label)
    return model.Paragraph(
        label=paragraph.label,
        anchor=paragraph.anchor,
        level=paragraph.level.name.lower(),
        text=paragraph.raw,
        entries=entries_of(site, report, paragraph),
        notes=tuple(published(site, model.Note, note) for note in notes),
    )


def entries_of(site: Site, report: Report, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the numbers of the entries that cite a paragraph, once each."""
    citations = site.cited.get((report.year, paragraph.label), ())
    return tuple(dict.fromkeys(citation.entry.id for citation in citations))
