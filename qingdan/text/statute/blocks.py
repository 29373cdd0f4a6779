"""Where each block of a text begins: title, 题注, contents, headings, articles, annexes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .annexes import is_annex, lost_heading, tail
from .contents import contents_of
from .front import front_of
from .lines import Line
from .marks import Mark
from .series import Series, points_of, series_of
from .structure import ANNEX, CONTENTS, FRONT, Doubt

ARTICLE, HEADING = "条", "标题行"


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a block begins: the index of its line, what it is, and, of an article of an annex, what begins its anchor."""

    at: int
    kind: str
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where the blocks of a text begin, the title, the lines of the table of contents, and what is wrong with numbers."""

    cuts: tuple[Cut, ...]
    title: str
    contents: range
    body: int
    doubts: tuple[Doubt, ...]


def cuts_of(lines: Sequence[Line]) -> Cuts:
    """Return where the blocks of a text begin. In: its lines. Out: the first cut is at its first line."""
    contents = contents_of(lines)
    series, doubts = series_of(lines, contents)
    if not series:
        series = [points_of(lines, contents)]
    body = _body(lines, contents, series)
    head = [line for line in lines[:body] if line.index not in contents]
    front = front_of(head)
    found = _of_front(head, front.kinds, contents)
    found.update((cut.at, cut) for cut in _of_body(lines[body:], contents, series))
    for cut, doubt in _lost(lines, found):
        found[cut.at] = cut
        doubts += doubt
    found.setdefault(0, Cut(0, FRONT))
    cuts = tuple(cut for _, cut in sorted(found.items()))
    return Cuts(cuts, front.title, contents, body, tuple(doubts))


def _body(lines: Sequence[Line], contents: range, series: Sequence[Series]) -> int:
    """Return the index of the line with which the body begins: its first heading or article outside the contents."""
    heading = next(
        (line.index for line in lines if line.mark is Mark.HEADING and line.index not in contents), len(lines)
    )
    return min([heading, *(one.lines[0].index for one in series if one.lines)])


def _of_front(head: Sequence[Line], kinds: dict[int, str], contents: range) -> dict[int, Cut]:
    found: dict[int, Cut] = {}
    before = ""
    for line in head:
        if line.bare and (kind := kinds[line.index]) != before:
            found[line.index] = Cut(line.index, kind)
            before = kind
        if line.index + 1 in contents:
            before = ""
    if contents:
        found[contents.start] = Cut(contents.start, CONTENTS)
    return found


def _of_body(lines: Sequence[Line], contents: range, series: Sequence[Series]) -> Iterator[Cut]:
    """Yield where headings and articles begin, and, behind the last article of the statute itself, its annexes."""
    main = max(series, key=lambda one: len(one.lines))
    others = (one for one in series if one is not main)
    prefixes = {id(one): f"f{number}-" for number, one in enumerate(others, 1)}
    articles = {line.index: prefixes.get(id(one), "") for one in series for line in one.lines}
    last = main.lines[-1].index if main.lines else len(lines)
    for line in lines:
        if line.index in articles:
            yield Cut(line.index, ARTICLE, articles[line.index])
        elif line.mark is Mark.HEADING and line.index not in contents:
            yield Cut(line.index, HEADING)
        elif line.index > last and is_annex(line):
            yield Cut(line.index, ANNEX)


def _lost(lines: Sequence[Line], found: dict[int, Cut]) -> Iterator[tuple[Cut, list[Doubt]]]:
    """Yield what stands behind articles and is none of their 款: headings without a number, annexes, a signature."""
    cuts = sorted(found.items())
    starts = [at for at, _ in cuts]
    for place, (at, cut) in enumerate(cuts):
        if cut.kind != ARTICLE:
            continue
        after = cuts[place + 1][1] if place + 1 < len(cuts) else None
        behind = lines[at : starts[place + 1] if after else len(lines)]
        if after is None or after.kind == ANNEX or _counts_anew(cut, after):
            if rest := tail(behind):
                yield Cut(at + rest[0], rest[1]), []
        elif after.kind in (ARTICLE, HEADING) and (lost := lost_heading(behind)) is not None:
            line = behind[lost]
            doubt = Doubt(line.number_of_line, f"“{line.bare}”像是标题，没有编号")
            yield Cut(line.index, HEADING), [doubt]


def _counts_anew(cut: Cut, after: Cut) -> bool:
    return after.kind == ARTICLE and after.prefix != cut.prefix
