"""Which lines begin an article: those that carry the count on. A line of another number is a reference, a quotation or a fault."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .lines import Line, Mark
from .structure import Doubt

Number = tuple[int, int]
_FIRST: Number = (1, 0)


@dataclass(slots=True)
class Series:
    """Articles that are counted together: the lines that begin them."""

    lines: list[Line] = field(default_factory=list)


def series_of(lines: Sequence[Line], skipped: frozenset[int]) -> tuple[list[Series], list[Doubt]]:
    """Return the series of articles in the order of the text, and what is wrong with their numbers.

    In: the lines; the indexes of those that stand in the table of contents. The 附件 of a statute count anew from 第一条.
    """
    candidates = [line for line in _outside_quotations(lines) if line.index not in skipped]
    if not any(line.firm for line in candidates):
        candidates = [line for line in candidates if not line.inline]
    return _Walk(candidates).done()


def _outside_quotations(lines: Iterable[Line]) -> Iterable[Line]:
    """Yield the lines that begin with an article's number; those within an open “ ” only if nothing else can be meant."""
    depth = 0
    for line in lines:
        if line.mark is Mark.ARTICLE:
            yield line
        depth += line.raw.count("“") - line.raw.count("”")


class _Walk:
    """One walk through the candidates, each decided by what went before and what is still to come."""

    def __init__(self, candidates: list[Line]) -> None:
        self.candidates = candidates
        self.places: dict[Number, list[int]] = defaultdict(list)
        for at, line in enumerate(candidates):
            if line.firm:
                self.places[line.number, line.added].append(at)
        self.series: list[Series] = []
        self.doubts: list[Doubt] = []
        self.last: Number = (0, 0)
        self.seen: set[Number] = set()

    def done(self) -> tuple[list[Series], list[Doubt]]:
        for at, line in enumerate(self.candidates):
            self._decide(at, line)
        return self.series, self.doubts

    def _decide(self, at: int, line: Line) -> None:
        number = (line.number, line.added)
        if self._follows(number):
            self._take(line, number)
        elif not line.firm or line.inline:
            return
        elif number == _FIRST and self._starts_anew(at):
            self.series.append(Series())
            self.seen = set()
            self._take(line, number)
        elif not self.series:
            if self._later(at, _FIRST):
                self._out_of_place(line, number)
            else:
                self.doubts.append(Doubt(line.number_of_line, f"从{line.label}开始，前面没有第一条"))
                self._take(line, number)
        elif number in self.seen:
            self.doubts.append(Doubt(line.number_of_line, f"{line.label}写了两次"))
            self.series[-1].lines.append(line)
        elif number > self.last:
            self._ahead(at, line, number)
        else:
            self._out_of_place(line, number)

    def _follows(self, number: Number) -> bool:
        main, added = self.last
        return bool(self.series) and number in ((main + 1, 0), (main, added + 1))

    def _starts_anew(self, at: int) -> bool:
        """Tell whether 第一条 begins a count: the first one, or one that goes on."""
        return not self.series or (bool(self.seen) and (self.last > (1, 0)))

    def _later(self, at: int, number: Number) -> bool:
        places = self.places.get(number, ())
        return bisect_right(places, at) < len(places)

    def _ahead(self, at: int, line: Line, number: Number) -> None:
        """Decide on a number that skips some: the one due is still to come, or it is missing."""
        due = (self.last[0] + 1, 0)
        if self._later(at, due) and not self._restarts_before(at, due):
            if not self._later(at, number):
                self._out_of_place(line, number)
            return
        missing = f"第{due[0]}条" if line.number - due[0] == 1 else f"第{due[0]}条至第{line.number - 1}条"
        if line.number > due[0]:
            self.doubts.append(Doubt(line.number_of_line, f"{line.label}前面缺{missing}"))
        else:
            self.doubts.append(Doubt(line.number_of_line, f"{line.label}前面的一条不是它的上一条"))
        self._take(line, number)

    def _restarts_before(self, at: int, due: Number) -> bool:
        """Tell whether 第一条 stands between here and the number due: then that one belongs to another count."""
        firsts, dues = self.places.get(_FIRST, []), self.places[due]
        first = bisect_right(firsts, at)
        return first < len(firsts) and firsts[first] < dues[bisect_right(dues, at)]

    def _out_of_place(self, line: Line, number: Number) -> None:
        self.doubts.append(Doubt(line.number_of_line, f"{line.label}不在它的次序上"))
        if not self.series:
            self.series.append(Series())
        self.seen.add(number)
        self.series[-1].lines.append(line)

    def _take(self, line: Line, number: Number) -> None:
        if not self.series:
            self.series.append(Series())
        if line.inline:
            self.doubts.append(Doubt(line.number_of_line, f"{line.label}写在上一条的行里"))
        self.last = number
        self.seen.add(number)
        self.series[-1].lines.append(line)
