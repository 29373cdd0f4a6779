"""A proven site → the bytes of one workbook a list."""

from ...model.parts import Part
from ...site.site import Site
from ...text.natural import natural
from ...text.xlsx import packed
from .columns import sheets_of
from .draw import draw
from .tables import tables
from .words import words_of


def entries_of(site: Site, part: Part) -> dict[str, object]:
    """Return the YAML of each record of a list by its 编号 or 标识, in their order."""
    return {
        one.value.id: one.written for one in sorted(site.data.lists[part.folder], key=lambda one: natural(one.value.id))
    }


def workbook(site: Site, part: Part) -> bytes:
    """Return the workbook of a list. Same site, same day, same bytes. Raises Unplaced for a text too long for a cell."""
    sheets = sheets_of(part)
    book = draw(sheets, tables(sheets, entries_of(site, part)), words_of(site, sheets), (part.name, site.body.name))
    return packed(book, site.as_of)
