"""The site → its JSON files, as (path, bytes); the order of keys is the models', so the same site gives the same bytes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

from pydantic_core import to_json

from ..model.parts import LISTS, Part, path_of
from ..site.coverage import on_changed_laws, unproven, unused
from ..site.draft import title_of
from ..site.site import Site
from . import files, records, vocabulary
from .lists import LIST_FILES, EntryFile
from .model import ROOT, VERSION, ChangedEntry, CoveredParagraph, File, Reason
from .statutes import file_of, statute

FILES: dict[str, type[File]] = {
    "index": files.IndexFile,
    **LIST_FILES,
    "entry": EntryFile,
    "answers": files.AnswersFile,
    "laws": files.LawsFile,
    "reports": files.ReportsFile,
    "documents": files.DocumentsFile,
    "coverage": files.CoverageFile,
    "statute": files.StatuteFile,
    "vocab": vocabulary.VocabFile,
}
"""Every kind of JSON file by the name of its schema, which is the file's own name where there is one such file."""

# In a JSON document these stand inside strings only. Escaped, a file can also be put into a script element.
_ESCAPES = {"\u2028".encode(): rb"\u2028", "\u2029".encode(): rb"\u2029", b"</": rb"<\/"}


def document(site: Site, name: str, content: Mapping[str, object]) -> bytes:
    """Return the file with the schema `name` as JSON in UTF-8, two spaces a level, with a final line feed."""
    head = {
        "version": VERSION,
        "as_of": site.as_of.isoformat(),
        "publisher": site.body.name,
        "host": site.body.host,
        "base_url": site.publication.address or None,
        "described_by": f"{ROOT}schema/{name}.json",
    }
    text = to_json(FILES[name].model_validate({**head, **content}), indent=2)
    for characters, escape in _ESCAPES.items():
        text = text.replace(characters, escape)
    return text + b"\n"


def json_documents(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the lists, what else there is, and each entry beside its page."""
    entries = records.listed(site)
    contents: dict[str, Callable[[], Mapping[str, object]]] = {
        **{part.folder: partial(_list, site, part) for part in LISTS},
        "answers": lambda: {"answers": records.answers(site)},
        "laws": lambda: {"laws": records.laws(site)},
        "reports": lambda: {"reports": tuple(records.report(site, report) for report in site.reports)},
        "documents": lambda: {"documents": tuple(map(partial(records.list_document, site), site.documents.values()))},
        "coverage": partial(_coverage, site),
        "vocab": lambda: {
            **vocabulary.lists(site),
            **{name: getattr(site.vocab, name) for name in ("synonyms", "filler", "praise")},
        },
    }
    for name, content in contents.items():
        yield f"{ROOT}{name}.json", document(site, name, content())
    for text in (text for law in site.laws for text in site.wordings.of(law)):
        yield file_of(ROOT, text), document(site, "statute", {"statute": statute(site, ROOT, text)})
    for entry in chain.from_iterable(entries.values()):
        yield f"{entry.path}index.json", document(site, "entry", {"entry": entry})


def _list(site: Site, part: Part) -> dict[str, object]:
    return {"title": title_of(site, part), part.folder: records.listed(site)[part.folder]}


def _coverage(site: Site) -> dict[str, object]:
    changed = ((entry, tuple(law.id for law in laws)) for entry, laws in on_changed_laws(site))
    return {
        "paragraphs": tuple(_covered(site)),
        "entries_without_evidence": tuple(entry.id for entry in unproven(site)),
        "entries_on_changed_laws": tuple(ChangedEntry(id=entry.id, laws=laws) for entry, laws in changed),
        "laws_without_entries": tuple(law.id for law in unused(site)),
    }


def _covered(site: Site) -> Iterator[CoveredParagraph]:
    for report in site.reports:
        for paragraph in report.paragraphs:
            reasons = site.uncited(report, paragraph.label)
            yield CoveredParagraph(
                report=report.year,
                paragraph=paragraph.label,
                path=path_of(report.meta.value),
                anchor=paragraph.anchor,
                entries=records.entries_of(site, report, paragraph),
                uncited=tuple(records.published(site, Reason, reason) for reason in reasons),
            )
