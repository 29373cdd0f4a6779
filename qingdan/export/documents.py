"""The site → its JSON files, as (path, bytes); the order of keys is the models', so the same site gives the same bytes."""

from collections.abc import Iterator
from itertools import chain

from pydantic_core import to_json

from ..site.coverage import on_changed_laws, unproven, unused
from ..site.site import Site
from . import files, library, vocabulary
from .entries import listed
from .lists import LIST_FILES, EntryFile
from .model import VERSION, ChangedEntry, CoveredParagraph, File, Reason

ROOT = f"data/v{VERSION.partition('.')[0]}/"
"""Where the files that are not beside a page stand, from the site's root."""

FILES: dict[str, type[File]] = {
    "index": files.IndexFile,
    **LIST_FILES,
    "entry": EntryFile,
    "laws": files.LawsFile,
    "reports": files.ReportsFile,
    "coverage": files.CoverageFile,
    "vocab": files.VocabFile,
}
"""Every kind of JSON file by the name of its schema, which is the file's own name where there is one such file."""

# In a JSON document these stand inside strings only. Escaped, a file can also be put into a script element.
_ESCAPES = {"\u2028".encode(): rb"\u2028", "\u2029".encode(): rb"\u2029", b"</": rb"<\/"}


def text_of(file: File) -> bytes:
    """Return a file as JSON in UTF-8, two spaces a level, with a final line feed."""
    text = to_json(file, indent=2)
    for characters, escape in _ESCAPES.items():
        text = text.replace(characters, escape)
    return text + b"\n"


def head(site: Site, name: str) -> dict[str, str | None]:
    """Return what the file with the schema `name` begins with."""
    return {
        "version": VERSION,
        "as_of": site.as_of.isoformat(),
        "publisher": site.body.name,
        "base_url": site.publication.address or None,
        "described_by": f"{ROOT}schema/{name}.json",
    }


def json_documents(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the lists, each entry beside its page, and what else there is."""
    entries = listed(site)
    for name, records in entries.items():
        yield f"{ROOT}{name}.json", text_of(FILES[name](**head(site, name), **{name: records}))
    for entry in chain.from_iterable(entries.values()):
        yield f"{entry.path}index.json", text_of(EntryFile(**head(site, "entry"), entry=entry))
    laws = tuple(library.law(site, law) for law in site.laws.values())
    yield f"{ROOT}laws.json", text_of(files.LawsFile(**head(site, "laws"), laws=laws))
    reports = tuple(library.report(site, report) for report in site.reports)
    yield f"{ROOT}reports.json", text_of(files.ReportsFile(**head(site, "reports"), reports=reports))
    yield f"{ROOT}coverage.json", text_of(_coverage(site))
    vocab = vocabulary.lists(site)
    synonyms = site.vocab.synonyms
    yield f"{ROOT}vocab.json", text_of(files.VocabFile(**head(site, "vocab"), **vocab, synonyms=synonyms))


def _coverage(site: Site) -> files.CoverageFile:
    return files.CoverageFile(
        **head(site, "coverage"),
        paragraphs=tuple(_covered(site)),
        entries_without_evidence=tuple(entry.id for entry in unproven(site)),
        entries_on_changed_laws=tuple(
            ChangedEntry(id=entry.id, laws=tuple(law.id for law in laws)) for entry, laws in on_changed_laws(site)
        ),
        laws_without_entries=tuple(law.id for law in unused(site)),
    )


def _covered(site: Site) -> Iterator[CoveredParagraph]:
    for report in site.reports:
        for paragraph in report.paragraphs:
            reasons = site.uncited(report, paragraph.label)
            yield CoveredParagraph(
                report=report.year,
                paragraph=paragraph.label,
                path=f"reports/{report.year}/",
                anchor=paragraph.anchor,
                entries=library.entries_of(site, report, paragraph),
                uncited=tuple(Reason(quote=reason.quote, reason=reason.reason) for reason in reasons),
            )
