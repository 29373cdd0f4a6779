"""Going through a record and everything nested in it, with the YAML path of each piece."""

from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from pydantic import BaseModel

from . import facts_of

Steps = tuple[str | int, ...]
T = TypeVar("T", bound=BaseModel)


def walk(record: BaseModel, wanted: type[T], path: Steps = ()) -> Iterator[tuple[Steps, T]]:
    """Yield every `wanted` record in `record`, itself included, each with its path in the YAML's own keys and indices."""
    if isinstance(record, wanted):
        yield path, record
    for name, alias in _ways(type(record), wanted):
        value = getattr(record, name)
        if isinstance(value, BaseModel):
            yield from walk(value, wanted, (*path, alias))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, wanted, (*path, alias, index))


@cache
def _ways(kind: type[BaseModel], wanted: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of a kind of record, with their keys, that hold wanted records or lead to them."""
    return tuple(
        (fact.attribute, fact.key)
        for fact in facts_of(kind).values()
        if fact.record and (issubclass(fact.record, wanted) or _ways(fact.record, wanted))
    )
