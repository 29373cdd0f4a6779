"""Tables → CSV (RFC 4180, UTF-8 with byte order mark) and XLSX, so that no spreadsheet takes a text for a formula."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.worksheet import Worksheet

from ..site.site import Site
from ..text.xlsx import MAX_TEXT, escaped, packed
from .model import ROOT, VERSION
from .tables import Table, heads, tables

MARK = "'"
"""Stands before a text that a spreadsheet could take for a formula, and before one that begins with it already."""

TOO_LONG = f"（超过一格能放的 {MAX_TEXT} 字，请看 CSV 或 JSON）"

_RISKY = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_ABOUT = ("列名", "中文名称")


def spreadsheets(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every table as CSV and as XLSX."""
    heads(site)  # while its records are there: the page of open data shows them later
    for table in tables(site):
        held = Table(table.head, tuple(table.rows))
        yield f"{ROOT}{table.head.name}.csv", as_csv(held)
        yield f"{ROOT}{table.head.name}.xlsx", as_xlsx(held, site.as_of)


def as_csv(table: Table) -> bytes:
    """Return a table as CSV; `unguarded` gives each text back."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(key for key, _ in table.head.columns)
    writer.writerows(map(guarded, row) for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula (OWASP, CSV Injection)."""
    risky = text.startswith((MARK, "\t", "\r", "\n")) or text.lstrip().startswith(_RISKY)
    return MARK + text if risky else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text.removeprefix(MARK)


def as_xlsx(table: Table, day: date) -> bytes:
    """Return a table as a workbook: the rows, all of them texts, and a second sheet that tells what the columns are."""
    book = Workbook(write_only=True)
    book.properties.creator = "qingdan"
    book.properties.version = VERSION
    book.properties.title = table.head.title
    page = book.create_sheet(table.head.title)
    page.freeze_panes = "B2"
    page.append([key for key, _ in table.head.columns])
    for row in table.rows:
        page.append([_cell(page, text) for text in row])
    about = book.create_sheet("说明")
    about.append(_ABOUT)
    for column in table.head.columns:
        about.append(column)
    return packed(book, day)


def _cell(page: Worksheet, text: str) -> Cell | str | None:
    if not text:
        return None
    stored = _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped(text))
    if len(stored) > MAX_TEXT:
        return TOO_LONG
    if not stored.startswith(("=", "#")):
        return stored
    cell = WriteOnlyCell(page, stored)
    cell.data_type = "s"
    return cell
