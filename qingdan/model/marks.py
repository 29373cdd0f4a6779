"""What a field says of itself where pydantic has no word for it: marks beside its type, in `Annotated[…]`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class _Noted:
    """A mark of which one attribute stands in the JSON schema too, under a key: `editor_schema.py` and the guide read it."""

    note: ClassVar[tuple[str, str]]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        key, attribute = self.note
        return {**handler(core), key: getattr(self, attribute)}


@dataclass(frozen=True, slots=True)
class In(_Noted):
    """Marks a field whose values are names from one list of the vocabulary."""

    note = ("x-list", "section")
    section: str


@dataclass(frozen=True, slots=True)
class InLibrary(_Noted):
    """Marks a field whose value is the 标识 of a law of the library."""

    note = ("x-list", "section")
    section = "法规库"
    wrong = "请写法规的标识，例如 admin-penalty"
    example = "admin-penalty"


@dataclass(frozen=True, slots=True)
class Own:
    """Says how readers see a field that one list alone has.

    `title` is its title where that is not its key, `facet` its name in addresses where it narrows the list, `numbers`
    tells what it means that it names other entries of the list; `section`, its list of the vocabulary, and `many`,
    whether it takes several values, are seen from the field.
    """

    title: str = ""
    facet: str = ""
    numbers: str = ""
    section: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Written(_Noted):
    """Says in Chinese how a value is written, and what is said of one that is not written so."""

    note = ("x-written", "how")
    how: str
    wrong: str = "请照已有条目的样子写"


@dataclass(frozen=True, slots=True)
class Unknown(_Noted):
    """Says in Chinese what is written while a value is not known; `usual` is what `new` then takes without an answer."""

    note = ("x-unknown", "advice")
    advice: str
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """Names the words that may stand in the place of a date."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """Marks a field of one list that is written before a field which both lists have."""

    key: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Says how `new` asks for a field: its option, where that is not the attribute's name; `never` where it does not."""

    option: str = ""
    never: bool = False


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """Marks a field that is written only where another has one of these words, or, without words, any but those of `unless`."""

    key: str
    words: tuple[str, ...] = ()
    required: bool = True
    unless: tuple[str, ...] = ()

    def holds(self, values: Mapping[str, object]) -> bool:
        """Tell whether the field has its place beside these values."""
        if self.words:
            return values.get(self.key) in self.words
        return self.key in values and values[self.key] not in self.unless


@dataclass(frozen=True, slots=True)
class Past:
    """Marks the date of something that has happened, or was seen to be so: it does not lie ahead of the day."""
