"""日程: when something is due or comes round, seen from one day."""

from dataclasses import dataclass
from datetime import date

from ..model import UNKNOWN, Entry, LawRefs
from ..model.own import words_of
from ..model.status import UNREPORTED, newest_due_report, report_due
from ..model.vocab import Occasion
from ..text.dates import Moment
from .site import Site, grouped


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something with a date: its first and last day (the end of time when it is not known), what it is, its entries."""

    first: date
    last: date
    shown: str
    name: str
    meaning: str
    entries: tuple[Entry, ...] = ()
    laws: LawRefs = ()

    @property
    def known(self) -> bool:
        """Whether its time is known."""
        return self.shown != UNKNOWN


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is to come, next first; what has no known time; which 时限 have passed, the latest first."""

    coming: tuple[Occurrence, ...]
    unknown: tuple[Occurrence, ...]
    passed: tuple[Occurrence, ...]


def calendar_of(site: Site) -> Calendar:
    """Return the calendar as of the site's day."""
    occasions = [occasion_from(site, occasion, site.as_of) for occasion in site.vocab.occasions]
    dues = dues_of(site)
    coming = [event for event in (*occasions, *dues, next_report(site)) if event.known and event.last >= site.as_of]
    return Calendar(
        tuple(sorted(coming, key=lambda event: (event.first, event.last))),
        tuple(event for event in occasions if not event.known),
        tuple(sorted((due for due in dues if due.last < site.as_of), key=lambda due: due.last, reverse=True)),
    )


def occasion_from(site: Site, occasion: Occasion, day: date) -> Occurrence:
    """Return an occasion as it next comes round on or after `day`, with the entries that are held on it."""
    held = (entry for entry in site.entries.values() if occasion.name in words_of(entry, "节点"))
    entries = site.current(held)
    if occasion.time == UNKNOWN:
        return Occurrence(date.max, date.max, UNKNOWN, occasion.name, occasion.meaning, entries, occasion.laws)
    moment = next_time(occasion.time, day)
    return Occurrence(moment.first, moment.last, str(moment), occasion.name, occasion.meaning, entries, occasion.laws)


def next_time(time: str, as_of: date) -> Moment:
    """Return when a yearly `MM-DD` or `MM` next comes round, or the one under way on `as_of`."""
    for year in range(as_of.year, as_of.year + 9):  # 29 February may be eight years away
        try:
            moment = Moment.parse(f"{year}-{time}")
        except ValueError:
            continue
        if moment.last >= as_of:
            return moment
    raise ValueError(time)


def dues_of(site: Site) -> list[Occurrence]:
    """Return one event for each 时限: a year means its last day, a month its last."""
    entries = site.current(site.entries.values())
    found = grouped((entry.due.last, entry) for entry in entries if isinstance(entry.due, Moment))
    what = ("时限", "年度报告写明的完成时限。")
    return [Occurrence(day, day, day.isoformat(), *what, members) for day, members in found.items()]


def next_report(site: Site) -> Occurrence:
    """Return the next last day for a yearly report: it is public before 1 April (see `newest_due_report`)."""
    year = newest_due_report(site.as_of) + 1
    day = report_due(year)
    laws = site.shaped[UNREPORTED].laws
    return Occurrence(
        day, day, day.isoformat(), f"{year}年度报告", f"按规定，{year}年度报告应在这一天以前公开。", (), laws
    )
