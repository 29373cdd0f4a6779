"""A record with the place that it was read from."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..source.read import Node, node_at, parse
from ..text.problem import Place
from .facts import facts_of

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file of the data: the name that messages give it, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T_co]):
    """A record and where it stands: its file, its index there (None where it is the whole file), where it begins and ends.

    The YAML behind it is read again for those who ask, mostly to say what is wrong: kept, it would take most of the memory.
    """

    value: T_co
    file: YamlFile
    index: int | None
    start: Place
    last: int

    @property
    def node(self) -> Node:
        """The YAML that it was read from."""
        root = _nodes(self.file.text, self.file.name)
        assert root  # a file without content has no record
        return root if self.index is None else node_at(root, (self.index,))

    @property
    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        written = self.value.model_fields_set
        return frozenset(fact.key for fact in facts_of(type(self.value)).values() if fact.attribute in written)

    def place(self, *path: str | int) -> Place:
        """Return the place of the value at `path`, given in the YAML's own keys and indices."""
        return node_at(self.node, path).place if path else self.start

    def inside(self, index: int, *path: str | int) -> Place:
        """Return the place of a character of the text at `path`; quotation marks around it may move it by one."""
        place = self.place(*path)
        return place._replace(column=place.column + index)


_nodes = lru_cache(maxsize=4)(parse)
