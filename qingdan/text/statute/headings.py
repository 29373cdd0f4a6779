"""The headings: their anchors, which say the way from the top, and what is wrong with their numbers."""

import re
from collections.abc import Iterable, Sequence

from .anchors import Anchors
from .lines import Line
from .marks import Mark
from .numerals import han
from .structure import LEVELS, Doubt, Heading, Span

_LETTERS = dict(zip(LEVELS, ("b", "f", "z", "j"), strict=True))
"""编 bian, 分编 fenbian, 章 zhang, 节 jie."""
_OF_NAME = re.compile(r"[\u4e00-\u9fff\u3000、，（）《》“” ]{1,40}(?<![，、])")
_MOST_LINES = 2
"""So many lines a heading's name may take besides its first."""


class Headings:
    """Makes the headings of one text in their order."""

    def __init__(self, lines: Iterable[Line], anchors: Anchors) -> None:
        """Begin. In: the lines of the text's body, and the anchors that are given."""
        levels = {line.begins.level for line in lines if line.begins.level}
        self.highest = next((level for level in LEVELS if level in levels), "章")
        self.anchors = anchors
        self.way: dict[str, str] = {}
        self.counted: dict[str, int] = {}
        self.doubts: list[Doubt] = []

    def made(self, line: Line, name: str, span: Span, prefix: str) -> Heading:
        """Return the heading that a line makes; `prefix` begins its anchor. One without a number is of the highest level."""
        begins = line.begins
        level = begins.level or self.highest
        self._check(line, level)
        step = f"{_LETTERS[level]}{begins.number}" + (f"z{begins.added}" if begins.added else "")
        self.way = {one: way for one, way in self.way.items() if LEVELS.index(one) < LEVELS.index(level)}
        self.way[level] = step
        anchor = self.anchors.free(f"{prefix}h-{'-'.join(self.way.values())}")
        return Heading(level, begins.label, name, anchor, span)

    def _check(self, line: Line, level: str) -> None:
        """Note a number that does not follow. 章 may count on through all 编, or from one on in each; 节 begin anew in each 章."""
        begins = line.begins
        if not begins.number:
            return
        last = self.counted.get(level, 0)
        if begins.number > last + 1:
            first, until = f"第{han(last + 1)}{level}", f"第{han(begins.number - 1)}{level}"
            missing = first if first == until else f"{first}至{until}"
            self.doubts.append(Doubt(line.number_of_line, f"{begins.label}前面缺{missing}"))
        elif 1 < begins.number <= last and not begins.added:
            self.doubts.append(Doubt(line.number_of_line, f"{begins.label}不在它的次序上"))
        self.counted[level] = begins.number
        if level != "节":
            self.counted.pop("节", None)


def named(heading: Line, following: Sequence[Line]) -> tuple[str, int]:
    """Return a heading's name, and how many of the lines below belong to it: one that is long goes on there.

    In: its line, and the lines up to the next heading or article.
    """
    name, taken = heading.begins.name if heading.mark is Mark.HEADING else heading.bare, 0
    shown = [(at, line) for at, line in enumerate(following, 1) if line.bare]
    whole = len(shown) <= _MOST_LINES and all(_is_of_name(line) for _, line in shown)
    for at, line in shown if whole else shown[:1]:
        if whole or (not name and _is_of_name(line)):
            name, taken = name + line.bare, at
    return name, taken


def _is_of_name(line: Line) -> bool:
    return line.mark is Mark.PLAIN and bool(_OF_NAME.fullmatch(line.bare))
