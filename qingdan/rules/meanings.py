"""An explained word says where its explanation comes from."""

from collections.abc import Iterator

from ..load import Data
from ..problem import Problem

NAME = "名词解释"
DEMAND = "解释的名词须有出处（报告原话）或依据（法规）。"


def check(data: Data) -> Iterator[Problem]:
    """Yield words that rest on nothing."""
    for meaning in data.glossary:
        if not meaning.value.evidence and not meaning.value.laws:
            yield Problem(
                meaning.place("名称"), NAME, f"“{meaning.value.name}”没有出处，也没有依据；请补上，查不到的不解释"
            )
