"""The search index: what can be found, once each, with the words that stand on its page.

The worker (`docs/assets/search/worker.js`) reads it and searches normalised text by substring; this module only
gathers the texts, the pinyin of the titles and the traditional forms of the characters that occur. How it is written
into files, `search_files.py` says.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

import opencc
from pypinyin import lazy_pinyin

from ..model import Answer, Entry, Law, Publicity
from ..model.archive import Document as Archived
from ..model.load import Report
from ..model.own import arrangements_of, named, own_fields
from ..model.parts import path_of
from ..model.vocab import Shaped
from ..text.folded import visible
from ..text.paragraphs import Paragraph
from .site import Site
from .statutes import Leaf, leaves, shown_whole
from .validity import validity

FORMAT = 3
ANSWER, LAW, OWNER, REPORT, LIST, PAGE, WORD = "问答", "法规", "主体", "报告", "单位清单", "网页", "名词"

STAFF = "guide/"
"""The address below which pages are for those who keep the lists; residents do not find them."""

_FIGURE = re.compile(r"[0-9.]+万?")

SHORT = 40
"""How long the amounts of an answer may be, together, to be shown with it among the results."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page that a result can lead to: its anchor (empty for the page's top), heading and text."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be found, or an answer on one. `also` is what residents call it."""

    kind: str
    title: str
    path: str
    passages: Sequence[Passage]
    number: str = ""
    status: Shaped | None = None
    also: Sequence[str] = ()


def search_documents(site: Site, written: Iterable[Document] = ()) -> Iterator[Document]:
    """Yield every answer, entry, law, owner and report, then the hand-written pages given."""
    for answer in site.given:
        passages = [Passage("", "", "\n".join(lines)) for lines in _answer_passages(site, answer)]
        yield Document(ANSWER, answer.name, path_of(answer), passages, answer.id, site.changed(answer), answer.also)
    for entry in site.entries.values():
        passage = Passage("", "", "\n".join(_entry_lines(site, entry)))
        yield Document(entry.sort, entry.name, path_of(entry), [passage], entry.id, _state(site, entry))
    for law in site.laws.values():
        yield from _law_documents(site, law)
    for owner in site.vocab.owners:
        lines = [owner.meaning, *(evidence.quote for evidence in owner.evidence)]
        yield Document(OWNER, owner.name, path_of(owner), [Passage("", "", "\n".join(lines))])
    for report in site.reports:
        meta = report.meta.value
        passages = [
            Passage("", "", "\n".join([str(meta.year), meta.publisher, str(meta.published), meta.source])),
            *(
                Passage(paragraph.anchor, paragraph.label, "\n".join(_paragraph_lines(site, report, paragraph)))
                for paragraph in report.paragraphs
            ),
        ]
        yield Document(REPORT, meta.title, path_of(meta), passages)
    for document in site.documents.values():
        registered = document.meta.value
        head = f"{registered.year} {registered.publisher} {registered.received} {registered.source}"
        yield Document(LIST, registered.name, path_of(registered), [Passage("", "", head), *_rows_of(document)])
    yield from written


def _state(site: Site, entry: Entry) -> Shaped | None:
    """Return the recorded state, unless the head of its list says it of most."""
    status = site.status(entry)
    return status if status in site.badges(entry) else None


def _entry_lines(site: Site, entry: Entry) -> Iterator[str]:
    yield entry.content
    if entry.note:
        yield entry.note
    yield "、".join(entry.owners)
    yield f"{entry.field} {entry.year} {entry.due} {entry.origin}"
    own = own_fields(type(entry)).items()
    words = [named(entry, field) for field, one in own if field != "field" and not one.numbers]
    yield from filter(None, [" ".join("、".join(some) for some in words if some != (entry.sort,))])
    for record in site.records(entry):
        yield " ".join([str(record.date), record.note, *record.unsaid])
        for figure in record.figures:
            yield f"{record.printed(figure)} {figure.name} {figure.subject or ''} {'、'.join(figure.total_of)}"
        yield from (evidence.quote for evidence in record.evidence)
    yield from (f"{one.words} {one.source}" for one in entry.responses)
    yield from (f"{one.number} {one.source}" for one in entry.number_sources)
    yield from (evidence.quote for evidence in entry.due_words)
    yield from filter(
        None, ["、".join((*entry.offices, *entry.lead, *entry.helpers, *entry.measures, *entry.standards))]
    )
    yield from dict.fromkeys(one.quote for one in entry.list_words)
    for reference in entry.laws:
        law = site.laws[reference.law]
        yield law.name
        yield from (f"{a.number}：{a.label}" for a in law.articles if a.number in reference.articles)
    arranged = (site.entries[id] for id in arrangements_of(entry))
    for other in (*site.related(entry), *arranged, *site.answered_by.get(entry.id, ())):
        yield f"{other.id} {other.name}"


def _answer_passages(site: Site, answer: Answer) -> Iterator[list[str]]:
    """Yield what a result shows of an answer, what else it says, and what it rests on."""
    yield list(filter(None, (answer.text, _amounts(answer))))
    stated = ((one.who, one.act, one.amount, one.condition, one.handling) for one in answer.penalties)
    penalties = (" ".join(filter(None, words)) for words in stated)
    yield [*penalties, *filter(None, (answer.handling, answer.authority, answer.note))]
    yield [
        *answer.unverified,
        *(f"{site.laws[one.law].short} {one.place}" for one in answer.laws),
        f"{answer.entry} {site.entries[answer.entry].name} {answer.compared.source}",
    ]


def _amounts(answer: Answer) -> str:
    """Return who pays how much for what and when, in words; empty where that is long, or the answer says it itself."""
    stated = [one for one in answer.penalties if one.amount]
    if all(figure in answer.text for one in stated for figure in _FIGURE.findall(one.amount)):
        return ""
    words = "；".join("，".join(filter(None, (one.who, one.act, one.condition, one.amount))) for one in stated)
    return words if len(words) <= SHORT else ""


def _law_documents(site: Site, law: Law) -> Iterator[Document]:
    """Yield a law's page with the articles that it shows; the pages of a long wording are documents of their own."""
    state, text = validity(site, law), site.wordings.now(law.id)
    head = Passage("", "", "\n".join(_law_lines(site, law)))
    whole = shown_whole(site, law.id)
    yield Document(
        LAW, law.name, path_of(law), [head, *(_articles_of(leaves(whole)[0]) if whole else ())], law.short, state
    )
    for leaf in leaves(text) if text and not whole else ():
        title = f"{law.name}：{leaf.title}"
        yield Document(LAW, title, leaf.path, [Passage("", "", title), *_articles_of(leaf)], "", state)


def _articles_of(leaf: Leaf) -> Iterator[Passage]:
    return (Passage(article.anchor, article.number, article.whole) for article in leaf.articles)


def _law_lines(site: Site, law: Law) -> Iterator[str]:
    yield f"{law.short} {law.level} {law.issuer} {law.number}"
    dates = (law.passed, law.effective, law.amended, law.amendment_effective, law.repealed, law.ended, law.check.date)
    yield " ".join(str(date) for date in dates if date)
    yield law.check.confidence
    yield f"{'、'.join(law.topics)} {'、'.join(law.audiences)}"
    if law.note:
        yield law.note
    yield from (site.laws[id].name for id in law.replaces)
    yield from (" ".join((article.number, article.label, *article.numbers)) for article in law.articles)
    yield from law.unverified
    yield from (source.name for source in law.check.sources)


def _rows_of(document: Archived) -> Iterator[Passage]:
    """Yield each row of a list as received, without what is not shown."""
    for table in document.tables:
        for row in table.rows:
            cells = [cell for cell in row if cell.own and cell.text.strip() and document.shown(cell)]
            if cells:
                text = " ".join(" ".join(cell.text.split()) for cell in cells)
                yield Passage(document.anchor(cells[0].address), cells[0].address, text)


def _paragraph_lines(site: Site, report: Report, paragraph: Paragraph) -> Iterator[str]:
    yield visible(paragraph.raw)
    for note in report.meta.value.notes:
        if note.paragraph == paragraph.label:
            yield note.note
            yield from (f"{site.laws[one.law].short} {'、'.join(one.articles)}" for one in note.laws)
    yield from (reason.reason for reason in site.uncited(report, paragraph.label))


def kinds_of(site: Site) -> tuple[str, ...]:
    """Return the kinds of documents in the order of results that match alike: what answers, the law, what is done about it."""
    entries = [entry for entries in reversed(site.lists.values()) for entry in entries]
    duties = (entry.sort for entry in entries if isinstance(entry, Publicity))
    sorts = (entry.sort for entry in entries)
    return tuple(dict.fromkeys((ANSWER, *duties, LAW, *sorts, OWNER, WORD, PAGE, REPORT, LIST)))


def search_index(
    found: Iterable[Document],
    synonyms: Iterable[tuple[str, ...]],
    order: Sequence[str] = (),
    filler: Iterable[str] = (),
) -> dict[str, Any]:
    """Return the whole index; its shape is described in `docs/assets/search/worker.js`. Same input, same index.

    In: the documents, the synonyms, the kinds of documents that have an order (others follow as they come), and the
    words that do not count. Documents of one kind follow each other.
    """
    kinds = {kind: rank for rank, kind in enumerate(order)}
    badges: dict[tuple[str, str, str], int] = {}
    rows, characters = list[list[Any]](), set[str]()
    for document in found:
        kind = kinds.setdefault(document.kind, len(kinds))
        status = document.status
        badge = badges.setdefault((status.name, status.shape, status.tone), len(badges)) if status else -1
        names = (document.title, *document.also)
        pinyin = "\n".join(" ".join(lazy_pinyin(name, errors="ignore")) for name in names)
        passages = [[passage.anchor, passage.heading, passage.text] for passage in document.passages]
        characters.update(*names, *(text for _, *told in passages for text in told))
        rows.append(
            [kind, document.number, document.title, document.path, badge, pinyin, passages, list(document.also)]
        )
    return {
        "format": FORMAT,
        "kinds": list(kinds),
        "badges": [list(badge) for badge in badges],
        "synonyms": [list(group) for group in synonyms],
        "filler": list(filler),
        "traditional": _traditional(characters),
        "documents": sorted(rows, key=itemgetter(0)),
    }


def _traditional(characters: set[str]) -> str:
    """Return pairs of a traditional character and the simplified one that occurs in the index, in code order."""
    return "".join(one + other for one, other in _simplified() if other in characters and one not in characters)


@cache
def _simplified() -> tuple[tuple[str, str], ...]:
    """Return every character that is simplified to another one, with that one, in code order."""
    every = [chr(code) for code in range(0x3400, 0xA000)]
    simplified = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    return tuple((one, other) for one, other in zip(every, simplified, strict=True) if one != other)
