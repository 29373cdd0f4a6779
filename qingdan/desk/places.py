"""The places of faults in files → the fields of the form that they come from."""

from collections.abc import Iterator
from pathlib import Path

from ..edit.slip.apply import Applied
from ..edit.slip.edits import steps_of, value_at
from ..source.read import List, Map, Node, Refused, parse
from ..text.problem import Place, Problem
from .fields import LAW, Values
from .mends import lacking, mend_of
from .message import Message, Way


def messages_of(problems: list[Problem], done: Applied, folder: Path, values: Values) -> Iterator[Message]:
    """Yield the problems that a change would bring, each at the field that it comes from."""
    roots: dict[Path, Node | None] = {}
    for problem in problems:
        file = Path(problem.place.path)
        inside = file.relative_to(folder) if file.is_relative_to(folder) else file
        if inside in done.change and inside not in roots:
            roots[inside] = _root(done.change[inside], file)
        path = _form_path(roots.get(inside), inside, problem.place, done)
        if path is None:
            yield Message((), f"{inside.as_posix()} 第 {problem.place.line} 行：{problem.message}")
        else:
            path = _field(path, problem.message, values)
            yield Message(path, problem.message, mend_of(problem.message, path))


def _field(path: Way, message: str, values: Values) -> Way:
    """Return the field at which a fault is told: that of the law which is written by its 标识 alone, the empty one beside it that the message asks for."""
    held = value_at(values, steps_of(path))
    if isinstance(held, dict) and path[-1:] and path[-1].isdecimal() and LAW in held:
        path = (*path, LAW)
    beside = (*path[:-1], lacking(message))
    empty = value_at(values, steps_of(beside))
    return beside if isinstance(empty, str | list) and not empty else path


def _root(content: bytes, file: Path) -> Node | None:
    try:
        return parse(content.decode("utf-8-sig"), file.as_posix())
    except Refused:
        return None


def _form_path(root: Node | None, file: Path, place: Place, done: Applied) -> Way | None:
    """Return the path in the form of what stands at a place of a changed file; None where the form has nothing there."""
    if root is None:
        return None
    there = way_to(root, place)
    for spot in sorted(done.spots, key=lambda spot: -len(spot.there)):
        start = tuple(map(str, spot.there))
        if spot.file == file and there[: len(start)] == start:
            return (*map(str, spot.path), *there[len(start) :])
    return None


def way_to(root: Node, place: Place) -> Way:
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
