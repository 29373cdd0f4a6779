"""The words of a report that come closest to a quotation from another one, and how close they come."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from ...source.write import why_unwritable
from ...text.characters import forbidden
from ...text.folded import folded
from ...text.paragraphs import Paragraph
from ...text.quotation import Found, closest, locate

ALIKE = 0.6
"""From this likeness on, two passages are worth an editor's look."""

_LOOKED_INTO = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whole clauses of one paragraph, fit to be quoted, and their likeness (0 to 1) to what was looked for."""

    label: str
    quote: str
    likeness: float


def passage_like(quote: str, paragraphs: Sequence[Paragraph]) -> Candidate | None:
    """Return the passage most like `quote`, or None where none is ALIKE.

    Only the paragraphs that share most pairs of characters with the quotation are looked into.
    """
    pairs = _pairs(folded(quote))
    shared = {paragraph: len(pairs & _pairs(paragraph.normal.text)) for paragraph in paragraphs}
    likely = sorted((paragraph for paragraph in paragraphs if shared[paragraph]), key=lambda one: -shared[one])
    found = [passage for paragraph in likely[:_LOOKED_INTO] if (passage := _passage(quote, paragraph))]
    best = max(found, key=lambda passage: passage.likeness, default=None)
    return best if best and best.likeness >= ALIKE else None


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _passage(quote: str, paragraph: Paragraph) -> Candidate | None:
    if isinstance(locate(quote, paragraph), Found):
        return Candidate(paragraph.label, quote, 1.0)
    passage = _typable(closest(quote, paragraph))
    if why_unwritable(passage) or not isinstance(locate(passage, paragraph), Found):
        return None
    likeness = SequenceMatcher(None, folded(quote), folded(passage), autojunk=False).ratio()
    return Candidate(paragraph.label, passage, likeness)


def _typable(passage: str) -> str:
    """Return `passage` with usual characters for those that may not stand in a list; the comparison ignores the change."""
    usual = "".join(normalize("NFKC", one) if next(forbidden(one, ""), None) else one for one in passage)
    return "".join(one for one in usual if not next(forbidden(one, ""), None)).strip()
