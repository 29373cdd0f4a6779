"""序号: the numbering marks with which lines begin, of every kind that typists use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from ..folded import visible
from .lines import Line
from .numerals import HAN, han_number
from .place import Place

_FORMS = {
    "chapter": re.compile(rf"第({HAN})(?:部分|编|篇|章)(?![之的第,、。])"),
    "clause": re.compile(rf"第({HAN})节(?![之的第,、。])"),
    "han": re.compile(rf"({HAN})\s*(?:、|[.,](?![0-9]))"),
    "han-bracket": re.compile(rf"\(?\s*({HAN})\s*\)"),
    "digit": re.compile(r"([0-9]{1,2})\s*(?:、(?![0-9]{1,3}(?![0-9]))|[.,](?![0-9])|\.(?=[0-9]{4}年))"),
    "digit-bracket": re.compile(r"\(?\s*([0-9]{1,2})\s*\)"),
}
_DECIMAL = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,2}){1,2})(?![0-9.])\s*(?![%‰万亿倍个元件‑-])")
_PLAIN_DIGIT = re.compile(r"([0-9]{1,2})\s+(?=[\u4e00-\u9fff])")
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbering mark as printed: which kind, which number, where its piece starts.

    `above` holds the numbers before the last of a decimal (1.2 of 1.2.3); `unsure` says in Chinese what an editor
    should look at; `place` is what an editor has ruled, where one has.
    """

    kind: str
    number: int
    start: int
    above: tuple[int, ...] = ()
    unsure: str = ""
    place: Place | None = None


def line_mark(line: Line) -> Mark | None:
    """Return the mark with which a line begins; None where it begins with none. Decimals are read by `line_marks`."""
    first = visible(line.raw)[:1]
    if first and first in CIRCLES:
        return Mark("circle", CIRCLES.index(first) + 1, line.start)
    for kind, form in _FORMS.items():
        if found := form.match(line.bare[:12]):
            number = int(found[1]) if kind.startswith("digit") else han_number(found[1])
            return Mark(kind, number, line.start)
    return None


def line_marks(lines: Iterable[Line]) -> Iterator[tuple[Line, Mark | None]]:
    """Yield each line with the mark it begins with. Decimals (1.1) are marks only where they count up."""
    chain: tuple[int, ...] = ()
    waiting: tuple[Line, int] | None = None  # `1 组织领导` is a heading where 1.1 follows
    ready: list[tuple[Line, Mark | None]] = []
    counted = False  # whether decimals have been seen
    for line in lines:
        mark = line_mark(line) or _decimal(line, waiting[1] if waiting else 0, chain)
        if mark and mark.above and waiting and mark.above == (waiting[1],):
            heading, number = waiting
            ready[0] = (heading, Mark("digit", number, heading.start))
        plain = None if mark else _PLAIN_DIGIT.match(line.bare[:12])
        heads = plain is not None and int(plain[1]) == (chain[0] if chain else 0) + 1
        if plain and heads and counted and not line.is_closed:
            mark, heads = Mark("digit", int(plain[1]), line.start), False
        if mark and (mark.above or mark.kind in ("digit", "han")):
            chain, counted = (*mark.above, mark.number), counted or bool(mark.above)
        if plain and heads:
            yield from ready
            waiting, ready = (line, int(plain[1])), [(line, None)]
        elif mark:
            yield from ready
            yield line, mark
            waiting, ready = None, []
        else:
            ready.append((line, None))
    yield from ready


def _decimal(line: Line, waiting: int, chain: tuple[int, ...]) -> Mark | None:
    found = _DECIMAL.match(line.bare[:16])
    if not found:
        return None
    *above, number = map(int, found[1].split("."))
    for open_chain in (chain, (waiting,)):
        last = open_chain[len(above)] if len(open_chain) > len(above) else 0
        if open_chain[: len(above)] == tuple(above) and number == last + 1:
            return Mark("decimal", number, line.start, tuple(above))
    return None


def settled(found: Iterable[tuple[Line, Mark | None]]) -> Iterator[Mark]:
    """Yield the marks that are marks: a line cut in mid-sentence may begin with words that look like one.

    Where the line before is left open, a number that is not the next one due is none, nor is one that a later
    line of its kind carries too; what is left is yielded as unsure.
    """
    marks = list(_with_openness(found))
    last: dict[str, int] = {}
    for index, (mark, is_open) in enumerate(marks):
        following = [other for other, _ in marks[index + 1 : index + 60]] if is_open else []
        if is_open and (not _is_due(mark, last, following) or _has_rival(mark, following)):
            continue
        for lower in _BELOW.get(mark.kind, ()):
            last.pop(lower, None)
        last[mark.kind] = mark.number
        yield replace(mark, unsure="上一行没有写完，这里也可能是被截断的句子") if is_open else mark


_BELOW = {"chapter": ("clause", "han", "han-bracket"), "clause": ("han", "han-bracket"), "han": ("han-bracket",)}
_HEADS = ("chapter", "clause", "han", "han-bracket")


def _with_openness(found: Iterable[tuple[Line, Mark | None]]) -> Iterator[tuple[Mark, bool]]:
    """Yield each mark with whether the line before it is left open."""
    is_open = False
    for line, mark in found:
        if mark:
            yield mark, is_open
        if line.is_closed:
            is_open = False
        elif mark:
            is_open = line.has_stop
        else:
            is_open = is_open or line.has_stop or line.has_pause


def _is_due(mark: Mark, last: dict[str, int], following: Sequence[Mark]) -> bool:
    """Tell whether a number goes on counting, or begins a count of points that goes on."""
    if mark.number == 1 and mark.kind not in _HEADS:
        near = takewhile(lambda other: other.kind not in _HEADS, following)
        return any(other.kind == mark.kind and other.number == 2 for other in near)
    return mark.number == last.get(mark.kind, 0) + 1


def _has_rival(mark: Mark, following: Iterable[Mark]) -> bool:
    for other in following:
        if other.kind == mark.kind:
            return other.number == mark.number
        if mark.kind in _BELOW.get(other.kind, ()):
            return False
    return False
