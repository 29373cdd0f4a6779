"""Which level each mark stands on: from its kind, and from the gaps that it fills.

Chinese official reports nest 一、 → （一） → 1. or 一是 → （1）. Typists mix the marks (the 2024 report prints
`1、` for 一、 and `（4）` for （四）), so places are assigned from the structure, not copied from the print.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .marks import Mark
from .place import Level, Place

_POINTS = ("digit", "decimal", "digit-bracket", "inline", "circle", "ordinal")
_MAY_STAND_ABOVE: dict[str, tuple[str, ...]] = {
    "digit": (),
    "inline": ("digit", "decimal", "digit-bracket", "ordinal", "circle"),
    "digit-bracket": ("digit", "decimal", "inline", "ordinal"),
    "circle": ("digit", "decimal", "digit-bracket", "inline", "ordinal"),
    "ordinal": ("digit", "decimal", "digit-bracket"),
    "deep": _POINTS,
}
_FIFTH = ("circle", "ordinal", "deep")  # kinds that make no piece below a subpoint; others are counted on
_ABOVE = {"chapter", "clause"}
_NATURAL = {Level.PART: "han", Level.SECTION: "han-bracket", Level.POINT: "digit", Level.SUBPOINT: "digit-bracket"}


def placed(marks: Sequence[Mark]) -> Iterator[tuple[Mark, Place]]:
    """Yield the marks that begin a piece with where it stands; a number that does not rise is counted on."""
    path = [0, 0, 0, 0]
    for level, mark in _levels(_below_chapters(marks)):
        due = path[level - 1] + 1
        if mark.place:
            path = list(mark.place.numbers)
        else:
            path[level - 1] = max(mark.number, due)
            path[level:] = [0] * (4 - level)
        place = Place("", (path[0], path[1], path[2], path[3]))
        yield (mark if mark.place or mark.unsure else replace(mark, unsure=_doubt(mark, level, due))), place


def _doubt(mark: Mark, level: Level, due: int) -> str:
    """Return what an editor should look at in a number that is not the one due; points may run on across sections."""
    if mark.number < due or (level < Level.POINT and mark.number > due):
        return f"照顺序该是第{due}，原文写的是第{mark.number}"
    return ""


def _below_chapters(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks with 第一部分 or 第一章 read as 一、, and what stands below each read one level lower."""
    read: list[Mark] = []
    both = {mark.kind for mark in marks} >= _ABOVE
    starts = [index for index, mark in enumerate(marks) if mark.kind in _ABOVE]
    for start, end in pairwise([0, *starts, len(marks)]):
        part = marks[start:end]
        lower = _lower({mark.kind for mark in part}, bool(start or starts[:1] == [0]), both)
        read += [replace(mark, kind=lower.get(mark.kind, mark.kind)) for mark in part]
    return read


def _lower(kinds: set[str], inside: bool, both: bool) -> dict[str, str]:
    """Return how the kinds that stand in one chapter or clause are read; `both` tells that the text has chapters and clauses."""
    top = {"chapter": "han", "clause": "han-bracket" if both else "han"}
    if not inside or not (both or "han" in kinds):
        return top
    if not both:
        return top | {"han": "han-bracket", "han-bracket": "digit", "digit": "digit-bracket", "digit-bracket": "deep"}
    if "han" not in kinds:
        return top | {"han-bracket": "digit", "digit": "digit-bracket"}
    return top | {"han": "digit", "han-bracket": "digit-bracket", "digit": "deep", "digit-bracket": "deep"}


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What comes after a mark: the next part's number, the next section's within the part, the next mark."""

    part: int | None = None
    section: int | None = None
    mark: Mark | None = None

    @property
    def opens_sections(self) -> bool:
        """Whether （一） comes next, which no point can stand above."""
        return self.mark is not None and self.mark.kind == "han-bracket" and self.mark.number == 1

    def opens_decimals(self, number: int) -> bool:
        """Whether 1.1 comes next, of the number 1."""
        return self.mark is not None and self.mark.above == (number,)


def _aheads(marks: Sequence[Mark]) -> list[_Ahead]:
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


def _levels(marks: Sequence[Mark]) -> Iterator[tuple[Level, Mark]]:
    """Decide for each mark which level it stands on; those too deep for a piece of their own are left out."""
    standing = _Standing(any(mark.kind == "han" for mark in marks))
    for mark, ahead in zip(marks, _aheads(marks), strict=True):
        level = mark.place.level if mark.place else standing.level(mark, ahead)
        if level is not None:
            standing.enter(level, mark)
            yield level, mark


class _Standing:
    """Where in the outline the next mark stands: the open part and section, and the points seen in them."""

    def __init__(self, has_han_parts: bool) -> None:
        self.part = 0
        self.has_han_parts = has_han_parts
        self.head = Level.PART
        self._open_part()

    def _open_part(self) -> None:
        self.section = 0
        self.has_sections = False
        self.points: dict[str, int] = {}
        self.point_kind = ""
        self.subpoint_kind = ""

    def level(self, mark: Mark, ahead: _Ahead) -> Level | None:
        if mark.kind == "han" or (mark.kind == "digit" and self._is_part(mark, ahead)):
            return Level.PART
        if mark.kind == "decimal":
            depth = self.head + len(mark.above)
            return Level(depth) if depth <= Level.SUBPOINT else None
        if mark.kind == "han-bracket" or (mark.kind == "digit-bracket" and self._is_section(mark, ahead)):
            return Level.SECTION
        if self.point_kind not in _MAY_STAND_ABOVE[mark.kind]:
            return Level.POINT
        deeper = self.subpoint_kind not in ("", mark.kind)
        return None if deeper and mark.kind in _FIFTH else Level.SUBPOINT

    def enter(self, level: Level, mark: Mark) -> None:
        kind = _NATURAL[level] if mark.place else mark.kind
        number = mark.place.numbers[level - 1] if mark.place else mark.number
        if mark.place:
            self.part, self.section = mark.place.numbers[:2]
        if kind != "decimal":
            self.head = level
        if level == Level.PART:
            self.part = number
            self._open_part()
        elif level == Level.SECTION:
            self.section, self.point_kind, self.subpoint_kind = number, "", ""
            self.has_sections |= kind in ("han-bracket", "decimal")
        else:
            self.points[kind] = number
            if level == Level.POINT:
                self.point_kind, self.subpoint_kind = kind, ""
            else:
                self.subpoint_kind = kind

    def _is_part(self, mark: Mark, ahead: _Ahead) -> bool:
        opens = ahead.opens_sections or (not self.has_han_parts and ahead.opens_decimals(mark.number))
        return self._fills_gap(mark, self.part, ahead.part) or (mark.number == self.part + 1 and opens)

    def _is_section(self, mark: Mark, ahead: _Ahead) -> bool:
        only_kind = self.part > 0 and not self.has_sections and not self.points
        return only_kind or self._fills_gap(mark, self.section, ahead.section)

    def _fills_gap(self, mark: Mark, previous: int, following: int | None) -> bool:
        """Tell whether a mark of the wrong kind stands for the number missing after `previous`.

        It does not where it goes on counting the points before it.
        """
        if mark.number != previous + 1 or self.points.get(mark.kind) == previous:
            return False
        return previous > 0 if following is None else following > mark.number


def annexed(placed_marks: Iterable[tuple[Mark, Place]], name: str) -> Iterator[tuple[Mark, Place]]:
    """Yield the marks of an attached list with their places in it: what stands highest in it stands as sections do."""
    for mark, place in placed_marks:
        numbers = [number for number in place.numbers if number]
        if mark.place:
            yield mark, mark.place
        elif len(numbers) <= 3:
            section, point, subpoint = [*numbers, 0, 0][:3]
            yield mark, Place(name, (0, section, point, subpoint))
