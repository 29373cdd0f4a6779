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


def retired(content: bytes, entry: Sourced[Entry], day: str, reason: str, successors: list[str]) -> bytes:
    """Return the file of an entry with a record that retires it as the entry's last, every other byte kept.

    In: the content of the entry's file, as it was when the entry was read. Raises `Unwritable`, and `Misplaced` where
    the records are written in a way that cannot be added to.
    """
    record: dict[str, Value] = {
        "日期": day,
        "状态": RETIRED,
        "说明": reason,
        **({"接续": successors} if successors else {}),
    }
    path, count = (entry.index or 0, "记录"), len(entry.value.records)
    order = tuple(facts_of(type(entry.value)))
    return amended(content, [Amendment((*path, count), record) if count else Amendment(path, [record], order)])
