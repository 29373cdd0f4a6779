"""A page of a list that is too long for one, and the file of all its rows, from which `long.js` draws those asked for."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser

from ..model import Entry, Law
from ..model.parts import LAWS, LISTS, Part
from ..site.draft import title_of
from ..site.site import Site
from ..site.stretches import every_stretch, stretches
from .law import by_level, law_marks
from .lists import grouped_rows, marks_of
from .template import ROWS_FILE, fill

Groups = tuple[tuple[str, tuple[Entry, ...] | tuple[Law, ...]], ...]


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
        heading=f"{title_of(site, stretch.part)}：{stretch.title}",
        kind=kind,
        groups=groups,
        before=pages[at - 1] if at else None,
        after=pages[at + 1] if at + 1 < len(pages) else None,
    )


def row_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield, with its path, the file of all rows of each list that is too long for one page."""
    for part in (*LISTS, LAWS):
        if stretches(site, part):
            yield f"{part.address}{ROWS_FILE}", _rows_file(site, part)


def _rows_file(site: Site, part: Part) -> bytes:
    """Return the rows of a list as its table would show them: the cells that differ, and of each row which it has."""
    laws = tuple(site.laws.values())
    ids = tuple(law.id for law in laws) if part is LAWS else tuple(entry.id for entry in site.lists[part.folder])
    marks = {law.id: law_marks(site, law) for law in laws} if part is LAWS else marks_of(site, site.lists[part.folder])
    cells: dict[str, int] = {}
    groups = []
    kind, members = _groups(site, part, ids)
    for title, rows in members:
        html = fill("rows", kind=kind, members=rows, site=site, root="../", marks=marks)
        groups.append([title, [_numbered(row, cells) for row in _elements(html)]])
    return f'{{"cells":[{",".join(cells)}],"groups":{_json(groups)}}}'.encode()


def _groups(site: Site, part: Part, ids: tuple[str, ...]) -> tuple[str, Groups]:
    if part is LAWS:
        return "laws", by_level(tuple(site.laws[id] for id in ids))
    return "entries", grouped_rows(site, tuple(site.entries[id] for id in ids))


def _numbered(row: list[object], cells: dict[str, int]) -> list[object]:
    _, attributes, *found = row
    return [attributes, *(cells.setdefault(_json(cell), len(cells)) for cell in found if isinstance(cell, list))]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


class _Tree(HTMLParser):
    """The elements of HTML that a template has filled: each is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[list[object]] = [[]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: list[object] = [tag, {name: value or "" for name, value in attrs}]
        self.open[-1].append(element)
        self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].append(data)


def _elements(html: str) -> list[list[object]]:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return [one for one in tree.open[0] if isinstance(one, list)]
