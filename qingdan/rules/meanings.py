"""An explained word says where its explanation comes from."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "名词解释"
DEMAND = "解释的名词须有出处（报告原话）或依据（法规）。"
EXAMPLES = (
    Example(
        "  解释: 少用水。\n  依据:\n    - {法规: water-use-rules, 条: [第三条]}",
        "  解释: 少用水。",
        "“节水”没有出处，也没有依据；请补上，例如 依据: [admin-penalty]；两样都查不到的，删去这个词",
        "glossary.yml",
    ),
)

_HOW = "请补上，例如 依据: [admin-penalty]；两样都查不到的，删去这个词"


def check(data: Data) -> Iterator[Problem]:
    """Yield words that rest on nothing."""
    for meaning in data.glossary:
        if not meaning.value.evidence and not meaning.value.laws:
            message = f"“{meaning.value.name}”没有出处，也没有依据；{_HOW}"
            yield Problem(meaning.place("名称"), NAME, message)
