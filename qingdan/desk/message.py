"""A fault told at a field of a form."""

from dataclasses import dataclass

from .mends import Mend

Way = tuple[str, ...]
"""The path of a field, as words: keys and numbers in lists."""


@dataclass(frozen=True, slots=True)
class Message:
    """A fault: the path of its field, empty where it concerns the whole, what is wrong, and what mends it."""

    path: Way
    text: str
    mend: Mend | None = None
