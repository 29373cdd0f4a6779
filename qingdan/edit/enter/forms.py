"""The questions for a new record of each part, in the order in which the lists write their fields."""

from dataclasses import dataclass

from ...model.parts import FILED, Part
from .question import Question, questions_of


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for a new record of a part of the site."""

    part: Part
    questions: tuple[Question, ...]

    @property
    def kind(self) -> str:
        """Its name on the command line."""
        return self.part.record.__name__.lower()

    @property
    def title(self) -> str:
        """What is added, and to which list."""
        return f"{self.part.title}（{self.part.name}）"


FORMS = tuple(Form(part, tuple(questions_of(part.record))) for part in FILED)
