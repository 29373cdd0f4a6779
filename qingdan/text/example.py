"""A fault that a rule names, small enough to learn from: shown in the guide, run by the tests."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A snippet of a faultless data folder, the same with a fault, and what `check` then says.

    `right` stands once in `tests/fixtures/second/<path>`; `wrong` in its place breaks the rule.
    """

    right: str
    wrong: str
    message: str
    path: str = "tasks/tasks.yml"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule seen from its breaking: its anchor in the guide, its name, what it demands, and examples."""

    slug: str
    name: str
    demand: str
    examples: tuple[Example, ...]
