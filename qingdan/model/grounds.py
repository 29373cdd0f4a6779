"""What an entry says in our words, and what each of these sentences may repeat: quotations, dates, its laws."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain

from ..text.dates import Moment
from ..text.numbers import Calendar
from . import Entry, Evidence, Law, LawRef, StatusRecord, facts_of
from .load import Data
from .own import arrangements_of, words_of
from .sourced import Sourced
from .walk import Steps, walk


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an entry: where it stands, what it says, and what tells its grounds, which few are asked for."""

    path: Steps
    text: str
    grounds: "Callable[[], Grounds]"


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a sentence rests on: the evidence, the words and the dates that it may repeat.

    Of `dates` it may repeat a part, the year alone for example; a law's dates only whole.
    """

    evidence: tuple[Evidence, ...]
    words: tuple[str, ...]
    dates: tuple[Calendar, ...]
    whole_dates: tuple[Calendar, ...]


def sentences(data: Data) -> Iterator[tuple[Sourced[Entry], Sentence]]:
    """Yield every sentence of every entry, with the entry.

    名称 and 内容 rest on all records of an entry and on its words of a list, each 说明 on its own record alone.
    """
    laws = {law.value.id: (law.value, tuple(_dates_of(law.value))) for law in data.laws}
    years = {entry.value.id: entry.value.year for entry in data.entries}
    for entry in data.entries:
        for sentence in _of_entry(data, entry.value, laws, years):
            yield entry, sentence


_Laws = dict[str, tuple[Law, tuple[Calendar, ...]]]
"""The laws by their 标识, each with its dates."""


def _of_entry(data: Data, entry: Entry, laws: _Laws, years: dict[str, int]) -> Iterator[Sentence]:
    listed = tuple(quote.quote for quote in entry.list_words)

    @cache
    def shared() -> Grounds:
        """Return what every sentence of the entry may repeat."""
        named = words_of(entry, "节点")
        days = [day for day in data.vocab.value.occasions if day.name in named]
        cited = [(laws[ref.law], ref) for _, ref in walk(entry, LawRef) if ref.law in laws]
        words = (*(day.name for day in days), *chain.from_iterable(_words_of(law, ref) for (law, _), ref in cited))
        dates = (Calendar(entry.year), *_calendar(entry.due), *(_yearly(day.time) for day in days))
        dates += tuple(Calendar(years[id]) for id in arrangements_of(entry) if id in years)
        return Grounds(entry.due_words, words, dates, tuple(chain.from_iterable(own for (_, own), _ in cited)))

    def grounds(records: tuple[StatusRecord, ...], said: tuple[str, ...] = ()) -> Grounds:
        proofs = tuple(evidence for record in records for evidence in record.evidence)
        own = (
            *chain.from_iterable(_calendar(record.date) for record in records),
            *(Calendar(p.report) for p in proofs),
        )
        every = shared()
        return Grounds((*proofs, *every.evidence), (*every.words, *said), (*own, *every.dates), every.whole_dates)

    yield Sentence(("名称",), entry.name, partial(grounds, entry.records, listed))
    yield Sentence(("内容",), entry.content, partial(grounds, entry.records, listed))
    for index, record in enumerate(entry.records):
        yield Sentence(("记录", index, "说明"), record.note, partial(grounds, (record,)))


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
