"""JSON Schema for editors: what may be written in each kind of file, made from the models, the vocabulary and the library.

Draft-07 is what the YAML language server of VS Code understands; it shows `enumDescriptions`, `patternErrorMessage` and
`errorMessage`, which other programs pass over. Editors read `2024` and `true` as number and boolean where we read text,
so plain text may be either. `check` has the say.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from ..model import Law, facts_of
from ..model.file_kinds import FILE_KINDS, FileKind
from ..model.vocab import Vocabulary

DIALECT = "http://json-schema.org/draft-07/schema#"
LIBRARY = "法规库"
_DEFINED = "#/definitions/"
_PLAIN = ["string", "number", "boolean"]
_NUMBERS = ("1", "12", "1.5", "true")
"""Texts that editors do not take for text; a pattern that none of them fits is a pattern for text alone."""
_ABOUT = ("title", "description", "examples", "default")


class _Generator(GenerateJsonSchema):
    """pydantic's generator, for records that are typed as YAML: no null, no defaults but words, Chinese words only."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        found = super().str_schema(schema)
        fits = "pattern" not in found or any(re.search(found["pattern"], text) for text in _NUMBERS)
        return {**found, "type": _PLAIN if fits else "string"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        return found if isinstance(schema.get("default"), str) else {k: v for k, v in found.items() if k != "default"}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        found.pop("description", None)
        if about := description_of(model):
            found["description"] = about
        found["properties"] = {key: found["properties"][key] for key in facts_of(model)}
        return found

    def field_title_should_be_set(self, schema: object) -> bool:
        return True


def records_of(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return a record and every record inside it, once each, as they are first needed."""
    inside = [fact.record for fact in facts_of(model).values() if fact.record]
    return tuple(dict.fromkeys((model, *inside, *chain.from_iterable(map(records_of, inside)))))


def description_of(model: type[BaseModel]) -> str:
    """Return in Chinese what a record is; empty where the model does not say."""
    extra = model.model_config.get("json_schema_extra")
    return str(extra["description"]) if isinstance(extra, dict) else ""


def _definitions(model: type[BaseModel]) -> dict[str, JsonSchemaValue]:
    """Return the schema of a record and of every record inside it, by class name.

    Marks of the models are still in it: `x-list` names a list of the vocabulary or the library, `x-written` says how a
    value is written, `x-unknown` what is written while it is not known.
    """
    _, found = models_json_schema(
        [(model, "validation")], schema_generator=_Generator, ref_template=f"{_DEFINED}{{model}}"
    )
    return {record.__name__: found["$defs"][record.__name__] for record in records_of(model)}


def schemas(vocab: Vocabulary, laws: Iterable[Law]) -> dict[str, str]:
    """Return the text of every schema by its path below the data folder. Same input, same bytes."""
    words = {**dict(_lists(vocab)), LIBRARY: ("laws", _library(laws))}
    return {kind.schema: _text(_schema(kind, words)) for kind in FILE_KINDS}


Words = dict[str, tuple[str, JsonSchemaValue]]
"""Closed lists by their Chinese names, each with the name of its definition."""


def _lists(vocab: Vocabulary) -> Iterator[tuple[str, tuple[str, JsonSchemaValue]]]:
    names = {info.alias: name for name, info in type(vocab).model_fields.items()}
    for section, terms in vocab.sections.items():
        meanings = {term.name: term.meaning for term in terms.values()}
        yield section, (names[section], _choice(f"词表“{section}”", meanings, f"请写词表“{section}”里的词"))


def _library(laws: Iterable[Law]) -> JsonSchemaValue:
    names = {law.id: law.name for law in sorted(laws, key=lambda law: law.id)}
    return _choice(LIBRARY, names, "法规库里没有这个标识")


def _choice(title: str, meanings: dict[str, str], advice: str) -> JsonSchemaValue:
    pairs = [(reading, meaning) for word, meaning in meanings.items() for reading in _readings(word)]
    return {
        "title": title,
        "type": _PLAIN,
        "enum": [word for word, _ in pairs],
        "enumDescriptions": [meaning for _, meaning in pairs],
        "errorMessage": advice,
    }


def _readings(word: str) -> list[str | float]:
    """Return a word as we read it and, where editors take it for a number or a boolean, as they do."""
    try:
        other = json.loads(word)
    except ValueError:
        return [word]
    return [word, other] if isinstance(other, bool | int | float) else [word]


def _schema(kind: FileKind, words: Words) -> JsonSchemaValue:
    used: Words = {}
    records = {name: _edited(record, words, used) for name, record in _definitions(kind.model).items()}
    name = kind.model.__name__
    root = {"type": "array", "items": {"$ref": f"{_DEFINED}{name}"}} if kind.listed else records.pop(name)
    lists = dict(sorted(used.values()))
    return {"$schema": DIALECT, **root, "title": kind.title, "definitions": {**records, **lists}}


def _inside(node: object, words: Words, used: Words, section: str | None) -> object:
    if isinstance(node, list):
        return [_inside(item, words, used, section) for item in node]
    return _edited(node, words, used, section) if isinstance(node, dict) else node


def _edited(node: JsonSchemaValue, words: Words, used: Words, section: str | None = None) -> JsonSchemaValue:
    """Return a copy of `node` in which marks have become what editors show, and notes the lists it took in `used`."""
    section, how, unknown = node.get("x-list", section), node.get("x-written"), node.get("x-unknown")
    about = {key: node[key] for key in _ABOUT if key in node}
    if unknown and "description" in node:
        about["description"] += f"{unknown}。"
    if section and node.get("type") == _PLAIN:
        used[section] = words[section]
        return {**about, "$ref": f"{_DEFINED}{words[section][0]}"}
    if how and "description" in node and not section:
        about["description"] += f"\n\n写法：{how}。"
    rest = {k: _inside(v, words, used, section) for k, v in node.items() if not k.startswith("x-") and k not in about}
    if how and "pattern" in node:
        rest["patternErrorMessage"] = f"写法不对：{'；'.join(filter(None, (how, unknown)))}"
    return {**about, **rest}


def _text(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
