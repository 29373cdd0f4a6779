"""A guard between a text and what it could do, with the change that takes it away and who must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """What is guarded, the file, the words that guard, what stands there without them, and the tests that then fail.

    `tree` where the tests build or start something of their own: they are run in a copy of the project.
    """

    what: str
    file: str
    old: str
    new: str
    tests: str
    tree: bool = False
