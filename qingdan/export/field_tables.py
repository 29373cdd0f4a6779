"""What may stand in each kind of file, field by field, for the guide: read from the models."""

from collections import Counter
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, BeforeValidator

from ..model import Fact, InLibrary, Written, facts_of
from ..model.file_kinds import FILE_KINDS, FileKind
from .editor_schema import LIBRARY, description_of, records_of

TEXT = "一行文字"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, whether it must be there, how it is written, what it means.

    `see` names the list of words (of the vocabulary, or the library) or the record that tells more, by its Chinese
    title; `record` is the class of that record, empty for a list.
    """

    name: str
    required: bool
    how: str
    meaning: str
    see: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class FieldTable:
    """A record as it is written: its title, what it is, its fields in the order of the model."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A kind of file, or what several kinds share (then `kind` is None), with its records, the outermost first."""

    kind: FileKind | None
    forms: tuple[FieldTable, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return every kind of file with its own records, then the records that stand in more than one kind."""
    found = {kind: records_of(kind.model) for kind in FILE_KINDS}
    uses = Counter(record for records in found.values() for record in records)
    own = (Chapter(kind, tuple(_table(one) for one in found[kind] if uses[one] == 1)) for kind in FILE_KINDS)
    return (*own, Chapter(None, tuple(_table(one) for one, times in uses.items() if times > 1)))


def _table(record: type[BaseModel]) -> FieldTable:
    fields = tuple(map(_field, facts_of(record).values()))
    return FieldTable(record.__name__, _title(record), description_of(record), fields)


def _title(record: type[BaseModel]) -> str:
    return record.model_config.get("title") or ""


def _field(fact: Fact) -> Field:
    default = f"；不写就是“{fact.info.default}”" if fact.info.default and isinstance(fact.info.default, str) else ""
    see = _title(fact.record) if fact.record else _section(fact)
    record = fact.record.__name__ if fact.record else ""
    return Field(fact.key, fact.required, f"{_how(fact)}{default}", fact.about, see, record)


def _how(fact: Fact) -> str:
    section, written = _section(fact), fact.mark(Written)
    short = fact.mark(BeforeValidator)  # one value may be written without what is around it
    many = "" if not fact.many else "；有几个的写成 [甲, 乙]" if short else "，写成 [甲, 乙]"
    if fact.record and short:
        return "列表，每项写标识，或者写成 {法规: 标识, 条: [条号]}"
    if section:
        return f"{'标识' if section == LIBRARY else '词表里的词'}{many}"
    if fact.record:
        return "列表，每项又有几个小项" if fact.many else "又有几个小项"
    if fact.choices:
        return f"{'、'.join(f'“{word}”' for word in fact.choices)}中的一个"
    if written and written not in fact.info.metadata:
        return f"{written.how}{many}"
    return written.how if written else TEXT


def _section(fact: Fact) -> str:
    """Return the name of the closed list that the field's words are from, if there is one."""
    return LIBRARY if fact.mark(InLibrary) else fact.section
