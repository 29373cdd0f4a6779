"""The rows of a sheet by their keys, and what they stand for in an entry."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from ...source.write import Value
from .columns import Key, Sheet, stands_alone
from .fault import Fault
from .pages import SheetRow
from .tables import Table

T = TypeVar("T")


def unique(sheet: Sheet, rows: Sequence[SheetRow], base: Table) -> tuple[dict[Key, SheetRow], list[Fault]]:
    """Return rows by their keys, and a fault for each key that is there twice; rows without number get the next ones."""
    highest: dict[Key, int] = defaultdict(int)
    for *holder, number in [*base, *(row.key for row in rows)]:
        if holder and number:
            highest[tuple(holder)] = max(highest[tuple(holder)], int(number))
    found: dict[Key, SheetRow] = {}
    faults = []
    for row in rows:
        *holder, number = row.key
        if not number:
            highest[tuple(holder)] += 1
        key = (*holder, number or str(highest[tuple(holder)]))
        if key in found:
            cell = row.cells[sheet.keys[-1]]
            faults.append(Fault(cell, f"“{' '.join(key)}”写了两次（前一次在第 {found[key].number} 行），请只留一行"))
        found.setdefault(key, row)
    return found, faults


def group(rows: Mapping[Key, T]) -> dict[Key, dict[int, T]]:
    """Return rows by the key of their holder and their number."""
    found: dict[Key, dict[int, T]] = defaultdict(dict)
    for (*holder, number), row in rows.items():
        found[tuple(holder)][int(number)] = row
    return dict(found)


def path_of(sheets: Mapping[str, Sheet], sheet: Sheet, key: Key) -> tuple[str | int, ...]:
    """Return where the record of a row stands within its entry."""
    if not sheet.holder:
        return ()
    return (*path_of(sheets, sheets[sheet.holder], key[:-1]), *sheet.path, int(key[-1]) - 1)


def item_of(sheet: Sheet, row: SheetRow) -> dict[str, Value] | Value:
    """Return the record that a row stands for, with what is filled in."""
    values = ((column.path[-1], row.values[column.header]) for column in sheet.columns)
    record: dict[str, Value] = {name: value for name, value in values if value}
    alone = stands_alone(sheet.model)
    return record[alone] if alone and list(record) == [alone] else record
