"""Going through a record and everything nested in it, with the YAML path of each piece."""

from collections.abc import Iterator

from pydantic import BaseModel

Path = tuple[str | int, ...]


def walk(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Yield `record` and every record nested in it, each with its path in the YAML's own keys and indices."""
    yield path, record
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from walk(value, (*path, info.alias))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from walk(item, (*path, info.alias, index))
