"""What one list has that the others have not, and the words that stand in a field."""

from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from . import Entry, Own, facts_of


@cache
def own_fields(record: type[Entry]) -> dict[str, Own]:
    """Return what a list's entries have that is not common to all lists, in the order of the record; not their laws."""
    found = {}
    for fact in facts_of(record).values():
        name = fact.attribute
        if name not in Entry.model_fields and name != "laws":
            mark = fact.mark(Own) or Own(facet="field" if name == "field" else "")
            found[name] = replace(mark, title=mark.title or fact.key, section=fact.section, many=fact.many)
    return found


def named(record: BaseModel, field: str) -> tuple[str, ...]:
    """Return what stands in a field of a record, be it one word, several or none."""
    value = getattr(record, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def words_of(entry: Entry, section: str) -> tuple[str, ...]:
    """Return an entry's words from one list of the vocabulary."""
    return tuple(word for field in _fields_of(type(entry), section) for word in named(entry, field))


@cache
def _fields_of(record: type[Entry], section: str) -> tuple[str, ...]:
    """Return the fields of a list's entries that take words from one list of the vocabulary."""
    return tuple(fact.attribute for fact in facts_of(record).values() if fact.section == section)


def arrangements_of(entry: Entry) -> tuple[str, ...]:
    """Return the 编号 of the other entries of its list that an entry names."""
    return tuple(id for name, own in own_fields(type(entry)).items() if own.numbers for id in named(entry, name))
