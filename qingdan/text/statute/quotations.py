"""Quotations over several lines, as of the articles that a decision puts into a statute."""

from collections.abc import Sequence

from .lines import Line


def quoted(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that begin within a quotation; one that is never closed is none.

    Each paragraph of a quotation may begin with a further “, and only the last ends with ”.
    """
    found: set[int] = set()
    within: list[int] = []
    depth = 0
    for line in lines:
        if depth:
            within.append(line.index)
        again = depth > 0 and line.bare.startswith("“")
        depth = max(0, depth + line.raw.count("“") - line.raw.count("”") - again)
        if not depth:
            found.update(within)
            within = []
    return frozenset(found)
