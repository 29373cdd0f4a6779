"""目录: where the table of contents stands, and how it differs from the headings."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..folded import visible
from .history import tells_history
from .lines import Line
from .marks import BLANK, NUMBER, Mark, beginning
from .structure import Doubt, Heading

_WORDS = ("目录", "目次")
_ENTRY = re.compile(rf"(?:^|(?<=[\s\u3000]))(?=第{BLANK}{{0,4}}(?:{NUMBER}){BLANK}{{0,4}}(?:分编|编|章|节))")
_LONGEST = 20_000
_LAST = re.compile(r"[\s\u3000]+(附[\s\u3000]*则)$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading that the table of contents lists."""

    line: int
    level: str
    words: str


def contents_of(lines: Sequence[Line]) -> range:
    """Return the indexes of the lines of the table of contents, with its title; empty where there is none.

    It ends before the heading that repeats one of its own, or with the last before the first article. A table of contents
    in one line ends with it.
    """
    title = next((line.index for line in lines if _is_title(line)), None)
    start = title or 0
    article = next((line.index for line in lines[start:] if line.mark is Mark.ARTICLE), len(lines))
    in_line = next((line for line in lines[start:article] if len(_entries_of(line)) > 1), None)
    if in_line:
        return range(in_line.index if title is None else title, in_line.index + 1)
    headings = [line for line in lines[start:article] if line.mark is Mark.HEADING]
    if not headings:
        return range(0)
    again = _repeats(headings)
    if again is None:
        return range(title, headings[-1].index + 1) if title is not None and len(headings) > 2 else range(0)
    first = headings[0].index
    if title is None and not _all_headings(lines[first:again]):
        return range(0)
    return range(first if title is None else title, _before_preamble(lines, first, again))


def _is_title(line: Line) -> bool:
    return len(line.bare) < 40 and "".join(line.bare.split()).strip("*#【】[]") in _WORDS


def _repeats(headings: Sequence[Line]) -> int | None:
    """Return the index of the first heading that stands there for the second time; 节 of two 章 may have one name."""
    seen: set[tuple[str, str]] = set()
    for line in headings:
        key = (line.begins.label, _name(line.begins.name))
        if line.begins.level == headings[0].begins.level and key in seen:
            return line.index
        seen.add(key)
    return None


def _name(name: str) -> str:
    return "".join(name.split())


def _all_headings(lines: Sequence[Line]) -> bool:
    return all(line.mark is Mark.HEADING or not line.bare for line in lines)


def _before_preamble(lines: Sequence[Line], first: int, again: int) -> int:
    """Return where the contents end: a sentence between them and the first heading is the preamble's, or a 题注's."""
    sentence = next((line.index for line in lines[first:again] if _is_sentence(line)), None)
    if sentence is None:
        return again
    headings = [line.index for line in lines[first:sentence] if line.mark is Mark.HEADING]
    return headings[-1] + 1


def _is_sentence(line: Line) -> bool:
    return line.bare.endswith("。") or (line.mark is not Mark.HEADING and tells_history(line.bare))


def _entries_of(line: Line) -> list[_Entry]:
    """Return the headings that a line lists: one, or those of a table of contents in one line."""
    raw = line.raw
    if not line.bare or len(raw) > _LONGEST or "第" not in raw:
        return [_Entry(line.number_of_line, line.begins.level, line.begins.name)] if line.mark is Mark.HEADING else []
    cuts = [found.start() for found in _ENTRY.finditer(raw)]
    pieces = [raw[first:last] for first, last in pairwise([*cuts, len(raw)])]
    return [entry for piece in pieces for entry in _entry(line, piece)]


def _entry(line: Line, piece: str) -> Iterator[_Entry]:
    """Yield the heading that a piece of a line lists; behind the last one, 附则 may stand without a number."""
    behind = _LAST.search(piece)
    begins = beginning(piece[: behind.start()], visible(piece)) if behind else None
    if begins is None or not begins.name:
        begins, behind = beginning(piece, visible(piece)), None
    if begins.mark is Mark.HEADING:
        yield _Entry(line.number_of_line, begins.level, f"{begins.label}{_name(begins.name)}")
    if behind:
        yield _Entry(line.number_of_line, "", _name(behind[1]))


def compared(listed: Sequence[Line], headings: Sequence[Heading]) -> list[Doubt]:
    """Return where the table of contents and the headings differ."""
    told = [entry for line in listed for entry in _entries_of(line)]
    there = {f"{one.number}{_name(one.name)}" for one in headings}
    known, levels = {entry.words for entry in told}, {entry.level for entry in told}
    missing = [
        Doubt(entry.line, f"目录里的“{entry.words}”，正文里没有这个标题") for entry in told if entry.words not in there
    ]
    return missing + [
        Doubt(one.span.line, f"正文里的“{one.number}{one.name}”，目录里没有")
        for one in headings
        if one.level in levels and f"{one.number}{_name(one.name)}" not in known
    ]
