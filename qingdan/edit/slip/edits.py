"""改动: two states of a record → the values that differ, each at its path; and back into the file, touching nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from ...model import Fact, facts_of
from ...model.parts import part_of
from ...model.sourced import Path, Sourced
from ...source.amend import Amendment
from .slip import Edit

Written = dict[str, Any]
"""A record as plain text, lists and dicts, with the YAML's own keys."""


def fixed(thing: Sourced[Any]) -> tuple[str, ...]:
    """Return the fields that are never changed: what names a record, on which its address hangs, and a report's digest."""
    return part_of(thing.value).key_title, "sha256"


def edits_between(model: type[BaseModel], old: Written, new: Written, path: tuple[str, ...] = ()) -> Iterator[Edit]:
    """Yield what to change in a record that is written as `old` to have it say `new`; what is taken out of a list last."""
    for key, fact in facts_of(model).items():
        before, after = old.get(key) or None, new.get(key) or None
        if before == after:
            continue
        here = (*path, key)
        if fact.record and isinstance(before, dict) and isinstance(after, dict):
            yield from edits_between(fact.record, before, after, here)
        elif fact.record and fact.many and isinstance(before, list) and isinstance(after, list):
            yield from _listed(fact.record, before, after, here)
        else:
            yield _edit(here, before, after)


def _listed(model: type[BaseModel], before: list[Any], after: list[Any], path: tuple[str, ...]) -> Iterator[Edit]:
    """Yield the changes of a list of records: those that stay by their fields, new ones at the end, and those that go."""
    end = 0
    while len(before) > len(after) > end and before[-1 - end] == after[-1 - end]:
        end += 1
    kept = min(len(before), len(after)) - end
    for index in range(kept):
        old, new, here = before[index], after[index], (*path, str(index))
        if isinstance(old, dict) and isinstance(new, dict):
            yield from edits_between(model, old, new, here)
        elif old != new:
            yield _edit(here, old, new)
    for index in range(kept + end, len(after)):
        yield _edit((*path, str(index)), None, after[index])
    for index in reversed(range(kept, len(before) - end)):
        yield _edit((*path, str(index)), before[index], None)


def _edit(path: Sequence[str], old: object, new: object) -> Edit:
    return Edit.model_validate({"项": "/".join(path), "原": old, "改为": new})


def path_of(edit: Edit) -> Path:
    """Return the way to the value of an edit, for example 证据/0/引文, in keys and indices."""
    return steps_of(edit.item.split("/"))


def steps_of(words: Iterable[str]) -> Path:
    """Return the steps of a path that is written as words: what is a number counts in a list."""
    return tuple(int(word) if word.isascii() and word.isdecimal() else word for word in words)


def can_change(thing: Sourced[Any], path: Path) -> bool:
    """Tell whether a path leads to a field of a record that may be changed."""
    return bool(path) and path[0] not in fixed(thing) and _fact(type(thing.value), path) is not None


def _fact(model: type[BaseModel], path: Path) -> Fact | None:
    """Return the field that a path leads to, or into; None where it leads to none."""
    fact: Fact | None = None
    for step in path:
        if isinstance(step, str):
            holder = fact.record if fact else model
            fact = facts_of(holder).get(step) if holder else None
        elif fact and not fact.many:
            return None
        if fact is None:
            return None
    return fact


def value_at(written: Written, path: Path) -> object:
    """Return what is written at a path; None where nothing is."""
    found: Any = written
    for step in path:
        if isinstance(found, dict):
            found = found.get(str(step))
        elif isinstance(found, list) and isinstance(step, int):
            found = found[step] if step < len(found) else None
        else:
            return None
    return found


def with_edits(written: Written, edits: Sequence[Edit]) -> Written:
    """Return a record with the edits made, whatever it says at those places now."""
    found = deepcopy(written)
    for edit in edits:
        *way, last = path_of(edit)
        holder = value_at(found, tuple(way)) if way else found
        if isinstance(holder, list) and isinstance(last, int):
            holder[last : last + 1] = [] if edit.new is None else [deepcopy(edit.new)]
        elif isinstance(holder, dict):
            holder[str(last)] = deepcopy(edit.new)
    return {key: value for key, value in found.items() if value is not None}


def amendment(thing: Sourced[Any], edit: Edit) -> tuple[str, Amendment]:
    """Return the file in which an edit is made, and the change to it."""
    path = path_of(edit)
    file, there = thing.home(*path)
    model: type[BaseModel] = type(thing.value)
    holder = _fact(model, path[:-1])
    return file.name, Amendment(there, edit.new, tuple(facts_of((holder and holder.record) or model)))
