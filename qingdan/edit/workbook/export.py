"""A proven site → the bytes of one workbook a list."""

from ...model.parts import Part
from ...model.sourced import Sourced
from ...site.site import Site
from ...source.read import values
from ...text.xlsx import packed
from .columns import Sheet, sheets_of
from .draw import draw
from .tables import Table, tables
from .words import words_of


def records_of(site: Site, part: Part) -> tuple[Sourced, ...]:
    """Return the records of a list with the YAML they were read from, by number or 标识."""
    return tuple(sorted(site.data.lists[part.folder], key=lambda record: record.value.id))


def tables_of(site: Site, part: Part, sheets: tuple[Sheet, ...]) -> dict[str, Table]:
    """Return what the sheets of a list show now."""
    return tables(sheets, [values(record.node) for record in records_of(site, part)])


def workbook(site: Site, part: Part) -> bytes:
    """Return the workbook of a list. Same site, same day, same bytes. Raises Unplaced for a text too long for a cell."""
    sheets = sheets_of(part)
    book = draw(sheets, tables_of(site, part, sheets), words_of(site, sheets), (part.name, site.body.name))
    return packed(book, site.as_of)
