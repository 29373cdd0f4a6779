"""A look at some pages of the built site: what is wrong on each, and what it says of others. One page is in memory at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from ...site.site import Site
from .active import active_parts
from .links import Link, Ways, lost, references, strangers
from .page import BROKEN, against_policy, python_values, text_without_code
from .promised import promises
from .shown import on_pages


@dataclass
class Seen:
    """What was seen on some pages: faults, each with its path; each page's anchors; links to places; template remains."""

    found: list[tuple[str, str]] = field(default_factory=list)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)


class Look:
    """Looks at pages of the site built into `folder`."""

    def __init__(self, site: Site, folder: Path) -> None:
        self._site, self._folder = site, folder
        self._promised, self._fields, self._ways = promises(site), dict(on_pages(site)), Ways(folder)

    def __call__(self, files: Sequence[Path]) -> Seen:
        """Return what is seen on the pages in these files."""
        seen = Seen()
        for file in files:
            self._page(file, seen)
        return seen

    def _page(self, file: Path, seen: Seen) -> None:
        path, html = file.relative_to(self._folder).as_posix(), file.read_bytes()
        tree = LexborHTMLParser(html)
        seen.anchors[path] = frozenset(node.id for node in tree.css("[id]") if node.id is not None)
        asked = references(tree)
        ends = self._ways.ends(path, asked) if path != "404.html" else {}
        seen.links += self._ways.links(path, ends)
        redirect = path.removesuffix("index.html") in self._site.registry.moves
        messages = [*against_policy(html, tree), *active_parts(html, tree, redirect)]
        messages += [*strangers(asked, self._site), *lost(ends)]
        text = text_without_code(tree)
        messages += python_values(tree, text)
        for promise in (*self._promised.get(path, ()), *filter(None, [self._fields.get(path)])):
            messages += promise(tree)
        seen.found += [(path, message) for message in messages]
        if remains := BROKEN.search(text):
            seen.broken[path] = remains[0]
