"""What an entry says in our words, and what each of these sentences may repeat: quotations, dates, its laws."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..text.dates import Moment
from ..text.numbers import Calendar
from . import Entry, Evidence, Law, LawRef, StatusRecord, facts_of
from .own import words_of
from .vocab import Occasion
from .walk import Steps, walk


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an entry: where it stands and what it says; the evidence, the words and the dates that it may repeat."""

    path: Steps
    text: str
    evidence: tuple[Evidence, ...]
    words: tuple[str, ...]
    dates: tuple[Calendar, ...]


def sentences_of(entry: Entry, laws: Mapping[str, Law], occasions: Mapping[str, Occasion]) -> Iterator[Sentence]:
    """Yield 名称 and 内容, which rest on all records of an entry, and each 说明, which rests on its own alone.

    In: the laws and the 节点 of the data, by the words that entries name them with.
    """
    days = [occasions[name] for name in words_of(entry, "节点") if name in occasions]
    cited = [(laws[ref.law], ref) for _, ref in walk(entry, LawRef) if ref.law in laws]
    words = (*(day.name for day in days), *chain.from_iterable(_words_of(law, ref) for law, ref in cited))
    dates = (Calendar(entry.year), *_calendar(entry.due), *(_yearly(day.time) for day in days))
    dates += tuple(chain.from_iterable(_dates_of(law) for law, _ in cited))

    def sentence(path: Steps, text: str, records: tuple[StatusRecord, ...]) -> Sentence:
        proofs = tuple(evidence for record in records for evidence in record.evidence)
        own = (
            *chain.from_iterable(_calendar(record.date) for record in records),
            *(Calendar(p.report) for p in proofs),
        )
        return Sentence(path, text, (*proofs, *entry.due_words), words, (*own, *dates))

    yield sentence(("名称",), entry.name, entry.records)
    yield sentence(("内容",), entry.content, entry.records)
    for index, record in enumerate(entry.records):
        yield sentence(("记录", index, "说明"), record.note, (record,))


def _calendar(value: object) -> Iterator[Calendar]:
    if isinstance(value, Moment):
        yield Calendar(value.year, value.month, value.day)


def _yearly(time: str) -> Calendar:
    """Return what MM or MM-DD says; nothing for 待核."""
    return Calendar(None, *map(int, time.split("-"))) if time[0].isdigit() else Calendar()


def _words_of(law: Law, reference: LawRef) -> Iterator[str]:
    yield from (law.name, law.short, law.number)
    yield from (article.label for article in law.articles if article.number in reference.articles)


def _dates_of(law: Law) -> Iterator[Calendar]:
    for fact in facts_of(Law).values():
        yield from _calendar(getattr(law, fact.attribute))
