"""Text in a workbook: how much a cell holds, how it is stored, and a file that does not tell the time."""

import io
import re
import zipfile
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from .zipped import repacked

MAX_TEXT = 32_767
"""The characters that one cell holds."""

_LITERAL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Return `text` as a workbook stores it: `_x0041_` would else be read as A (ECMA-376 part 1, 22.9.2.19)."""
    return _LITERAL.sub("_x005F_", text)


def packed(book: Workbook, day: date) -> bytes:
    """Return a workbook's bytes, every time in it being `day`: the same book gives the same bytes."""
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        ExcelWriter(book, parts).save()
    return repacked(stream.getvalue(), day)
