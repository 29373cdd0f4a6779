"""What was edited, by comparing three states: the workbook when exported, the workbook now, and the YAML now.

A cell that differs from its export is an edit. It is taken over when the YAML still says what was exported, is nothing
to do when the YAML says the same already, and is refused when the YAML says something else by now.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model import facts_of
from ...site.site import Site
from ...source.amend import Amendment
from ...source.write import Value as Item
from ...text.problem import excerpt
from .columns import KEPT, Key, Sheet, stands_alone
from .export import entries_of
from .fault import Fault
from .opened import AGAIN, Edited
from .pages import SheetRow
from .rows import group, item_of, path_of, unique
from .tables import Cells, Value, at, shown, tables

Lines = dict[int, Cells]


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to change in the entry `id`, and the cell that says so; the path begins within the entry."""

    id: str
    cell: str
    amendment: Amendment

    @property
    def name(self) -> str:
        """The field it changes, for example “名称” or “记录”."""
        return next(step for step in reversed(self.amendment.path) if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found: edits in the order in which they can be made, and what cannot be taken over."""

    edits: tuple[Edit, ...]
    faults: tuple[Fault, ...]


def comparison_of(edited: Edited, site: Site) -> Comparison:
    """Compare an opened workbook with the lists now."""
    return _Comparer(edited, entries_of(site, edited.part)).run()


class _Comparer:
    """Goes through the sheets; `fresh` holds the records of new rows, to which rows of later sheets may belong.

    What is taken away is done last, from the end of each list.
    """

    def __init__(self, edited: Edited, entries: Mapping[str, object]) -> None:
        self.edited, self.yaml, self.current = edited, entries, tables(edited.sheets, entries)
        self.sheets = {sheet.name: sheet for sheet in edited.sheets}
        self.changed: list[Edit] = []
        self.taken_away: list[Edit] = []
        self.faults: list[Fault] = []
        self.rows: dict[str, dict[Key, SheetRow]] = {}
        self.fresh: dict[tuple[str, Key], Item] = {}

    def run(self) -> Comparison:
        for sheet in self.edited.sheets:
            self.rows[sheet.name], faults = unique(sheet, self.edited.rows[sheet.name], self.edited.base[sheet.name])
            self.faults.extend(faults)
            if sheet.holder:
                self.lists(sheet)
            else:
                self.entries(sheet)
        return Comparison((*self.changed, *self.taken_away), tuple(self.faults))

    def refuse(self, cell: str, message: str) -> None:
        self.faults.append(Fault(cell, message))

    def entries(self, sheet: Sheet) -> None:
        base, current, name = self.edited.base[sheet.name], self.current[sheet.name], sheet.keys[0]
        for key, row in self.rows[sheet.name].items():
            if key in base:
                self.changed.extend(self.edits_of(sheet, key, row, base[key], current.get(key)))
            elif key in current:
                self.refuse(row.cells[name], f"“{key[0]}”是导出以后才加的；{AGAIN}")
            else:
                again = f"{name}不能改；新的一条请用 python -m qingdan new 加，再重新导出"
                self.refuse(row.cells[name], f"没有“{key[0]}”。{again}")
        for key in base:
            if key in current and key not in self.rows[sheet.name]:
                lost = f"“{key[0]}”这一行不见了；公开过的不能删，也不能改{name}"
                self.refuse(sheet.name, f"{lost}，请恢复；不再列入的用 python -m qingdan retire")

    def edits_of(self, sheet: Sheet, key: Key, row: SheetRow, base: Cells, now: Cells | None) -> Iterator[Edit]:
        """Yield the edits of one row that was there before."""
        path, edits = path_of(self.sheets, sheet, key), []
        for column in sheet.columns:
            name, value = column.header, row.values[column.header]
            if value == base[name] or (now and value == now[name]):
                continue
            if now is None or now[name] != base[name]:
                self.refuse(row.cells[name], f"{_since(value, now[name] if now else None)}；{AGAIN}")
            elif not value and column.required:
                self.refuse(row.cells[name], f"“{name}”必须填，不能空")
            else:
                change = Amendment((*path, *column.path), value or None, tuple(facts_of(sheet.model)))
                edits.append(Edit(key[0], row.cells[name], change))
        if edits and stands_alone(sheet.model) and isinstance(at(self.yaml[key[0]], path), str):
            edits = [Edit(key[0], edits[0].cell, Amendment(path, item_of(sheet, row)))]
        yield from edits

    def lists(self, sheet: Sheet) -> None:
        base, current = group(self.edited.base[sheet.name]), group(self.current[sheet.name])
        rows = group(self.rows[sheet.name])
        for holder in dict.fromkeys([*rows, *base]):
            if holder in self.rows[sheet.holder]:
                numbered = {
                    number: row for number, row in sorted(rows.get(holder, {}).items()) if any(row.values.values())
                }
                self.one_list(sheet, holder, numbered, base.get(holder, {}), current.get(holder, {}))
            else:
                for row in rows.get(holder, {}).values():
                    what = f"工作表“{sheet.holder}”里没有 {' 的第 '.join(holder)}{' 条' if len(holder) > 1 else ''}"
                    self.refuse(row.cells[sheet.keys[-2]], f"{what}，这一行不知道放在哪里")

    def one_list(self, sheet: Sheet, holder: Key, rows: dict[int, SheetRow], base: Lines, now: Lines) -> None:
        """Compare the rows of one list, by their numbers."""
        if [row.values for row in rows.values()] == list(now.values()):
            return
        new = {number: row for number, row in rows.items() if number not in base}
        gone = sorted(base.keys() - rows.keys(), reverse=True)
        faults = len(self.faults)
        for number in rows.keys() & base.keys():
            key = (*holder, str(number))
            self.changed.extend(self.edits_of(sheet, key, rows[number], base[number], now.get(number)))
        if not new and not gone:
            return
        self.check_new(sheet, new, len(base))
        what = f"{holder[0]} 的“{sheet.name}”"
        if gone and sheet.name == KEPT:
            self.refuse(sheet.name, f"{what}少了第 {gone[-1]} 条；记录只在末尾添加，不能删，请恢复")
        elif gone and sheet.required and not rows:
            self.refuse(sheet.name, f"{what}至少要有一行，请恢复")
        elif now != base:
            self.refuse(sheet.name, f"{what}在导出以后已经改过，行数对不上；{AGAIN}")
        if len(self.faults) == faults:
            self.change_list(sheet, holder, new, gone, len(base))

    def check_new(self, sheet: Sheet, new: dict[int, SheetRow], length: int) -> None:
        for wanted, (number, row) in enumerate(new.items(), length + 1):
            if number != wanted:
                self.refuse(row.cells[sheet.keys[-1]], f"新加的行序号应是 {wanted}，现为 {number}；也可以不写")
            for column in sheet.columns:
                if column.required and not row.values[column.header]:
                    self.refuse(row.cells[column.header], f"“{column.header}”必须填，不能空")

    def change_list(self, sheet: Sheet, holder: Key, new: dict[int, SheetRow], gone: list[int], length: int) -> None:
        above = self.sheets[sheet.holder]
        held = self.fresh.get((above.name, holder))
        path = (*path_of(self.sheets, above, holder), *sheet.path)
        items = {number: item_of(sheet, row) for number, row in new.items()}
        self.fresh.update({(sheet.name, (*holder, str(number))): item for number, item in items.items()})
        first = next((row.cells[sheet.keys[0]] for row in new.values()), sheet.name)
        if isinstance(held, dict):
            held[sheet.path[-1]] = list(items.values())
        elif not length:
            change = Amendment(path, list(items.values()), tuple(facts_of(above.model)))
            self.changed.append(Edit(holder[0], first, change))
        elif len(gone) == length and not new:
            self.taken_away.append(Edit(holder[0], sheet.name, Amendment(path, None)))
        else:
            for index, (number, item) in enumerate(items.items(), length):
                cell = new[number].cells[sheet.keys[0]]
                self.changed.append(Edit(holder[0], cell, Amendment((*path, index), item)))
            for number in gone:
                self.taken_away.append(Edit(holder[0], sheet.name, Amendment((*path, number - 1), None)))


def _since(value: Value, now: Value | None) -> str:
    there = "已经没有这一行" if now is None else f"是“{excerpt(shown(now))}”" if now else "是空的"
    return f"这里改成了“{excerpt(shown(value))}”，可是导出以后清单里也改了，现在{there}"
