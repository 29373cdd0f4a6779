"""What a 变更单 is about: an entry, an answer, a law or a report, by its 编号, 标识 or 年度."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from ...model import Answer, Entry
from ...model.load import Data
from ...model.parts import FILED, REPORTS, Part, part_of
from ...model.sourced import Sourced
from ...rules.retirement import retired
from .slip import ADD_RECORD, CONFIRM, EDIT, RETIRE, REVISE

Thing = Sourced[Any]


class NoThing(Exception):
    """Nothing goes by this name; says so in Chinese, with the nearest that does."""


def things(data: Data) -> Iterator[tuple[str, Thing]]:
    """Yield all that can be changed, each with the name it goes by."""
    for part_things in data.lists.values():
        for thing in part_things:
            yield id_of(thing), thing
    for report in data.reports:
        yield id_of(report.meta), report.meta


def id_of(thing: Thing) -> str:
    """Return the name that something goes by."""
    return str(getattr(thing.value, part_of(thing.value).key))


def thing_of(data: Data, id: str) -> Thing:
    """Return what goes by this name. Raises NoThing, with the nearest name where one is near."""
    found = dict(things(data))
    if id not in found:
        close = get_close_matches(id, found, n=1)
        raise NoThing(f"没有“{id}”，{f'最接近的是“{close[0]}”' if close else '请核对编号'}")
    return found[id]


def name_of(thing: Thing) -> str:
    """Return what something is called."""
    return str(thing.value.title if part_of(thing.value) is REPORTS else thing.value.name)


def jobs_of(thing: Thing) -> tuple[str, ...]:
    """Return what can be done to something, the most usual first."""
    value = thing.value
    if isinstance(value, Entry):
        return (EDIT, CONFIRM) if retired(value) else (ADD_RECORD, EDIT, CONFIRM, RETIRE)
    if isinstance(value, Answer):
        return (EDIT, CONFIRM) if value.withdrawn else (EDIT, CONFIRM, RETIRE)
    return (EDIT,) if part_of(value) is REPORTS else (REVISE, EDIT)


def seen(thing: Thing, job: str) -> str:
    """Return what stands where a job adds something, so that it is noticed when it is no longer so."""
    value = thing.value
    if job == CONFIRM:
        return f"{value.confirmed} {value.confirmed_on or ''}".strip()
    if isinstance(value, Answer):
        return f"已于 {value.withdrawn.date} 退出" if value.withdrawn else "没有退出"
    last = value.records[-1] if value.records else None
    return f"有 {len(value.records)} 条记录，最新是 {last.date} {last.status}" if last else "没有记录"


def list_named(name: str | None) -> Part | None:
    """Return the part of the site whose records are in lists and that has this name, if there is one."""
    return next((part for part in FILED if part.name == name), None)
