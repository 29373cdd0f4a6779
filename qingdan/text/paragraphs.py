"""A report's text → its paragraphs. Parsing is total: the paragraphs' raw texts, joined, are the text.

Labels are assigned from the structure, not copied from the print: 一（四）2 is part 一, section （四）, point 2, with
the anchor `p-1-4-2`. What stands around the numbered text has its name: 标题, 导语, 落款, 附件, 网页文字.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .folded import Normal, normal, visible
from .outline.back import annexes, signatures, tail_start
from .outline.contents import contents_lines
from .outline.corrections import Correction, Ruled, ruled
from .outline.front import front
from .outline.inline import with_inline
from .outline.levels import annexed, placed
from .outline.lines import Line, closed_up, lines_of
from .outline.marks import Mark, line_marks, settled
from .outline.place import ANNEX, FRAME, LEAD, PAGE, SIGNATURE, Level, Place

__all__ = ["Correction", "Level", "Paragraph", "parse"]


@dataclass(frozen=True)
class Paragraph:
    """One addressable piece of a report: its label, its anchor, where it starts and its raw text.

    `unsure` says in Chinese what an editor should look at; empty where nothing speaks against the label.
    """

    label: str
    anchor: str
    level: Level
    start: int
    raw: str
    unsure: str = ""

    @cached_property
    def normal(self) -> Normal:
        """The text as quotations are compared with it."""
        return normal(self.raw)

    @property
    def is_frame(self) -> bool:
        """Whether it stands around the report (网页文字, 目录, 落款), so that no entry or reason is asked for."""
        return self.label.startswith(FRAME)

    @property
    def heading(self) -> str:
        """The heading of a part or section: its first line, up to the first full stop; else empty."""
        if self.level not in (Level.PART, Level.SECTION):
            return ""
        first = re.split(r"[\r\n]", visible(self.raw), maxsplit=1)[0]
        head, stop, _ = first.partition("。")
        return (head + stop).strip()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    place: Place
    unsure: str = ""


def parse(text: str, corrections: Iterable[Correction] = (), title: str = "") -> tuple[Paragraph, ...]:
    """Cut a report into its paragraphs, in order. Total for any text; an empty text gives none.

    In: the text, what an editor has ruled, and the title, where it is known; else it is sought.
    """
    if not text:
        return ()
    pieces = sorted(_pieces(text, ruled(text, corrections), title), key=lambda piece: piece.start)
    if not pieces:
        pieces = [_Piece(0, Place(LEAD))]
    starts = [0, *(piece.start for piece in pieces[1:])]
    seen, paragraphs = Counter[str](), []
    for piece, (start, end) in zip(pieces, pairwise([*starts, len(text)]), strict=True):
        place = _unused(piece.place, seen)
        paragraphs.append(Paragraph(place.label, place.anchor, place.level, start, text[start:end], piece.unsure))
    return tuple(paragraphs)


def _pieces(text: str, editor: Ruled, title: str) -> Iterable[_Piece]:
    """Return where the paragraphs begin, each with its place; not in order."""
    every = lines_of(text)
    tail = tail_start(every)
    end = len(text) if tail is None else tail
    lines = [line for line in every if line.start < end]
    contents = contents_lines(lines)
    running = [line for line in lines if line.start not in contents]
    marks = editor.marks(with_inline(text, list(settled(line_marks(running))), end))
    first = marks[0].start if marks else end
    before = [line for line in lines if line.start < first]
    after = [line for line in running if line.start >= first] or running[1:]
    named = title if editor.title is None else editor.title
    pieces = [_Piece(one.start, Place(one.name), one.unsure) for one in front(before, contents, named)]
    pieces += _numbered(marks, _annexes(after, editor))
    pieces += (
        _Piece(start, Place(SIGNATURE)) for start in signatures(after, "".join(closed_up(line.bare) for line in before))
    )
    pieces += [_Piece(tail, Place(PAGE))] if tail is not None else []
    pieces += (_Piece(start, Place(name)) for start, name in editor.named.items())
    by_start = {piece.start: piece for piece in pieces if piece.start not in editor.undivided}
    return by_start.values()


def _annexes(lines: Sequence[Line], editor: Ruled) -> dict[int, str]:
    """Return where the attached lists begin, each with a name of its own."""
    given = {start: name for start, name in editor.named.items() if Place(name).annexed}
    found = dict(annexes(lines)) | given
    names: dict[int, str] = {}
    taken, again = set[str](), 2
    for start in sorted(found.keys() - editor.undivided - (editor.named.keys() - given.keys())):
        name = found[start]
        if name in taken:
            while (name := f"{ANNEX}{again}") in taken:
                again += 1
        taken.add(name)
        names[start] = name
    return names


def _numbered(marks: Sequence[Mark], annex_names: dict[int, str]) -> Iterator[_Piece]:
    """Yield the pieces that the marks begin, those of each attached list under its name."""
    starts = sorted(annex_names)
    for start, end in pairwise([-1, *starts, sys.maxsize]):
        inside = placed([mark for mark in marks if start < mark.start < end])
        if start >= 0:
            name = annex_names[start]
            yield _Piece(start, Place(name))
            inside = annexed(inside, name)
        yield from (_Piece(mark.start, place, mark.unsure) for mark, place in inside)


def _unused(place: Place, seen: Counter[str]) -> Place:
    """Return the place, counted on where a paragraph has its label: the second 导语 is 导语2, `p-lead-2`."""
    first = place.label
    while seen[place.label]:
        seen[first] += 1
        if place.name and place.level <= Level.PART:
            place = Place(f"{first}{seen[first]}")
        else:
            numbers = list(place.numbers)
            numbers[place.level - 1] += 1
            place = Place(place.name, (numbers[0], numbers[1], numbers[2], numbers[3]))
    seen[place.label] += 1
    return place
