"""The answers to a form: from the options given, and from a person at a terminal for the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...model.load import Data
from .answers import Answer, Wrong, split, value_of
from .dialogue import ask
from .question import Answers, Form, Need, Question


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers found, the questions that were not answered, and what is wrong with the options given."""

    answers: Answers = field(default_factory=dict)
    missing: list[Question] = field(default_factory=list)
    wrong: dict[str, str] = field(default_factory=dict)


def fill(form: Form, given: Mapping[str, Sequence[Answer]], data: Data, terminal: bool) -> Filled:
    """Answer the questions of `form`, in order. In: the options by name; whether a person can be asked for the rest.

    Raises EOFError when the person ends the input.
    """
    filled = Filled()
    for question in form.questions:
        need = question.need(filled.answers, data)
        value = None
        if typed := given.get(question.option):
            try:
                value = value_of(question, [split(question, one) for one in typed], data)
            except Wrong as reason:
                if terminal:
                    print(f"--{question.option}：{reason}")
                else:
                    filled.wrong[question.option] = str(reason)
        if value is None and need is not Need.NONE:
            if terminal:
                value = ask(question, need, data)
            elif question.usual:
                value = question.usual
            elif need is Need.REQUIRED and question.option not in filled.wrong:
                filled.missing.append(question)
        if value is not None:
            filled.answers[question.key] = value
    return filled
