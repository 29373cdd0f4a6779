"""The old and the new state of the data, side by side."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pydantic import BaseModel

from ..model import Entry, Evidence
from ..model.load import Data
from ..model.parts import FOLDERS
from ..model.walk import walk
from ..text.quotation import Found, locate
from .change import Change, ItemChange, Remark, Subject, change
from .reading import Names, items, shown, where

T = TypeVar("T", bound=BaseModel)

GROUND = ""
"""Stands for the data folder itself, whose name is not the same on both sides."""


@dataclass(frozen=True)
class Sides:
    """Both states, and what is asked of them again and again."""

    old: Data
    new: Data

    @cached_property
    def laws(self) -> tuple[Names, Names]:
        """The laws' short names, before and after."""
        return tuple({law.value.id: law.value.short for law in data.laws} for data in (self.old, self.new))

    @cached_property
    def resting_on(self) -> dict[str, list[str]]:
        """The 编号 of the entries that rest on each law now, by 标识."""
        found: dict[str, list[str]] = {}
        for entry in self.new.entries:
            for reference in entry.value.laws:
                found.setdefault(reference.law, []).append(entry.value.id)
        return found

    @cached_property
    def rewritten(self) -> frozenset[int]:
        """The years whose archived text can be read on both sides and is not the same, or is archived no more."""
        before, after = ({report.year: report.digest for report in data.reports} for data in (self.old, self.new))
        unknown = {year for year in before if not _readable(self.new, year)}
        return frozenset(year for year, digest in before.items() if after.get(year) != digest and year not in unknown)

    def compared(
        self,
        old: T | None,
        new: T | None,
        *,
        subject: Callable[[T], Subject],
        lost: tuple[str, str],
        remarks: Callable[[T, T], Iterable[Remark]],
        rows: Callable[[T | None, T | None], Iterable[ItemChange]] | None = None,
    ) -> Change | None:
        """Return what became of one thing: new, gone, unreadable on one side, or changed as `remarks` says.

        `lost` is the word that names it among the unread, and the folder whose unreadable files may hold it.
        """
        thing = subject(old if new is None else new)
        if old is None:
            unread = _hidden(self.old, *lost)
            told = [
                Remark("读不出", "原来的这一项有错，读不出，没法比较")
                if unread
                else Remark("新增", "“{}”", (thing.gist,))
            ]
        elif new is None:
            unread = _hidden(self.new, *lost)
            told = [
                Remark("读不出", "现在的这一项有错，读不出，没法比较")
                if unread
                else Remark("删去", "“{}”", (thing.gist,))
            ]
        else:
            told = [*remarks(old, new), *self.lost_evidence(old, new)]
        return change(thing, told, (rows or self.rows)(old, new))

    def fields(self, old: BaseModel, new: BaseModel, kinds: dict[str, str]) -> Iterator[Remark]:
        """Yield what became of each item, under the kind that `kinds` gives its name; an empty kind says nothing."""
        for name, info in type(new).model_fields.items():
            before, after = getattr(old, name), getattr(new, name)
            kind = kinds.get(info.alias, "其他字段")
            if before == after or not kind:
                continue
            if _holds_records(before) or _holds_records(after):
                yield from self._listed(kind, info.alias, before, after)
                continue
            was, now = shown(before, self.laws[0]), shown(after, self.laws[1])
            if was and now:
                yield Remark(kind, f"{info.alias}：原“{{}}”，现“{{}}”", (was, now))
            else:
                yield Remark(kind, f"{info.alias}：{'填写' if now else '删去'}“{{}}”", (now or was,))

    def _listed(self, kind: str, name: str, before: tuple, after: tuple) -> Iterator[Remark]:
        """Yield what was taken out of a list of records and what was put in; where nothing was, its order changed."""
        gone = [shown(item, self.laws[0]) for item in before if item not in after]
        come = [shown(item, self.laws[1]) for item in after if item not in before]
        yield from (Remark(kind, f"{name}：删去“{{}}”", (text,)) for text in gone)
        yield from (Remark(kind, f"{name}：增加“{{}}”", (text,)) for text in come)
        if not gone and not come:
            yield Remark(kind, f"{name}：次序或重复有改动，现为“{{}}”", (shown(after, self.laws[1]),))

    def lost_evidence(self, old: BaseModel, new: BaseModel) -> Iterator[Remark]:
        """Yield the evidence that was given up, and that whose words no longer stand in the archived report."""
        before, after = evidence_of(old), evidence_of(new)
        for evidence in before:
            if evidence not in after:
                yield Remark("证据失效", "不再引用“{}”（{}）", (evidence.quote, where(evidence)))
        for evidence in after:
            known = evidence in before and evidence.report not in self.rewritten
            if not known and _stands(self.new, evidence) is False and not self._never_stood(evidence, before):
                yield Remark("证据失效", "引文“{}”在{}里找不到", (evidence.quote, where(evidence)))

    def _never_stood(self, evidence: Evidence, before: dict[Evidence, None]) -> bool:
        return evidence in before and _stands(self.old, evidence) is False

    def rows(self, old: BaseModel | None, new: BaseModel | None) -> list[ItemChange]:
        """Return every item before and after, except the records of an entry."""
        before, after = (items(side, laws) if side else {} for side, laws in zip((old, new), self.laws, strict=True))
        names = dict.fromkeys([*after, *before])
        records = isinstance(old or new, Entry)
        return [
            ItemChange(name, before.get(name, ""), after.get(name, ""))
            for name in names
            if not (records and name == "记录")
        ]


def _holds_records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def evidence_of(record: BaseModel) -> dict[Evidence, None]:
    """Return all evidence below a record, once each, in its order."""
    return {piece: None for _, piece in walk(record, Evidence)}


def _stands(data: Data, evidence: Evidence) -> bool | None:
    """Tell whether the words stand where they are said to; None where the report cannot be read."""
    report = data.report(evidence.report)
    if report is None:
        return False if _readable(data, evidence.report) else None
    paragraph = report.paragraph(evidence.paragraph)
    return paragraph is not None and isinstance(locate(evidence.quote, paragraph), Found)


def _readable(data: Data, year: int) -> bool:
    """Tell whether a report that is not there is really missing, not only unreadable."""
    return data.report(year) is not None or not _hidden(data, f"reports/{year}", "reports")


def _hidden(data: Data, known: str, folder: str) -> bool:
    """Tell whether a thing that is not among the records may stand in what could not be read."""
    unread = data.unread - set(FOLDERS) if folder == GROUND else data.unread & {folder}
    return known in data.known or bool(unread)
