"""A record with the place that it was read from."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from ..source.read import Node, kept, node_at, values
from ..text.problem import Place
from .facts import facts_of

Path = tuple[str | int, ...]
"""The way to a value in YAML: keys and indices."""

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file of the data: the name that messages give it, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A value of a record, at `path`, that stands in another file, at the path `there`."""

    path: Path
    file: YamlFile
    there: Path


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T_co]):
    """A record and where it stands: its file, its index there (None where it is the whole file), where it begins and ends.

    Of what it was given by other files, `elsewhere` tells where; where some items of a list are, it has all of them.
    The YAML behind it is read again for those who ask, mostly to say what is wrong: kept, it would take most of the memory.
    """

    value: T_co
    file: YamlFile
    index: int | None
    start: Place
    last: int
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def written(self) -> dict[str, object]:
        """What is written of it, as plain text, lists and dicts, here and elsewhere."""
        found = values(_node(*self.home()))
        assert isinstance(found, dict)  # every record is a mapping
        for one in self.elsewhere:
            key, *index = one.path
            value = values(_node(one.file, one.there))
            found[key] = [*(found[key] if index != [0] else ()), value] if index else value
        return found

    def home(self, *path: str | int) -> tuple[YamlFile, Path]:
        """Return the file that holds the value at `path` and the way to it there; for the next item of a list, where it goes."""
        for one in self.elsewhere:
            depth = len(one.path)
            if one.path == path[:depth]:
                return one.file, (*one.there, *path[depth:])
            if path[:2] == (*one.path[:-1], len(self._beside(one))):
                last = self._beside(one)[-1]
                return last.file, (*last.there[:-1], int(last.there[-1]) + 1, *path[2:])
        return self.file, (*(() if self.index is None else (self.index,)), *path)

    def _beside(self, one: Elsewhere) -> tuple[Elsewhere, ...]:
        """Return the items of the list that a value elsewhere is an item of."""
        return tuple(other for other in self.elsewhere if len(one.path) > 1 and other.path[:-1] == one.path[:-1])

    @property
    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        written = self.value.model_fields_set
        return frozenset(fact.key for fact in facts_of(type(self.value)).values() if fact.attribute in written)

    def place(self, *path: str | int) -> Place:
        """Return the place of the value at `path`, given in the YAML's own keys and indices."""
        return _node(*self.home(*path)).place if path else self.start

    def inside(self, index: int, *path: str | int) -> Place:
        """Return the place of a character of the text at `path`; quotation marks around it may move it by one."""
        place = self.place(*path)
        return place._replace(column=place.column + index)


def _node(file: YamlFile, path: Path) -> Node:
    root = kept(file.text, file.name)
    assert root  # a file without content has no record
    return node_at(root, path)
