"""The lines of a statute's text, each with what it begins with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..folded import visible
from .marks import BLANK, NUMBER, PLAIN, Beginning, Mark, beginning

_ENDS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line: what `str.splitlines` takes for its end."""
_LINE = re.compile(rf"[^{_ENDS}]*(?:\r\n|[{_ENDS}]|$)")
_WITHIN = re.compile(rf"(?<=[。；!！]){BLANK}*(?=第{BLANK}{{0,4}}(?:{NUMBER}){BLANK}{{0,4}}[编章节条]{BLANK})")
"""Where a further heading or article begins within a line: behind a sentence, and set off."""
_BEHIND_HEADING = re.compile(rf"(?<=[\s\u3000])(?=第{BLANK}{{0,4}}(?:{NUMBER}){BLANK}{{0,4}}条{BLANK})")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what stands on one from a heading or an article on that begins within it (`inline`)."""

    index: int
    start: int
    number_of_line: int
    raw: str
    bare: str
    begins: Beginning
    inline: bool = False

    @property
    def end(self) -> int:
        """Where the next line starts."""
        return self.start + len(self.raw)

    @property
    def mark(self) -> Mark:
        """The kind of what it begins with."""
        return self.begins.mark


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text; one that holds the beginning of a further heading or article is split there."""
    return tuple(
        _line(index, start, number, raw, inline) for index, (start, number, raw, inline) in enumerate(_pieces(text))
    )


def _pieces(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield where each line starts, its number, its words, and whether it begins within a line of the text."""
    at = number = 0
    while at < len(text):
        match = _LINE.match(text, at)
        assert match is not None, "the pattern matches anything"
        number += 1
        for first, last in pairwise(_cuts(match[0])):
            yield at + first, number, match[0][first:last], first > 0
        at = match.end()


def _cuts(raw: str) -> list[int]:
    if raw.find("第", 2) < 0:
        return [0, len(raw)]
    within = {found.end() for found in _WITHIN.finditer(raw)}
    for first in [0, *within]:
        if raw[first : first + 8].lstrip()[:1] == "第" and (behind := _behind_heading(raw, first)):
            within.add(behind)
    return sorted({0, *within, len(raw)})


def _behind_heading(raw: str, first: int) -> int:
    """Return where the first article begins on a line that begins with a heading; 0 where none does."""
    found = _BEHIND_HEADING.search(raw, first + 1, first + 100)
    if not found:
        return 0
    before = raw[first : found.start()]
    return found.start() if beginning(before, visible(before)).mark is Mark.HEADING else 0


def _line(index: int, start: int, number: int, raw: str, inline: bool) -> Line:
    bare = visible(raw)
    begins = beginning(raw, bare) if bare else PLAIN
    if inline and begins.mark not in (Mark.ARTICLE, Mark.HEADING):
        begins = PLAIN
    return Line(index, start, number, raw, bare, begins, inline)
