"""Comparing texts: NFKC (but 7² stays 7²), without white space, zero-width characters and Word's `[bookmark: …]` remains."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD_REMAINS = re.compile(r"\[bookmark:[^\[\]\r\n]*\]")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


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
    """Return what a reader sees of `raw`, without zero-width characters and surrounding white space."""
    return printed(raw).translate(_ZERO_WIDTH).strip()
