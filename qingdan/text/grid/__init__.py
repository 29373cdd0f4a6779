"""Tables of a workbook or a Word document as received: cells with their addresses, read with nothing but what Python has.

A department's own lists are such files; `check` reads them at every run, so nothing here needs Excel's or Word's libraries.
"""

from collections.abc import Callable

from . import docx, xlsx
from .table import Table

READERS: dict[str, Callable[[bytes], tuple[Table, ...]]] = {".xlsx": xlsx.tables, ".docx": docx.tables}
"""How each kind of file is read, by its extension. Each raises `package.Unusable`."""
