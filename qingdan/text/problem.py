"""What is wrong in the data, and where: the one thing every check yields."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

_LISTED = 30
_COMPARED = 5000


class Place(NamedTuple):
    """A position in a file under `data/`; line and column count from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: its place, the Chinese name of the rule it breaks, and what to write instead."""

    place: Place
    rule: str
    message: str

    def __str__(self) -> str:
        """Return the line `check` prints: `path:line:column: 规则: 说明`."""
        place = self.place
        return f"{place.path}:{place.line}:{place.column}: {self.rule}: {self.message}"


def excerpt(text: str, limit: int = 40) -> str:
    """Return `text` as a message quotes it: whole, or its first `limit` characters and an ellipsis."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def printable(text: str) -> str:
    """Return `text` as a message names it: what cannot be printed stands as an escape, so that a line stays a line."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return the hint that ends a message about a word outside a closed list.

    In: the word as typed and the allowed words. Out: the closest one, or the whole list when none is close.
    """
    allowed = list(allowed)
    close = get_close_matches(word, allowed, n=1, cutoff=0.4) if len(allowed) <= _COMPARED else []
    if close:
        return f"最接近的是“{close[0]}”"
    more = f"等 {len(allowed)} 个" if len(allowed) > _LISTED else ""
    return f"可以写：{'、'.join(allowed[:_LISTED])}{more}" if allowed else "目前没有可用的值"
