"""Tables → a workbook made for people, with a hidden copy of every sheet that tells later what was edited."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ...text.xlsx import MAX_TEXT, escaped
from . import words
from .columns import Column, Sheet
from .fault import Fault, Unplaced
from .tables import Table, shown
from .words import Words

COPY = "导出时的"
ABOUT = "导出信息"
ABOUT_HEADERS = ("版本", "清单", "主体")
FORMAT = "1"
LAST_ROW = 1_048_576
_TEXT = "@"
_HEADER = Font(bold=True)
_GROUND = PatternFill("solid", fgColor="DDE7F0")
_WRAP = Alignment(wrap_text=True, vertical="top")
_FORMULA_STARTS = ("=", "+", "-", "@")


def draw(sheets: Sequence[Sheet], found: dict[str, Table], vocabulary: Words, about: Sequence[str]) -> Workbook:
    """Return the workbook of one list. In: what `about` says of its origin. Raises Unplaced for a cell that is too long."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "qingdan"
    copied: dict[str, list[Sequence[str]]] = {sheet.name: _rows(sheet, found[sheet.name]) for sheet in sheets}
    known = ((section, *word) for section, meant in vocabulary.items() for word in meant.items())
    copied[words.NAME] = [words.HEADERS, *known]
    for name, rows in copied.items():
        page = book.create_sheet(name)
        _fill(page, rows)
        _dress(page)
    for sheet in sheets:
        _explain(book[sheet.name], sheet, sheets[0], vocabulary)
    book[words.NAME].protection.sheet = True
    hidden = {f"{COPY}{name}": rows for name, rows in copied.items()}
    hidden[ABOUT] = [ABOUT_HEADERS, (FORMAT, *about)]
    for name, rows in hidden.items():
        page = book.create_sheet(name)
        page.sheet_state = "veryHidden"
        _fill(page, rows)
    return book


def _rows(sheet: Sheet, table: Table) -> list[Sequence[str]]:
    return [sheet.headers, *((*key, *map(shown, cells.values())) for key, cells in table.items())]


def _explain(page: Worksheet, sheet: Sheet, first: Sheet, vocabulary: Words) -> None:
    """Put notes on the headers and drop-downs below them."""
    for index, key in enumerate(sheet.keys, 1):
        page.cell(1, index).comment = _comment(_about_key(key, sheet, first))
    for index, column in enumerate(sheet.columns, len(sheet.keys) + 1):
        page.cell(1, index).comment = _comment(_about(column, vocabulary))
        if choice := _choice(column, vocabulary):
            letter = get_column_letter(index)
            choice.add(f"{letter}2:{letter}{LAST_ROW}")
            page.add_data_validation(choice)
    if sheet is not first:
        ids = DataValidation("list", f"'{first.name}'!$A$2:$A${LAST_ROW}", allow_blank=True)
        ids.add(f"A2:A{LAST_ROW}")
        page.add_data_validation(ids)


def _fill(page: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    for number, row in enumerate(rows, 1):
        for index, text in enumerate(row, 1):
            if text:
                _put(page.cell(number, index), text)


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Write a text as text, whatever it begins with."""
    stored = escaped(text)
    if len(stored) > MAX_TEXT:
        raise Unplaced(Fault(f"{cell.parent.title}!{cell.coordinate}", f"内容超过一格能放的 {MAX_TEXT} 字，导不出来"))
    cell.value, cell.data_type, cell.number_format = stored, "s", _TEXT
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = 1


def _dress(page: Worksheet) -> None:
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for index, column in enumerate(page.iter_cols(), 1):
        letter = get_column_letter(index)
        page.column_dimensions[letter].width = _width(column)
        page.column_dimensions[letter].number_format = _TEXT
        page.column_dimensions[letter].alignment = _WRAP
        for cell in column:
            cell.alignment = _WRAP
        column[0].font, column[0].fill = _HEADER, _GROUND


def _width(column: Sequence[Cell | MergedCell]) -> int:
    """Return a width, counted in Latin letters, that shows most texts; Chinese characters are twice as wide."""
    lines = [line for cell in column for line in str(cell.value or "").split("\n")]
    return max(8, min(60, 2 + max(len(line) + sum(not letter.isascii() for letter in line) for line in lines)))


def _comment(text: str) -> Comment:
    return Comment(text, "qingdan", height=30 + 18 * (text.count("\n") + len(text) // 22 + 1), width=340)


def _about_key(key: str, sheet: Sheet, first: Sheet) -> str:
    if sheet is first:
        return f"{key}：不能改；新的一条不在这里加，请用 python -m qingdan new。"
    if key == sheet.keys[0]:
        return f"{key}：这一行属于“{first.name}”的哪一条。"
    if key == sheet.keys[-1]:
        return "序号：在这一条里排第几，不能改；新加的行不写，程序接着往下排。"
    return f"{key}：这一行属于工作表“{key}”里的哪一个序号。"


def _about(column: Column, vocabulary: Words) -> str:
    lines = [f"{column.header}（{'必填' if column.required else '可以不填'}）：{column.fact.help}"]
    if column.fact.many:
        lines.append("几项用“、”隔开；某一项里本身有“、”的，每项写一行（Alt+Enter），只有一项的在末尾也换一行。")
    terms = vocabulary.get(column.section, {})
    if len(terms) <= _TERMS_SHOWN:
        lines.extend(f"· {name}：{meaning}" for name, meaning in terms.items())
    else:
        lines.append(f"可以写的词见工作表“{words.NAME}”的“{column.section}”。")
    if column.fact.choices:
        lines.append(f"只能写：{'、'.join(column.fact.choices)}")
    return "\n".join(lines)


_TERMS_SHOWN = 12


def _choice(column: Column, vocabulary: Words) -> DataValidation | None:
    """Return the drop-down of a closed field; where several items may stand it only offers, else it insists."""
    source = f'"{",".join(column.fact.choices)}"' if column.fact.choices else words.cells_of(vocabulary, column.section)
    if not source:
        return None
    choice = DataValidation("list", source, allow_blank=True, showErrorMessage=not column.fact.many)
    choice.errorTitle, choice.error = column.header, f"请从下拉列表里选，可以写的词见工作表“{words.NAME}”"
    return choice
