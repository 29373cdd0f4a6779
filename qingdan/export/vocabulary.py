"""The vocabulary → published records."""

from ..quotation import locate
from ..site import Site, mark_anchor
from ..vocab import Computed, Host, Occasion, Shaped, Status, Term
from . import files
from .entries import law_references
from .model import Evidence, Published


def lists(site: Site) -> dict[str, tuple[Published, ...]]:
    """Return every list of terms by its English name."""
    fields = type(site.vocab).model_fields.items()
    return {
        name: tuple(_term(site, term) for term in getattr(site.vocab, name))
        for name, info in fields
        if info.alias in site.vocab.lists
    }


def _term(site: Site, term: Term) -> Published:
    about = {
        "slug": term.slug,
        "name": term.name,
        "meaning": term.meaning,
        "evidence": _evidence(site, term),
        "laws": law_references(site, term.laws),
    }
    if isinstance(term, Shaped):
        about |= {"shape": term.shape, "tone": term.tone}
    match term:
        case Status():
            following = tuple(site.vocab.term("状态", name).slug for name in term.next)
            return files.Status(**about, set_by=term.set_by, needs_evidence=term.proof == "需要", next=following)
        case Computed():
            return files.Computed(**about, how=term.how)
        case Shaped():
            return files.Shaped(**about)
        case Occasion():
            return files.Occasion(**about, time=term.time)
        case Host():
            return files.Host(**about, kind=term.kind)
        case _:
            return files.Term(**about)


def _evidence(site: Site, term: Term) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            report=evidence.report,
            paragraph=evidence.paragraph,
            quote=evidence.quote,
            path=f"reports/{evidence.report}/",
            anchor=mark_anchor(paragraph, locate(evidence.quote, paragraph)),
        )
        for evidence in term.evidence
        for paragraph in [site.paragraph(evidence)]
    )
