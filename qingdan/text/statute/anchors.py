"""Anchors: each is given once."""

from collections import Counter


class Anchors:
    """Gives anchors; one that is asked for again gets x2, x3 and so on."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def free(self, anchor: str) -> str:
        """Return this anchor, or, where it is taken, the next free one."""
        self._given[anchor] += 1
        count = self._given[anchor]
        return anchor if count == 1 else f"{anchor}x{count}"
