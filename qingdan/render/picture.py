"""The picture above a list: one bar, a stretch of it for each recorded state, told apart by pattern, shape and word."""

from dataclasses import dataclass

from ..model import Entry
from ..model.vocab import Shaped
from ..site.site import Site

PATTERNS = 6
SCREEN, TELEPHONE = 990, 288
"""The least width of the bar in CSS pixels on a wide screen and on a narrow one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One state in the bar; `start` and `width` in per cent of the whole, `pattern` from 1 to PATTERNS."""

    term: Shaped
    count: int
    start: float
    width: float
    pattern: int

    @property
    def labelled(self) -> bool:
        """Whether shape and number fit above the stretch on a wide screen."""
        return self._fits(SCREEN)

    @property
    def roomy(self) -> bool:
        """Whether they fit on a narrow one too."""
        return self._fits(TELEPHONE)

    def _fits(self, bar: int) -> bool:
        return self.width * bar / 100 >= 22 + 11 * len(str(self.count))


def picture(site: Site, entries: tuple[Entry, ...]) -> list[Stretch]:
    """Return the bar of some entries' recorded states, in the vocabulary's order."""
    patterns = {name: at % PATTERNS + 1 for at, name in enumerate(site.shaped)}
    found, before = [], 0
    for term, count in site.count_by_status(entries):
        start, width = (round(100 * part / len(entries), 3) for part in (before, count))
        found.append(Stretch(term, count, start, width, patterns[term.name]))
        before += count
    return found
