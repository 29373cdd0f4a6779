"""存档的单位清单: a body's own list as received, its cells, and which of them are not shown to the public."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..text.grid import READERS
from ..text.grid.table import Cell, Table, column_of
from .document import PLACE, ListDocument
from .sourced import Sourced


@dataclass(frozen=True)
class Document:
    """An archived list: its registration, the name of its file, the digest of the file and its tables."""

    meta: Sourced[ListDocument]
    file: str
    digest: str
    tables: tuple[Table, ...]

    @property
    def id(self) -> str:
        """Its 标识."""
        return self.meta.value.id

    @cached_property
    def _cells(self) -> dict[str, Cell]:
        return {address: cell for table in self.tables for address, cell in table.by_address.items()}

    def cell(self, address: str) -> Cell | None:
        """Return the cell at an address, the first one of a merged cell; None where there is none."""
        cell = self._cells.get(address)
        return self._cells.get(cell.first, cell) if cell else None

    def anchor(self, address: str) -> str:
        """Return the anchor of a cell on the list's page, for example t1-b4."""
        table, _, place = address.rpartition("!")
        number = [one.name for one in self.tables].index(table) + 1
        return f"t{number}-{place.lower()}"

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The addresses of the cells that are not shown: those of 不公开, and what the file itself hides."""
        wanted = [found for one in self.meta.value.withheld if (found := PLACE.fullmatch(one))]
        return frozenset(
            cell.address
            for table in self.tables
            for row, column, cell in places(table)
            if is_hidden(table, row, column)
            or any(
                one["table"] == table.name
                and (not one["column"] or column_of(one["column"]) == column)
                and (not one["row"] or int(one["row"]) == row + 1)
                for one in wanted
            )
        )

    def shown(self, cell: Cell) -> bool:
        """Tell whether the public sees a cell."""
        return cell.address not in self.withheld


def places(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """Yield every place of a table with its row and column, counted from 0."""
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            yield number, column, cell


def is_hidden(table: Table, row: int, column: int) -> bool:
    """Tell whether the file itself hides a place."""
    return table.hidden or row in table.hidden_rows or column in table.hidden_columns


def read_document(meta: Sourced[ListDocument], file: str, content: bytes) -> Document:
    """Return a list as archived. In: its registration, its file's name and bytes. Raises `text.grid.package.Unusable`."""
    read = READERS[Path(file).suffix]
    return Document(meta, file, hashlib.sha256(content).hexdigest(), read(content))
