"""The bytes of a workbook → what it showed when it was exported and what it shows now."""

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ...model.parts import FILED, Part
from ...text.xlsx import escaped
from . import words
from .columns import Sheet, sheets_of
from .draw import ABOUT, COPY, FORMAT
from .fault import Fault, Unplaced
from .pages import MAX_AREA, SheetRow, rows_of
from .tables import Table

AGAIN = "请重新导出（python -m qingdan xlsx export）再改"


@dataclass(frozen=True, slots=True)
class Edited:
    """A workbook of one list: each sheet's table at its export and its rows now."""

    part: Part
    sheets: tuple[Sheet, ...]
    base: dict[str, Table]
    rows: dict[str, list[SheetRow]]


def opened(data: bytes, name: str, body: str) -> Edited:
    """Open a workbook. In: its bytes, its name for messages, whose lists we keep. Raises Unplaced with every fault."""
    book = _load(data, name)
    pages = {page.title: page for page in book.worksheets}
    part = _part(pages.get(ABOUT), name, body)
    sheets = sheets_of(part)
    shown = [*(sheet.name for sheet in sheets), words.NAME]
    if any(f"{COPY}{title}" not in pages for title in shown):
        raise Unplaced(Fault(name, f"隐藏的工作表被删去了，认不出改了哪些；{AGAIN}"))
    known = {*shown, *(f"{COPY}{title}" for title in shown), ABOUT}
    faults = [Fault(name, f"缺少工作表“{title}”，请恢复") for title in shown if title not in pages]
    strange = [title for title in book.sheetnames if title not in known]
    faults.extend(Fault(title, "没有这个工作表，放不进清单；请删去，或者改回原来的名字") for title in strange)
    if faults:
        raise Unplaced(*faults)
    base, rows = {}, {}
    for sheet in sheets:
        before, hidden = rows_of(pages[f"{COPY}{sheet.name}"], sheet)
        if hidden or not all(all(row.key) for row in before):
            raise Unplaced(Fault(name, f"隐藏的工作表被改动了，认不出改了哪些；{AGAIN}"))
        base[sheet.name] = {row.key: row.values for row in before}
        rows[sheet.name], found = rows_of(pages[sheet.name], sheet)
        faults.extend(found)
    faults.extend(_changed_words(pages[words.NAME], pages[f"{COPY}{words.NAME}"]))
    if faults:
        raise Unplaced(*faults)
    return Edited(part, sheets, base, rows)


def _load(data: bytes, name: str) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data))
    except Exception:  # openpyxl lets any error of any part of the file through
        raise Unplaced(Fault(name, "文件已损坏，打不开；请重新导出再改")) from None


def _part(about: Worksheet | None, name: str, body: str) -> Part:
    """Return which list it is, by the hidden sheet that says so."""
    if about is None:
        raise Unplaced(Fault(name, f"不是导出的工作簿，或者它隐藏的工作表被删去了；{AGAIN}"))
    version, title, owner = (about.cell(2, index).value for index in (1, 2, 3))
    part = next((part for part in FILED if part.name == title), None)
    if version != FORMAT or part is None:
        raise Unplaced(Fault(name, f"是另一个版本的程序导出的；{AGAIN}"))
    if owner != escaped(body):
        raise Unplaced(Fault(name, f"是“{owner}”的清单，这里是“{body}”的，不能导入"))
    return part


def _changed_words(now: Worksheet, before: Worksheet) -> Sequence[Fault]:
    """Name the first cell of the sheet 词表 that was changed: the vocabulary is not edited there."""
    height, width = max(now.max_row, before.max_row), max(now.max_column, before.max_column)
    if height * width > MAX_AREA:
        return [Fault(words.NAME, "多出了许多格；词表不从工作簿改，请恢复")]
    for row, index in product(range(1, height + 1), range(1, width + 1)):
        cell = now.cell(row, index)
        if cell.value != before.cell(row, index).value:
            return [Fault(f"{words.NAME}!{cell.coordinate}", "词表不从工作簿改，请恢复；要改词表请改 vocab.yml")]
    return []
