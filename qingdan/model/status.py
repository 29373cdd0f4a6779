"""状态: the newest record's word, and the states that are worked out from dates and laws."""

from datetime import date

from ..text.dates import Moment
from . import Entry, Law, StatusRecord

RETIRED = "已退出"
UNRECORDED, STALE, OVERDUE, LAW_CHANGED = "尚无记录", "待更新", "逾期", "依据已变动"

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


def newest_due_report(as_of: date) -> int:
    """Return the newest year whose annual report had to be public by `as_of`.

    法治政府建设与责任落实督察工作规定第二十四条: the report on year N is public before 1 April of N+1.
    """
    return as_of.year - (1 if (as_of.month, as_of.day) >= _REPORT_DUE else 2)


def flags_of(entry: Entry, laws: dict[str, Law], as_of: date) -> tuple[str, ...]:
    """Return the computed states of an entry at `as_of`, gravest first; 尚无记录 stands in `status_of`."""
    status = status_of(entry, as_of)
    if status == RETIRED:
        return ()
    flags = []
    if isinstance(entry.due, Moment) and entry.due.last < as_of and status != "已落实":
        flags.append(OVERDUE)
    if any(law_status(laws[reference.law], as_of) in NOT_IN_FORCE for reference in entry.laws):
        flags.append(LAW_CHANGED)
    records = records_until(entry, as_of)
    if records and records[-1].date.year < newest_due_report(as_of) and entry.year <= newest_due_report(as_of):
        flags.append(STALE)
    return tuple(flags)


def law_status(law: Law, as_of: date) -> str:
    """Return a law's validity at `as_of`, from its dates where they decide it, else as recorded."""
    if isinstance(law.effective, Moment) and law.effective.first > as_of:
        return "尚未施行"
    for day, status in ((law.repealed, "已废止"), (law.ended, "已届满")):
        if day and day.last <= as_of:
            return status
    in_force = isinstance(law.effective, Moment) and law.effective.last <= as_of
    if law.repealed or law.ended or (in_force and law.status == "尚未施行"):
        return "现行有效"
    return law.status
