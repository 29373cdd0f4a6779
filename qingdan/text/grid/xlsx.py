"""A workbook (.xlsx) → its sheets as tables: texts as they are shown, merged cells, what is hidden."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from .package import Unusable, root_of, unpacked
from .shown import Formats
from .table import MAX_CELLS, Cell, Table, address, column_of, spread

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = re.compile(r"\{[^}]*/relationships\}id")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BOOK = "xl/workbook.xml"
_ON = ("1", "true")


def tables(content: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook, hidden ones too. Raises Unusable."""
    with unpacked(content, _BOOK) as package:
        book = root_of(package, _BOOK)
        parts = {one.get("Id", ""): one.get("Target", "") for one in root_of(package, "xl/_rels/workbook.xml.rels")}
        strings, formats = _strings(package), Formats(_optional(package, "xl/styles.xml"), _since_1904(book))
        found, left = [], MAX_CELLS
        for sheet in _of(book, "sheet"):
            relation = next((value for key, value in sheet.attrib.items() if _RELATION.fullmatch(key)), "")
            part = posixpath.normpath(posixpath.join("xl", parts[relation])).lstrip("/")
            if part.startswith("xl/xl/"):  # targets that begin with / count from the top
                part = part.removeprefix("xl/")
            if "worksheets/" not in part:
                continue
            root = root_of(package, part)
            table = _table(sheet.get("name", ""), root, _texts(root, strings, formats), left)
            left -= sum(map(len, table.rows))
            found.append(replace(table, hidden=sheet.get("state", "visible") != "visible"))
        return tuple(found)


def _optional(package: zipfile.ZipFile, name: str) -> Element | None:
    return root_of(package, name) if name in package.namelist() else None


def _of(holder: Element | None, tag: str) -> Iterator[Element]:
    if holder is not None:
        for one in holder.iter():
            if one.tag in (f"{_MAIN}{tag}", f"{_STRICT}{tag}"):
                yield one


def _since_1904(book: Element) -> bool:
    return any(one.get("date1904") in _ON for one in _of(book, "workbookPr"))


def _strings(package: zipfile.ZipFile) -> list[str]:
    return [_text(item) for item in _of(_optional(package, "xl/sharedStrings.xml"), "si")]


def _text(item: Element) -> str:
    """Return a text, rich or plain; readings above the characters (rPh) are none of it."""
    pieces = []
    for child in item:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            pieces.append(child.text or "")
        elif tag == "r":
            pieces.append(_text(child))
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), "".join(pieces))


def _table(name: str, sheet: Element, texts: dict[tuple[int, int], str], left: int) -> Table:
    height = 1 + max((row for row, _ in texts), default=-1)
    width = 1 + max((column for _, column in texts), default=-1)
    if height * width > left:
        raise Unusable(f"工作表“{name}”有 {height} 行 {width} 列，不像一份清单；请删去远处多余的格，另存后再试")
    rows = [
        [Cell(place := address(name, row, column), texts.get((row, column), ""), place) for column in range(width)]
        for row in range(height)
    ]
    spare = 10 * MAX_CELLS
    for merged in _of(sheet, "mergeCell"):
        corners = [one for corner in merged.get("ref", "").split(":") if (one := _place(corner))]
        if len(corners) == 2:
            (top, first), (bottom, last) = corners
            spare -= max(0, min(bottom, height) - top) * max(0, min(last, width) - first)
            if spare < 0:
                raise Unusable(f"工作表“{name}”合并的格太多，不像一份清单；请把清单复制到新的文件，另存后再试")
            spread(rows, *corners[0], *corners[1])
    hidden_rows = frozenset(
        int(row.get("r", "0")) - 1 for row in _of(sheet, "row") if row.get("hidden") in _ON or row.get("ht") == "0"
    )
    hidden_columns = frozenset(
        index
        for column in _of(sheet, "col")
        if column.get("hidden") in _ON or column.get("width") == "0"
        for index in range(int(column.get("min", "1")) - 1, min(int(column.get("max", "0")), width))
    )
    return Table(name, tuple(map(tuple, rows)), (), False, hidden_rows, hidden_columns)


def _place(reference: str) -> tuple[int, int] | None:
    """Return the row and the column of a reference such as B4, counted from 0."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]) - 1, column_of(found[1])) if found else None


def _texts(sheet: Element, strings: list[str], formats: Formats) -> dict[tuple[int, int], str]:
    cells = ((_place(cell.get("r", "")), _value(cell, strings, formats)) for cell in _of(sheet, "c"))
    return {place: text for place, text in cells if place and text.strip()}


def _value(cell: Element, strings: list[str], formats: Formats) -> str:
    """Return what a cell shows; of a formula the result that was saved."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(_text(one) for one in _of(cell, "is"))
    value = next((one.text or "" for one in _of(cell, "v")), "")
    if kind == "s":
        return strings[int(value)] if value else ""
    if kind == "n" and value:
        return formats.shown(value, int(cell.get("s", "0")))
    return {"1": "TRUE", "0": "FALSE"}.get(value, value) if kind == "b" else value
