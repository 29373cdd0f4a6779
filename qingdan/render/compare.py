"""Years side by side: what the archived reports say of the same figure and of the same entry."""

from collections import defaultdict

from ..site import Citation, Site
from ..vocab import Shaped
from .figures import figures_of
from .template import fill

Status = tuple[Shaped, Citation]


def compare(site: Site, root: str) -> str:
    """Return figures and states by the year of the report; one line where there is only one report."""
    years = sorted(report.year for report in site.reports)
    figures: dict[str, dict[int, list]] = defaultdict(lambda: defaultdict(list))
    for figure, proof in figures_of(site):
        figures[figure.name][proof.evidence.report].append((figure, proof))
    states = [
        (entry, _states(site, citations)) for entry in site.entries.values() if (citations := site.citations[entry.id])
    ]
    return fill("compare", site=site, root=root, years=years, figures=figures, states=states)


def _states(site: Site, citations: tuple[Citation, ...]) -> dict[int, Status]:
    """Return, for each report year, the state that the newest record resting on that report gives, and its proof."""
    found = {}
    for citation in citations:
        found[citation.evidence.report] = (site.vocab.term("状态", citation.record.status), citation)
    return found
