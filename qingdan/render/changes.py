"""The page of changes: by month, newest first; long months and old years are told in numbers, so that the page stays short."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model.parts import FILED, PARTS, Part, part_at
from ..model.registry import LISTED, MOVED
from ..site.events import CONFIRMED, EVENTS, LAW, Event, events, period
from ..site.site import Site
from ..text.dates import Moment
from .template import fill

OF_A_PERIOD = 100
"""How many events a month or a year tells one by one."""

IN_ALL = 150
"""How many events the page tells one by one before it goes on in numbers."""

OPEN = 5
"""How many events of one day and one kind stand open beside others; more are folded."""

Column = tuple[Part, int]
"""A part of the site, and how many of its pages were added."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month, or a year whose months are not known: how many events, those told one by one, what is only counted."""

    moment: Moment
    told: tuple[Event, ...]
    listed: tuple[tuple[date, list[Column]], ...]
    rest: tuple[tuple[str, int], ...]
    count: int
    published: date | None

    @property
    def days(self) -> list[tuple[Moment, str, tuple[Event, ...]]]:
        """The events told, those of one day and one kind together."""
        return [(*key, tuple(group)) for key, group in groupby(self.told, key=lambda event: (event.date, event.kind))]

    @property
    def title(self) -> str:
        """The heading."""
        return f"{self.moment.year}年{self.moment.month}月" if self.moment.month else f"{self.moment.year}年"


def changes(site: Site, root: str) -> str:
    """Return the events of the newest months, and how many there were in each earlier year."""
    told, periods, earlier = 0, list[Period](), Counter[int]()
    for moment, group in groupby(events(site), key=lambda event: period(event.date)):
        if told >= IN_ALL:
            earlier[moment.year] += len(list(group))
            continue
        periods.append(_period(moment, tuple(group)))
        told += len(periods[-1].told)
    return fill(
        "changes",
        site=site,
        root=root,
        periods=periods,
        earlier=sorted(earlier.items(), reverse=True),
        brief=(LISTED, CONFIRMED, LAW),
        here=(LISTED, MOVED),
        few=OPEN,
        lists=FILED,
    )


def _period(moment: Moment, found: tuple[Event, ...]) -> Period:
    listed = [event for event in found if event.kind == LISTED]
    many = len(listed) > OF_A_PERIOD
    single = [event for event in found if not (many and event.kind == LISTED)]
    told, rest = tuple(single[:OF_A_PERIOD]), Counter(event.kind for event in single[OF_A_PERIOD:])
    days = {event.published for event in told if event.kind not in (LISTED, MOVED)}
    return Period(
        moment,
        told,
        tuple((day, _by_column(group)) for day, group in groupby(listed, key=lambda event: event.published) if many),
        tuple((kind, rest[kind]) for kind in EVENTS if rest[kind]),
        len(found),
        days.pop() if len(days) == 1 else None,
    )


def _by_column(listed: Iterable[Event]) -> list[Column]:
    counts = Counter(part_at(event.path) for event in listed)
    return [(part, counts[part]) for part in PARTS if counts[part]]
