"""What re-users rely on: within one version of the format nothing that they read goes away or becomes something else.

The schemas of the last release are kept in the repository; `worse` holds the present ones against them.
"""

import json
from collections.abc import Iterator, Mapping

from pydantic.json_schema import JsonSchemaValue as Schema

from ..site.site import Site
from .documents import FILES
from .model import ROOT
from .schemas import as_text, schema_of
from .tables import heads

_Names = frozenset[tuple[object, object]]
"""The kinds, by their names before and now, that what is compared stands in."""
_NOTHING: _Names = frozenset()
TABLES = "tables"
"""The name under which the columns of the tables are kept."""


def contract(site: Site) -> dict[str, str]:
    """Return what is kept of the present format: each schema, and the columns of the tables, as JSON by name."""
    kept = {name: schema_of(model, f"{ROOT}schema/{name}.json") for name, model in FILES.items()}
    kept[TABLES] = {head.name: [key for key, _ in head.columns] for head in heads(site)}
    return {name: as_text(content) for name, content in kept.items()}


def broken(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return in Chinese what the present format would break for those who read the last release. In: as `contract` gives."""
    found = [f"没有 {name} 了" for name in sorted(old.keys() - new.keys())]
    for name in sorted(old.keys() & new.keys()):
        one, other = json.loads(old[name]), json.loads(new[name])
        if name == TABLES:
            found += _columns(one, other)
            continue
        found += [f"{name}：{fault}" for fault in worse(one, other)]
        if one != other and one["$comment"] == other["$comment"]:
            found.append(f"{name}：格式有变化，而 $comment 里的格式版本没有变；请改 VERSION（qingdan/export/model.py）")
    return found


def _columns(old: dict[str, list[str]], new: dict[str, list[str]]) -> Iterator[str]:
    for table, keys in old.items():
        for key in keys:
            if key not in new.get(table, ()):
                yield f"表格 {table} 没有列 {key} 了"


def worse(old: Schema, new: Schema) -> list[str]:
    """Return in Chinese what has changed from one schema to another for the worse, with the place of each."""
    return list(dict.fromkeys(_compare(old, new, old, new, "")))


def _compare(
    old: Schema, new: Schema, roots: Schema, root: Schema, place: str, *, above: _Names = _NOTHING
) -> Iterator[str]:
    """Yield what has changed for the worse; what a thing holds of its own kind (`above`) is compared already."""
    named = (old.get("$ref"), new.get("$ref"))
    if named in above:
        return
    above |= {named} if all(named) else _NOTHING
    before, now = _kinds(old, roots), _kinds(new, root)
    here = place or "最外层"
    if added := now.keys() - before.keys():
        yield f"{here} 的类型变了：多了 {'、'.join(sorted(added))}"
    if not before.keys() & now.keys():
        return
    for kind in before.keys() & now.keys():
        yield from _within(before[kind], now[kind], roots, root, place, above=above)


def _within(old: Schema, new: Schema, roots: Schema, root: Schema, place: str, *, above: _Names) -> Iterator[str]:
    here = place or "最外层"
    if old.get("pattern") != new.get("pattern"):
        yield f"{here} 的写法变了：{old.get('pattern', '任意')} → {new.get('pattern', '任意')}"
    if "enum" in old and not set(new.get("enum", [None])) <= set(old["enum"]):
        yield f"{here} 可以取的值变了"
    if "items" in old:
        yield from _compare(old["items"], new.get("items", {}), roots, root, f"{place}[]", above=above)
    before, now = old.get("properties", {}), new.get("properties", {})
    for key in before:
        inner = f"{place}.{key}".lstrip(".")
        if key not in now:
            yield f"没有 {inner} 了"
            continue
        yield from _compare(before[key], now[key], roots, root, inner, above=above)
        if key in old.get("required", ()) and key not in new.get("required", ()):
            yield f"{inner} 变成可以没有"


def _kinds(schema: Schema, root: Schema) -> dict[str, Schema]:
    """Return what a value may be: each type (of objects each title) with its schema, references resolved."""
    if "$ref" in schema:
        return _kinds(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root)
    if "anyOf" in schema:
        return {kind: found for option in schema["anyOf"] for kind, found in _kinds(option, root).items()}
    kind = str(schema.get("type", "任意"))
    return {f"object {schema.get('title', '')}".strip() if kind == "object" else kind: schema}
