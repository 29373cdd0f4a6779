"""常见错误: every rule that `check` can name, with what it demands and how it is broken, for the guide and the tests."""

from dataclasses import dataclass

from .. import rules
from ..text import reading
from ..text.example import Example


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule seen from its breaking: its anchor in the guide, its name, what it demands, and examples."""

    slug: str
    name: str
    demand: str
    examples: tuple[Example, ...]


def mistakes() -> tuple[Mistake, ...]:
    """Return all rules, first those of reading, named by their files."""
    return tuple(
        Mistake(_slug(rule.__name__), rule.NAME, rule.DEMAND, rule.EXAMPLES) for rule in (*reading.RULES, *rules.RULES)
    )


def _slug(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")
