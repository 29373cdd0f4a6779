"""目录: the lines of a report's table of contents, which carry the marks of the text but are none."""

import re
from collections.abc import Sequence

from .lines import Line, closed_up
from .marks import line_mark

_HEADING = re.compile(r"目\s*[录次]$")
_DOTTED = re.compile(r"[….·]{3,}\s*[0-9]{1,3}$")
_LEADER = re.compile(r"(?:[….·]{2,}|[-—_]{3,}|\t|\s{2,})\s*[0-9]{1,3}$")
_PAGE = re.compile(r"[\s….·_—-]*[0-9]{0,3}$")


def contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines of the table of contents, its heading included."""
    for index, line in enumerate(lines):
        if _HEADING.match(line.bare):
            return frozenset(one.start for one in lines[index : _end(lines, index + 1)])
    return frozenset(line.start for line in lines if _DOTTED.search(line.bare))


def _end(lines: Sequence[Line], first: int) -> int:
    """Return the index after the last line of the contents that begin at `first`."""
    if first == len(lines):
        return first
    opening = _title(lines[first])
    if opening and any(_title(line) == opening for line in lines[first + 1 :]):
        for index in range(first + 1, len(lines)):
            numbered = line_mark(lines[index]) or lines[index].bare[-1:].isdigit()
            if _title(lines[index]) == opening or not numbered:
                return index
    index = first
    while index < len(lines) and _LEADER.search(lines[index].bare):
        index += 1
    return index


def _title(line: Line) -> str:
    return closed_up(_PAGE.sub("", line.bare))
