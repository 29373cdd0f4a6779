"""Old words and new words side by side: what stayed, what was struck out, what was put in, in stretches that can be read.

First the clauses that stand once in each text are laid beside each other; then, between them, characters, where a number
with its unit is one (一百元 never becomes 二百元 by one stroke) and where stretches that go on are worth more than crumbs.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

KEPT, STRUCK, PUT_IN = "同", "删", "增"
"""What happened to a stretch of words."""

_CLAUSE = re.compile(r"[^，。；：、！？\r\n]*[，。；：、！？\r\n]+|[^，。；：、！？\r\n]+")
_HAN = "零〇一二两三四五六七八九十百千万亿"
_UNIT = (
    "个工作日|工作日|个月|小时|分钟|周岁|平方米|平方公里|立方米|公里|公斤|公顷|分贝|[元年月日天倍米吨人户次级类%％‰]"
)
_ATOM = re.compile(
    rf"第[{_HAN}\d]+[条款项目章节编](?:之[{_HAN}]+)?|[百千万]分之[{_HAN}\d]+|"
    rf"(?:\d+(?:[.,]\d+)*[万亿]?|[{_HAN}]+)(?:{_UNIT})?|以[上下内外前后]|[A-Za-z]+|(?s:.)"
)
_WORDS = re.compile(rf"[^\W\d_a-zA-Z{_HAN}的和或与及由对在将按向从]+")
"""What may be words of several characters, between words of one."""
_CELLS = 200_000
"""How many comparisons a stretch between two clauses that stayed is worth; one that asks for more is other words."""
_BREAK = 3
"""What a stretch that stayed must be worth, at two for each character: one character alone is a crumb."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words and what happened to it: 同, 删 or 增."""

    kind: str
    text: str


_Pair = tuple[str, str]
"""Old words and the new ones in their place; where they are the same, they stayed."""


class _Step(NamedTuple):
    """What stayed, and the change behind it; each may be empty."""

    stayed: str
    struck: str
    put_in: str


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Return how `new` came of `old`: 同 and 删 joined are `old`, 同 and 增 joined are `new`; none is empty.

    Between two 同 stands one 删, one 增, or a 删 followed by a 增. A 同 between two changes has at least two characters.
    """
    pairs = [pair for section in _sections(old, new) for pair in _within(*section)]
    return tuple(_pieces(_without_crumbs(_joined(_whole_words(_joined(pairs))))))


def _sections(old: str, new: str) -> Iterator[_Pair]:
    """Yield both texts in sections: a clause that stands once in each is one, what lies between two such is one."""
    befores, afters = _CLAUSE.findall(old), _CLAUSE.findall(new)
    at, to = 0, 0
    for before, after in (*_rising(_shared(befores, afters)), (len(befores), len(afters))):
        yield "".join(befores[at:before]), "".join(afters[to:after])
        yield "".join(befores[before : before + 1]), "".join(afters[after : after + 1])
        at, to = before + 1, after + 1


def _shared(befores: Sequence[str], afters: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the clauses that stand once in each text stand in both, in the order of the first."""
    once, places = Counter(befores), {clause: place for place, clause in enumerate(afters)}
    single = {clause for clause, count in Counter(afters).items() if count == 1 == once[clause]}
    return [(place, places[clause]) for place, clause in enumerate(befores) if clause in single]


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of places that rise in both texts."""
    ends: list[int] = []
    chains: list[tuple[tuple[int, int], int]] = []
    tails: list[int] = []
    for place in places:
        length = bisect_left(ends, place[1])
        chains.append((place, tails[length - 1] if length else -1))
        ends[length : length + 1] = [place[1]]
        tails[length : length + 1] = [len(chains) - 1]
    found = []
    at = tails[-1] if tails else -1
    while at >= 0:
        place, at = chains[at]
        found.append(place)
    return found[::-1]


def _within(old: str, new: str) -> Iterator[_Pair]:
    """Yield what stayed and what changed within a section, whose neighbours stayed."""
    befores, afters = _ATOM.findall(old), _ATOM.findall(new)
    start = _agreeing(befores, afters)
    end = _agreeing(befores[start:][::-1], afters[start:][::-1])
    yield (head := "".join(befores[:start])), head
    before, after = befores[start : len(befores) - end], afters[start : len(afters) - end]
    if len(before) * len(after) <= _CELLS:
        yield from _aligned(before, after)
    else:
        yield "".join(before), "".join(after)
    yield (tail := "".join(befores[len(befores) - end :])), tail


def _agreeing(befores: Sequence[str], afters: Sequence[str]) -> int:
    """Return how many atoms both begin with."""
    unlike = (place for place, (one, other) in enumerate(zip(befores, afters, strict=False)) if one != other)
    return next(unlike, min(len(befores), len(afters)))


def _aligned(befores: Sequence[str], afters: Sequence[str]) -> Iterator[_Pair]:
    """Yield each atom that stays or goes, so that most characters stay, in few stretches."""
    best, runs = _worth(befores, afters)
    before, after, on = 0, 0, False
    while before < len(befores) or after < len(afters):
        run = runs[before][after]
        if run and run - (0 if on else _BREAK) >= best[before][after]:
            yield befores[before], afters[after]
            before, after, on = before + 1, after + 1, True
        elif before < len(befores) and best[before + 1][after] == best[before][after]:
            yield befores[before], ""
            before, on = before + 1, False
        else:
            yield "", afters[after]
            after, on = after + 1, False


def _worth(befores: Sequence[str], afters: Sequence[str]) -> tuple[list[list[int]], list[list[int]]]:
    """Return what can still be kept from each two places on, and what if their atoms go on as a stretch (0: they differ)."""
    width = len(afters) + 1
    best, runs = [[0] * width], [[0] * width]
    for atom in reversed(befores):
        below, runs_below, row, run = best[-1], runs[-1], [0] * width, [0] * width
        for place in range(width - 2, -1, -1):
            value = max(below[place], row[place + 1])
            if afters[place] == atom:
                run[place] = 2 * len(atom) + max(runs_below[place + 1], below[place + 1])
                value = max(value, run[place] - _BREAK)
            row[place] = value
        best.append(row)
        runs.append(run)
    return best[::-1], runs[::-1]


def _joined(pairs: Iterable[_Pair]) -> list[_Step]:
    """Return the pairs as steps: what stayed and the change behind it."""
    steps = [_Step("", "", "")]
    for old, new in pairs:
        last = steps[-1]
        if old != new:
            steps[-1] = last._replace(struck=last.struck + old, put_in=last.put_in + new)
        elif last.struck or last.put_in:
            steps.append(_Step(old, "", ""))
        else:
            steps[-1] = last._replace(stayed=last.stayed + old)
    return steps


def _whole_words(steps: Sequence[_Step]) -> Iterator[_Pair]:
    """Yield the steps as pairs; a single character that was replaced with the other half of its word, as far as one can tell.

    Most words have two characters: where an odd number of them stand before it in its run, the one before is the half.
    """
    lent = 0
    for step, following in zip(steps, (*steps[1:], _Step("", "", "")), strict=True):
        before, behind = step.stayed[lent:], _run(following.stayed)
        run, lent = _run(before[::-1]), 0
        at = len(before)
        if _half(step.struck, step.put_in):
            at -= run % 2
            lent = int(at == len(before) and behind > 0)
        first, second = before[at:], following.stayed[:lent]
        yield before[:at], before[:at]
        yield first + step.struck + second, first + step.put_in + second


def _half(struck: str, put_in: str) -> bool:
    """Tell whether a replaced stretch is one character for another, either of which may be half a word."""
    return len(struck) == len(put_in) == 1 and bool(_run(struck) and _run(put_in))


def _run(text: str) -> int:
    """Return how many characters at the beginning of a text may be parts of words."""
    found = _WORDS.match(text)
    return len(found[0]) if found else 0


def _without_crumbs(steps: Sequence[_Step]) -> list[_Step]:
    """Return the steps; where a single character stayed between two changes, the three are one change."""
    found = [steps[0]]
    for step in steps[1:]:
        if len(step.stayed) > 1 or not (step.struck or step.put_in):
            found.append(step)
        else:
            last = found[-1]
            struck, put_in = (last.struck + step.stayed + step.struck, last.put_in + step.stayed + step.put_in)
            found[-1] = _Step(last.stayed, struck, put_in)
    return found


def _pieces(steps: Iterable[_Step]) -> Iterator[Piece]:
    for step in steps:
        yield from (Piece(kind, text) for kind, text in zip((KEPT, STRUCK, PUT_IN), step, strict=True) if text)
