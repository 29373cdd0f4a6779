"""状态: the newest record's word, and the states that are worked out from dates, laws and archived reports."""

from collections.abc import Collection
from datetime import date

from ..text.dates import Moment
from . import Entry, Law, StatusRecord

PLANNED, DONE, ONGOING, RETIRED = "已列入计划", "已落实", "长期坚持", "已退出"
UNRECORDED, UNREPORTED, UNMENTIONED = "尚无记录", "到期，待报告", "年度报告没有提到"
OVERDUE, LAW_CHANGED = "逾期", "依据已变动"

IN_FORCE = "现行有效"
ENDED = ("已废止", "已届满")
"""The validities of a law that is gone."""

NOT_IN_FORCE = (*ENDED, "尚未施行")
"""The validities of a law on which no entry should rest."""

_REPORT_DUE = (4, 1)


def records_until(entry: Entry, as_of: date) -> tuple[StatusRecord, ...]:
    """Return the records that had been made by `as_of`, oldest first."""
    return tuple(record for record in entry.records if record.date.first <= as_of)


def status_of(entry: Entry, as_of: date) -> str:
    """Return the recorded state at `as_of`: the newest record's, or 尚无记录 where there is none."""
    records = records_until(entry, as_of)
    return records[-1].status if records else UNRECORDED


def report_due(year: int) -> date:
    """Return the day before which the report on `year` has to be public.

    法治政府建设与责任落实督察工作规定第二十四条: the report on year N is public before 1 April of N+1.
    """
    return date(year + 1, *_REPORT_DUE)


def newest_due_report(as_of: date) -> int:
    """Return the newest year whose annual report had to be public by `as_of`."""
    return as_of.year - (1 if as_of >= report_due(as_of.year - 1) else 2)


def flags_of(entry: Entry, laws: dict[str, Law], archived: Collection[int], as_of: date) -> tuple[str, ...]:
    """Return the computed states of an entry at `as_of`, gravest first; 尚无记录 stands in `status_of`.

    In: the laws by 标识, the years of the archived reports. What is done or has left carries none.
    """
    if status_of(entry, as_of) in (DONE, RETIRED):
        return ()
    changed = any(law_status(laws[reference.law], as_of) in NOT_IN_FORCE for reference in entry.laws)
    flags = (_lateness(entry, archived, as_of), LAW_CHANGED if changed else "", _silence(entry, archived, as_of))
    return tuple(filter(None, flags))


def _lateness(entry: Entry, archived: Collection[int], as_of: date) -> str:
    """Return what the day says of an entry whose source gave a deadline; empty before it, or where the year's report cleared it."""
    if not isinstance(entry.due, Moment) or entry.due.last >= as_of:
        return ""
    year = entry.due.year
    if year not in archived:
        return UNREPORTED if as_of >= report_due(year) else ""
    kept = any(record.status == ONGOING for record in told_by(entry, year, as_of))
    return "" if kept else OVERDUE


def _silence(entry: Entry, archived: Collection[int], as_of: date) -> str:
    """Return whether the newest archived report says nothing of an entry that has records and is old enough."""
    newest = max(archived, default=0)
    old_enough = entry.year <= newest and records_until(entry, as_of)
    return UNMENTIONED if old_enough and not told_by(entry, newest, as_of) else ""


def told_by(entry: Entry, year: int, as_of: date) -> list[StatusRecord]:
    """Return the records of `year` that words of the report on that same year prove."""
    return [
        record
        for record in records_until(entry, as_of)
        if record.date.year == year and any(evidence.report == year for evidence in record.evidence)
    ]


def law_status(law: Law, as_of: date) -> str:
    """Return a law's validity at `as_of`, from its dates where they decide it, else as recorded."""
    if isinstance(law.effective, Moment) and law.effective.first > as_of:
        return "尚未施行"
    for day, status in ((law.repealed, "已废止"), (law.ended, "已届满")):
        if day and day.last <= as_of:
            return status
    in_force = isinstance(law.effective, Moment) and law.effective.last <= as_of
    if law.repealed or law.ended or (in_force and law.status == "尚未施行"):
        return IN_FORCE
    return law.status
