"""The rules, one a file: each has a NAME, a sentence that says what it DEMANDs, EXAMPLES of breaking it, and `check(data)`."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

from ..model.load import Data
from ..source.parts import in_parts
from ..text import reading
from ..text.example import Mistake
from ..text.problem import Problem

RULES = tuple(import_module(f".{file.name}", __name__) for file in iter_modules(__path__) if file.name[-5:] != "_test")
"""Every file beside this one, in the order of their names."""


_MUCH = 1_000
"""From so many entries on, another process is begun sooner than this one has looked at all."""

_FEW = 3
"""How many rules are a part then: few, as some take much longer than others."""


def check(data: Data) -> Iterator[Problem]:
    """Yield every problem that any rule finds; where there is much to look at, several processes do."""
    together = _FEW if len(data.entries) > _MUCH else len(RULES)
    return chain.from_iterable(in_parts(partial(_found, data), range(len(RULES)), together))


def _found(data: Data, numbers: Sequence[int]) -> list[Problem]:
    return [problem for number in numbers for problem in RULES[number].check(data)]


def mistakes() -> tuple[Mistake, ...]:
    """Return all rules that `check` can name, for the guide and the tests: first those of reading, then these."""
    slugs = (rule.__name__.rpartition(".")[2].replace("_", "-") for rule in RULES)
    own = (Mistake(slug, rule.NAME, rule.DEMAND, rule.EXAMPLES) for slug, rule in zip(slugs, RULES, strict=True))
    return (*reading.MISTAKES, *own)
