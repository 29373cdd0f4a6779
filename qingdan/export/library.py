"""The library of laws and the archived reports → published records."""

from ..model import Law
from ..model.load import Report
from ..model.parts import path_of
from ..site.site import Site
from ..text.dates import Moment
from ..text.paragraphs import Paragraph
from . import model
from .entries import law_references, word, words


def law(site: Site, law: Law) -> model.Law:
    """Return a law."""
    return model.Law(
        id=law.id,
        path=path_of(law),
        name=law.name,
        short=law.short,
        level=word(site.vocab.term("效力级别", law.level)),
        issuer=law.issuer,
        number=law.number,
        status=word(site.law_status(law)),
        passed=str(law.passed),
        effective=str(law.effective),
        amended=_day(law.amended),
        amendment_effective=_day(law.amendment_effective),
        repealed=_day(law.repealed),
        ended=_day(law.ended),
        replaced_by=law.replaced_by,
        replaces=law.replaces,
        topics=words(site, "法规领域", law.topics),
        audiences=words(site, "对象", law.audiences),
        articles=tuple(model.Article(number=article.number, label=article.label) for article in law.articles),
        unverified=law.unverified,
        note=law.note,
        check=model.Check(
            date=str(law.check.date),
            confidence=word(site.vocab.term("可信度", law.check.confidence)),
            sources=tuple(model.Source(name=source.name, url=source.url) for source in law.check.sources),
        ),
        entries=tuple(entry.id for entry, _ in site.by_law.get(law.id, ())),
    )


def _day(moment: Moment | str | None) -> str | None:
    return str(moment) if moment else None


def report(site: Site, report: Report) -> model.Report:
    """Return a report with its whole text."""
    meta = report.meta.value
    return model.Report(
        year=report.year,
        path=f"reports/{report.year}/",
        title=meta.title,
        publisher=meta.publisher,
        published=str(meta.published),
        source=meta.source,
        sha256=report.digest,
        paragraphs=tuple(_paragraph(site, report, paragraph) for paragraph in report.paragraphs),
    )


def _paragraph(site: Site, report: Report, paragraph: Paragraph) -> model.Paragraph:
    notes = (note for note in report.meta.value.notes if note.paragraph == paragraph.label)
    return model.Paragraph(
        label=paragraph.label,
        anchor=paragraph.anchor,
        level=paragraph.level.name.lower(),
        text=paragraph.raw,
        entries=entries_of(site, report, paragraph),
        notes=tuple(
            model.Note(quote=note.quote, note=note.note, laws=law_references(site, note.laws)) for note in notes
        ),
    )


def entries_of(site: Site, report: Report, paragraph: Paragraph) -> tuple[str, ...]:
    """Return the numbers of the entries that cite a paragraph, once each."""
    citations = site.cited.get((report.year, paragraph.label), ())
    return tuple(dict.fromkeys(citation.entry.id for citation in citations))
