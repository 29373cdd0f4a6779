"""What is wrong with a form as it is filled in: the messages of `check`, each at its field, with a mend where one is certain."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ..diff.kept import not_kept
from ..diff.unchecked import unchecked
from ..edit.enter.numbers import NoneFree
from ..edit.slip.apply import Applied, Refused, applied
from ..edit.slip.edits import steps_of, value_at
from ..edit.slip.slip import EDITS, Slip
from ..model import Evidence, facts_of
from ..model.explain import explain
from ..model.load import Data
from ..rules.quotations import of_evidence
from ..site.check import examine
from ..source.read import List, Map, Node, Text, parse
from ..source.read import Refused as Unread
from ..source.write import Unwritable, page, why_unwritable
from ..text.problem import Place, Problem
from .fields import LAW, Values, hidden_in, missing_in, written_of
from .form import Form, slip_of
from .mends import Mend, cleaned, lacking, mend_of

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A fault: the path of its field, empty where it concerns the whole, what is wrong, and what mends it."""

    path: Way
    text: str
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong, which fields have to be filled, which have no place; the sheet and what it comes to, where all is well."""

    messages: tuple[Message, ...]
    missing: tuple[str, ...]
    hidden: tuple[str, ...]
    slip: Slip | None = None
    done: Applied | None = None


def checked(form: Form, values: Values, data: Data, folder: Path, commit: str = "") -> Checked:
    """Check a form: all that `check` and the comparison of a pull request would refuse.

    In: what it holds, the proven data, the folder that they were read from, their commit. A form that changes nothing has no
    fault, and comes to nothing.
    """
    missing = tuple(path for path in missing_in(form.model, values) if path not in form.left_out)
    hidden = tuple(hidden_in(form.model, values))
    if unwritable := tuple(_unwritable(values)):
        return Checked(unwritable, missing, hidden)
    if ill := tuple(_ill_formed(form, values)):
        return Checked(ill, missing, hidden)
    if missing:
        return Checked(tuple(_misquoted(values, data)), missing, hidden)
    try:
        slip = slip_of(form, values, data, folder, commit)
        if form.job in EDITS and not slip.edits:
            return Checked((), missing, hidden)
        done = applied(slip, data, folder)
    except (Refused, Unwritable, NoneFree) as reason:
        return Checked((Message((), str(reason)),), missing, hidden)
    new, problems = examine(folder, data.as_of, done.change)
    if new and not problems:
        problems = [*unchecked(data, new), *not_kept(data, new)]
    messages = tuple(_messages(problems, done, folder, values))
    return Checked(messages, missing, hidden, *(() if messages else (slip, done)))


def _unwritable(value: object, path: Way = ()) -> Iterator[Message]:
    """Yield the texts that a file cannot hold: with line breaks, with characters that nobody sees."""
    if isinstance(value, str):
        if value and (reason := why_unwritable(value)):
            better = cleaned(value)
            yield Message(path, reason, Mend("去掉看不见的字和换行", path, better) if better != value else None)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unwritable(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _unwritable(item, (*path, str(at)))


def _ill_formed(form: Form, values: Values) -> Iterator[Message]:
    """Yield what the model has against the values, but for what is not filled in yet."""
    written = written_of(form.model, values, form.before)
    try:
        form.model.model_validate(written)
    except ValidationError as error:
        if (root := parse(page(written), "") if written else None) is None:
            return
        for problem in explain(error, root, form.model):
            if not problem.message.startswith("缺少"):
                way = _way_to(root, problem.place)
                yield Message(way, problem.message, mend_of(problem.message, way))


def _misquoted(value: object, data: Data, path: Way = ()) -> Iterator[Message]:
    """Yield the evidence that is filled in and does not stand in its report, while the rest is not filled in yet."""
    if isinstance(value, dict):
        quoted = {key: value.get(key) for key in facts_of(Evidence)}
        if all(isinstance(said, str) and said for said in quoted.values()):
            with suppress(ValidationError):
                for problem in of_evidence(
                    data, lambda *steps: Place("/".join(steps)), Evidence.model_validate(quoted)
                ):
                    way = (*path, problem.place.path)
                    yield Message(way, problem.message, mend_of(problem.message, way))
        for key, item in value.items():
            yield from _misquoted(item, data, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _misquoted(item, data, (*path, str(at)))


def _messages(problems: list[Problem], done: Applied, folder: Path, values: Values) -> Iterator[Message]:
    """Yield the problems that a change would bring, each at the field that it comes from."""
    roots: dict[Path, Node | None] = {}
    for problem in problems:
        file = Path(problem.place.path)
        inside = file.relative_to(folder) if file.is_relative_to(folder) else file
        if inside in done.change and inside not in roots:
            roots[inside] = _root(done.change[inside], file)
        path = _form_path(roots.get(inside), inside, problem.place, done)
        held = value_at(values, steps_of(path)) if path else None
        if (
            path and isinstance(held, dict) and path[-1].isdecimal() and LAW in held
        ):  # a law may be written by its 标识 alone
            path = (*path, LAW)
        beside = (*path[:-1], lacking(problem.message)) if path else ()
        if (
            path
            and isinstance(value_at(values, steps_of(beside)), str | list)
            and not value_at(values, steps_of(beside))
        ):
            path = beside
        if path is None:
            yield Message((), f"{inside.as_posix()} 第 {problem.place.line} 行：{problem.message}")
        else:
            yield Message(path, problem.message, mend_of(problem.message, path))


def _root(content: bytes, file: Path) -> Node | None:
    try:
        return parse(content.decode("utf-8-sig"), file.as_posix())
    except Unread:
        return None


def _form_path(root: Node | None, file: Path, place: Place, done: Applied) -> Way | None:
    """Return the path in the form of what stands at a place of a changed file; None where the form has nothing there."""
    if root is None:
        return None
    there = _way_to(root, place)
    for spot in sorted(done.spots, key=lambda spot: -len(spot.there)):
        start = tuple(map(str, spot.there))
        if spot.file == file and there[: len(start)] == start:
            return (*map(str, spot.path), *there[len(start) :])
    return None


def _way_to(root: Node, place: Place) -> Way:
    """Return the way to what stands at a place, or else to what begins last before it."""
    before = [(where, path) for where, path in _places(root) if where[1:] <= place[1:]]
    exact = [path for where, path in before if where[1:] == place[1:]]
    return max(exact, key=len) if exact else before[-1][1] if before else ()


def _places(node: Node, path: Way = ()) -> Iterator[tuple[Place, Way]]:
    """Yield the place of each key and value, in the order of the file."""
    yield node.place, path
    if isinstance(node, Map):
        for key, item in node.items.items():
            yield node.keys[key], (*path, key)
            yield from _places(item, (*path, key))
    elif isinstance(node, List):
        for at, item in enumerate(node.items):
            yield from _places(item, (*path, str(at)))
    else:
        assert isinstance(node, Text)
