"""JSON Schema 2020-12 of each published file, made from the models: Chinese titles, every key required, no other key."""

import json
from collections.abc import Iterator

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from ..site.site import Site
from .documents import FILES
from .model import ROOT, VERSION, File


class _Generator(GenerateJsonSchema):
    """pydantic's generator, without the English that it would take from names and docstrings."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        found.pop("description", None)
        return {**found, **(schema["cls"].model_config.get("json_schema_extra") or {})}

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def schemas(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the schema of every kind of file."""
    for name, model in FILES.items():
        path = f"{ROOT}schema/{name}.json"
        yield path, as_text(schema_of(model, f"{site.publication.address}{path}")).encode()


def schema_of(model: type[File], identity: str) -> JsonSchemaValue:
    """Return a file's schema. In: where it will stand; `$comment` gives the version of the format."""
    found = model.model_json_schema(mode="serialization", schema_generator=_Generator)
    return {"$schema": _Generator.schema_dialect, "$id": identity, "$comment": f"格式版本 {VERSION}", **found}


def as_text(schema: JsonSchemaValue) -> str:
    """Return a schema as JSON for people and programs."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
