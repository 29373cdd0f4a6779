"""A Word document (.docx) → its tables: texts as they are shown, merged cells, what stands above each table."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .package import Unusable, root_of, unpacked
from .table import MAX_CELLS, Cell, Table, address, spread

_NAMES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_PASSED_OVER = {"del", "moveFrom", "txbxContent", "pPr", "rPr", "rt", "pict", "drawing", "Fallback", "tbl"}
_SIGNS = {"tab": " ", "cr": "\n", "br": "\n", "noBreakHyphen": "-"}
_PART = "word/document.xml"
_TITLES = 5
_MOST_COLUMNS = 200


def tables(content: bytes) -> tuple[Table, ...]:
    """Return the tables of a Word document, in order, those within another table left out. Raises Unusable."""
    with unpacked(content, _PART) as package:
        found: list[Table] = []
        above: list[str] = []
        left = MAX_CELLS
        for block in _blocks(root_of(package, _PART)):
            if _tag(block) == "p":
                above.append(_text(block).strip())
                continue
            table = _table(f"表{len(found) + 1}", block, tuple(filter(None, above))[-_TITLES:], left)
            left -= sum(map(len, table.rows))
            found.append(table)
            above = []
        return tuple(found)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2] if element.tag.startswith("{") else element.tag


def _blocks(holder: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables of the text, also from within content controls and sections."""
    for child in holder:
        if _tag(child) in ("p", "tbl"):
            yield child
        elif _tag(child) not in _PASSED_OVER:
            yield from _blocks(child)


def _own(holder: Element, tag: str) -> Iterator[Element]:
    for child in holder:
        if _tag(child) == tag:
            yield child
        elif _tag(child) not in _PASSED_OVER:
            yield from _own(child, tag)


def _table(name: str, table: Element, above: tuple[str, ...], left: int) -> Table:
    rows: list[list[Cell]] = []
    open_at: dict[int, tuple[int, int]] = {}
    merges: dict[tuple[int, int], tuple[int, int]] = {}
    for row, element in enumerate(_own(table, "tr")):
        cells: list[Cell] = []
        for _ in range(_number(element, "gridBefore", 0)):
            cells.append(Cell(place := address(name, row, len(cells)), "", place))
        for cell in _own(element, "tc"):
            column, span = len(cells), _number(cell, "gridSpan", 1)
            kept = next(_own_properties(cell, "vMerge"), None)
            text = "\n".join(filter(None, (_text(one).strip() for one in _paragraphs(cell))))
            for index in range(column, column + span):
                cells.append(Cell(place := address(name, row, index), text if index == column else "", place))
            if kept is not None and _value(kept) != "restart" and column in open_at:
                first = open_at[column]
            else:
                first = open_at[column] = (row, column)
            merges[first] = (row, max(column + span - 1, merges.get(first, (0, 0))[1]))
            if kept is None:
                open_at.pop(column, None)
            if (left := left - span) < 0:
                raise Unusable("表格太大，不像一份清单；请把清单复制到新的文件，另存后再试")
        rows.append(cells)
    for first, last in merges.items():
        if first != last:
            spread(rows, *first, *last)
    return Table(name, tuple(map(tuple, rows)), above)


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Yield the paragraphs of a cell, those of a table within it too."""
    for child in cell:
        if _tag(child) == "p":
            yield child
        elif _tag(child) == "tbl" or _tag(child) not in _PASSED_OVER:
            yield from _paragraphs(child)


def _own_properties(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if _tag(child) in ("tcPr", "trPr"):
            yield from (one for one in child if _tag(one) == tag)


def _value(element: Element) -> str:
    return next((element.get(f"{name}val", "") for name in _NAMES if element.get(f"{name}val")), "")


def _number(element: Element, tag: str, usual: int) -> int:
    found = next(_own_properties(element, tag), None)
    return min(max(int(_value(found) or usual), usual), _MOST_COLUMNS) if found is not None else usual


def _text(element: Element) -> str:
    pieces = []
    for child in element:
        tag = _tag(child)
        if tag in _PASSED_OVER or _hidden(child):
            continue
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        else:
            pieces.append(_text(child))
    return "".join(pieces)


def _hidden(run: Element) -> bool:
    """Tell whether a run is hidden text."""
    marks = (one for child in run if _tag(child) == "rPr" for one in child if _tag(one) == "vanish")
    return any(_value(mark) not in ("0", "false", "off") for mark in marks)
