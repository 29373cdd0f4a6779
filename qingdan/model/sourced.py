"""A record with the place that it was read from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..source.read import Node, parse, place_of
from ..text.problem import Place

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file of the data: the name that messages give it, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A record and where it stands: its file, its index there (None where it is the whole file), where it begins and ends.

    The YAML behind it is read again for those who ask, mostly to say what is wrong: kept, it would take most of the memory.
    """

    value: T
    file: YamlFile
    index: int | None
    start: Place
    last: int

    @property
    def node(self) -> Node:
        """The YAML that it was read from."""
        root = _nodes(self.file.text, self.file.name)
        return root if self.index is None else root.items[self.index]

    @property
    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        fields = type(self.value).model_fields
        return frozenset(fields[name].alias for name in self.value.model_fields_set)

    def place(self, *path: str | int) -> Place:
        """Return the place of the value at `path`, given in the YAML's own keys and indices."""
        return place_of(self.node, path) if path else self.start


_nodes = lru_cache(maxsize=4)(parse)
