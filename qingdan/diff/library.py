"""What became of laws, of reports, and of what else is kept in lists."""

from collections.abc import Iterator
from functools import partial

from ..model import Law, LawRef
from ..model.load import Data
from ..model.parts import DOCUMENTS, FILED, LAWS, LISTS, REPORTS, path_of
from ..model.status import law_status
from ..model.walk import walk
from ..text.folded import visible
from ..text.natural import natural
from .change import Change, ItemChange, Remark, Subject
from .sides import Sides


def record_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of each law, and of each record of any other part that is kept in lists but not of entries."""
    yield from sides.filed(LAWS, lambda law: f"{law.level}，{law.status}", partial(_of_law, sides))
    for part in FILED:
        if part is not LAWS and part not in LISTS:
            yield from sides.filed(part, lambda record: str(record.name), sides.fields)


def _of_law(sides: Sides, old: Law, new: Law) -> Iterator[Remark]:
    was, now = law_status(old, sides.old.as_of), law_status(new, sides.new.as_of)
    if was == now:
        yield from sides.fields(old, new)
        return
    if touched := "、".join(sorted(_resting_on(sides, new), key=natural)):
        yield Remark("依据法规变动", "从“{}”变为“{}”，以它为依据的：{}", (was, now, touched))
    else:
        yield Remark("其他字段", "效力从“{}”变为“{}”，没有条目和问答以它为依据", (was, now))
    yield from sides.fields(old, new, {"状态": ""})


def _resting_on(sides: Sides, law: Law) -> set[str]:
    """Return the 编号 of the entries and answers that rest on a law now."""
    entries = ((entry.value.id, one.law) for entry in sides.new.entries for _, one in walk(entry.value, LawRef))
    answers = ((answer.value.id, one.law) for answer in sides.new.answers for one in answer.value.laws)
    return {id for id, named in (*entries, *answers) if named == law.id}


def report_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of each archived report: its facts, and its text paragraph by paragraph."""
    return sides.changes(
        lambda data: {report.year: report.meta.value for report in data.reports},
        lambda year, meta: Subject(REPORTS.name, str(year), meta.title, meta.publisher, path_of(meta)),
        folder=REPORTS.folder,
        known=lambda meta: f"reports/{meta.year}",
        remarks=lambda old, new: [*_of_text(sides, new.year), *sides.fields(old, new)],
        rows=lambda old, new: [*sides.rows(old, new), *(_text_rows(sides, new.year) if old and new else ())],
    )


def document_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of each list that the body itself made: its facts, its file by the digest."""
    return sides.changes(
        lambda data: {one.id: one.meta.value for one in data.documents},
        lambda id, meta: Subject(DOCUMENTS.name, id, meta.name, meta.publisher, path_of(meta)),
        folder=DOCUMENTS.folder,
        known=lambda meta: f"{DOCUMENTS.folder}/{meta.id}",
    )


def _of_text(sides: Sides, year: int) -> Iterator[Remark]:
    changed = list(_text_rows(sides, year))
    for row in changed:
        if row.before and row.after:
            yield Remark("原文改动", "{}：原“{}”，现“{}”", (row.name, row.before, row.after))
        else:
            more = "多" if row.after else "少"
            yield Remark("原文改动", f"{more}了{{}}：“{{}}”", (row.name, row.after or row.before))
    if not changed and year in sides.rewritten:
        yield Remark("原文改动", "只有空白或换行不同，文字没有改动")


def _text_rows(sides: Sides, year: int) -> Iterator[ItemChange]:
    """Yield the paragraphs whose words differ."""
    before, after = _paragraphs(sides.old, year), _paragraphs(sides.new, year)
    for label in {**after, **before}:
        if before.get(label) != after.get(label):
            yield ItemChange(label, before.get(label, ""), after.get(label, ""))


def _paragraphs(data: Data, year: int) -> dict[str, str]:
    report = data.report(year)
    return {one.label: " ".join(visible(one.raw).split()) for one in report.paragraphs} if report else {}
