"""The rules, one a file: each has a NAME, a sentence that says what it DEMANDs, EXAMPLES of breaking it, and `check(data)`."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.problem import Problem
from . import (
    basis,
    confirmation,
    evidence_needed,
    figures,
    hosts,
    law_dates,
    law_references,
    meanings,
    order_of_records,
    quotations,
    rectification,
    registry,
    report_text,
    retirement,
    transitions,
    unique_names,
    vocabulary,
)

RULES = (
    basis,
    confirmation,
    evidence_needed,
    figures,
    hosts,
    law_dates,
    law_references,
    meanings,
    order_of_records,
    quotations,
    rectification,
    registry,
    report_text,
    retirement,
    transitions,
    unique_names,
    vocabulary,
)


def check(data: Data) -> Iterator[Problem]:
    """Yield every problem that any rule finds."""
    for rule in RULES:
        yield from rule.check(data)
