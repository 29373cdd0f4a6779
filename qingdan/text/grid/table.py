"""A table: rows of cells. A merged cell gives its text to every place that it covers, and each place knows the first."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..paragraphs import Level, Paragraph

MAX_CELLS = 100_000
"""More than this in one file is no department's list."""


@dataclass(frozen=True)
class Cell:
    """A place of a table: its address, for example Sheet1!B4, its text, and the address of the merged cell it is part of."""

    address: str
    text: str
    first: str

    @property
    def own(self) -> bool:
        """Whether the text stands here, not in another place of a merged cell."""
        return self.address == self.first

    @cached_property
    def paragraph(self) -> Paragraph:
        """Its text as quotations are compared with it."""
        return Paragraph(self.address, "", Level.POINT, 0, self.text)


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook or a table of a document; hidden rows and columns count from 0.

    `before` is what stands above the table where that is not part of it: a title, in a Word document.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    before: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = field(default=frozenset())

    @cached_property
    def by_address(self) -> dict[str, Cell]:
        """Every place by its address."""
        return {cell.address: cell for cell in self.cells()}

    def cells(self) -> Iterator[Cell]:
        """Yield every place, row by row."""
        for row in self.rows:
            yield from row

    def filled(self) -> Iterator[Cell]:
        """Yield the cells that say something, a merged one once."""
        return (cell for cell in self.cells() if cell.own and cell.text.strip())


def address(table: str, row: int, column: int) -> str:
    """Return the address of a place; row and column count from 0."""
    return f"{table}!{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """Return what a workbook calls a column, counted from 0: A, Z, AA."""
    name, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def column_of(name: str) -> int:
    """Return the number of a column from its letters, counted from 0."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def spread(rows: list[list[Cell]], top: int, left: int, bottom: int, right: int) -> None:
    """Give every place of a merged cell the text of its first; places beyond the rows are left."""
    if top >= len(rows) or left >= len(rows[top]):
        return
    first = rows[top][left]
    for row in rows[top : bottom + 1]:
        for index in range(left, min(right + 1, len(row))):
            row[index] = replace(row[index], text=first.text, first=first.address)


def lines_of(text: str) -> list[str]:
    """Return the lines of a cell that say something, without blanks around them."""
    return [line for piece in text.splitlines() if (line := " ".join(piece.split()))]
