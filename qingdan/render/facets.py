"""What narrows a table of rows: facets with their choices, made from the values that the rows carry."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Marks = Mapping[str, str]
"""What a row carries for `lists.js`: its values in each facet, parted by blanks; `text` and days for the order as they are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows a list, and how many rows have it."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list: its name in the address and on the rows, its title, its choices under headings.

    Choices that no row has stand in it for old addresses and are not offered.
    """

    name: str
    title: str
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]

    @property
    def offered(self) -> bool:
        """Whether there is something to choose between."""
        return sum(bool(choice.count) for _, choices in self.groups for choice in choices) > 1


def facet(name: str, title: str, rows: Iterable[Marks], *groups: tuple[str, Sequence[tuple[str, str]]]) -> Facet:
    """Return a facet with the choices of `groups`: under each heading, pairs of value and word."""
    counts = Counter(slug for row in rows for slug in row.get(name, "").split())
    counted = ((title, tuple(Choice(slug, word, counts[slug]) for slug, word in words)) for title, words in groups)
    return Facet(name, title, tuple(counted))
