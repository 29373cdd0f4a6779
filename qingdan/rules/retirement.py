"""接续: what follows a retired entry is named on the record that retires it, and is itself still in the lists."""

from collections.abc import Iterator

from ..model import Entry
from ..model.load import Data
from ..model.parts import ALL_LISTS, LISTS
from ..model.sourced import Sourced
from ..model.status import RETIRED
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "接续条目"
DEMAND = "“接续”只写在状态为已退出的记录上，写仍在清单里的别的条目的编号。"
EXAMPLES = (
    Example(
        "    - {日期: 2024-01-15, 状态: 已列入计划, 说明: 列入计划。}",
        "    - {日期: 2024-01-15, 状态: 已列入计划, 说明: 列入计划。, 接续: [RW-001]}",
        "“接续”只写在状态为“已退出”的记录上，这条是“已列入计划”，请删去“接续”或改状态",
    ),
    Example(
        "状态: 已退出, 说明: 并入文件审核（RW-001）。}",
        "状态: 已退出, 说明: 并入文件审核（RW-001）。, 接续: [RW-01]}",
        f"{ALL_LISTS}里没有“RW-01”，最接近的是“RW-001”",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield successors on a record that does not retire, and successors that are not there, retired or the entry itself."""
    entries = {entry.value.id: entry.value for entry in data.entries}
    unread = any(part.folder in data.unread for part in LISTS)
    for entry in data.entries:
        for at, record in enumerate(entry.value.records):
            if record.successors and record.status != RETIRED:
                message = f"“接续”只写在状态为“{RETIRED}”的记录上，这条是“{record.status}”，请删去“接续”或改状态"
                yield Problem(entry.place("记录", at, "接续"), NAME, message)
            for index, successor in enumerate(record.successors):
                if successor not in entries and (unread or successor in data.known):
                    continue
                if fault := _fault(entry, successor, entries):
                    yield Problem(entry.place("记录", at, "接续", index), NAME, fault)


def _fault(entry: Sourced[Entry], successor: str, entries: dict[str, Entry]) -> str:
    """Return what is wrong with a successor; empty when nothing is."""
    if successor == entry.value.id:
        return f"“{successor}”就是这一条自己，请写接着做这件事的另一条；没有接续的删去“接续”"
    if successor not in entries:
        return f"{ALL_LISTS}里没有“{successor}”，{nearest(successor, entries)}"
    if retired(entries[successor]):
        further = entries[successor].records[-1].successors
        advice = f"请改写它的接续：{'、'.join(further)}" if further else "它没有接续，请另写一条或删去"
        return f"“{successor}”自己也已退出，{advice}"
    return ""


def retired(entry: Entry) -> bool:
    """Tell whether an entry's last record, whatever its day, retires it."""
    return bool(entry.records) and entry.records[-1].status == RETIRED
