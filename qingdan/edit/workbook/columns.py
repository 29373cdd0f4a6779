"""Which sheets and columns a list has: one sheet for its entries, one more for each list of records within them."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ...model import Fact, InLibrary, LawRef, facts_of
from ...model.parts import LAWS, Part

Key = tuple[str, ...]
LIBRARY = LAWS.name
NUMBER = "序号"
KEPT = "记录"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where its value stands in the record, what the field is, and whether it must be filled in."""

    path: Key
    fact: Fact
    required: bool

    @property
    def header(self) -> str:
        """Its header."""
        return "".join(self.path)

    @property
    def section(self) -> str:
        """The list of words that it takes, be it one of the vocabulary or the library; empty for others."""
        return LIBRARY if self.fact.mark(InLibrary) else self.fact.section


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `keys` are the columns that say which row it is, `path` leads from the holder's record to the list.

    The last of the `keys` of a list within a record is its number, from 1; the others are the keys of its holder.
    """

    name: str
    model: type[BaseModel]
    keys: Key
    columns: tuple[Column, ...]
    path: Key = ()
    required: bool = True
    holder: str = ""

    @property
    def headers(self) -> Key:
        """All headers, from left to right."""
        return (*self.keys, *(column.header for column in self.columns))


def sheets_of(part: Part) -> tuple[Sheet, ...]:
    """Return the sheets of a list, each after the one whose rows hold its records."""
    return tuple(_sheets(part.name, part.record, (part.key_title,)))


def _sheets(
    name: str, model: type[BaseModel], keys: Key, *, path: Key = (), required: bool = True, holder: str = ""
) -> Iterator[Sheet]:
    fields = [field for field in _fields(model) if holder or field.path != keys]
    yield Sheet(name, model, keys, tuple(field for field in fields if not field.fact.record), path, required, holder)
    held = (*keys[:-1], name) if holder else keys
    for field in fields:
        if inner := field.fact.record:
            keys = (*held, NUMBER)
            yield from _sheets(field.path[-1], inner, keys, path=field.path, required=field.required, holder=name)


def _fields(model: type[BaseModel], path: Key = (), needed: bool = True) -> Iterator[Column]:
    """Yield every field with its path; a record that stands alone in a field is taken apart."""
    for key, fact in facts_of(model).items():
        if fact.record and not fact.many:
            yield from _fields(fact.record, (*path, key), needed and fact.required)
        else:
            yield Column((*path, key), fact, needed and fact.required)


def stands_alone(model: type[BaseModel]) -> str | None:
    """Return the key whose text may stand for the whole record: a law without articles is written as its 标识."""
    return "法规" if model is LawRef else None
