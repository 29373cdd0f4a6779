"""What a YAML file says, as plain values and where each begins and ends; kept, where wanted, from one run to the next.

Reading YAML takes half of a check of ten thousand entries, and hardly any file has changed since the last one.
"""

import hashlib
import marshal
import sys
from pathlib import Path
from typing import NamedTuple

import yaml

from ..text import characters, problem, reading
from ..text.problem import Place
from . import read, unreadable
from .cache import recalled, remember
from .read import LOADER, List, Map, Node, kept


class Part(NamedTuple):
    """A value of a file as plain text, lists and dicts: where it begins, and the line that it ends on."""

    place: Place
    value: object
    last: int


class Outline(NamedTuple):
    """What a file says: the items of its list, or the one thing that it holds instead."""

    listed: bool
    parts: list[Part]


class Outlines:
    """The outlines of the files of a data folder: kept ones where `keep_outlines` was called, found by the files' texts."""

    def __init__(self, folder: Path) -> None:
        self._made_of = ("outlines", *_reader, str(folder.resolve())) if _reader else ()
        content = recalled(self._made_of) if self._made_of else None
        self._old: dict[bytes, bytes] = marshal.loads(content) if content else {}
        self._seen: dict[bytes, bytes] = {}

    def of(self, text: str, name: str) -> Outline | None:
        """Return the outline of a text; None for one without content. Raises Refused, as `parse` does.

        In: the text and the name of its file in messages.
        """
        if not self._made_of:
            return _outlined(kept(text, name))
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        if key in self._old:
            self._seen[key] = self._old[key]
            return _told(self._old[key], name)
        if outline := _outlined(kept(text, name)):
            self._seen[key] = _packed(outline)
        return outline

    def keep(self) -> None:
        """Keep what was seen, where it is not what is kept already."""
        if self._made_of and self._seen.keys() != self._old.keys():
            remember(self._made_of, marshal.dumps(self._seen))


_reader: list[str] = []
"""All that decides how a text is read, where outlines are kept: a change to it, and nothing is found any more."""


def keep_outlines() -> None:
    """Let outlines be kept from one run to the next."""
    sources = [str(module.__file__) for module in (read, unreadable, characters, reading, problem)]
    texts = (Path(source).read_text(encoding="utf-8") for source in (__file__, *sources))
    _reader[:] = [sys.version, yaml.__version__, LOADER.__name__, *texts]


def _outlined(root: Node | None) -> Outline | None:
    if root is None:
        return None
    nodes = root.items if isinstance(root, List) else [root]
    return Outline(isinstance(root, List), [Part(node.place, _plain(node), node.last) for node in nodes])


def _plain(node: Node) -> object:
    """Return what a node says; the same words are one string, here and wherever they are found again."""
    if isinstance(node, Map):
        return {key: _plain(item) for key, item in node.items.items()}
    return [_plain(item) for item in node.items] if isinstance(node, List) else sys.intern(node.value)


def _packed(outline: Outline) -> bytes:
    parts = [(part.place.line, part.place.column, part.value, part.last) for part in outline.parts]
    return marshal.dumps((outline.listed, parts))


def _told(packed: bytes, name: str) -> Outline:
    listed, parts = marshal.loads(packed)
    return Outline(listed, [Part(Place(name, row, column), value, last) for row, column, value, last in parts])
