"""A proven site → the bytes of one workbook a list."""

from ..read import values
from ..site import Site
from ..sourced import Sourced
from .columns import LISTS, Sheet, sheets_of
from .draw import draw
from .package import packed
from .tables import Table, tables
from .words import words_of


def records_of(site: Site, kind: str) -> tuple[Sourced, ...]:
    """Return the records of a list with the YAML they were read from, by number or 标识."""
    return tuple(sorted(getattr(site.data, kind), key=lambda record: record.value.id))


def tables_of(site: Site, kind: str, sheets: tuple[Sheet, ...]) -> dict[str, Table]:
    """Return what the sheets of a list show now."""
    return tables(sheets, [values(record.node) for record in records_of(site, kind)])


def workbook(site: Site, kind: str) -> bytes:
    """Return the workbook of a list. Same site, same day, same bytes. Raises Unplaced for a text too long for a cell."""
    sheets = sheets_of(kind)
    book = draw(sheets, tables_of(site, kind, sheets), words_of(site, sheets), (LISTS[kind][0], site.body.name))
    return packed(book, site.as_of)
