"""Going through a record and everything nested in it, with the YAML path of each piece."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from pydantic import BaseModel

Path = tuple[str | int, ...]


def walk(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield `record` and every record nested in it, each with its path in the YAML's own keys and indices."""
    yield path, record
    for name, alias in _nesting(type(record)):
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from walk(value, (*path, alias))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, (*path, alias, index))


@cache
def _nesting(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record, with their keys, that hold records."""
    return tuple((name, info.alias) for name, info in kind.model_fields.items() if _holds_records(info.annotation))


def _holds_records(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_records, get_args(annotation)))
