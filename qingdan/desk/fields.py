"""A record's model → the fields of a form: titles, notes, choices with their meanings, as the desk's page draws them."""

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from ..model import Evidence, Fact, InLibrary, LawRef, OnlyIf, Unknown, facts_of
from ..model.load import Data
from ..model.marks import Instead
from ..text.dates import Moment

Field = dict[str, Any]
"""What the page is told of a field; its keys are those of the page's script."""
Values = dict[str, Any]
"""What a form holds: by the YAML's own keys, everything as text, lists of text, or such values again."""

LAW, ARTICLE = "法规", "条"
_LISTED = ("条目", "接续", "相关条目", "对应安排")
"""Fields that name entries of the lists."""


def fields_of(model: type[BaseModel], data: Data, shown: Iterable[str] = (), hidden: Iterable[str] = ()) -> list[Field]:
    """Return the fields of a record: first those of `shown` in their order, the others folded away, where any is named.

    Those of `hidden` are left out.
    """
    facts, first = facts_of(model), tuple(shown)
    keys = (*(key for key in first if key in facts), *(key for key in facts if key not in first))
    return [
        {**_field(facts[key], data), "folded": bool(first) and key not in first} for key in keys if key not in hidden
    ]


def _field(fact: Fact, data: Data) -> Field:
    about = {
        "path": fact.key,
        "title": fact.info.title or fact.key,
        "help": fact.help,
        "example": _example(fact),
        "kind": _kind(fact),
        "required": fact.required,
        "folded": False,
    }
    if fact.record:
        about["fields"] = fields_of(fact.record, data)
    elif not _plain(fact):
        about["choices"] = _choices(fact, data)
    if words := _words(fact):
        about["words"] = words
    if fact.key in _LISTED:
        about["suggest"] = "entries"
    return about


def _example(fact: Fact) -> str:
    """Return an example of what is filled in; empty where words are chosen and where there is none."""
    given = (fact.info.examples or [""])[0] if _plain(fact) else ""
    words = given if isinstance(given, list) else [given]
    return "、".join(word for word in words if word != "…")


def _plain(fact: Fact) -> bool:
    return not (fact.record or fact.section or fact.choices) and fact.mark(InLibrary) is None


def _kind(fact: Fact) -> str:
    if fact.record:
        return "evidence" if fact.record is Evidence else "records" if fact.many else "record"
    if not _plain(fact):
        return "choices" if fact.many else "choice"
    return "lines" if fact.many else "date" if Moment in fact.types else "line"


def _words(fact: Fact) -> list[str]:
    """Return the words that stand for what is not a date, or not known."""
    instead, unknown = fact.mark(Instead), fact.mark(Unknown) if _plain(fact) else None
    return [*(instead.words if instead else ()), *([unknown.usual] if unknown and unknown.usual else ())]


def _choices(fact: Fact, data: Data) -> list[dict[str, str]]:
    if fact.section:
        terms = data.vocab.value.sections[fact.section]
        return [{"value": name, "label": name, "about": term.meaning} for name, term in terms.items()]
    if fact.mark(InLibrary):
        laws = sorted((law.value for law in data.laws), key=lambda law: law.id)
        return [{"value": law.id, "label": law.short, "about": law.name} for law in laws]
    return [{"value": word, "label": word, "about": ""} for word in fact.choices]


def values_of(model: type[BaseModel], written: object) -> Values:
    """Return what a form of a record holds when it is opened, from what is written of it."""
    alone = {LAW: written} if model is LawRef and isinstance(written, str) else {}
    found = written if isinstance(written, dict) else alone
    return {key: _value(fact, found.get(key)) for key, fact in facts_of(model).items()}


def _value(fact: Fact, written: object) -> object:
    if fact.record and not fact.many:
        return values_of(fact.record, written)
    if not fact.many:
        return written or ""
    items = written if isinstance(written, list) else [written] if written else []
    return [values_of(fact.record, item) for item in items] if fact.record else items


def written_of(model: type[BaseModel], values: Values, before: object = None) -> dict[str, Any]:
    """Return what a form says, as it is written: without what is empty, and as it was written `before` where that says the same."""
    old = before if isinstance(before, dict) else {}
    found = {key: _written(fact, values.get(key), old.get(key)) for key, fact in facts_of(model).items()}
    return {key: value for key, value in found.items() if value}


def _written(fact: Fact, value: object, before: object) -> object:
    if fact.record and not fact.many:
        return written_of(fact.record, value if isinstance(value, dict) else {}, before)
    if not fact.many:
        return str(value or "")
    items = value if isinstance(value, list) else []
    if not fact.record:
        words = [str(item) for item in items if item]
        return before if words == [before] else words
    old = before if isinstance(before, list) else [before] if isinstance(before, str) else []
    records = [_item(fact.record, item, old[at] if at < len(old) else None) for at, item in enumerate(items)]
    return before if isinstance(before, str) and records == [before] else [one for one in records if one]


def _item(model: type[BaseModel], item: object, before: object) -> object:
    """Return an item of a list of records; a law without articles is its 标识 alone."""
    record = written_of(model, item if isinstance(item, dict) else {}, before)
    return record[LAW] if model is LawRef and list(record) == [LAW] and not isinstance(before, dict) else record


def hidden_in(model: type[BaseModel], values: Values) -> Iterator[str]:
    """Yield the fields that have no place beside the other values."""
    written = {key: value for key, value in values.items() if value}
    for key, fact in facts_of(model).items():
        if (only := fact.mark(OnlyIf)) and not only.holds(written) and not values.get(key):
            yield key


def missing_in(model: type[BaseModel], values: Values, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the paths of the fields that must be filled and are not."""
    written = written_of(model, values)
    for key, fact in facts_of(model).items():
        only, value = fact.mark(OnlyIf), written.get(key)
        if not value:
            if fact.record and fact.required and not fact.many:
                yield from missing_in(fact.record, {}, (*path, key))
            elif (only.required and only.holds(written)) if only else fact.required:
                yield "/".join((*path, key))
        elif fact.record:
            for at, item in enumerate(values[key]) if fact.many else ((None, values[key]),):
                if written_of(fact.record, item):
                    here = (*path, key) if at is None else (*path, key, str(at))
                    yield from missing_in(fact.record, item, here)


def offered(values: Values, data: Data) -> Iterator[tuple[str, list[str]]]:
    """Yield the path of each 条 of a law that is chosen, with the articles that the library lists of it."""
    for path, value in walk(values):
        if isinstance(value, dict) and ARTICLE in value and isinstance(law := value.get(LAW), str):
            listed = (article.number for one in data.laws if one.value.id == law for article in one.value.articles)
            yield "/".join((*path, ARTICLE)), list(listed)


def walk(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield a value of a form and all values within it, each with its path as words."""
    yield path, value
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inside:
        yield from walk(item, (*path, str(step)))
