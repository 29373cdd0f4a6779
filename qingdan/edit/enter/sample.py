"""What an option of `new` may be given, taken from the data at hand: the examples of its help, which can be typed."""

import re
import shlex
from collections.abc import Iterator

from pydantic import BaseModel

from ...model import InLibrary, LawRef, facts_of
from ...model.load import Data
from ...model.own import named
from .answers import Wrong, split, value_of
from .question import Question

_SPECIAL = re.compile(r"[\s\"'$`\\&|;<>()*?!#~\[\]{}]")
_DAY, _TEXT = "2024-05-01", "写明这件事。"
_NEW = {"id": "new-one", "name": "新增示例", "short": "新增"}
"""What may not be as in the data, by the attribute."""


def sample(question: Question, data: Data) -> str:
    """Return a short answer that would be taken, quoted for the shell; empty where the data has none to give."""
    found = sorted(set(_candidates(question, data)), key=lambda text: _plainest(question, text))
    return next(
        (shlex.quote(text) if _SPECIAL.search(text) else text for text in found if _taken(question, text, data)), ""
    )


def _plainest(question: Question, text: str) -> tuple[bool, bool, int, str]:
    """Order answers: nothing to quote, one with all its parts, the shortest."""
    bare = not re.search("[:/]", text) and bool(question.fact.record)
    return bool(_SPECIAL.search(text)), bare, len(text), text


def _taken(question: Question, text: str, data: Data) -> bool:
    try:
        value_of(question, [split(question, [text] if question.parts else text)], data)
    except Wrong:
        return False
    return True


def _candidates(question: Question, data: Data) -> Iterator[str]:
    """Yield what stands in such a field of the data; the words, laws or text that may where nothing does."""
    fact = question.fact
    if fact.section:
        yield from data.vocab.value.sections[fact.section]
    elif question.parts and fact.record:
        yield from (_typed(question, piece) for _, piece in data.pieces(fact.record))
    elif fact.attribute in _NEW:
        yield _NEW[fact.attribute]
    else:
        values = [value for _, piece in data.pieces(question.model) for value in named(piece, fact.attribute)]
        yield from (_typed(question, value) for value in values)
        if fact.mark(InLibrary):
            yield from (law.value.id for law in data.laws)
        elif not values:
            yield _TEXT if fact.free else _DAY


def _typed(question: Question, value: object) -> str:
    """Return a value of the data as it is typed."""
    if isinstance(value, LawRef):
        return f"{value.law}:{','.join(value.articles)}".rstrip(":")
    if question.parts and isinstance(value, BaseModel):
        pieces = [named(value, fact.attribute) for fact in facts_of(type(value)).values()]
        return "/".join(str(piece[0]) if len(piece) == 1 else "" for piece in pieces).rstrip("/")
    return str(value)
