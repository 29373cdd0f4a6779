"""Comparing texts: NFKC (but 7² stays 7²), without white space, zero-width characters and Word's `[bookmark: …]` remains."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD_REMAINS = re.compile(r"\[bookmark:[^\[\]\r\n]*\]")
_CONTROLS = (*range(9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xFFFE, 0xFFFF)
"""Characters that no page may hold and nobody sees; those that end a line or page are white space."""
_ZERO_WIDTH: dict[int, str | None] = dict.fromkeys((*map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), *_CONTROLS))
_SHOWN = {**_ZERO_WIDTH, 0x0B: " ", 0x85: " "}
"""What readers see in place of a character: nothing, or a blank for an end of line that no page may hold."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A normalised text and, for each of its characters, the index of the raw character it came from."""

    text: str
    origin: tuple[int, ...]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span [start, end) that the normalised span [start, end) came from."""
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=65536)
def _fold(character: str) -> str:
    if unicodedata.category(character) == "No":  # 7² is not 72, ① is not 1
        return character
    return "".join(unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH)).split())


def normal(raw: str) -> Normal:
    """Normalise `raw`, keeping track of where each character stood."""
    skipped = {index for found in _WORD_REMAINS.finditer(raw) for index in range(*found.span())}
    pairs = [
        (folded, index) for index, character in enumerate(raw) if index not in skipped for folded in _fold(character)
    ]
    return Normal("".join(folded for folded, _ in pairs), tuple(index for _, index in pairs))


def folded(raw: str) -> str:
    """Return the text of `normal(raw)`, where nobody asks where its characters stood."""
    return "".join(map(_fold, printed(raw)))


def printed(raw: str) -> str:
    """Return `raw` as a reader sees it: without Word's remains, every other character kept."""
    return _WORD_REMAINS.sub("", raw)


def visible(raw: str) -> str:
    """Return what a reader sees of `raw`, without zero-width and control characters and surrounding white space."""
    return printed(raw).translate(_SHOWN).strip()
