"""The lines of an article → its 款, 项 and 目."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..folded import visible
from .draft import Draft, Outline, draft_of
from .items import Items
from .lines import Line
from .marks import COUNTING, Mark
from .numerals import value_of
from .quotations import quoted
from .structure import Clause, Doubt

_STOPS = tuple("。！？!?…”’.")
_BRACKETS = re.compile(r"[。！？；][）)]$|(?:^|[。！？；])[（(][^（）()]*[）)]$|(?:删除|删去|略)[）)]$")
"""Brackets that end a paragraph: with a sentence in them, behind one, or around the whole line."""
_COLON, _SEMICOLON = ("：", ":"), ("；", ";")
_COMMA = ("，", ",", "、")
_BROKEN_OFF = (*_COMMA, *"》）)")
_LONGEST_ENTRY = 15
"""A list's entry that ends with a comma is no longer; a longer line is a sentence broken off."""
_WITHIN = re.compile(r"[（(]([一二三四五六七八九十]{1,4})[）)]")
_AFTER_COLON = re.compile(r"[：:][\s\u3000]*$")
_AFTER_ITEM = re.compile(r"[：:；;，,][\s\u3000]*$")
_CAPTION = re.compile(r"^(?:【[^】]*】|〔[^〕]*〕|［[^］]*］|[（(][^（）()。]{2,30}[）)])$")
"""An article's caption that has a line of its own, as in 第一条（目的和依据）; the words follow below it."""
_ROW = re.compile(r"^\||^<[a-z/]|\S\t+\S")


@dataclass(frozen=True, slots=True)
class Clauses:
    """The 款 of an article, what is wrong with the numbers of its 项, and which of its lines go on with a sentence."""

    clauses: tuple[Clause, ...]
    doubts: tuple[Doubt, ...]
    broken: tuple[int, ...]


def clauses_of(anchor: str, lines: Sequence[Line], text: str) -> Clauses:
    """Return the 款 of an article with what stands below them.

    In: the article's anchor, its lines with the one that its number begins, and the whole text.
    """
    reader = _Reader(lines)
    for line in lines:
        if line.bare:
            reader.read(line)
    made = Items(text)
    ends = [*(draft.start for draft in reader.clauses[1:]), lines[-1].end]
    clauses = []
    for number, (draft, end) in enumerate(zip(reader.clauses, ends, strict=True), 1):
        name = f"{anchor}-{number}"
        items = tuple(made.made(name, draft.below, end)) if draft.below else ()
        clauses.append(Clause(number, name, made.span(draft, end), draft.head, items))
    return Clauses(tuple(clauses), tuple(made.doubts), tuple(reader.broken))


class _Reader:
    """Reads the lines of an article one by one; each begins a 款, 项 or 目, or goes on with the last."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.clauses: list[Draft] = []
        self.outlines: list[Outline] = []
        self.broken: list[int] = []
        """The numbers of the lines that go on with a sentence."""
        self.before = ""
        """What the last line shows."""
        self.quoted = quoted(lines) if any("“" in line.raw for line in lines) else frozenset()

    def read(self, line: Line) -> None:
        if not self.clauses:
            self._begin(line, head=line.begins.head)
            self.before = _CAPTION.sub("", visible(line.raw[line.begins.head :]))
            return
        if line.index not in self.quoted and not line.inline and not _ROW.search(line.bare):
            self._place(line)
        self.before = line.bare

    def _place(self, line: Line) -> None:
        kind = line.mark
        if kind in (Mark.POINT, Mark.STEM) and not self._counts(line):
            kind = Mark.PLAIN
        if kind in COUNTING:
            self._fold_back(line)
            self.outlines[-1].add(draft_of(line))
        elif not self.before:
            self._add_items_within(line, head=0)
        elif self._is_set_in(line.bare):
            return
        elif self.before.endswith(_COLON):
            self.outlines[-1].add_below(_unmarked(line))
        elif _ends(self.before):
            self._begin(line, head=0)
        elif self._is_entry(line):
            self.outlines[-1].add_beside(_unmarked(line))
        elif self.before.endswith(_BROKEN_OFF) or self.before[-1].isalnum():
            self.broken.append(line.number_of_line)

    def _is_set_in(self, words: str) -> bool:
        """Tell whether a line is a formula, or the words that a decision puts in: no 项, though it stands behind a colon."""
        if _is_formula(words):
            return self.before.endswith(_COLON) or _is_formula(self.before)
        return self.before.endswith(_COLON) and words.startswith("“") and ("”" not in words or words.startswith("“第"))

    def _begin(self, line: Line, head: int) -> None:
        clause = Draft(line.start, line.number_of_line, head=head)
        self.clauses.append(clause)
        self.outlines.append(Outline(clause))
        self._add_items_within(line, head)

    def _add_items_within(self, line: Line, head: int) -> None:
        for item in _items_within(line, head):
            self.outlines[-1].add(item)

    def _counts(self, line: Line) -> bool:
        """Tell whether 一、 or 甲、 counts 项: behind a colon, or as the next one."""
        return self.before.endswith((*_COLON, *_SEMICOLON)) or self.outlines[-1].goes_on(line.mark, line.begins.number)

    def _fold_back(self, line: Line) -> None:
        """Take back the paragraphs since the item that this one follows: they belong to that item."""
        kind, number = line.mark, line.begins.number
        back = next((at for at in range(len(self.outlines) - 1, -1, -1) if self.outlines[at].counts(kind)), None)
        if back is None or number == 1 or not self.outlines[back].goes_on(kind, number):
            return
        for clause in self.clauses[back + 1 :]:
            self.outlines[back].take_in(clause)
        del self.clauses[back + 1 :], self.outlines[back + 1 :]

    def _is_entry(self, line: Line) -> bool:
        """Tell whether a line without a mark is one more of a list, not the rest of a sentence."""
        last = self.outlines[-1].last
        if last is None:
            return self.before.endswith(_SEMICOLON)
        if self.before.endswith(_SEMICOLON):
            return True
        if last.label:
            return False
        if self.before.endswith(_COMMA):
            return len(self.before) <= _LONGEST_ENTRY
        return self.before.endswith(("》", "）", ")")) and line.bare[0] == self.before[0]


def _unmarked(line: Line) -> Draft:
    return Draft(line.start, line.number_of_line)


def _ends(words: str) -> bool:
    """Tell whether a paragraph ends with these words: with a sentence, a formula or the row of a table."""
    return bool(words.endswith(_STOPS) or _BRACKETS.search(words) or _is_formula(words) or _ROW.search(words))


def _is_formula(words: str) -> bool:
    """Tell whether a line is a formula, which ends without a stop and does not begin a 项."""
    return ("＝" in words or "=" in words) and not words.endswith((*_STOPS, *_SEMICOLON, *_COLON, *_COMMA))


def _items_within(line: Line, head: int) -> list[Draft]:
    """Return the 项 that are counted within a line: （一）… （二）…, from one on and in order, behind a colon."""
    found: list[Draft] = []
    for match in _WITHIN.finditer(line.raw, head):
        opens = _AFTER_ITEM if found else _AFTER_COLON
        if value_of(match[1]) == len(found) + 1 and opens.search(
            line.raw[max(head, match.start() - 4) : match.start()]
        ):
            found.append(Draft(line.start + match.start(), line.number_of_line, Mark.ITEM, len(found) + 1, match[0]))
    return found if len(found) > 1 else []
