"""A question about one field of a new entry: what it fills, when it is asked, what is taken without an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import get_origin

from pydantic.fields import FieldInfo

from ..block import Value
from ..load import Data
from ..model import In, Record

Answers = dict[str, Value]
"""The values found so far, by the YAML key of their question."""


class Need(Enum):
    """Whether a field must be filled, may be, or has no place in this entry."""

    REQUIRED = "必填"
    OPTIONAL = "可以不填"
    NONE = "不用填"


@dataclass(frozen=True, slots=True)
class Question:
    """One field. The model says whether it is a list and which words of the vocabulary it takes.

    `option` is its name on the command line; `how` says how an answer is written; `parts` are the pieces of a composite answer, of which the last
    `spare` may be left out; `within` is the key of the mapping that holds it; `usual` is taken without an answer.
    """

    model: type[Record]
    key: str
    option: str
    how: str = ""
    usual: str = ""
    within: str = ""
    parts: tuple[str, ...] = ()
    spare: int = 0
    when: Callable[[Answers, Data], Need] | None = None

    @property
    def many(self) -> bool:
        """Whether it takes several answers."""
        return get_origin(self._field.annotation) is tuple

    @property
    def section(self) -> str:
        """The list of the vocabulary whose words it takes; empty for free text."""
        return next((mark.section for mark in self._field.metadata if isinstance(mark, In)), "")

    def need(self, answers: Answers, data: Data) -> Need:
        """Return whether it is to be answered, after the answers before it."""
        if self.when:
            return self.when(answers, data)
        return Need.REQUIRED if self._field.is_required() else Need.OPTIONAL

    def is_default(self, value: Value) -> bool:
        """Tell whether the model takes `value` anyway, so that staff do not write it."""
        return value == self._field.default

    @property
    def attribute(self) -> str:
        """The name of the field in the model."""
        return next(name for name, info in self.model.model_fields.items() if info.alias == self.key)

    @property
    def help(self) -> str:
        """What to write, in Chinese."""
        return f"{self._field.description or ''}{self.how}"

    @property
    def _field(self) -> FieldInfo:
        return self.model.model_fields[self.attribute]
