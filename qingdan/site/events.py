"""更新: what happened, to what, and when, made from the registry, the records and the laws' dates; feeds are made of it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model import Answer, Entry, Law, StatusRecord
from ..model.address import anchors_of
from ..model.law_history import PASSED, steps_of
from ..model.parts import path_of
from ..model.registry import LISTED, MOVED
from ..model.status import RETIRED
from ..text.dates import Moment
from ..text.natural import natural
from .rewordings import before, path_of_comparison, summary_of
from .site import Citation, Site, grouped

STATUS, LEFT, CONFIRMED, LAW = "状态", "退出", "核定", "法规"
EVENTS = (LISTED, MOVED, LEFT, CONFIRMED, STATUS, LAW)
"""What an event can be, in the order in which one day's events are told."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    `id` is ASCII, unique and the same in every later build. `date` is when it happened, as precisely as the source says;
    `published` is the day on which its page first stood on this site, None where no registry is kept. `subject` and
    `text` are plain words; `path` (from the site's root) and `anchor` say where to read on.
    """

    id: str
    kind: str
    date: Moment
    published: datetime.date | None
    subject: str
    text: str
    path: str
    anchor: str = ""
    citations: tuple[Citation, ...] = ()


def events(site: Site) -> tuple[Event, ...]:
    """Return everything that happened up to the site's day, newest first; one day's events in the order of EVENTS."""
    found = [
        *_registered(site),
        *(event for entry in site.entries.values() for event in _of_entry(site, entry)),
        *(event for answer in site.answers.values() for event in _of_answer(site, answer)),
        *(event for law in site.laws.values() for event in _of_law(site, law)),
    ]
    past = [event for event in found if event.date.first <= site.as_of]
    past.sort(key=lambda event: (EVENTS.index(event.kind), natural(event.id)))
    return tuple(sorted(past, key=lambda event: _when(event.date), reverse=True))


def period(moment: Moment) -> Moment:
    """Return the month of a moment, or its year where the month is not known."""
    return Moment(moment.year, moment.month)


def _when(moment: Moment) -> tuple[datetime.date, bool, datetime.date, datetime.date]:
    """Order moments so that those of one period stand together; a year comes after all its months."""
    return period(moment).last, moment.month is None, moment.last, moment.first


def _registered(site: Site) -> Iterator[Event]:
    registry, names = site.registry, subjects(site)
    moved_on = {one.new: one.day for one in registry.registrations if one.kind == MOVED}
    for one in registry.registrations:
        for address in one.addresses:
            path = registry.moves.get(address, address)
            if moved_on.get(address) != one.day:
                text = "第一次收进本站。"
                yield Event(f"{address}#listed", LISTED, one.day, one.day.first, names[path], text, path)
        if one.old and one.new:
            text = f"地址由 {one.old} 改为 {one.new}：{one.reason}"
            yield Event(f"{one.old}#moved", MOVED, one.day, one.day.first, names[one.new], text, one.new)


def subjects(site: Site) -> dict[str, str]:
    """Return what stands at each address."""
    return {
        **{path_of(entry): _name(entry) for entry in site.entries.values()},
        **{path_of(answer): _name(answer) for answer in site.answers.values()},
        **{path_of(topic): topic.title for topic in site.vocab.law_topics},
        **{path_of(law): law.name for law in site.laws.values()},
        **{path_of(owner): owner.name for owner in site.vocab.owners},
        **{path_of(report.meta.value): report.meta.value.title for report in site.reports},
        **{path_of(one.meta.value): one.meta.value.name for one in site.documents.values()},
    }


def _name(thing: Entry | Answer) -> str:
    return f"{thing.id} {thing.name}"


def _of_entry(site: Site, entry: Entry) -> Iterator[Event]:
    path = path_of(entry)
    first = site.registry.first_address(path)
    published = site.registry.listed.get(first)
    citations, before = iter(site.citations[entry.id]), None
    records = site.records(entry)
    for record, anchor in zip(records, anchors_of(records), strict=True):
        kind, text = (LEFT if record.status == RETIRED else STATUS), _told(site, record, before)
        proof = tuple(islice(citations, len(record.evidence)))
        yield Event(f"{first}#{anchor}", kind, record.date, published, _name(entry), text, path, anchor, proof)
        before = record
    if entry.confirmed_on:
        id, text = f"{first}#confirmed-{entry.confirmed_on}", f"由{site.body.short}核定。"
        yield Event(id, CONFIRMED, entry.confirmed_on, published, _name(entry), text, path)


def _of_answer(site: Site, answer: Answer) -> Iterator[Event]:
    path = path_of(answer)
    first = site.registry.first_address(path)
    published = site.registry.listed.get(first)
    if answer.confirmed_on:
        text = f"由{site.body.short}核定。"
        yield Event(f"{first}-confirmed", CONFIRMED, answer.confirmed_on, published, _name(answer), text, path)
    if answer.withdrawn:
        text = f"不再公开：{answer.withdrawn.reason}"
        yield Event(f"{first}-withdrawn", LEFT, answer.withdrawn.date, published, _name(answer), text, path)


def _told(site: Site, record: StatusRecord, before: StatusRecord | None) -> str:
    if record.status == RETIRED:
        names = "、".join(_name(site.entries[id]) for id in record.successors)
        return f"退出清单：{record.note}{f'接续的条目：{names}。' if names else ''}"
    if before is None:
        how = f"记为“{record.status}”"
    elif before.status == record.status:
        how = f"仍为“{record.status}”"
    else:
        how = f"从“{before.status}”变为“{record.status}”"
    return f"{how}：{record.note}"


def _of_law(site: Site, law: Law) -> Iterator[Event]:
    path = path_of(law)
    first = site.registry.first_address(path)
    published = site.registry.listed.get(first)
    together = grouped((step.date, step.what) for step in steps_of(law) if step.what != PASSED)
    for day, whats in together.items():
        yield Event(f"{first}#law-{day}", LAW, day, published, law.name, f"{'、'.join(whats)}。", path, "history")
    for text in site.wordings.of(law.id):
        if old := before(site, text):
            effective = text.meta.value.effective
            day = effective if isinstance(effective, Moment) else text.version
            id, where = f"{first}#text-{text.version}", path_of_comparison(text)
            yield Event(id, LAW, day, published, law.name, summary_of(site, old, text), where)
