"""How many headings and articles a statute has."""

from collections import Counter

from ...text.statute import Statute
from ...text.statute.structure import LEVELS


def counts(statute: Statute) -> dict[str, int]:
    """Return how many headings of each level a statute has, and how many articles."""
    found = Counter(one.level for one in statute.headings)
    return {**{level: found[level] for level in LEVELS}, "条": len(statute.articles)}


def counted(statute: Statute) -> str:
    """Return these numbers in words, for example 5 章 15 条."""
    return " ".join(f"{number} {level}" for level, number in counts(statute).items() if number) or "没有认出条文"
