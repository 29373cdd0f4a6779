"""Everything loaded and cross-linked: the one object that all renderers take."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from ..model import Answer, Entry, Evidence, Law, LawRef, StatusRecord, Uncited
from ..model.archive import Document
from ..model.glossary import Meaning, WordFinder, word_finder
from ..model.load import Body, Data, Report
from ..model.own import arrangements_of
from ..model.parts import LISTS, part_of
from ..model.registry import Registry
from ..model.sourced import Sourced
from ..model.status import (
    LAW_CHANGED,
    NOT_IN_FORCE,
    RETIRED,
    UNMENTIONED,
    flags_of,
    law_status,
    records_until,
    status_of,
)
from ..model.vocab import Computed, Shaped, Term, Vocabulary
from ..model.wording import Wordings, wordings_of
from ..text.natural import natural
from ..text.paragraphs import Paragraph
from ..text.problem import Place
from ..text.quotation import Found, locate
from .publication import UNPUBLISHED, Publication
from .repository import NOWHERE, Repository

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence of one entry, and where its words stand."""

    entry: Entry
    record: StatusRecord
    evidence: Evidence
    paragraph: Paragraph
    found: Found

    @property
    def anchor(self) -> str:
        """The anchor of the quoted words; it depends on the archived text alone, so it never changes."""
        return mark_anchor(self.paragraph, self.found)


def mark_anchor(paragraph: Paragraph, found: Found) -> str:
    """Return the anchor of a span of a paragraph's raw text."""
    return f"{paragraph.anchor.replace('p-', 'q-', 1)}-{found.start}-{found.end}"


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Return the values by key; keys and the values of each are in the order in which they come."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


@dataclass(frozen=True, eq=False)
class Site:
    """The lists, the laws and the reports as of one day, proven and linked both ways."""

    data: Data
    repository: Repository = NOWHERE
    publication: Publication = UNPUBLISHED

    @property
    def as_of(self) -> date:
        """The day on which the site speaks."""
        return self.data.as_of

    @property
    def body(self) -> Body:
        """Whose site this is."""
        return self.data.body.value

    @property
    def vocab(self) -> Vocabulary:
        """The vocabulary."""
        return self.data.vocab.value

    @cached_property
    def lists(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each list by number, by the list's folder."""
        return {
            part.folder: tuple(
                sorted((one.value for one in self.data.lists[part.folder]), key=lambda one: natural(one.id))
            )
            for part in LISTS
        }

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """The entries of all lists by 编号, list after list."""
        return {entry.id: entry for entries in self.lists.values() for entry in entries}

    @cached_property
    def names(self) -> Counter[str]:
        """How many entries of all lists have each name."""
        return Counter(entry.name for entry in self.entries.values())

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The answers by 编号, the withdrawn ones too."""
        every = sorted((one.value for one in self.data.answers), key=lambda one: natural(one.id))
        return {answer.id: answer for answer in every}

    @cached_property
    def given(self) -> tuple[Answer, ...]:
        """The answers that are still given, by number."""
        return tuple(answer for answer in self.answers.values() if not answer.withdrawn)

    @cached_property
    def answers_of(self) -> dict[str, tuple[Answer, ...]]:
        """The answers on the page of each entry, by the entry's 编号."""
        return grouped((answer.entry, answer) for answer in self.given)

    @cached_property
    def withdrawn_from(self) -> dict[str, tuple[Answer, ...]]:
        """The answers that are given no more, by the 编号 of the entry on whose page they stood."""
        return grouped((answer.entry, answer) for answer in self.answers.values() if answer.withdrawn)

    @cached_property
    def answers_by_law(self) -> dict[str, tuple[Answer, ...]]:
        """The answers that rest on each law, by 标识."""
        return grouped((law, answer) for answer in self.given for law in dict.fromkeys(one.law for one in answer.laws))

    @cached_property
    def answers_in(self) -> dict[str, tuple[Answer, ...]]:
        """The answers of each 领域, by its name: the one asked most first, then by number."""
        asked = {topic.asked for topic in self.vocab.law_topics}
        ordered = sorted(self.given, key=lambda answer: answer.id not in asked)
        return grouped((self.entries[answer.entry].field, answer) for answer in ordered)

    def changed(self, answer: Answer) -> Shaped | None:
        """Return 依据已变动 for an answer that rests on a law which is not in force; None for one that holds."""
        return self.shaped[LAW_CHANGED] if self.lapsed(answer) else None

    def lapsed(self, thing: Entry | Answer) -> tuple[Law, ...]:
        """Return the laws of an entry or answer that are not in force on the site's day."""
        laws = (self.laws[id] for id in dict.fromkeys(one.law for one in thing.laws))
        return tuple(law for law in laws if law_status(law, self.as_of) in NOT_IN_FORCE)

    @cached_property
    def by_field(self) -> dict[str, tuple[Entry, ...]]:
        """The entries that are still in their list by 领域, list after list."""
        return grouped((entry.field, entry) for entry in self.current(self.entries.values()))

    @cached_property
    def laws(self) -> dict[str, Law]:
        """The library by 标识, in the order of the files' levels in the vocabulary."""
        rank = {name: index for index, name in enumerate(self.vocab.sections["效力级别"])}
        ordered = sorted((law.value for law in self.data.laws), key=lambda law: rank[law.level])
        return {law.id: law for law in ordered}

    @cached_property
    def wordings(self) -> Wordings:
        """The archived words of the laws."""
        return wordings_of(self.data)

    @cached_property
    def registry(self) -> Registry:
        """The addresses that the site has ever had; empty for a department that keeps no registry."""
        return Registry(tuple(one.value for one in self.data.registry or ()))

    def retired(self, entry: Entry) -> StatusRecord | None:
        """Return the record that retired an entry; None for one that is still in its list."""
        records = self.records(entry)
        return records[-1] if records and records[-1].status == RETIRED else None

    def current(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return the entries that are not retired."""
        return tuple(entry for entry in entries if not self.retired(entry))

    @cached_property
    def lines(self) -> dict[str, tuple[Place, int]]:
        """Where each entry, answer and law begins in the data, and the line that it ends on."""
        lists = (self.data.entries, self.data.answers, self.data.laws)
        things: tuple[Sourced[Entry] | Sourced[Answer] | Sourced[Law], ...] = tuple(chain.from_iterable(lists))
        return {thing.value.id: (thing.start, thing.last) for thing in things}

    @cached_property
    def neighbours(self) -> dict[str, tuple[Entry | None, Entry | None]]:
        """The entries before and after each one in its own list; None at the ends."""
        return {
            entry.id: (before, after)
            for entries in self.lists.values()
            for before, entry, after in zip((None, *entries), entries, (*entries[1:], None), strict=False)
        }

    @cached_property
    def glossary(self) -> tuple[Meaning, ...]:
        """The explained words, in the order of the file."""
        return tuple(meaning.value for meaning in self.data.glossary)

    @cached_property
    def word_finder(self) -> WordFinder:
        """What finds the explained words."""
        return word_finder(self.glossary, (title for law in self.laws.values() for title in (law.name, law.short)))

    @property
    def reports(self) -> tuple[Report, ...]:
        """The archived reports, newest first."""
        return self.data.reports

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The lists that the body itself made, by 标识."""
        return {document.id: document for document in self.data.documents}

    @cached_property
    def quoting(self) -> dict[tuple[str, str], tuple[Entry, ...]]:
        """The entries that quote each cell of such a list, by the list's 标识 and the cell's address."""
        cells = {
            (one.document, one.cell, entry.id): entry for entry in self.entries.values() for one in entry.list_words
        }
        return grouped(((document, cell), entry) for (document, cell, _), entry in cells.items())

    def owner(self, name: str) -> Term:
        """Return the 责任主体 with this name. Raises KeyError."""
        return self.vocab.term("责任主体", name)

    def status(self, entry: Entry) -> Shaped:
        """Return the term of an entry's recorded state."""
        return self.shaped[status_of(entry, self.as_of)]

    @cached_property
    def _flags(self) -> dict[str, tuple[Shaped, ...]]:
        years = frozenset(report.year for report in self.reports)
        return {
            entry.id: tuple(self.shaped[name] for name in flags_of(entry, self.laws, years, self.as_of))
            for entry in self.entries.values()
        }

    def flags(self, entry: Entry) -> tuple[Shaped, ...]:
        """Return the terms of an entry's computed states."""
        return self._flags[entry.id]

    @cached_property
    def said_once(self) -> dict[str, tuple[tuple[Shaped, int], ...]]:
        """The computed states of more than half of a list's entries, with their number, by the list's folder.

        Such a state tells no entry from another: the head of the list says it, the entries do not show it.
        """
        found = {}
        for folder, entries in self.lists.items():
            current = self.current(entries)
            counted = (*self.count_by_status(current), *self.count_by_flag(current))
            computed = (pair for pair in counted if isinstance(pair[0], Computed))
            found[folder] = tuple(pair for pair in computed if 2 * pair[1] > len(current))
        return found

    def badges(self, entry: Entry) -> tuple[Shaped, ...]:
        """Return the states to show beside an entry: the recorded one, then the computed, without what its list says once."""
        said = [term for term, _ in self.said_once[part_of(entry).folder]]
        return tuple(term for term in (self.status(entry), *self.flags(entry)) if term not in said)

    def related(self, entry: Entry) -> list[Entry]:
        """Return the entries that are about the same thing: those that it names, then those that name it."""
        return [self.entries[id] for id in dict.fromkeys((*entry.related, *self._naming.get(entry.id, ())))]

    @cached_property
    def _naming(self) -> dict[str, tuple[str, ...]]:
        """The entries that name each entry as related, by 编号."""
        return grouped((named, entry.id) for entry in self.entries.values() for named in entry.related)

    def records(self, entry: Entry) -> tuple[StatusRecord, ...]:
        """Return an entry's records up to the site's day, oldest first."""
        return records_until(entry, self.as_of)

    def law_status(self, law: Law) -> Shaped:
        """Return the term of a law's validity on the site's day."""
        name = law_status(law, self.as_of)
        return next(term for term in self.vocab.law_statuses if term.name == name)

    @cached_property
    def shaped(self) -> dict[str, Shaped]:
        """The terms of all states of entries by name, recorded or computed; 年度报告没有提到 is shown with the year."""
        terms: dict[str, Shaped] = {term.name: term for term in (*self.vocab.statuses, *self.vocab.computed_now)}
        if self.reports:
            silent = terms[UNMENTIONED]
            terms[UNMENTIONED] = silent.model_copy(update={"name": f"{self.reports[0].year}{silent.name}"})
        return terms

    @cached_property
    def citations(self) -> dict[str, tuple[Citation, ...]]:
        """Every entry's evidence, in the order of its records, by 编号."""
        return {
            entry.id: tuple(
                Citation(entry, record, evidence, self.paragraph(evidence), self.found(evidence))
                for record in self.records(entry)
                for evidence in record.evidence
            )
            for entry in self.entries.values()
        }

    def found(self, evidence: Evidence) -> Found:
        """Return where the words of a piece of evidence stand."""
        found = locate(evidence.quote, self.paragraph(evidence))
        assert isinstance(found, Found), "the rules have proven it"
        return found

    def anchor(self, evidence: Evidence) -> str:
        """Return the anchor of the words of a piece of evidence."""
        return mark_anchor(self.paragraph(evidence), self.found(evidence))

    def paragraph(self, evidence: Evidence) -> Paragraph:
        """Return the paragraph that a piece of evidence names."""
        return self._paragraphs[evidence.report, evidence.paragraph]

    @cached_property
    def _paragraphs(self) -> dict[tuple[int, str], Paragraph]:
        return {(report.year, paragraph.label): paragraph for report in self.reports for paragraph in report.paragraphs}

    @cached_property
    def cited(self) -> dict[tuple[int, str], tuple[Citation, ...]]:
        """The citations of each paragraph, by report year and label."""
        every = chain.from_iterable(self.citations.values())
        return grouped(((one.evidence.report, one.paragraph.label), one) for one in every)

    @cached_property
    def words_cited(self) -> dict[tuple[int, str], tuple[Evidence, ...]]:
        """The evidence of words of the vocabulary and the glossary, and of deadlines, by report year and label."""
        words: tuple[Term | Meaning, ...] = (*chain.from_iterable(self.vocab.lists.values()), *self.glossary)
        every = (*(word.evidence for word in words), *(entry.due_words for entry in self.entries.values()))
        return grouped(((one.report, one.paragraph), one) for some in every for one in some)

    @cached_property
    def by_law(self) -> dict[str, tuple[tuple[Entry, LawRef], ...]]:
        """The entries that rest on each law, by 标识."""
        entries = self.entries.values()
        return grouped((reference.law, (entry, reference)) for entry in entries for reference in entry.laws)

    @cached_property
    def by_owner(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each 责任主体, by name, in the vocabulary's order; owners without entries included."""
        found = grouped((owner, entry) for entry in self.entries.values() for owner in entry.owners)
        return {owner.name: found.get(owner.name, ()) for owner in self.vocab.owners}

    @cached_property
    def answered_by(self) -> dict[str, tuple[Entry, ...]]:
        """The 整改 entries that each arrangement answers, by the arrangement's 编号."""
        return grouped((named, entry) for entry in self.entries.values() for named in arrangements_of(entry))

    def uncited(self, report: Report, label: str) -> tuple[Uncited, ...]:
        """Return the stated reasons why no entry rests on a paragraph, or on words of it."""
        return tuple(reason for reason in report.meta.value.uncited if reason.paragraph == label)

    def count_by_status(self, entries: Iterable[Entry]) -> list[tuple[Shaped, int]]:
        """Count entries by recorded state, in the vocabulary's order, without the states that none has."""
        return self._counted(map(self.status, entries))

    def count_by_flag(self, entries: Iterable[Entry]) -> list[tuple[Shaped, int]]:
        """Count entries by computed state, in the vocabulary's order, without the states that none has."""
        return self._counted(chain.from_iterable(map(self.flags, entries)))

    def _counted(self, terms: Iterable[Shaped]) -> list[tuple[Shaped, int]]:
        counts = Counter(term.slug for term in terms)
        return [(term, counts[term.slug]) for term in self.shaped.values() if counts[term.slug]]
