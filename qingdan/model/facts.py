"""What every field of a record is, read from its model: for messages, tables, forms and questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from .marks import Before, In, InLibrary, Unknown, Written

M = TypeVar("M")


@dataclass(frozen=True)
class Fact:
    """A field: the attribute that holds it, the key that staff write, and what stands beside its type."""

    attribute: str
    key: str
    info: FieldInfo
    types: tuple[object, ...]
    marks: tuple[object, ...]

    def mark(self, kind: type[M]) -> M | None:
        """Return its mark of this kind, the outermost of several."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    @cached_property
    def required(self) -> bool:
        """Whether a record must have it."""
        return self.info.is_required()

    @cached_property
    def many(self) -> bool:
        """Whether it takes several values."""
        return any(get_origin(found) is tuple for found in self.types)

    @cached_property
    def record(self) -> type[BaseModel] | None:
        """The record that it holds, once or several times."""
        return next((found for found in self.types if isinstance(found, type) and issubclass(found, BaseModel)), None)

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The only words that it takes; empty where the model does not name them."""
        return next((get_args(found) for found in self.types if get_origin(found) is Literal), ())

    @cached_property
    def section(self) -> str:
        """The list of the vocabulary whose words it takes; empty for others."""
        return mark.section if (mark := self.mark(In)) else ""

    @cached_property
    def free(self) -> bool:
        """Whether it takes any text: no word of a list, no date, nothing that has a pattern."""
        text = self.mark(StringConstraints)
        return text is not None and not (text.pattern or self.section or self.choices)

    @property
    def about(self) -> str:
        """What it means, and what is written while it is not known."""
        unknown = self.mark(Unknown)
        return f"{self.info.description or ''}{f'{unknown.advice}。' if unknown else ''}"

    @property
    def help(self) -> str:
        """What it means and how it is written, where that is not a choice of words."""
        written = self.mark(Written)
        chosen = self.many or bool(self.section or self.mark(InLibrary))
        return f"{self.about}{f'写法：{written.how}。' if written and not chosen else ''}"

    @property
    def wrong(self) -> str:
        """What to write instead of a value that is not written as it should be."""
        return (self.mark(InLibrary) or self.mark(Written) or Written("")).wrong

    @property
    def example(self) -> str:
        """How it may look in a file, on a line of its own."""
        inline = self._inline
        if inline.startswith(("[[", "[{")):
            return f"- {inline[1:-1]}"
        return f"{self.key}: {inline}" if inline.startswith("{") else inline

    @property
    def _inline(self) -> str:
        if self.info.examples:
            return _flow(self.info.examples[0])
        if self.record:
            fields = (fact for fact in facts_of(self.record).values() if fact.required)
            one = f"{{{', '.join(f'{fact.key}: {fact._inline}' for fact in fields)}}}"
        elif library := self.mark(InLibrary):
            one = library.example
        else:
            one = "甲, 乙" if self.many else "…"
        return f"[{one}]" if self.many else one


@cache
def facts_of(model: type[BaseModel]) -> dict[str, Fact]:
    """Return the fields of a record by their keys, in the order in which staff write them."""
    ordered: list[Fact] = []
    for attribute, info in model.model_fields.items():
        types = tuple(_types(info.annotation))
        inner = (mark for found in types for mark in reversed(getattr(found, "__metadata__", ())))
        fact = Fact(attribute, info.alias or attribute, info, types, (*reversed(info.metadata), *inner))
        before = fact.mark(Before)
        keys = [other.key for other in ordered]
        ordered.insert(keys.index(before.key) if before else len(keys), fact)
    return {fact.key: fact for fact in ordered}


def _types(annotation: object) -> Iterator[object]:
    """Yield a type and all types within it."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from _types(get_args(annotation)[0])
    elif get_origin(annotation) in (tuple, Union, UnionType):
        for inner in get_args(annotation):
            yield from _types(inner)


def _flow(value: object) -> str:
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)
