"""One fault of a hand-written page."""

from typing import NamedTuple


class Fault(NamedTuple):
    """Where it is, counted from 1, and what to do about it."""

    line: int
    column: int
    message: str
