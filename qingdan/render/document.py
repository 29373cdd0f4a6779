"""A page of a body's own list: its tables as received, each cell that an entry quotes linked to the entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ..model import Entry
from ..model.archive import Document, is_hidden
from ..site.site import Site
from ..text.grid.table import Cell, Table, letters
from .template import fill


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as it is shown: its place and words, how many rows and columns it covers, the entries that quote it."""

    letters: str
    anchor: str
    lines: list[str]
    rows: int
    columns: int
    withheld: bool
    entries: list[Entry]


def document_page(site: Site, id: str, root: str) -> str:
    """Return the page of the list with this 标识. Raises KeyError when it is not archived."""
    document = site.documents[id]
    tables = [
        (table, _heads(table), list(_rows(site, document, table))) for table in document.tables if not table.hidden
    ]
    hidden = sum(table.hidden or bool(table.hidden_rows or table.hidden_columns) for table in document.tables)
    return fill("document", site=site, root=root, meta=document.meta.value, tables=tables, hidden=hidden)


def document_list(site: Site, _: str, root: str) -> str:
    """Return the lists that the body itself made, each with the number of entries that quote it."""
    quoting = {
        id: len({entry.id for (document, _), entries in site.quoting.items() if document == id for entry in entries})
        for id in site.documents
    }
    return fill("documents", site=site, root=root, quoting=quoting)


def _heads(table: Table) -> list[str]:
    width = max((len(row) for row in table.rows), default=0)
    return [letters(column) for column in range(width) if column not in table.hidden_columns]


def _rows(site: Site, document: Document, table: Table) -> Iterator[tuple[int, list[TableCell]]]:
    """Yield each row that is shown with its number and the cells that begin in it."""
    places = [
        [(column, cell) for column, cell in enumerate(row) if not is_hidden(table, number, column)]
        for number, row in enumerate(table.rows)
    ]
    kept = [(number, row) for number, row in enumerate(places) if row and number not in table.hidden_rows]
    seen: set[str] = set()
    for index, (number, row) in enumerate(kept):
        cells = []
        for at, (column, cell) in enumerate(row):
            if cell.first in seen:
                continue
            seen.add(cell.first)
            wide = _covered(cell.first, [other for _, other in row[at:]])
            tall = _covered(cell.first, [_below(below, column) for _, below in kept[index:]])
            withheld = not document.shown(cell) or cell.first in document.withheld
            lines = [] if withheld else [line for line in cell.text.splitlines() if line.strip()]
            entries = list(site.quoting.get((document.id, cell.first), ()))
            cells.append(
                TableCell(
                    letters(column),
                    document.anchor(cell.first),
                    lines,
                    tall,
                    wide,
                    withheld and bool(cell.text.strip()),
                    entries,
                )
            )
        yield number + 1, cells


def _covered(first: str, cells: Sequence[Cell | None]) -> int:
    """Return how many cells in a row belong to the merged cell that begins with the first of them."""
    return sum(1 for _ in takewhile(lambda cell: cell is not None and cell.first == first, cells))


def _below(row: list[tuple[int, Cell]], column: int) -> Cell | None:
    return next((cell for other, cell in row if other == column), None)
