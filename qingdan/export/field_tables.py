"""What may stand in each kind of file, field by field, for the guide: read from the same schema that editors get."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pydantic.json_schema import JsonSchemaValue

from ..model.file_kinds import FILE_KINDS, FileKind
from .editor_schema import LIBRARY, definitions, references

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
    found = {kind: definitions(kind) for kind in FILE_KINDS}
    uses = Counter(name for records in found.values() for name in records)
    every = {name: record for records in found.values() for name, record in records.items()}
    titles = {name: record["title"] for name, record in every.items()}
    own = [
        Chapter(kind, _forms([name for name in found[kind] if uses[name] == 1], every, titles)) for kind in FILE_KINDS
    ]
    return (*own, Chapter(None, _forms([name for name in every if uses[name] > 1], every, titles)))


def _forms(names: list[str], every: dict[str, JsonSchemaValue], titles: dict[str, str]) -> tuple[FieldTable, ...]:
    return tuple(
        FieldTable(name, titles[name], every[name].get("description", ""), tuple(_fields(every[name], titles)))
        for name in names
    )


def _fields(record: JsonSchemaValue, titles: dict[str, str]) -> Iterator[Field]:
    for name, field in record["properties"].items():
        how, section, inside = _how(field), _section(field), next(references(field), "")
        if default := field.get("default"):
            how = f"{how}；不写就是“{default}”"
        see = titles[inside] if inside else section
        unknown = f"{field['x-unknown']}。" if "x-unknown" in field else ""
        yield Field(name, name in record.get("required", ()), how, field["description"] + unknown, see, inside)


def _how(field: JsonSchemaValue) -> str:
    listed, section, inside = field.get("type") == "array", _section(field), any(references(field))
    many = "，写成 [甲, 乙]" if listed else "；有几个的写成 [甲, 乙]" if "anyOf" in field else ""
    if section and inside:
        return "列表，每项写标识，或者写成 {法规: 标识, 条: [条号]}"
    if section:
        return f"{'标识' if section == LIBRARY else '词表里的词'}{many}"
    if inside:
        return "列表，每项又有几个小项" if listed else "又有几个小项"
    if words := field.get("enum"):
        return f"{'、'.join(f'“{word}”' for word in words)}中的一个"
    if how := field.get("items", {}).get("x-written"):
        return f"{how}{many}"
    return field.get("x-written", TEXT)


def _section(field: JsonSchemaValue) -> str:
    """Return the name of the closed list that the field's words are from, if there is one."""
    pending = [field]
    while pending:
        node = pending.pop(0)
        if "x-list" in node:
            return node["x-list"]
        pending += [*node.get("anyOf", ()), *([node["items"]] if "items" in node else [])]
    return ""
