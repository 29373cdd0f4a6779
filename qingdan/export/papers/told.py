"""What the records say of a year: sentences with their footnotes, and what they should say and do not."""

from collections.abc import Iterable, Iterator
from datetime import date

from ...model import Entry, Publicity, StatusRecord, Task
from ...model.parts import PARTS, TASKS
from ...model.status import DONE, PLANNED, RETIRED, records_until, status_of
from ...site.site import Site
from ...text.dates import Moment
from .notes import of_entry, of_record
from .paper import Gap, Paragraph, Piece, Sentence, ended

WANTING = "整改"
_FIRST = ("第一责任人", "主要负责人")
_PUBLICITY = next(part for part in PARTS if part.record is Publicity)


def tasks(site: Site) -> tuple[Task, ...]:
    """Return the tasks that are still in their list, what a report names as wanting too."""
    return tuple(one for one in site.current(site.lists[TASKS.folder]) if isinstance(one, Task))


def publicity(site: Site) -> tuple[Publicity, ...]:
    """Return the 普法 entries that are still in their list."""
    return tuple(one for one in site.current(site.lists[_PUBLICITY.folder]) if isinstance(one, Publicity))


def deeds(site: Site, entry: Entry, year: int) -> tuple[StatusRecord, ...]:
    """Return the records of a year that say what was done; not those that announce it."""
    return tuple(one for one in site.records(entry) if one.date.year == year and one.status not in (PLANNED, RETIRED))


def done(site: Site, entry: Entry, year: int, named: bool = True) -> tuple[Sentence, ...]:
    """Return what was done in a year, a sentence a record, with the figures that its own words leave out.

    The first one begins with the name of the entry, where it is to be `named`.
    """
    return tuple(
        Sentence(
            f"{entry.name}：{_with_figures(record)}" if named and index == 0 else _with_figures(record),
            (of_record(site, entry, record),),
        )
        for index, record in enumerate(deeds(site, entry, year))
    )


def _with_figures(record: StatusRecord) -> str:
    printed = ((figure.name, record.printed(figure)) for figure in record.figures)
    more = "，".join(f"{name}{words}" for name, words in printed if words not in record.note)
    return f"{record.note.rstrip('。')}（{more}）。" if more else ended(record.note)


def owed(entry: Entry, year: int) -> bool:
    """Tell whether a report on `year` has to say of an entry what was done: it is of that year or earlier, not finished before."""
    before = date(year - 1, 12, 31)
    return entry.year <= year and status_of(entry, before) not in (DONE, RETIRED)


def told(site: Site, entries: Iterable[Entry], year: int) -> Iterator[Paragraph]:
    """Yield a paragraph for each entry: what was done in a year, or the gap where that has to be said."""
    for entry in entries:
        if said := done(site, entry, year):
            yield said
        elif owed(entry, year):
            yield (unsaid(entry, year),)


def unsaid(entry: Entry, year: int) -> Gap:
    """Return the gap of an entry of which no record says what was done in a year."""
    planned = status_of(entry, date(year, 12, 31)) == PLANNED
    return Gap(f"{entry.id} {entry.name}，{year}年{'的完成情况' if planned else '做了没有、做得怎样'}")


def announced(site: Site, entry: Entry) -> Sentence:
    """Return what an entry sets out to do, proven by the record that announced it where there is one."""
    record = next((one for one in site.records(entry) if one.status == PLANNED), None)
    note = of_record(site, entry, record) if record else of_entry(site, entry)
    return Sentence(ended(entry.content), (note,))


def arranged(entry: Entry, year: int) -> bool:
    """Tell whether an entry is an arrangement for the time after `year`: listed for it, or with a deadline in it, not done."""
    late = isinstance(entry.due, Moment) and entry.due.last.year > year
    listed = entry.year == year + 1 or (entry.year <= year and late)
    return listed and status_of(entry, date(year, 12, 31)) not in (DONE, RETIRED)


def first_person(site: Site, task: Task) -> bool:
    """Tell whether a task is the first responsible person's own: its field, its name or a law that it rests on says so."""
    words = (task.field, task.name, *(site.laws[one.law].name for one in task.laws))
    return any(word in text for text in words for word in _FIRST)


def shortfall(site: Site, task: Task, year: int) -> Iterator[Piece]:
    """Yield what a report named as wanting, and what was done about it in `year`, or the gap."""
    first = next(iter(records_until(task, site.as_of)), None)
    note = of_record(site, task, first) if first else of_entry(site, task)
    yield Sentence(ended(task.content), (note,))
    mended = done(site, task, year, named=False)
    yield from mended
    if not mended and task.year < year:
        yield Gap(f"{task.id} {task.name}，{year}年改了没有、改得怎样")
