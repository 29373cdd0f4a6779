"""Points inside a line: 一是, 1., （1）, ① and 第一， where they count up.

A number inside a line is a mark only at the start of a clause, and only where it counts up: from one to at least
two, or on from the mark with which its line begins, or to the mark with which the next one begins.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from .marks import CIRCLES, Mark
from .numerals import HAN, han_number

_AFTER_STOP = r"(?<=[。；：，;:,!?！？])[ \u3000\xa0]*"
_AT_CLAUSE = r"(?:^|(?<=[。；：，、！？;:,!?\]\s]))"
_LAST = -1  # 最后: whatever number is due
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "最后": _LAST}
_DIGITS = r"([0-9０-９]{1,2})"


def _digits(text: str) -> int:
    return int(normalize("NFKC", text))


def _ordinal(text: str) -> int:
    return _WORDS.get(text) or han_number(text.removeprefix("第"))


_FORMS: dict[str, tuple[re.Pattern[str], Callable[[str], int]]] = {
    "han-bracket": (re.compile(rf"{_AFTER_STOP}([（(]\s*({HAN})\s*[）)])"), han_number),
    "digit": (re.compile(rf"{_AFTER_STOP}({_DIGITS}\s*(?:、|[.．](?![0-9０-９])|[.．](?=[0-9]{4}年)))"), _digits),
    "digit-bracket": (re.compile(rf"{_AFTER_STOP}([（(]\s*{_DIGITS}\s*[）)])"), _digits),
    "circle": (re.compile(rf"(?<=[。；：，、;:,])\s*(([{CIRCLES}]))"), lambda sign: CIRCLES.index(sign) + 1),
    "ordinal": (re.compile(rf"{_AT_CLAUSE}((第(?:{HAN})|首先|其次|再次|最后)[，,、：:])", re.MULTILINE), _ordinal),
    "inline": (re.compile(rf"{_AT_CLAUSE}(({HAN})是)", re.MULTILINE), han_number),
}


def with_inline(text: str, marks: Sequence[Mark], end: int) -> list[Mark]:
    """Return the marks of the lines with those inside the lines up to `end`, in order."""
    every = list(marks)
    for kind in _FORMS:
        edges: list[Mark | None] = [None, *every, None]
        for before, after in pairwise(edges):
            start = before.start if before else 0
            stop = after.start if after else end
            every.extend(_runs(text, kind, (start, stop), (before, after)))
        every.sort(key=lambda mark: mark.start)
    return every


def _runs(text: str, kind: str, span: tuple[int, int], around: tuple[Mark | None, Mark | None]) -> Iterator[Mark]:
    """Yield the marks of one kind within a stretch between two marks."""
    form, value = _FORMS[kind]
    before, after = around
    due = before.number if before and before.kind == kind else 0
    run: list[Mark] = []

    def complete() -> bool:
        on = bool(run) and bool(after and after.kind == kind and after.number == run[-1].number + 1)
        return len(run) > 1 or on or bool(run and run[0].number > 1)

    for found in form.finditer(text, *span):
        number, start = value(found[2]), found.start(1)
        if start == span[0] and before:
            continue  # the mark with which the stretch begins
        following = (run[-1].number if run else due) + 1
        if number == following or (number == _LAST and following > 1):
            run.append(Mark(kind, following, start))
        elif number == 1:
            yield from run if complete() else ()
            run = [Mark(kind, 1, start)]
    yield from run if complete() else ()
