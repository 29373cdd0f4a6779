"""A page of a list that is too long for one, and the files from which `long.js` finds and draws rows of all of it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ..model import Entry, Law
from ..model.parts import LAWS, Part
from ..site.site import Site
from ..site.stretches import every_stretch, long_lists, stretches, title_of_stretch
from ..text.compact import compact_json
from .law import by_level, law_marks
from .lists import grouped_rows, marks_of
from .template import fill

ROWS, WORDS = "rows.json", "words.json"
"""The files beside a list's page; `long.js` knows their names."""

_CELL = re.compile(r"<t[hd] .*?</t[hd]>", re.DOTALL)

Groups = tuple[tuple[str, tuple[Entry | Law, ...]], ...]


def list_stretch(site: Site, path: str, root: str) -> str:
    """Return the page of the stretch at this address, with the ways to its neighbours. Raises KeyError when there is none."""
    stretch = every_stretch(site)[path]
    pages = stretches(site, stretch.part)
    at = pages.index(stretch)
    kind, groups = _groups(site, stretch.part, stretch.ids)
    return fill(
        "stretch",
        site=site,
        root=root,
        stretch=stretch,
        heading=title_of_stretch(site, stretch),
        kind=kind,
        groups=groups,
        before=pages[at - 1] if at else None,
        after=pages[at + 1] if at + 1 < len(pages) else None,
    )


def row_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield, with their paths, the files of each list that is too long for one page: its rows, and the words to find them by."""
    for part in long_lists(site):
        yield from _files(site, part)


def _files(site: Site, part: Part) -> Iterator[tuple[str, bytes]]:
    """Yield the cells that differ and, group by group, what each row carries and which cells it has; then the words."""
    entries = site.lists.get(part.folder, ())
    marks = marks_of(site, entries) if entries else {law.id: law_marks(site, law) for law in site.laws.values()}
    cells: dict[str, int] = {}
    groups, words = [], []
    kind, members = _groups(site, part, tuple(marks))
    for title, things in members:
        found = _CELL.findall(fill("rows", kind=kind, members=things, site=site, root="../"))
        numbers = [cells.setdefault(cell, len(cells)) for cell in found]
        wide = len(numbers) // len(things)
        words += [marks[one.id].pop("text") for one in things]
        rows = [[one.id, marks[one.id], *numbers[at * wide : at * wide + wide]] for at, one in enumerate(things)]
        groups.append([title, rows])
    yield f"{part.address}{ROWS}", compact_json({"cells": [_element(cell) for cell in cells], "groups": groups})
    yield f"{part.address}{WORDS}", compact_json(words)


def _groups(site: Site, part: Part, ids: tuple[str, ...]) -> tuple[str, Groups]:
    if part is LAWS:
        return "laws", by_level(tuple(site.laws[id] for id in ids))
    return "entries", grouped_rows(site, tuple(site.entries[id] for id in ids))


class _Tree(HTMLParser):
    """The elements of HTML that a template has filled: each a list of its tag, its attributes and what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[list[object]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: list[object] = [tag, dict(attrs)]
        self.open[-1].append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].append(data)


def _element(html: str) -> object:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return tree.open[0][0]
