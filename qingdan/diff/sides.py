"""The old and the new state of the data, side by side."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from ..model import Evidence
from ..model.load import Data
from ..model.parts import FOLDERS, Part, path_of
from ..model.walk import walk
from ..text.quotation import Found, locate
from .change import Change, ItemChange, Remark, Subject, change
from .reading import Names, items, shown, where

K = TypeVar("K", bound=Hashable)
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
        return _law_names(self.old), _law_names(self.new)

    @cached_property
    def rewritten(self) -> frozenset[int]:
        """The years whose archived text can be read on both sides and is not the same, or is archived no more."""
        now = {report.year: report.digest for report in self.new.reports}
        changed = (report.year for report in self.old.reports if now.get(report.year) != report.digest)
        return frozenset(year for year in changed if _readable(self.new, year))

    def changes(
        self,
        things: Callable[[Data], Mapping[K, T]],
        subject: Callable[[K, T], Subject],
        *,
        folder: str = GROUND,
        known: Callable[[T], str] = lambda _: "",
        remarks: Callable[[T, T], Iterable[Remark]] | None = None,
        rows: Callable[[T | None, T | None], Iterable[ItemChange]] | None = None,
    ) -> Iterator[Change]:
        """Yield what became of each of the `things`: new, gone, unreadable on one side, or changed as `remarks` says.

        `known` names a thing among the unread; `folder` is the one whose unreadable files may hold it.
        """
        old, new = things(self.old), things(self.new)
        for key, thing in {**old, **new}.items():
            before, after, about = old.get(key), new.get(key), subject(key, thing)
            if before and after:
                told = [*(remarks or self.fields)(before, after)]
            else:
                kind, lacking, when = ("删去", self.new, "现在") if before else ("新增", self.old, "原来")
                told = [Remark(kind, "“{}”", (about.gist,))]
                if hidden(lacking, known(thing), folder):
                    told = [Remark("读不出", f"{when}的这一项有错，读不出，没法比较")]
            if found := change(about, told, (rows or self.rows)(before, after)):
                yield found

    def filed(
        self,
        part: Part,
        gist: Callable[..., str],
        remarks: Callable[..., Iterable[Remark]],
        rows: Callable[..., Iterable[ItemChange]] | None = None,
    ) -> Iterator[Change]:
        """Yield what became of each record of a part that is kept in lists."""
        return self.changes(
            lambda data: {one.value.id: one.value for one in data.lists[part.folder]},
            lambda id, one: Subject(part.name, id, one.name, gist(one), path_of(one)),
            folder=part.folder,
            known=lambda one: one.id,
            remarks=remarks,
            rows=rows,
        )

    def fields(
        self, old: BaseModel, new: BaseModel, kinds: Mapping[str, str] = MappingProxyType({})
    ) -> Iterator[Remark]:
        """Yield what became of each item, under the kind that `kinds` gives its name, and of the evidence.

        An empty kind says nothing.
        """
        for name, info in type(new).model_fields.items():
            before, after, title = getattr(old, name), getattr(new, name), info.alias or name
            kind = kinds.get(title, "其他字段")
            if before == after or not kind:
                continue
            if _holds_records(before) or _holds_records(after):
                yield from self._listed(kind, title, before, after)
                continue
            was, now = shown(before, self.laws[0]), shown(after, self.laws[1])
            if was and now:
                yield Remark(kind, f"{title}：原“{{}}”，现“{{}}”", (was, now))
            else:
                yield Remark(kind, f"{title}：{'填写' if now else '删去'}“{{}}”", (now or was,))
        yield from self._lost_evidence(_evidence_of(old), _evidence_of(new))

    def _listed(
        self, kind: str, name: str, before: tuple[BaseModel, ...], after: tuple[BaseModel, ...]
    ) -> Iterator[Remark]:
        """Yield what was taken out of a list of records and what was put in; where nothing was, its order changed."""
        gone = [shown(item, self.laws[0]) for item in before if item not in after]
        come = [shown(item, self.laws[1]) for item in after if item not in before]
        yield from (Remark(kind, f"{name}：删去“{{}}”", (text,)) for text in gone)
        yield from (Remark(kind, f"{name}：增加“{{}}”", (text,)) for text in come)
        if not gone and not come:
            yield Remark(kind, f"{name}：次序或重复有改动，现为“{{}}”", (shown(after, self.laws[1]),))

    def _lost_evidence(self, before: list[Evidence], after: list[Evidence]) -> Iterator[Remark]:
        """Yield the evidence that was given up, and that whose words no longer stand in the archived report."""
        for evidence in before:
            if evidence not in after:
                yield Remark("证据失效", "不再引用“{}”（{}）", (evidence.quote, where(evidence)))
        for evidence in after:
            as_before = evidence.report not in self.rewritten or _missing(self.old, evidence)
            if not (evidence in before and as_before) and _missing(self.new, evidence):
                yield Remark("证据失效", "引文“{}”在{}里找不到", (evidence.quote, where(evidence)))

    def rows(self, old: BaseModel | None, new: BaseModel | None) -> list[ItemChange]:
        """Return every item before and after."""
        before, after = (items(side, laws) if side else {} for side, laws in zip((old, new), self.laws, strict=True))
        return [ItemChange(name, before.get(name, ""), after.get(name, "")) for name in after or before]


def _law_names(data: Data) -> Names:
    return {law.value.id: law.value.short for law in data.laws}


def _holds_records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def _evidence_of(record: BaseModel) -> list[Evidence]:
    """Return all evidence below a record, once each, in its order."""
    return list(dict.fromkeys(piece for _, piece in walk(record, Evidence)))


def _missing(data: Data, evidence: Evidence) -> bool:
    """Tell whether the words do not stand where they are said to; where the report cannot be read, nobody knows."""
    report = data.report(evidence.report)
    if report is None:
        return _readable(data, evidence.report)
    paragraph = report.paragraph(evidence.paragraph)
    return paragraph is None or not isinstance(locate(evidence.quote, paragraph), Found)


def _readable(data: Data, year: int) -> bool:
    """Tell whether a report that is not there is really missing, not only unreadable."""
    return data.report(year) is not None or not hidden(data, f"reports/{year}", "reports")


def hidden(data: Data, known: str, folder: str) -> bool:
    """Tell whether a thing that is not among the records may stand in what could not be read."""
    unread = data.unread - set(FOLDERS) if folder == GROUND else data.unread & {folder}
    return known in data.known or bool(unread)
