"""The theme's frame around generated pages: printed once for the pages of a folder, not once for each.

To the theme these pages differ in a few values only. It prints one page with marks in place of the values; every page
is that print with its own values at the marks. Kept for what it saves: 0.8 of 6.4 processor seconds of a build of
127 entries and 108 laws.
"""

from collections.abc import Callable
from copy import copy
from itertools import cycle
from typing import Protocol

from jinja2 import Template, pass_context
from jinja2.runtime import Context

_MARK = "\ue000"  # for private use, and refused in every text of the data
_META = ("title", "description", "heading")


class Generated(Protocol):
    """What an engine's page must have to be framed; `fill` makes its text, only when it is printed."""

    url: str
    meta: dict[str, object]
    canonical_url: str | None
    content: str | None
    fill: Callable[[], str]


class Frames:
    """Prints generated pages; `overrides/generated.html` calls it."""

    def __init__(self, theme: Template) -> None:
        self._theme = theme
        self._frames: dict[tuple[str, ...], list[str]] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """Return the page of this context as HTML, the same text that the theme's template would give."""
        page, feeds = context["page"], context["config"].extra["feeds"]
        folder = page.url.rstrip("/").rpartition("/")[0]
        key = (folder, str(feeds.get(page.url)), *(f"{k}: {v}" for k, v in page.meta.items() if k not in _META))
        if key not in self._frames:
            values = {**context.get_all(), "page": _marked(page)}
            self._frames[key] = self._theme.render(values).split(_MARK)
        own = {f"meta.{name}": str(page.meta[name]) for name in _META}
        own |= {"canonical_url": page.canonical_url or "", "<h1>content": page.fill()}
        pieces = zip(cycle((False, True)), self._frames[key])
        return "".join(own[piece] if marked else piece for marked, piece in pieces)


def _marked(page: Generated) -> Generated:
    """Return a copy of the page with a mark in place of each value that is its own."""
    marked = copy(page)
    marked.meta = {**page.meta, **{name: f"{_MARK}meta.{name}{_MARK}" for name in _META}}
    marked.canonical_url = page.canonical_url and f"{_MARK}canonical_url{_MARK}"
    marked.content = f"{_MARK}<h1>content{_MARK}"
    return marked
