"""款, 项 and 目 while their lines are read: where each begins, and what stands below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..folded import visible
from .lines import Line
from .marks import Mark

_DEEPEST = 4
"""一、 （一） 1. （1）: no statute counts deeper."""


@dataclass(slots=True)
class Draft:
    """A 款, 项 or 目 whose end is not known yet: its first line, what it begins with, what stands below it."""

    start: int
    line: int
    kind: Mark = Mark.PLAIN
    number: int = 0
    label: str = ""
    head: int = 0
    below: list["Draft"] = field(default_factory=list)


def draft_of(line: Line) -> Draft:
    """Return the draft that a line begins."""
    begins = line.begins
    label = visible(line.raw[: begins.head])
    return Draft(line.start, line.number_of_line, begins.mark, begins.number, label)


class Outline:
    """What stands below a 款: each kind of mark that comes anew counts one level lower, until one above goes on."""

    def __init__(self, clause: Draft) -> None:
        self.clause = clause
        self.way: list[Draft] = []
        """The last 项, its last 目, and so on."""

    @property
    def last(self) -> Draft | None:
        """The item that was added last."""
        return self.way[-1] if self.way else None

    def counts(self, kind: Mark) -> bool:
        """Tell whether the outline has items of this kind that can go on."""
        return any(one.kind is kind for one in self.way)

    def goes_on(self, kind: Mark, number: int) -> bool:
        """Tell whether the outline has an item of this kind that this number follows."""
        return any(one.kind is kind and one.number == number - 1 for one in self.way)

    def take_in(self, clause: Draft) -> None:
        """Take a paragraph that was read as a 款 for a part of the last item, with what stands below it."""
        self.way[-1].below.extend(clause.below)

    def add(self, item: Draft) -> None:
        """Add an item with a mark: beside the last one of its kind, beside one without a mark, or one level lower."""
        depth = next((at for at, one in enumerate(self.way) if one.kind is item.kind), None)
        if depth is None and self.way and self.way[-1].kind is Mark.PLAIN and item.number > 1:
            depth = len(self.way) - 1
        self._put(len(self.way) if depth is None else depth, item)

    def add_beside(self, item: Draft) -> None:
        """Add an item without a mark beside the last one."""
        self._put(max(len(self.way) - 1, 0), item)

    def add_below(self, item: Draft) -> None:
        """Add an item without a mark below the last one."""
        self._put(len(self.way), item)

    def _put(self, depth: int, item: Draft) -> None:
        depth = min(depth, _DEEPEST - 1)
        above = self.way[depth - 1] if depth else self.clause
        above.below.append(item)
        self.way[depth:] = [item]


def numbered(items: Sequence[Draft]) -> Iterator[tuple[Draft, int]]:
    """Yield items with their numbers: those without a mark are counted by their places where a mark among them agrees."""
    agrees = any(one.label and one.number == place for place, one in enumerate(items, 1))
    for place, one in enumerate(items, 1):
        yield one, one.number if one.label else place if agrees else 0


def together(items: Sequence[Draft]) -> list[Draft]:
    """Return items without the lines that stand between two that follow each other: they belong to the first of the two."""
    found: list[Draft] = []
    since = 0
    for one in items:
        if one.label:
            if since and found[since - 1].number + 1 == one.number:
                del found[since:]
            since = len(found) + 1
        found.append(one)
    return found
