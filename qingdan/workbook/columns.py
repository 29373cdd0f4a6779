"""Which sheets and columns a list has: one sheet for its entries, one more for each list of records within them."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import In, InLibrary, LawRef, Record
from ..model.parts import LAWS, Part
from ..model.values import Written
from ..moment import Moment
from ..order import order_of

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
    columns = tuple(_column(where, info, needed) for where, info, needed in fields if not _listed_record(info))
    yield Sheet(name, model, keys, columns, path, required, holder)
    held = keys if holder is None else (*keys[:-1], name)
    for where, info, needed in fields:
        if inner := _listed_record(info):
            yield from _sheets(where[-1], inner, (*held, NUMBER), path=where, required=needed, holder=name)


def _fields(model: type[Record], path: Key = (), needed: bool = True) -> Iterator[tuple[Key, FieldInfo, bool]]:
    """Yield every field with its path; a record that stands alone in a field is taken apart."""
    fields = {info.alias: info for info in model.model_fields.values()}
    for alias in order_of(model):
        info = fields[alias]
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from _fields(info.annotation, (*path, alias), needed and info.is_required())
        else:
            yield (*path, alias), info, needed and info.is_required()


def _column(path: Key, info: FieldInfo, required: bool) -> Column:
    types = list(_types(info.annotation))
    marks = [*info.metadata, *(mark for found in types for mark in getattr(found, "__metadata__", ()))]
    section = next((mark.section for mark in marks if isinstance(mark, In)), None)
    if any(isinstance(mark, InLibrary) for mark in marks):
        section = LIBRARY
    listed = any(get_origin(found) is tuple for found in types)
    how = next((mark.how for mark in marks if isinstance(mark, Written)), "")
    return Column(
        "".join(path),
        path,
        f"{info.description or ''}{f'写法：{how}。' if how and not section and not listed else ''}",
        required,
        listed,
        Moment in types,
        section,
        next((get_args(found) for found in types if get_origin(found) is Literal), ()),
    )


def _listed_record(info: FieldInfo) -> type[Record] | None:
    """Return the record that a list holds, if the field is a list of records."""
    if get_origin(info.annotation) is not tuple:
        return None
    return next(
        (found for found in _types(info.annotation) if isinstance(found, type) and issubclass(found, Record)), None
    )


def _types(annotation: object) -> Iterator[object]:
    """Yield a type and all types within it."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from _types(get_args(annotation)[0])
    elif get_origin(annotation) in (tuple, Union, UnionType):
        for inner in get_args(annotation):
            yield from _types(inner)


def stands_alone(model: type[Record]) -> str | None:
    """Return the key whose text may stand for the whole record: a law without articles is written as its 标识."""
    return "法规" if model is LawRef else None
