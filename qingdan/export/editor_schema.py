"""JSON Schema for editors: what may be written in each kind of file, made from the models, the vocabulary and the library.

Draft-07 is what the YAML language server of VS Code understands; it shows `enumDescriptions`, `patternErrorMessage` and
`errorMessage`, which other programs pass over. Editors read `2024` and `true` as number and boolean where we read text,
so plain text may be either. `check` has the say.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

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
        found.pop("description", None)
        found["properties"] = {key: found["properties"][key] for key in facts_of(schema["cls"])}
        return {**found, **(schema["cls"].model_config.get("json_schema_extra") or {})}

    def field_title_should_be_set(self, schema: object) -> bool:
        return True


@cache
def definitions(kind: FileKind) -> dict[str, JsonSchemaValue]:
    """Return the schema of the kind's record and of every record inside it, by class name, as they are first needed.

    Marks of the models are still in it: `x-list` names a list of the vocabulary or the library, `x-written` says how a
    value is written, `x-unknown` what is written while it is not known.
    """
    models = [(kind.model, "validation")]
    _, found = models_json_schema(models, schema_generator=_Generator, ref_template=f"{_DEFINED}{{model}}")
    needed = {kind.model.__name__: None}
    pending = [*needed]
    while pending:
        inside = [name for name in references(found["$defs"][pending.pop(0)]) if name not in needed]
        needed |= dict.fromkeys(inside)
        pending = [*dict.fromkeys(inside), *pending]
    return {name: found["$defs"][name] for name in needed}


def references(node: object) -> Iterator[str]:
    """Yield the names of the definitions that a schema refers to, in its order."""
    if isinstance(node, dict) and "$ref" in node:
        yield node["$ref"].removeprefix(_DEFINED)
    for item in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from references(item)


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
    records = {name: _edited(record, words, used) for name, record in definitions(kind).items()}
    root = records.pop(kind.model.__name__) if not kind.listed else {"type": "array"}
    if kind.listed:
        root["items"] = {"$ref": f"{_DEFINED}{kind.model.__name__}"}
    lists = dict(sorted(used.values()))
    return {"$schema": DIALECT, **root, "title": kind.title, "definitions": {**records, **lists}}


def _edited(node: object, words: Words, used: Words, section: str | None = None) -> object:
    """Return a copy of `node` in which marks have become what editors show, and notes the lists it took in `used`."""
    if isinstance(node, list):
        return [_edited(item, words, used, section) for item in node]
    if not isinstance(node, dict):
        return node
    section, how, unknown = node.get("x-list", section), node.get("x-written"), node.get("x-unknown")
    about = {key: node[key] for key in _ABOUT if key in node}
    if unknown and "description" in node:
        about["description"] += f"{unknown}。"
    if section and node.get("type") == _PLAIN:
        used[section] = words[section]
        return {**about, "$ref": f"{_DEFINED}{words[section][0]}"}
    if how and "description" in node and not section:
        about["description"] += f"\n\n写法：{how}。"
    rest = {k: _edited(v, words, used, section) for k, v in node.items() if not k.startswith("x-") and k not in about}
    message = (
        {"patternErrorMessage": f"写法不对：{'；'.join(filter(None, (how, unknown)))}"}
        if how and "pattern" in node
        else {}
    )
    return {**about, **rest, **message}


def _text(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
