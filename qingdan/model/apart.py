"""另记: what is added to an entry or an answer in a file of its own, so that no clerk has to touch another's lines."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal

from pydantic import ConfigDict, Field

from .answer import Answer, Withdrawal
from .entry import Entry, StatusRecord
from .sourced import Elsewhere, Path, Sourced
from .values import Day, Line, Record

FOLDER = "records"
"""The folder below the data that holds them."""


class Apart(Record):
    """另记: records, a confirmation or a withdrawal that belong to what stands in another file."""

    model_config = ConfigDict(
        title="另记",
        json_schema_extra={"description": "一条是给某一个条目或问答另外写的记录、核定或退出，与写在它那里的一样。"},
    )

    id: Line = Field(alias="编号", description="写给哪一条，写条目或问答的编号。", examples=["RW-001"])
    records: tuple[StatusRecord, ...] = Field(
        (), alias="记录", description="给条目添的记录，按日期先后排列；接在条目自己的记录后面。"
    )
    confirmed: Literal["已核定"] | None = Field(
        None, alias="核定", description="清单说的单位确认了这一条的，写“已核定”。"
    )
    confirmed_on: Day | None = Field(None, alias="核定日期", description="实际核定的那一天；写了核定的必须写。")
    withdrawn: Withdrawal | None = Field(None, alias="退出", description="不再公开的问答写：哪一天、为什么。")


def joined(things: tuple[Sourced[Any], ...], apart: Iterable[Sourced[Apart]]) -> tuple[Sourced[Any], ...]:
    """Return entries or answers with what stands apart from them put in its place."""
    found: dict[str, list[Sourced[Apart]]] = {}
    for one in sorted(apart, key=_first):
        found.setdefault(one.value.id, []).append(one)
    return tuple(_with(thing, found[thing.value.id]) if thing.value.id in found else thing for thing in things)


def _first(one: Sourced[Apart]) -> tuple[str, str]:
    """Return what orders such records: their first day, then their file."""
    said = one.value
    moments = [*(record.date for record in said.records), *filter(None, (said.confirmed_on,))]
    return min((moment.first.isoformat() for moment in moments), default=""), one.file.name


def _with(thing: Sourced[Any], apart: list[Sourced[Apart]]) -> Sourced[Any]:
    update: dict[str, object] = {}
    moved: dict[Path, Elsewhere] = {}
    for one in apart:
        if one.value.confirmed:
            update |= {"confirmed": one.value.confirmed, "confirmed_on": one.value.confirmed_on}
            moved |= {(key,): Elsewhere((key,), *one.home(key)) for key in ("核定", "核定日期")}
        if isinstance(thing.value, Answer) and one.value.withdrawn and not thing.value.withdrawn:
            update.setdefault("withdrawn", one.value.withdrawn)
            moved.setdefault(("退出",), Elsewhere(("退出",), *one.home("退出")))
    if isinstance(thing.value, Entry) and any(one.value.records for one in apart):
        records = _in_order(thing, apart)
        update["records"] = tuple(record for record, _ in records)
        homes = (replace(home, path=("记录", index)) for index, (_, home) in enumerate(records))
        moved |= {home.path: home for home in homes}
    return replace(thing, value=thing.value.model_copy(update=update), elsewhere=tuple(moved.values()))


def _in_order(thing: Sourced[Entry], apart: list[Sourced[Apart]]) -> list[tuple[StatusRecord, Elsewhere]]:
    """Return its own records in their order; each of the others behind all that are not clearly later than it."""
    found = list(_records(thing))
    for record, home in (pair for one in apart for pair in _records(one)):
        at = len(found)
        while at and record.date.last < found[at - 1][0].date.first:
            at -= 1
        found.insert(at, (record, home))
    return found


def _records(thing: Sourced[Entry] | Sourced[Apart]) -> Iterator[tuple[StatusRecord, Elsewhere]]:
    for index, record in enumerate(thing.value.records):
        yield record, Elsewhere((), *thing.home("记录", index))
