"""A report's text → numbered paragraphs. Parsing is total: the paragraphs' raw texts, joined, are the text.

Chinese official reports nest 一、 → （一） → 1. or 一是 → （1）. Typists mix the marks (the 2024 report prints
`1、` for 一、 and `（4）` for （四）), so labels are assigned from the structure, not copied from the print:
一（四）2 is part 一, section （四）, point 2, with the anchor `p-1-4-2`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from .normal import Normal, normal, visible

_DIGITS = "零一二三四五六七八九"
_HAN = r"[一二三四五六七八九十]{1,3}"
_MARKS = {
    "han": re.compile(rf"\s*({_HAN})、"),
    "han-bracket": re.compile(rf"\s*[（(]({_HAN})[）)]"),
    "digit": re.compile(r"\s*(\d{1,2})(?:、|[.．](?!\d))", re.ASCII),
    "digit-bracket": re.compile(r"\s*[（(](\d{1,2})[）)]", re.ASCII),
}
_INLINE = re.compile(rf"(?:^|(?<=[。；：，、！？\s]))({_HAN})是", re.MULTILINE)
_PUBLISHED = re.compile(r"\s*(?:来源|信息来源|发布时间|发布日期|时间|日期)\s*[:：]")
_LEAD = ("导语", "p-lead")
_WORD_REMAINS_AHEAD = re.compile(r"\s*(?:\[bookmark:[^\]\n]*\])?")


class Level(IntEnum):
    """How deep a paragraph stands."""

    FRONT = 0
    PART = 1
    SECTION = 2
    POINT = 3
    SUBPOINT = 4


@dataclass(frozen=True)
class Paragraph:
    """One addressable piece of a report: its label, its anchor, where it starts and its raw text."""

    label: str
    anchor: str
    level: Level
    start: int
    raw: str

    @cached_property
    def normal(self) -> Normal:
        """The text as quotations are compared with it."""
        return normal(self.raw)

    @property
    def heading(self) -> str:
        """The heading of a part or section: its first line, up to the first full stop; else empty."""
        if self.level not in (Level.PART, Level.SECTION):
            return ""
        first = visible(self.raw).split("\n", 1)[0]
        return re.match(r"[^。]*。?", first)[0].strip()


@dataclass(frozen=True, slots=True)
class _Mark:
    """A numbering mark as printed: which kind, which number, where its piece starts."""

    kind: str
    number: int
    start: int


def han_number(text: str) -> int:
    """Return the value of a Chinese numeral from 一 to 九十九."""
    tens, ten, units = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(units) if units else 0)


def han_numeral(number: int) -> str:
    """Return the Chinese numeral of a number from 1 to 99."""
    tens, units = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[units] if units else "")


def parse(text: str) -> tuple[Paragraph, ...]:
    """Cut a report into its paragraphs, in order. Total for any text; an empty text gives none."""
    marks = _marks(text)
    front = text[: marks[0].start] if marks else text
    pieces = [*_front(front), *_numbered(_levels(marks))]
    if not pieces:
        pieces = [(_LEAD, Level.FRONT, 0)]
    starts = [0, *(start for _, _, start in pieces[1:])]
    ends = [*starts[1:], len(text)]
    unique = _Unique()
    return tuple(
        Paragraph(*unique(*name), level, start, text[start:end])
        for (name, level, _), start, end in zip(pieces, starts, ends, strict=True)
        if end > start
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)?", text):
        if found[0]:
            yield found.start(), found[0]


def _marks(text: str) -> list[_Mark]:
    """Return every numbering mark: those at a line's start and the inline 一是…二是…"""
    heads = [mark for start, line in _lines(text) if (mark := _line_mark(start, line))]
    bounds = [mark.start for mark in heads]
    marks = list(heads)
    for start, end in zip([0, *bounds], [*bounds, len(text)], strict=True):
        marks.extend(_inline(text, start, end))
    return sorted(marks, key=lambda mark: mark.start)


def _line_mark(start: int, line: str) -> _Mark | None:
    skip = _WORD_REMAINS_AHEAD.match(line).end()
    for kind, form in _MARKS.items():
        if found := form.match(line, skip):
            number = han_number(found[1]) if kind.startswith("han") else int(found[1])
            return _Mark(kind, number, start)
    return None


def _inline(text: str, start: int, end: int) -> Iterator[_Mark]:
    """Yield 一是, 二是 … of one stretch, only where they count up from one to at least two."""
    run: list[_Mark] = []
    for found in _INLINE.finditer(text, start, end):
        number = han_number(found[1])
        if number == len(run) + 1:
            run.append(_Mark("inline", number, found.start()))
        elif number == 1:
            yield from run if len(run) > 1 else ()
            run = [_Mark("inline", 1, found.start())]
    yield from run if len(run) > 1 else ()


def _levels(marks: list[_Mark]) -> list[tuple[Level, _Mark]]:
    """Decide for each mark which level it stands on, from its kind and from the gaps it fills."""
    levelled: list[tuple[Level, _Mark]] = []
    for index, mark in enumerate(marks):
        levelled.append((_level(mark, levelled, marks[index + 1 :]), mark))
    return levelled


def _level(mark: _Mark, before: list[tuple[Level, _Mark]], after: list[_Mark]) -> Level:
    if mark.kind == "han":
        return Level.PART
    if mark.kind == "han-bracket":
        return Level.SECTION
    if mark.kind == "digit" and _fills_gap(mark, Level.PART, before, after, "han"):
        return Level.PART
    part = _since_last(before, Level.PART)
    rest_of_part = _until(after, "han")
    if mark.kind == "digit-bracket":
        if _fills_gap(mark, Level.SECTION, part, rest_of_part, "han-bracket"):
            return Level.SECTION
        has_sections = any(level == Level.SECTION and m.kind == "han-bracket" for level, m in part)
        if not has_sections and not any(level == Level.POINT for level, _ in part) and _in_part(before):
            return Level.SECTION
    open_points = _since_last(part, Level.SECTION)
    below = {"digit-bracket": ("digit", "inline"), "inline": ("digit", "digit-bracket"), "digit": ()}[mark.kind]
    last = next((m for level, m in reversed(open_points) if level == Level.POINT), None)
    return Level.SUBPOINT if last and last.kind in below else Level.POINT


def _fills_gap(
    mark: _Mark, level: Level, before: list[tuple[Level, _Mark]], after: Iterable[_Mark], proper: str
) -> bool:
    """Tell whether a mark of the wrong kind stands for the number missing between its proper neighbours."""
    previous = next((m.number for at, m in reversed(before) if at == level), 0)
    if mark.number != previous + 1:
        return False
    following = next((m.number for m in after if m.kind == proper), None)
    if following is not None:
        return following > mark.number
    own_run = next((m.number for at, m in reversed(before) if m.kind == mark.kind and at > level), 0)
    return previous > 0 and own_run != previous


def _since_last(before: list[tuple[Level, _Mark]], level: Level) -> list[tuple[Level, _Mark]]:
    last = max((index for index, (at, _) in enumerate(before) if at <= level), default=-1)
    return before[last + 1 :] if level == Level.PART else before[last:] if last >= 0 else before


def _until(marks: list[_Mark], kind: str) -> Iterator[_Mark]:
    for mark in marks:
        if mark.kind == kind:
            return
        yield mark


def _in_part(before: list[tuple[Level, _Mark]]) -> bool:
    return any(level == Level.PART for level, _ in before)


def _numbered(levelled: list[tuple[Level, _Mark]]) -> Iterator[tuple[tuple[str, str], Level, int]]:
    """Give each mark its label and anchor; a number that does not rise within its parent is counted on."""
    path = [0, 0, 0, 0]
    for level, mark in levelled:
        depth = level - 1
        path[depth] = mark.number if mark.number > path[depth] else path[depth] + 1
        path[level:] = [0] * (4 - level)
        yield _name(path), level, mark.start


def _name(path: list[int]) -> tuple[str, str]:
    part, section, point, subpoint = path
    label = "".join(
        [
            han_numeral(part) if part else "",
            f"（{han_numeral(section)}）" if section else "",
            str(point) if point else "",
            f"（{subpoint}）" if subpoint else "",
        ]
    )
    depth = max(index for index, number in enumerate(path) if number) + 1
    return label, "p-" + "-".join(map(str, path[:depth]))


def _front(text: str) -> Iterator[tuple[tuple[str, str], Level, int]]:
    """Yield the unnumbered pieces before the first mark: title, repeated title, 发布信息, 导语."""
    title = None
    for start, line in _lines(text):
        bare = visible(line)
        if not bare:
            continue
        title = title or bare
        if _PUBLISHED.match(line):
            name = ("发布信息", "p-source")
        else:
            name = ("标题", "p-title") if bare == title else _LEAD
        yield name, Level.FRONT, start


class _Unique:
    """Keeps labels and anchors apart: the second 导语 is 导语2, `p-lead-2`."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def __call__(self, label: str, anchor: str) -> tuple[str, str]:
        count = self.seen[anchor] = self.seen.get(anchor, 0) + 1
        return (label, anchor) if count == 1 else (f"{label}{count}", f"{anchor}-{count}")
