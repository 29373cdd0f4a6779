"""The headings: their anchors, which say the way from the top, and what is wrong with their numbers."""

from collections.abc import Sequence
from dataclasses import replace

from .lines import Line, Mark
from .structure import LEVELS, Doubt, Heading, Span

_LETTERS = dict(zip(LEVELS, ("b", "f", "z", "j"), strict=True))
"""编 bian, 分编 fenbian, 章 zhang, 节 jie."""
_LONGEST_NAME = 40


class Headings:
    """Makes the headings of one text in their order."""

    def __init__(self, lines: Sequence[Line]) -> None:
        levels = {line.level for line in lines if line.level}
        self.highest = next((level for level in LEVELS if level in levels), "章")
        self.way: dict[str, str] = {}
        self.counted: dict[str, int] = {}
        self.used: set[str] = set()
        self.doubts: list[Doubt] = []

    def made(self, line: Line, text: str, end: int, prefix: str) -> Heading:
        """Return the heading that a line makes, up to `end`; `prefix` begins its anchor."""
        level = line.level or self.highest
        self._count(line, level)
        here = f"{_LETTERS[level]}{line.number or 0}" + (f"z{line.added}" if line.added else "")
        self.way = {one: step for one, step in self.way.items() if LEVELS.index(one) < LEVELS.index(level)} | {
            level: here
        }
        anchor = f"{prefix}h-{'-'.join(self.way.values())}"
        while anchor in self.used:
            anchor += "x"
        self.used.add(anchor)
        return Heading(
            level, line.label, line.name, anchor, Span(line.start, end, line.number_of_line, text[line.start : end])
        )

    def _count(self, line: Line, level: str) -> None:
        if not line.number:
            return
        last = self.counted.get(level, 0)
        if line.number not in (1, last + 1) and not (line.added and line.number == last):
            self.doubts.append(Doubt(line.number_of_line, f"{line.label}的前一个不是第{line.number - 1}{level}"))
        self.counted[level] = line.number
        for lower in LEVELS[LEVELS.index(level) + 1 :]:
            if lower == "节":
                self.counted.pop(lower, None)


def named(line: Line, following: Sequence[Line]) -> tuple[Line, int]:
    """Return a heading's line with its name, and how many lines it takes: the name may stand on the next one."""
    if line.name:
        return line, 1
    for count, below in enumerate(following, 2):
        if below.bare:
            is_name = (
                below.mark is Mark.PLAIN
                and len(below.bare) <= _LONGEST_NAME
                and not below.bare.endswith(("。", "；", "："))
            )
            return (replace(line, name=below.bare), count) if is_name else (line, 1)
    return line, 1
