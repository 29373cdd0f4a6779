"""The rules, one a file: each has a NAME, a sentence that says what it DEMANDs, EXAMPLES of breaking it, and `check(data)`."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from ..model.load import Data
from ..text import reading
from ..text.example import Mistake
from ..text.problem import Problem

RULES = tuple(import_module(f".{file.name}", __name__) for file in iter_modules(__path__) if file.name[-5:] != "_test")
"""Every file beside this one, in the order of their names."""


def check(data: Data) -> Iterator[Problem]:
    """Yield every problem that any rule finds."""
    for rule in RULES:
        yield from rule.check(data)


def mistakes() -> tuple[Mistake, ...]:
    """Return all rules that `check` can name, for the guide and the tests: first those of reading, then these."""
    slugs = (rule.__name__.rpartition(".")[2].replace("_", "-") for rule in RULES)
    own = (Mistake(slug, rule.NAME, rule.DEMAND, rule.EXAMPLES) for slug, rule in zip(slugs, RULES, strict=True))
    return (*reading.MISTAKES, *own)
