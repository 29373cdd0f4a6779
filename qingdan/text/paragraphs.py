"""A report's text → numbered paragraphs. Parsing is total: the paragraphs' raw texts, joined, are the text.

Chinese official reports nest 一、 → （一） → 1. or 一是 → （1）. Typists mix the marks (the 2024 report prints
`1、` for 一、 and `（4）` for （四）), so labels are assigned from the structure, not copied from the print:
一（四）2 is part 一, section （四）, point 2, with the anchor `p-1-4-2`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from unicodedata import normalize

from .folded import Normal, normal, visible

_DIGITS = "零一二三四五六七八九"
_HAN = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_MARKS = {
    "han": re.compile(rf"({_HAN})\s*、"),
    "han-bracket": re.compile(rf"\(\s*({_HAN})\s*\)"),
    "digit": re.compile(r"([0-9]{1,2})\s*(?:、|\.(?![0-9])|\.(?=[0-9]{4}年))"),
    "digit-bracket": re.compile(r"\(\s*([0-9]{1,2})\s*\)"),
}
_LONGEST_MARK = 12
_INLINE = re.compile(rf"(?:^|(?<=[。；：，、！？;:,!?\]\s]))({_HAN})是", re.MULTILINE)
_MAY_STAND_ABOVE = {"digit": (), "inline": ("digit", "digit-bracket"), "digit-bracket": ("digit", "inline")}
_PUBLISHED = re.compile(r"(?:来源|信息来源|发布时间|发布日期|时间|日期)\s*[:：]")
_LEAD = ("导语", "p-lead")


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
        first = re.split(r"[\r\n]", visible(self.raw), maxsplit=1)[0]
        head, stop, _ = first.partition("。")
        return (head + stop).strip()


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
    """Return the Chinese numeral of a number: 十一 up to 九十九, digit by digit (一零一) beyond."""
    if number > 99:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
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
    paragraphs, seen = [], Counter[str]()
    for ((label, anchor), level, _), start, end in zip(pieces, starts, ends, strict=True):
        if end > start:
            seen[anchor] += 1  # the second 导语 is 导语2, `p-lead-2`
            again = str(seen[anchor]) if seen[anchor] > 1 else ""
            anchor_here = f"{anchor}-{again}" if again else anchor
            paragraphs.append(Paragraph(label + again, anchor_here, level, start, text[start:end]))
    return tuple(paragraphs)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)?", text):
        if found[0]:
            yield found.start(), found[0]


def _marks(text: str) -> list[_Mark]:
    """Return every numbering mark, in order: those at a line's start and the inline 一是 and 二是."""
    marks = [mark for start, line in _lines(text) if (mark := _line_mark(start, line))]
    for start, end in pairwise([0, *(mark.start for mark in marks), len(text)]):
        marks.extend(_inline(text, start, end))
    return sorted(marks, key=lambda mark: mark.start)


def _line_mark(start: int, line: str) -> _Mark | None:
    head = normalize("NFKC", visible(line)[:_LONGEST_MARK])
    for kind, form in _MARKS.items():
        if found := form.match(head):
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


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What comes after a mark: the next part's number, the next section's within the part, the next mark."""

    part: int | None = None
    section: int | None = None
    mark: _Mark | None = None

    @property
    def opens_sections(self) -> bool:
        """Whether （一） comes next, which no point can stand above."""
        return self.mark is not None and self.mark.kind == "han-bracket" and self.mark.number == 1


def _aheads(marks: list[_Mark]) -> list[_Ahead]:
    """Return for each mark what comes after it."""
    aheads, ahead = [], _Ahead()
    for mark in reversed(marks):
        aheads.append(ahead)
        if mark.kind == "han" or (mark.kind == "digit" and ahead.opens_sections):
            ahead = _Ahead(mark.number, None, mark)
        elif mark.kind == "han-bracket":
            ahead = _Ahead(ahead.part, mark.number, mark)
        else:
            ahead = _Ahead(ahead.part, ahead.section, mark)
    return aheads[::-1]


def _levels(marks: list[_Mark]) -> Iterator[tuple[Level, _Mark]]:
    """Decide for each mark which level it stands on, from its kind and from the gaps it fills."""
    standing = _Standing()
    for mark, ahead in zip(marks, _aheads(marks), strict=True):
        level = standing.level(mark, ahead)
        standing.enter(level, mark)
        yield level, mark


class _Standing:
    """Where in the outline the next mark stands: the open part and section, and the points seen in them."""

    def __init__(self) -> None:
        self.part = 0
        self._open_part()

    def _open_part(self) -> None:
        self.section = 0
        self.has_han_sections = False
        self.points: dict[str, int] = {}
        self.point_kind = ""

    def level(self, mark: _Mark, ahead: _Ahead) -> Level:
        if mark.kind == "han" or (mark.kind == "digit" and self._is_part(mark, ahead)):
            return Level.PART
        if mark.kind == "han-bracket" or (mark.kind == "digit-bracket" and self._is_section(mark, ahead)):
            return Level.SECTION
        return Level.SUBPOINT if self.point_kind in _MAY_STAND_ABOVE[mark.kind] else Level.POINT

    def enter(self, level: Level, mark: _Mark) -> None:
        if level == Level.PART:
            self.part = mark.number
            self._open_part()
        elif level == Level.SECTION:
            self.section, self.point_kind = mark.number, ""
            self.has_han_sections |= mark.kind == "han-bracket"
        else:
            self.points[mark.kind] = mark.number
            if level == Level.POINT:
                self.point_kind = mark.kind

    def _is_part(self, mark: _Mark, ahead: _Ahead) -> bool:
        return self._fills_gap(mark, self.part, ahead.part) or (mark.number == self.part + 1 and ahead.opens_sections)

    def _is_section(self, mark: _Mark, ahead: _Ahead) -> bool:
        only_kind = self.part > 0 and not self.has_han_sections and not self.points
        return only_kind or self._fills_gap(mark, self.section, ahead.section)

    def _fills_gap(self, mark: _Mark, previous: int, following: int | None) -> bool:
        """Tell whether a mark of the wrong kind stands for the number missing after `previous`.

        It does not where it goes on counting the points before it.
        """
        if mark.number != previous + 1 or self.points.get(mark.kind) == previous:
            return False
        return previous > 0 if following is None else following > mark.number


def _numbered(levelled: Iterable[tuple[Level, _Mark]]) -> Iterator[tuple[tuple[str, str], Level, int]]:
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
        if _PUBLISHED.match(bare):
            name = ("发布信息", "p-source")
        else:
            title = title or bare
            name = ("标题", "p-title") if bare == title else _LEAD
        yield name, Level.FRONT, start
