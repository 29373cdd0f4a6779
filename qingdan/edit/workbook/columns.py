"""Which sheets and columns a list has: one sheet for its entries, one more for each list of records within them."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Fact, InLibrary, LawRef, Record, facts_of
from ...model.parts import LAWS, Part
from ...text.dates import Moment

Key = tuple[str, ...]
LIBRARY = LAWS.name
NUMBER = "序号"
KEPT = "记录"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, where its value stands in the record, and what may be written there."""

    header: str
    path: Key
    about: str
    required: bool
    listed: bool
    dated: bool
    section: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `keys` are the columns that say which row it is, `path` leads from the holder's record to the list.

    The last of the `keys` of a list within a record is its number, from 1; the others are the keys of its holder.
    """

    name: str
    model: type[Record]
    keys: Key
    columns: tuple[Column, ...]
    path: Key = ()
    required: bool = True
    holder: str | None = None

    @property
    def headers(self) -> Key:
        """All headers, from left to right."""
        return (*self.keys, *(column.header for column in self.columns))


def sheets_of(part: Part) -> tuple[Sheet, ...]:
    """Return the sheets of a list, each after the one whose rows hold its records."""
    return tuple(_sheets(part.name, part.record, (part.key_title,)))


def _sheets(
    name: str, model: type[Record], keys: Key, *, path: Key = (), required: bool = True, holder: str | None = None
) -> Iterator[Sheet]:
    fields = [field for field in _fields(model) if holder or field[0] != keys]
    columns = tuple(_column(where, fact, needed) for where, fact, needed in fields if not fact.record)
    yield Sheet(name, model, keys, columns, path, required, holder)
    held = keys if holder is None else (*keys[:-1], name)
    for where, fact, needed in fields:
        if fact.record:
            yield from _sheets(where[-1], fact.record, (*held, NUMBER), path=where, required=needed, holder=name)


def _fields(model: type[Record], path: Key = (), needed: bool = True) -> Iterator[tuple[Key, Fact, bool]]:
    """Yield every field with its path; a record that stands alone in a field is taken apart."""
    for key, fact in facts_of(model).items():
        if fact.record and not fact.many:
            yield from _fields(fact.record, (*path, key), needed and fact.required)
        else:
            yield (*path, key), fact, needed and fact.required


def _column(path: Key, fact: Fact, required: bool) -> Column:
    section = LIBRARY if fact.mark(InLibrary) else fact.section or None
    return Column("".join(path), path, fact.help, required, fact.many, Moment in fact.types, section, fact.choices)


def stands_alone(model: type[Record]) -> str | None:
    """Return the key whose text may stand for the whole record: a law without articles is written as its 标识."""
    return "法规" if model is LawRef else None
