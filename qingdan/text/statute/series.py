"""Which lines begin an article: those that carry the count on. A line of another number is a reference, a quotation or a fault."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from .lines import Line
from .marks import Mark
from .numerals import han
from .quotations import quoted
from .structure import Doubt

Number = tuple[int, int]
"""第四十六条之一 is (46, 1)."""
_FIRST: Number = (1, 0)
_NEAR = 50
"""So far behind the number due, one that stood too early is looked for."""


@dataclass(slots=True)
class Series:
    """Articles that are counted together: the lines that begin them."""

    lines: list[Line] = field(default_factory=list)


def series_of(lines: Sequence[Line], contents: range) -> tuple[list[Series], list[Doubt]]:
    """Return the series of articles in the order of the text, and what is wrong with their numbers.

    In: the lines, and which of them are the table of contents. The 附件 of a statute may count anew from 第一条.
    """
    marked = [line for line in lines if line.mark is Mark.ARTICLE and line.index not in contents]
    within = quoted(lines)
    candidates = [line for line in marked if line.index not in within] or marked
    set_off = sum(line.begins.firm for line in candidates) * 2 > sum(not line.begins.vague for line in candidates)
    return _Walk([line for line in candidates if not (set_off and line.begins.vague)], set_off).done()


def points_of(lines: Sequence[Line], contents: range) -> Series:
    """Return the lines 一、 二、, else （一） （二）, in their order: a decision has them for articles."""
    for mark in (Mark.POINT, Mark.ITEM):
        found: list[Line] = []
        for line in lines:
            if line.mark is mark and line.begins.number == len(found) + 1 and line.index not in contents:
                found.append(line)
        if len(found) > 1:
            return Series(found)
    return Series()


def _number(line: Line) -> Number:
    return line.begins.number, line.begins.added


class _Walk:
    """One walk through the candidates, each decided by what went before and what is still to come."""

    def __init__(self, candidates: Sequence[Line], set_off: bool) -> None:
        """Begin; in a text whose articles' numbers are `set_off`, one that is not counts only where it is due."""
        self.candidates = candidates
        self.sure = [
            not line.inline and not line.begins.vague and (line.begins.firm or not set_off) for line in candidates
        ]
        self.places: dict[Number, list[int]] = defaultdict(list)
        for at, line in enumerate(candidates):
            if self.sure[at]:
                self.places[_number(line)].append(at)
        self.series: list[Series] = []
        self.doubts: list[Doubt] = []
        self.last: Number = (0, 0)
        self.seen: set[Number] = set()

    def done(self) -> tuple[list[Series], list[Doubt]]:
        for at, line in enumerate(self.candidates):
            self._decide(at, line)
        return self.series, self.doubts

    def _decide(self, at: int, line: Line) -> None:
        number = _number(line)
        if number in self._due() and (self.sure[at] or not self._comes(at, number)):
            if not self.series:
                self.series.append(Series())
            self._take(line)
        elif not self.sure[at]:
            return
        elif number == _FIRST and self.last > _FIRST:
            self._begin_anew(line)
        elif not self.series:
            self._begin_late(at, line)
        elif number in self.seen:
            self._doubt(line, f"{line.begins.label}写了两次")
            self.series[-1].lines.append(line)
        elif number > self.last:
            self._skip(at, line)
        else:
            self._out_of_place(line)

    def _due(self) -> tuple[Number, ...]:
        main, added = self.last
        return ((main + 1, 0), (main, added + 1)) if self.series else (_FIRST,)

    def _begin_anew(self, line: Line) -> None:
        self.series.append(Series())
        self.seen = set()
        self._take(line)

    def _begin_late(self, at: int, line: Line) -> None:
        """Decide on a first article that is not 第一条: that one is still to come, or the text is a part of a statute."""
        self.series.append(Series())
        if self._comes(at, _FIRST):
            self._out_of_place(line)
        else:
            self._doubt(line, f"从{line.begins.label}开始，前面没有第一条")
            self._take(line)

    def _skip(self, at: int, line: Line) -> None:
        """Decide on a number that skips some: the one due is still to come, or it is missing."""
        main, added = self.last
        due = (main, added + 1) if line.begins.number == main else (main + 1, 0)
        if due not in self.seen and self._comes(at, due):
            if not self._comes(at, _number(line)):
                self._out_of_place(line)
            return
        if missing := self._missing(due, _number(line)):
            self._doubt(line, f"{line.begins.label}前面缺{missing}")
        self._take(line)

    def _missing(self, due: Number, number: Number) -> str:
        """Return the names of the articles from the one due up to a number that have not been seen."""
        if due[1]:
            first, last = f"第{han(due[0])}条之{han(due[1])}", f"第{han(due[0])}条之{han(number[1] - 1)}"
            return first if first == last else f"{first}至{last}"
        until = number[0] if number[1] else number[0] - 1
        unseen = next((main for main in range(due[0], min(until, due[0] + _NEAR) + 1) if (main, 0) not in self.seen), 0)
        if not unseen:
            return ""
        return f"第{han(unseen)}条" if unseen == until else f"第{han(unseen)}条至第{han(until)}条"

    def _comes(self, at: int, number: Number) -> bool:
        """Tell whether an article is still to come in this count: before a 第一条, which begins another."""
        place = self._next(at, number)
        first = self._next(at, _FIRST)
        return place is not None and (number == _FIRST or first is None or place < first)

    def _next(self, at: int, number: Number) -> int | None:
        places = self.places.get(number, [])
        after = bisect_right(places, at)
        return places[after] if after < len(places) else None

    def _out_of_place(self, line: Line) -> None:
        self._doubt(line, f"{line.begins.label}不在它的次序上")
        self.seen.add(_number(line))
        self.series[-1].lines.append(line)

    def _take(self, line: Line) -> None:
        if line.inline:
            self._doubt(line, f"{line.begins.label}写在上一条的行里")
        self.last = _number(line)
        self.seen.add(self.last)
        self.series[-1].lines.append(line)

    def _doubt(self, line: Line, message: str) -> None:
        self.doubts.append(Doubt(line.number_of_line, message))
