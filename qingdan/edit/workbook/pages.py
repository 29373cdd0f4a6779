"""An opened workbook → the rows of its sheets, each value with the cell it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from ...text.problem import nearest
from .cell import Unclear, text_of
from .columns import NUMBER, Sheet
from .fault import Fault
from .tables import Cells, meant

MAX_AREA = 3_000_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its key, as far as it is filled in, its values and the cell of each."""

    number: int
    key: tuple[str, ...]
    values: Cells
    cells: dict[str, str]

    @property
    def empty(self) -> bool:
        """Whether nothing but the key is filled in."""
        return not any(self.values.values())


def rows_of(page: Worksheet, sheet: Sheet) -> tuple[list[SheetRow], list[Fault]]:
    """Read a sheet. Out: its rows that are not empty, and everything in it that cannot be placed."""
    area = page.max_row * page.max_column
    if area > MAX_AREA:
        last = f"第 {page.max_row} 行、第 {page.max_column} 列"
        return [], [Fault(page.title, f"最后一格在{last}，太大了；请删去多余的空行空列，或者重新导出再改")]
    faults = [
        Fault(f"{page.title}!{merged.coord}", "这些单元格合并了，请取消合并，每格各写各的")
        for merged in page.merged_cells.ranges
    ]
    lines = page.iter_rows()
    headers, found = _headers(next(lines, ()), sheet)
    faults.extend(found)
    if faults:
        return [], faults
    rows = []
    for line in lines:
        row, found = _row(line, headers, sheet)
        faults.extend(found)
        if row:
            rows.append(row)
    return rows, faults


def _headers(line: Sequence[Cell | MergedCell], sheet: Sheet) -> tuple[dict[int, str], list[Fault]]:
    """Find the columns by their names, wherever they stand."""
    headers: dict[int, str] = {}
    faults = []
    for index, cell in enumerate(line):
        try:
            name = text_of(cell).strip()
        except Unclear as unclear:
            faults.append(Fault(_place(cell), str(unclear)))
            continue
        if name in headers.values():
            faults.append(Fault(_place(cell), f"有两列都叫“{name}”，请只留一列"))
        elif name and name not in sheet.headers:
            faults.append(
                Fault(_place(cell), f"没有“{name}”这一列，{nearest(name, sheet.headers)}；列名不能改，列也不能加")
            )
        elif name:
            headers[index] = name
    title = line[0].parent.title if line else sheet.name
    missing = [name for name in sheet.headers if name not in headers.values()]
    faults.extend(Fault(f"{title}!1", f"缺少“{name}”这一列，请恢复（列名在第一行）") for name in missing)
    return headers, faults


def _row(
    line: Sequence[Cell | MergedCell], headers: dict[int, str], sheet: Sheet
) -> tuple[SheetRow | None, list[Fault]]:
    texts: dict[str, str] = {}
    cells: dict[str, str] = {}
    faults = []
    columns = {column.header: column for column in sheet.columns}
    for index, cell in enumerate(line):
        name = headers.get(index, "")
        column = columns.get(name)
        try:
            text = text_of(cell, column.fact if column else None)
        except Unclear as unclear:
            faults.append(Fault(_place(cell), str(unclear)))
            continue
        if text and not name:
            faults.append(Fault(_place(cell), "这一列没有列名，放不进清单；请删去"))
        elif name:
            texts[name], cells[name] = text, _place(cell)
    if faults or not any(text.strip() for text in texts.values()):
        return None, faults
    key = tuple(texts[name].strip() for name in sheet.keys)
    faults.extend(_key_faults(key, cells, sheet))
    values = {name: meant(column, texts[name]) for name, column in columns.items()}
    return SheetRow(line[0].row or 0, key, values, cells), faults


def _key_faults(key: tuple[str, ...], cells: dict[str, str], sheet: Sheet) -> Iterator[Fault]:
    for name, text in zip(sheet.keys, key, strict=True):
        last = name == sheet.keys[-1] and name == NUMBER
        if not text and not last:
            yield Fault(cells[name], f"缺少“{name}”，程序不知道这一行属于哪一条；请补上，整行不要的请整行删去")
        elif text and name != sheet.keys[0] and not (text.isascii() and text.isdigit() and text[0] != "0"):
            yield Fault(cells[name], f"“{name}”应是从 1 起的数字，现为“{text}”")


def _place(cell: Cell | MergedCell) -> str:
    return f"{cell.parent.title}!{cell.coordinate}"
