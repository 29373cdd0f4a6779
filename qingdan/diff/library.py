"""What became of laws and of reports."""

from collections.abc import Iterable, Iterator

from ..model import Law, Record
from ..model.load import Report
from ..model.parts import FILED, LISTS, REPORTS, path_of
from ..model.status import law_status
from ..text.folded import visible
from .change import Change, ItemChange, Remark, Subject
from .sides import Sides


def record_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each law, and of each record of any other part that is kept in lists but is not one of entries."""
    for part in FILED:
        if part not in LISTS:
            old, new = ({one.value.id: one.value for one in data.lists[part.folder]} for data in (sides.old, sides.new))
            for id in {**old, **new}:
                yield sides.compared(
                    old.get(id),
                    new.get(id),
                    subject=lambda one, part=part: Subject(part.name, one.id, one.name, _gist(one), path_of(one)),
                    lost=(id, part.folder),
                    remarks=lambda before, after: _of_record(sides, before, after),
                )


def _gist(record: Record) -> str:
    return f"{record.level}，{record.status}" if isinstance(record, Law) else record.name


def _of_record(sides: Sides, old: Record, new: Record) -> Iterable[Remark]:
    return _of_law(sides, old, new) if isinstance(new, Law) else sides.fields(old, new, {})


def _of_law(sides: Sides, old: Law, new: Law) -> Iterator[Remark]:
    was, now = law_status(old, sides.old.as_of), law_status(new, sides.new.as_of)
    if was != now:
        touched = sides.resting_on.get(new.id, [])
        if touched:
            words = (was, now, "、".join(sorted(set(touched))))
            yield Remark("依据法规变动", "从“{}”变为“{}”，以它为依据的条目：{}", words)
        else:
            yield Remark("其他字段", "效力从“{}”变为“{}”，没有条目以它为依据", (was, now))
    yield from sides.fields(old, new, {"状态": "" if was != now else "其他字段"})


def report_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each archived report: its facts, and its text paragraph by paragraph."""
    old, new = ({report.year: report for report in data.reports} for data in (sides.old, sides.new))
    for year in {**old, **new}:
        before, after = old.get(year), new.get(year)
        yield sides.compared(
            before and before.meta.value,
            after and after.meta.value,
            subject=lambda meta: Subject(REPORTS.name, str(meta.year), meta.title, meta.publisher, path_of(meta)),
            lost=(f"reports/{year}", REPORTS.folder),
            remarks=lambda was, now, before=before, after=after: [
                *_of_text(before, after),
                *sides.fields(was, now, {}),
            ],
            rows=lambda was, now, before=before, after=after: [*sides.rows(was, now), *_text_rows(before, after)],
        )


def _of_text(old: Report, new: Report) -> Iterator[Remark]:
    changed = list(_text_rows(old, new))
    for row in changed:
        if row.before and row.after:
            yield Remark("原文改动", "{}：原“{}”，现“{}”", (row.name, row.before, row.after))
        else:
            yield Remark(
                "原文改动", f"{'多' if row.after else '少'}了{{}}：“{{}}”", (row.name, row.after or row.before)
            )
    if not changed and old.digest != new.digest:
        yield Remark("原文改动", "只有空白或换行不同，文字没有改动")


def _text_rows(old: Report | None, new: Report | None) -> Iterator[ItemChange]:
    """Yield the paragraphs whose words differ; none where there is nothing to compare with."""
    if old is None or new is None or old.digest == new.digest:
        return
    before, after = (
        {paragraph.label: " ".join(visible(paragraph.raw).split()) for paragraph in report.paragraphs}
        for report in (old, new)
    )
    for label in {**after, **before}:
        if before.get(label) != after.get(label):
            yield ItemChange(label, before.get(label, ""), after.get(label, ""))
