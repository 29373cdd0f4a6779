"""The questions for a new record: what each fills, when it is asked, what is taken without an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pydantic import BaseModel

from ...model import Asked, Fact, LawRef, OnlyIf, Unknown, facts_of
from ...model.load import Data
from ...model.parts import FILED, Part
from ...source.write import Value

Answers = dict[str, Value]
"""The values found so far, by the YAML key of their question."""

RECORDS = "记录"
_LAW = "写标识或名称，可带条：前面写冒号，几条之间写逗号。"


class Need(Enum):
    """Whether a field must be filled, may be, or has no place in this entry."""

    REQUIRED = "必填"
    OPTIONAL = "可以不填"
    NONE = "不用填"


@dataclass(frozen=True, slots=True)
class Question:
    """One field of `model`; `within` is the key of the record that holds it, where that is not the new one itself."""

    model: type[BaseModel]
    fact: Fact
    within: str = ""

    @property
    def key(self) -> str:
        """The field's key in the list."""
        return self.fact.key

    @property
    def option(self) -> str:
        """Its name on the command line."""
        asked = self.fact.mark(Asked)
        return asked.option if asked else self.fact.attribute.replace("_", "-")

    @property
    def usual(self) -> str:
        """What is taken without an answer; empty where there is no such word."""
        default, unknown = self.fact.info.default, self.fact.mark(Unknown)
        if isinstance(default, str):
            return default
        return unknown.usual if unknown and self.fact.required else ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The pieces of a composite answer; empty where it is one text."""
        return tuple(facts_of(self.fact.record)) if self.fact.record not in (None, LawRef) else ()

    @property
    def needed(self) -> tuple[str, ...]:
        """The parts that may not be empty."""
        facts = facts_of(self.fact.record) if self.fact.record else {}
        return tuple(part for part in self.parts if facts[part].required)

    @property
    def spare(self) -> int:
        """How many of the last parts may be left out."""
        return len(self.parts) - len(self.needed)

    def need(self, answers: Answers, data: Data) -> Need:
        """Return whether it is to be answered, after the answers before it."""
        only = self.fact.mark(OnlyIf)
        if self.within == RECORDS:
            return self._need_in_first_record(answers, data)
        if only and not only.holds(answers):
            return Need.NONE
        return Need.REQUIRED if (only.required if only else self.fact.required) else Need.OPTIONAL

    def _need_in_first_record(self, answers: Answers, data: Data) -> Need:
        from_report = answers.get("来源") == "年度报告"
        if self.key == "状态":
            return Need.REQUIRED if from_report else Need.OPTIONAL
        if "状态" not in answers:
            return Need.NONE
        needed = {status.name for status in data.vocab.value.statuses if status.proof == "需要"}
        proof = self.key == "证据" and (from_report or answers["状态"] in needed)
        return Need.REQUIRED if proof or self.fact.required else Need.OPTIONAL

    @property
    def help(self) -> str:
        """What to write, in Chinese."""
        return f"{self.fact.help}{_LAW if self.fact.record is LawRef else ''}"


def questions_of(model: type[BaseModel], within: str = "") -> Iterator[Question]:
    """Yield what is asked for a new record, in the order of the lists; of its first 记录, the 状态 first."""
    facts = [fact for fact in facts_of(model).values() if not ((asked := fact.mark(Asked)) and asked.never)]
    for fact in sorted(facts, key=lambda fact: within == RECORDS and fact.key != "状态"):
        if fact.record and (fact.key == RECORDS or not fact.many):
            yield from questions_of(fact.record, fact.key)
        else:
            yield Question(model, fact, within)


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
