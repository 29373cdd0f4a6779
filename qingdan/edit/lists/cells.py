"""The words of a cell: what may be quoted of it, and the items that it lists."""

import re
import unicodedata

from ...source.write import why_unwritable
from ...text.folded import visible
from ...text.grid.table import Cell, lines_of
from ...text.quotation import Found, locate

_EDGES = " \t\u3000，。；：、！？,;:!?．.·—-"
_BETWEEN = re.compile(r"[、，,；;／/|]|[ \u3000]{1,}|\n")
_MARK = re.compile(r"^\s*([（(]?[0-9一二三四五六七八九十]{1,2}[）)、.．](?![0-9])|[①-⑳]|[-·●○■◆])\s*")
_MOST = 1500


def written(text: str) -> str:
    """Return a text as it can be written on one line: no line ends, no characters that nobody sees or that look like others."""
    alike = "".join(
        unicodedata.normalize("NFKC", one) if "\u2e80" <= one <= "\u2fdf" or "\uf900" <= one <= "\ufaff" else one
        for one in visible(text)
    )
    return " ".join(alike.split())


def quotable(cell: Cell) -> list[str]:
    """Return the words of a cell as quotations: its lines, or where these cannot stand alone the whole; none if neither can."""
    lines = [bare for line in lines_of(cell.text) if (bare := written(line).strip(_EDGES))]
    whole = written(" ".join(lines_of(cell.text))).strip(_EDGES)
    for wanted in (lines, [whole]):
        if wanted and all(_stands(one, cell) for one in wanted):
            return list(dict.fromkeys(wanted))
    return []


def _stands(text: str, cell: Cell) -> bool:
    return (
        bool(text)
        and len(text) <= _MOST
        and not why_unwritable(text)
        and isinstance(locate(text, cell.paragraph), Found)
    )


def items_of(text: str) -> list[str]:
    """Return the items that a cell lists, without their marks: one a line, or between 、 and the like."""
    lines = (_MARK.sub("", written(line)) for line in lines_of(text))
    found = (_MARK.sub("", piece).strip(_EDGES) for line in lines for piece in _BETWEEN.split(line))
    return list(dict.fromkeys(filter(None, found)))


def lines_bare(text: str) -> list[str]:
    """Return the lines of a cell without their marks and without marks at their ends."""
    return [bare for line in lines_of(text) if (bare := _MARK.sub("", written(line)).strip(_EDGES))]
