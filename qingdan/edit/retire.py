"""退出: an entry leaves its list by a last record; the entry and its page stay."""

from ..model import Entry, facts_of
from ..model.load import Data
from ..model.parts import ALL_LISTS
from ..model.sourced import Sourced
from ..model.status import RETIRED
from ..source.amend import Amendment, amended
from ..source.write import Value
from ..text.problem import nearest


class NotRetired(Exception):
    """The entry cannot be retired; says why, in Chinese."""


def entry_of(data: Data, id: str) -> Sourced[Entry]:
    """Return the entry with this 编号. Raises NotRetired when there is none, or when it is retired already."""
    entries = {entry.value.id: entry for entry in data.entries}
    if id not in entries:
        raise NotRetired(f"{ALL_LISTS}里没有“{id}”，{nearest(id, entries)}")
    records = entries[id].value.records
    if records and records[-1].status == RETIRED:
        raise NotRetired(f"“{id}”已于 {records[-1].date} 退出；要改原因或接续，请直接改那条记录")
    return entries[id]


def retired(content: bytes, entry: Sourced[Entry], record: dict[str, Value]) -> bytes:
    """Return the file of an entry with `record` as the entry's last record, every other byte kept.

    In: the content of the entry's file, as it was when the entry was read. Raises `block.Unwritable`, and
    `amend.Misplaced` where the records are written in a way that cannot be added to.
    """
    index, records = entry.index or 0, entry.value.records
    change = (
        Amendment((index, "记录", len(records)), record)
        if records
        else Amendment((index, "记录"), [record], tuple(facts_of(type(entry.value))))
    )
    return amended(content, [change])


def record_of(day: str, reason: str, successors: list[str]) -> dict[str, Value]:
    """Return the record that retires an entry, as it is written."""
    record: dict[str, Value] = {"日期": day, "状态": RETIRED, "说明": reason}
    return {**record, "接续": successors} if successors else record
