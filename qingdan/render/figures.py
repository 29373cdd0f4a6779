"""The figures that the reports give, each with the sentence that proves it."""

from functools import lru_cache

from ..model import Figure
from ..site.site import Citation, Site
from ..text.folded import folded


@lru_cache(maxsize=1)
def figures_of(site: Site) -> tuple[tuple[Figure, Citation], ...]:
    """Return every figure once, with the sentence that proves it, in the order of the reports' text."""
    figures: dict[tuple[int, tuple[int, int], str], tuple[Figure, Citation]] = {}
    for id, citations in site.citations.items():
        for record in site.records(site.entries[id]):
            for figure in record.figures:
                printed = folded(record.printed(figure))
                proof = next(c for c in citations if c.record == record and printed in folded(c.evidence.quote))
                place = (proof.paragraph.start, proof.paragraph.normal.text.index(printed))
                figures.setdefault((-proof.evidence.report, place, figure.name), (figure, proof))
    return tuple(figures[key] for key in sorted(figures, key=lambda key: key[:2]))
