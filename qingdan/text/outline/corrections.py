"""段落更正: what an editor has ruled about a report's paragraphs, where the program reads them wrongly."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..folded import folded, normal
from .lines import lines_of
from .marks import Mark
from .place import TITLE, UNDIVIDED, Place, read_label

_CLAUSE_MARKS = "，。；：、！？,;:!?\t"


@dataclass(frozen=True, slots=True)
class Correction:
    """The right label of the paragraph that begins with these words; 不分段 where none begins there."""

    label: str
    opening: str


def places_of(text: str, opening: str) -> tuple[int, ...]:
    """Return where these words stand in a text at the start of a line or clause."""
    wanted = folded(opening)
    if not wanted:
        return ()
    form = normal(text)
    heads = {
        next((index for index in range(line.start, line.end) if not text[index].isspace()), -1)
        for line in lines_of(text)
    }
    found, at = [], form.text.find(wanted)
    while at >= 0:
        start = form.origin[at]
        if at == 0 or form.text[at - 1] in _CLAUSE_MARKS or start in heads or "\n" in text[form.origin[at - 1] : start]:
            found.append(start)
        at = form.text.find(wanted, at + 1)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The corrections of a text, by where they apply. One whose words are not found, or found twice, is left out."""

    numbered: dict[int, Place]
    named: dict[int, str]
    undivided: frozenset[int]

    @property
    def title(self) -> int | None:
        """Where the title stands, if an editor has ruled it."""
        return next((start for start, name in self.named.items() if name == TITLE), None)

    def marks(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return the marks with those that were ruled set right, added or taken out."""
        ruled = self.numbered.keys() | self.named.keys() | self.undivided
        kept = [mark for mark in marks if mark.start not in ruled]
        given = [Mark("given", 0, start, place=place) for start, place in self.numbered.items()]
        return sorted([*kept, *given], key=lambda mark: mark.start)


def ruled(text: str, corrections: Iterable[Correction]) -> Ruled:
    """Return where the corrections apply in a text."""
    numbered: dict[int, Place] = {}
    named: dict[int, str] = {}
    undivided = set()
    for correction in corrections:
        starts = places_of(text, correction.opening)
        place = read_label(correction.label)
        if len(starts) != 1:
            continue
        start = _line_start(text, starts[0])
        if correction.label == UNDIVIDED:
            undivided.add(start)
        elif place and place.level and not place.name:
            numbered[start] = place
        elif place:
            named[start] = place.name
    return Ruled(numbered, named, frozenset(undivided))


def _line_start(text: str, start: int) -> int:
    """Return the start of the line where only white space stands before; marks begin with their lines."""
    head = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return head if not text[head:start].strip() else start
