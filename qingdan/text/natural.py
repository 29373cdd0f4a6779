"""The order in which people count: RW-999 before RW-1000."""

import re

_DIGITS = re.compile(r"([0-9]+)")


def natural(text: str) -> tuple[tuple[str, int], ...]:
    """Return what sorts `text` by its words, its numbers counted as numbers."""
    pieces = _DIGITS.split(text)
    return tuple((word, int(digits or 0)) for word, digits in zip(pieces[::2], [*pieces[1::2], ""], strict=True))
