"""An opened workbook → the rows of its sheets, each value with the cell it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from ...model import Fact
from ...text.problem import nearest
from .cell import Unclear, text_of
from .columns import NUMBER, Sheet
from .fault import Fault
from .tables import Cells, meant

Line = tuple[Cell | MergedCell, ...]
MAX_AREA = 3_000_000


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its key, as far as it is filled in, its values and the cell of each."""

    number: int
    key: tuple[str, ...]
    values: Cells
    cells: dict[str, str]


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
    headers = _headers(next(lines, ()), sheet, faults)
    if faults:
        return [], faults
    return [row for line in lines if (row := _row(line, headers, sheet, faults))], faults


def _headers(line: Line, sheet: Sheet, faults: list[Fault]) -> dict[int, str]:
    """Find the columns by their names, wherever they stand."""
    headers: dict[int, str] = {}
    for index, place, text in _texts(line, {}, faults):
        name = text.strip()
        if name in headers.values():
            faults.append(Fault(place, f"有两列都叫“{name}”，请只留一列"))
        elif name and name not in sheet.headers:
            advice = f"{nearest(name, sheet.headers)}；列名不能改，列也不能加"
            faults.append(Fault(place, f"没有“{name}”这一列，{advice}"))
        elif name:
            headers[index] = name
    title = line[0].parent.title if line else sheet.name
    missing = [name for name in sheet.headers if name not in headers.values()]
    faults.extend(Fault(f"{title}!1", f"缺少“{name}”这一列，请恢复（列名在第一行）") for name in missing)
    return headers


def _row(line: Line, headers: dict[int, str], sheet: Sheet, faults: list[Fault]) -> SheetRow | None:
    """Read a row; None where it is empty, or where something in it is at fault."""
    texts: dict[str, str] = {}
    cells: dict[str, str] = {}
    before = len(faults)
    columns = {column.header: column for column in sheet.columns}
    facts = {index: columns[name].fact for index, name in headers.items() if name in columns}
    for index, place, text in _texts(line, facts, faults):
        if index in headers:
            texts[headers[index]], cells[headers[index]] = text, place
        elif text:
            faults.append(Fault(place, "这一列没有列名，放不进清单；请删去"))
    if len(faults) > before or not any(text.strip() for text in texts.values()):
        return None
    key = tuple(texts[name].strip() for name in sheet.keys)
    faults.extend(_key_faults(key, cells, sheet))
    values = {name: meant(column, texts[name]) for name, column in columns.items()}
    return SheetRow(line[0].row or 0, key, values, cells)


def _texts(line: Line, facts: Mapping[int, Fact], faults: list[Fault]) -> Iterator[tuple[int, str, str]]:
    """Yield the column, the place and the text of each cell that is clear."""
    for index, cell in enumerate(line):
        place = f"{cell.parent.title}!{cell.coordinate}"
        try:
            yield index, place, text_of(cell, facts.get(index))
        except Unclear as unclear:
            faults.append(Fault(place, str(unclear)))


def _key_faults(key: tuple[str, ...], cells: dict[str, str], sheet: Sheet) -> Iterator[Fault]:
    for name, text in zip(sheet.keys, key, strict=True):
        last = name == sheet.keys[-1] and name == NUMBER
        if not text and not last:
            yield Fault(cells[name], f"缺少“{name}”，程序不知道这一行属于哪一条；请补上，整行不要的请整行删去")
        elif text and name != sheet.keys[0] and not (text.isascii() and text.isdigit() and text[0] != "0"):
            yield Fault(cells[name], f"“{name}”应是从 1 起的数字，现为“{text}”")
