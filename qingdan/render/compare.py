"""Years side by side: what the archived reports say of the same figure and of the same entry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model import Figure
from ..model.vocab import Shaped
from ..site.site import Citation, Site
from ..site.stretches import LIMIT
from .figures import figures_of
from .template import fill

Status = tuple[Shaped, Citation]

YEARS = 10
"""How many years stand side by side, the newest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What the report of a year says; None for a year, or years on end, whose reports say nothing."""

    years: tuple[int, ...]
    found: object | None

    @property
    def label(self) -> str:
        """The year, or the first and the last."""
        first, *_, last = (*self.years, self.years[-1])
        return str(first) if first == last else f"{first}—{last}"


def compare(site: Site, root: str) -> str:
    """Return figures and states by the year of the report; one line where there is only one report."""
    years = sorted(report.year for report in site.reports)[-YEARS:]
    figures: dict[str, dict[int, list[tuple[Figure, Citation]]]] = defaultdict(lambda: defaultdict(list))
    for figure, proof in figures_of(site):
        figures[figure.name][proof.evidence.report].append((figure, proof))
    named = [(entry, _states(site, site.citations[entry.id])) for entry in site.entries.values()]
    states = [(entry, _cells(years, found)) for entry, found in named if found.keys() & set(years)]
    rows = [(name, _cells(years, found)) for name, found in figures.items() if found.keys() & set(years)]
    return fill("compare", site=site, root=root, years=years, figures=rows, states=states, many=LIMIT)


def _cells(years: Sequence[int], found: Mapping[int, object]) -> Iterator[Cell]:
    for silent, run in groupby(years, lambda year: year not in found):
        if silent:
            yield Cell(tuple(run), None)
        else:
            yield from (Cell((year,), found[year]) for year in run)


def _states(site: Site, citations: tuple[Citation, ...]) -> dict[int, Status]:
    """Return, for each report year, the state that the newest record resting on that report gives, and its proof."""
    return {one.evidence.report: (site.shaped[one.record.status], one) for one in citations}
