"""The lines of a text, with where they start and what a reader sees of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from ..folded import visible

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_ENDS = tuple("。！？；：…”’）】》!?;:)")
_STOPS = re.compile(r"[。；！？;!?]")
_PAUSES = re.compile(r"[，,]")


@dataclass(frozen=True)
class Line:
    """One line of a text: where it starts and its characters, the line end included."""

    start: int
    raw: str

    @property
    def end(self) -> int:
        """Where the next line starts."""
        return self.start + len(self.raw)

    @cached_property
    def bare(self) -> str:
        """What a reader sees, in compatibility form (full-width digits and signs made plain)."""
        return normalize("NFKC", visible(self.raw)) if len(self.raw) < 400 else visible(self.raw)

    @property
    def is_closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return visible(self.raw).endswith(_ENDS)

    @property
    def has_stop(self) -> bool:
        """Whether a sentence ends within it."""
        return bool(_STOPS.search(self.raw))

    @property
    def has_pause(self) -> bool:
        """Whether it holds a comma, as sentences do."""
        return bool(_PAUSES.search(self.raw))


def closed_up(text: str) -> str:
    """Return a text without white space, as titles and names are compared."""
    return "".join(text.split())


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that show something, in order."""
    return tuple(line for line in every_line(text) if line.bare)


def every_line(text: str) -> Iterator[Line]:
    """Yield all lines of a text, the empty ones too."""
    for found in _LINE.finditer(text):
        if found[0]:
            yield Line(found.start(), found[0])
