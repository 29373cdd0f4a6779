"""What the marks on the fields of records say: which words a field takes, and what one list has that the others have not."""

from dataclasses import replace
from functools import cache

from pydantic import BaseModel

from . import Entry, Own, facts_of


@cache
def classified(kind: type[BaseModel]) -> dict[str, str]:
    """Return the fields of a kind of record that take words of the vocabulary, each with the list that it takes them from."""
    return {fact.attribute: fact.section for fact in facts_of(kind).values() if fact.section}


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


def named(entry: Entry, field: str) -> tuple[str, ...]:
    """Return what stands in a field of an entry, be it one word, several or none."""
    value = getattr(entry, field)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def words_of(entry: Entry, section: str) -> tuple[str, ...]:
    """Return an entry's words from one list of the vocabulary."""
    return tuple(word for name, one in classified(type(entry)).items() if one == section for word in named(entry, name))


def arrangements_of(entry: Entry) -> tuple[str, ...]:
    """Return the 编号 of the other entries of its list that an entry names."""
    return tuple(id for name, own in own_fields(type(entry)).items() if own.numbers for id in named(entry, name))
