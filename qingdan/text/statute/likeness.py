"""How like two texts of a kind are by their words, and which of many are most like one: by pairs of characters.

The likeness is the cosine of the weights of the pairs that stand in each, from 0 to 1. A pair weighs the more the fewer
of the texts have it: what every article of a law says tells nothing. Sums are exact, so that no order of summing shows.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, sqrt

_SOUGHT_BY = 24
"""By how many of its rarest pairs a text is looked for."""
_WALKED = 2_000
"""After how many holders of these no further pair is looked up: where all articles are nearly alike, it would tell nothing."""
_LOOKED_INTO = 8
"""How many of those that share most of them are compared in full."""


@dataclass(frozen=True, slots=True)
class Library:
    """Texts that can be asked which of them are like another one."""

    pairs: Sequence[frozenset[str]]
    """The pairs of each text."""
    lengths: Sequence[float]
    """The length of each text's vector of weights."""
    holders: Mapping[str, Sequence[int]]
    """In which texts a pair stands."""
    weights: Mapping[str, float]
    """What a pair weighs, squared."""

    def like(self, text: str, among: Callable[[int], bool] = lambda _: True) -> list[tuple[int, float]]:
        """Return the few texts that may be most like a folded one: the index of each and its likeness, the best first.

        In: which texts come into question, by their indices; all where nothing is said.
        """
        pairs = _pairs(text)
        known = pairs & self.holders.keys()
        unknown = _weight(len(self.pairs), 1) * (len(pairs) - len(known))
        length = sqrt(fsum((unknown, *(self.weights[pair] for pair in known))))
        votes: dict[int, float] = defaultdict(float)
        walked = 0
        for pair in sorted(known, key=lambda one: (len(self.holders[one]), one))[:_SOUGHT_BY]:
            for index in filter(among, self.holders[pair]):
                votes[index] += self.weights[pair]
            if (walked := walked + len(self.holders[pair])) > _WALKED:
                break
        likely = sorted(votes, key=lambda index: (-votes[index], index))[:_LOOKED_INTO]
        found = [(index, min(1.0, self._shared(known, index) / (length * self.lengths[index]))) for index in likely]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def _shared(self, pairs: frozenset[str], index: int) -> float:
        return fsum(self.weights[pair] for pair in pairs & self.pairs[index])


def library(texts: Sequence[str]) -> Library:
    """Return folded texts so that they can be asked."""
    pairs = [_pairs(text) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, those in enumerate(pairs):
        for pair in those:
            holders[pair].append(index)
    weights = {pair: _weight(len(texts), len(those)) for pair, those in holders.items()}
    lengths = [sqrt(fsum(weights[pair] for pair in those)) for those in pairs]
    return Library(pairs, lengths, holders, weights)


def _weight(texts: int, holders: int) -> float:
    return log(1 + texts / holders) ** 2


def _pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbours in a text, whose first and last character have a blank for theirs."""
    return frozenset(map("".join, pairwise(f" {text} ")))
