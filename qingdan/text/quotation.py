"""引文: words that must stand in a paragraph, character for character, and as whole clauses.

Whole clauses, so that a quotation cannot be cut where its meaning turns (“近30件” never becomes “30件”), and so
that any lost character is noticed, at the ends too.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from .folded import folded, printed
from .paragraphs import Paragraph
from .turned import turned

_CLAUSE_MARKS = frozenset("，。；：、！？,;:!?")
_NUMBER_MARKS = frozenset(",:、")  # between digits they belong to the number: 1,280 · 12:30 · 3、4件
_CLAUSES_AROUND = 30
_LINE_END = re.compile(r"[\r\n\t]")  # a tab ends a cell of a table
_NUMBERING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:、|是)|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[、.](?:(?!\d)|(?=\d{4}年)))"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands: a span of the paragraph's raw text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a quotation does not stand, and the passage that comes closest (empty if none does)."""

    reason: str
    closest: str = ""


def locate(quote: str, paragraph: Paragraph) -> Found | NotFound:
    """Find `quote` in `paragraph` as whole clauses; the first such place."""
    wanted = folded(quote)
    if not wanted or _is_mark(wanted, 0) or _is_mark(wanted, len(wanted) - 1):
        return NotFound("引文首尾不要带标点", closest(_bare(quote), paragraph))
    text = paragraph.normal.text
    starts, ends = _edges(paragraph)
    partial, cut = None, None
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if at in starts and end in ends:
            reason = turned(text, at, end)
            if not reason:
                return Found(*paragraph.normal.raw_span(at, end))
            cut = cut or NotFound(reason, _widened(paragraph, at, end))
        partial = partial or (at, end)
        at = text.find(wanted, at + 1)
    if cut:
        return cut
    if partial:
        start = max((edge for edge in starts if edge <= partial[0]), default=0)
        end = min((edge for edge in ends if edge >= partial[1]), default=len(text))
        return NotFound("引文须是完整的分句，不能从句中截断", _widened(paragraph, start, end))
    return NotFound("引文不在该段原文中", closest(wanted, paragraph))


def clauses_around(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the fewest clauses around the raw characters from `start` to `end` that may be quoted; empty where none may."""
    text, origin = paragraph.normal.text, paragraph.normal.origin
    first, last = bisect_left(origin, start), bisect_left(origin, end)
    while first < last and _is_mark(text, first):
        first += 1
    while first < last and _is_mark(text, last - 1):
        last -= 1
    if first == last:
        return ""
    starts, ends = _edges(paragraph)
    before = max((edge for edge in starts if edge <= first), default=0)
    return _widened(paragraph, before, min((edge for edge in ends if edge >= last), default=len(text)))


def _widened(paragraph: Paragraph, start: int, end: int) -> str:
    """Return the fewest clauses around a span that may be quoted; empty where none near it may."""
    if not turned(paragraph.normal.text, start, end):
        return _raw(paragraph, start, end)
    starts, ends = _edges(paragraph)
    before = sorted((edge for edge in starts if edge <= start), reverse=True)[:_CLAUSES_AROUND]
    behind = sorted(edge for edge in ends if edge >= end)[:_CLAUSES_AROUND]
    spans = sorted(product(before, behind), key=lambda span: span[1] - span[0])
    text = paragraph.normal.text
    return next((_raw(paragraph, *span) for span in spans if not turned(text, *span)), "")


def _bare(quote: str) -> str:
    return folded(quote).strip("".join(_CLAUSE_MARKS))


def closest(quote: str, paragraph: Paragraph) -> str:
    """Return the clauses of `paragraph` that come closest to `quote`, as printed; empty when nothing does."""
    wanted, text = _bare(quote), paragraph.normal.text
    block = SequenceMatcher(None, wanted, text, autojunk=False).find_longest_match()
    if block.size < max(1, min(4, len(wanted))):
        return ""
    starts, ends = _edges(paragraph)
    first = max(0, block.b - block.a)
    last = min(len(text), first + len(wanted))
    start = min((edge for edge in starts if edge <= block.b), key=lambda edge: abs(edge - first), default=0)
    behind = (edge for edge in ends if edge >= block.b + block.size)
    end = min(behind, key=lambda edge: abs(edge - last), default=len(text))
    return _widened(paragraph, start, end)


@lru_cache(maxsize=4096)
def _edges(paragraph: Paragraph) -> tuple[frozenset[int], frozenset[int]]:
    """Return where clauses start and end, as indices of the normalised text."""
    text, origin, raw = paragraph.normal.text, paragraph.normal.origin, paragraph.raw
    starts, ends = {0}, {len(text)}
    for index in range(len(text)):
        if _is_mark(text, index):
            starts.add(index + 1)
            ends.add(index)
        elif index and _LINE_END.search(raw, origin[index - 1] + 1, origin[index]):
            starts.add(index)
            ends.add(index)
    for index in list(starts):
        if numbering := _NUMBERING.match(text, index):
            starts.add(numbering.end())
    starts = {edge for edge in starts if edge < len(text) and not _is_mark(text, edge)}
    ends = {edge for edge in ends if edge and not _is_mark(text, edge - 1)}
    inside = {edge for edge in starts | ends if 0 < edge < len(text) and origin[edge - 1] == origin[edge]}
    return frozenset(starts - inside), frozenset(ends - inside)


def _is_mark(text: str, index: int) -> bool:
    if text[index] in _NUMBER_MARKS and 0 < index < len(text) - 1:
        return not (text[index - 1].isdigit() and text[index + 1].isdigit())
    return text[index] in _CLAUSE_MARKS


def _raw(paragraph: Paragraph, start: int, end: int) -> str:
    first, last = paragraph.normal.raw_span(start, end)
    return _LINE_END.sub("", printed(paragraph.raw[first:last]))
