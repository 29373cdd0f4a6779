"""The vocabulary → published records."""

from ..model.vocab import Computed, Host, Occasion, Shaped, Status, Term
from ..site.site import Site
from . import files
from .entries import law_references, proof
from .model import Published


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
        "evidence": tuple(proof(evidence, site.anchor(evidence)) for evidence in term.evidence),
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
