"""The links of a built site: nothing is loaded from another host, and every way leads to a file and to a place in it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from ...rules.hosts import host_of
from ...site.site import Site

_ASKING = frozenset(("href", "src", "cite", "xlink:href"))
_DESCRIBING = ("canonical", "prev", "next")
_OWN_ADDRESSES = 1 << 14


class Reference(NamedTuple):
    """What an element asks for: its tag, its `rel`, and the address as written."""

    tag: str
    rel: str | None
    target: str


class Link(NamedTuple):
    """A link to a place in a page: the page that it stands on, the address as written, the page and anchor it names."""

    path: str
    target: str
    page: str
    anchor: str


def references(tree: LexborHTMLParser) -> frozenset[Reference]:
    """Return what a page's elements ask for, each once."""
    return frozenset(
        Reference(node.tag or "", attributes.get("rel"), attributes[name] or "")
        for node in tree.css("[href], [src], [cite]")
        for attributes in [node.attributes]
        for name in _ASKING & attributes.keys()
    )


def strangers(asked: frozenset[Reference], site: Site) -> Iterator[str]:
    """Yield a message for whatever a page loads from another host, and for links to hosts that are not listed."""
    for tag, rel, target in asked:
        if _read(target)[0] and not (tag == "link" and rel in _DESCRIBING):
            own = site.repository.name and f"{target}/".startswith(f"{site.repository.address}/")
            if tag != "a" or not (own or host_of(target, site.vocab.hosts)):
                yield f"引用了别的网站：{target}"


def lost(ends: Mapping[str, Path | None]) -> Iterator[str]:
    """Yield a message for each address that leads to no file."""
    for target, file in ends.items():
        if file is None:
            yield f"链接没有着落：{target}"


class Ways:
    """The ways between the files of a site; each file is looked for once, however many links lead there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, Path | None] = {}

    def ends(self, path: str, asked: frozenset[Reference]) -> dict[str, Path | None]:
        """Return where the addresses of this site lead that the page at `path` asks for; None where no file is."""
        above = path.split("/")[:-1]
        inside = ((target, way) for _, _, target in asked for away, way, _ in [_read(target)] if not away)
        return {target: self._file(_where(above, way) if way else path) for target, way in inside}

    def links(self, path: str, ends: Mapping[str, Path | None]) -> Iterator[Link]:
        """Yield the links on the page at `path` that name a place in a page that is there."""
        for target, file in ends.items():
            if (anchor := _read(target)[2]) and file and file.suffix == ".html":
                yield Link(path, target, normpath(file.relative_to(self._folder).as_posix()), anchor)

    def _file(self, where: str) -> Path | None:
        if where not in self._files:
            place = self._folder / where
            file = place / "index.html" if place.is_dir() else place
            inside = not normpath(where).startswith(("..", "/"))
            self._files[where] = file if inside and file.is_file() else None
        return self._files[where]


def _where(above: list[str], way: str) -> str:
    """Return `way`, as written in the folder below the folders `above`, from the site's own folder on."""
    if way.startswith("/"):
        return way
    while above and way.startswith("../"):
        above, way = above[:-1], way[3:]
    return "/".join((*above, way.lstrip("/")))


@lru_cache(_OWN_ADDRESSES)
def _read(target: str) -> tuple[bool, str, str]:
    """Return whether an address leads away from this site, its path and its anchor."""
    parts = urlsplit(target)
    return bool(parts.scheme or parts.netloc), unquote(parts.path), unquote(parts.fragment)
