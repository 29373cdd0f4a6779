"""The calendar as iCalendar (RFC 5545): whole days, 普法节点 every year, 时限 and the next report's last day once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from icalendar import Calendar, vText
from icalendar import Event as Component

from ..model import UNKNOWN, Entry
from ..model.parts import path_of
from ..site.calendar import Occurrence, dues_of, next_report, occasion_from
from ..site.site import Site
from ..text.dates import Moment
from .identity import uuid_of

PATH = "calendar/all.ics"

NAMED = 50
"""How many entries an event names; the page of the calendar has the rest."""

_REDUCED = "时限只写到年份的，记在那一年的最后一天；只写到月份的，记在那个月的最后一天。"


@dataclass(frozen=True, slots=True)
class _Dated:
    """An event with what the calendar says of it; `name` never changes."""

    kind: Literal["普法节点", "时限", "年度报告"]
    name: str
    summary: str
    event: Occurrence


class _Text(vText):
    r"""A text, escaped as RFC 5545 §3.3.11 says; the library (7.3.0) takes the two letters `\N` for a line end."""

    def to_ical(self) -> bytes:
        return self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").encode()


def ics(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the calendar; where the site's address is not known, its events have no URL."""
    calendar = Calendar()
    calendar.add("prodid", _Text(f"-//{site.body.title}//日程//ZH"))
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _Text(f"{site.body.title}：日程"))
    for dated in _dated(site):
        calendar.add_component(_component(site, dated))
    yield PATH, calendar.to_ical()


def _dated(site: Site) -> Iterator[_Dated]:
    """Yield what has a date; yearly events begin in the year in which the site did, so that no later build moves them."""
    began = min(site.registry.listed.values(), default=site.as_of).replace(month=1, day=1)
    for occasion in site.vocab.occasions:
        if occasion.time != UNKNOWN:
            event = occasion_from(site, occasion, began)
            yield _Dated("普法节点", f"occasion-{occasion.slug}", event.name, event)
    for event in sorted(dues_of(site), key=lambda due: due.first):
        what = _numbered(event.entries[0]) if len(event.entries) == 1 else f"{len(event.entries)} 条"
        yield _Dated("时限", f"due-{event.first}", f"时限：{what}", event)
    report = next_report(site)
    yield _Dated("年度报告", f"report-{report.first}", report.name, report)


def _component(site: Site, dated: _Dated) -> Component:
    event, component = dated.event, Component()
    component.add("uid", str(uuid_of(site, f"calendar/#{dated.name}")))
    component.add("dtstamp", datetime.combine(site.as_of, time(), UTC))
    component.add("dtstart", event.first)
    component.add("dtend", event.last + timedelta(days=1))
    component.add("summary", _Text(dated.summary))
    component.add("description", _Text("\n".join(_description(site, dated))))
    component.add("categories", [dated.kind])
    component.add("transp", "TRANSPARENT")
    if dated.kind == "普法节点":
        component.add("rrule", {"freq": "yearly"})
    if site.publication.address:
        path = path_of(event.entries[0]) if len(event.entries) == 1 else "calendar/"
        component.add("url", f"{site.publication.address}{path}")
    return component


def _description(site: Site, dated: _Dated) -> Iterator[str]:
    event, due = dated.event, dated.kind == "时限"
    yield event.meaning
    if event.laws:
        named = (f"《{site.laws[one.law].short}》{'、'.join(one.articles)}" for one in event.laws)
        yield f"依据：{'、'.join(named)}。"
    for entry in event.entries[:NAMED]:
        states = "、".join(term.name for term in (site.status(entry), *site.flags(entry)))
        yield f"{_numbered(entry)}（时限 {entry.due}，{states}）" if due else _numbered(entry)
    if len(event.entries) > NAMED:
        yield f"共 {len(event.entries)} 条，其余见本站。"
    if due and any(isinstance(entry.due, Moment) and entry.due.day is None for entry in event.entries):
        yield _REDUCED


def _numbered(entry: Entry) -> str:
    return f"{entry.id} {entry.name}"
