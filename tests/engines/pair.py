"""Two built sites, file by file, and what matters of each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from tests.built.conftest import XHTML, Document, text_of

ADDRESS = "https://duty.example/lists/"
"""Where the sites will stand."""

THEME = ("assets/javascripts/", "assets/stylesheets/")
OWN = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
"""What each engine makes for itself: its theme, its search index, its map of the site."""

MARKS = {"generator"}
"""The one description of a page that names the engine."""


@dataclass(frozen=True)
class Page:
    """A built page: its anchors, but the theme's; its main text and links; its title, descriptions and policy."""

    anchors: frozenset[str]
    text: str
    links: tuple[str, ...]
    title: str
    described: frozenset[tuple[str | None, str]]
    canonical: tuple[str, ...]
    policy: str | None


@dataclass(frozen=True)
class Pair:
    """A site built by MkDocs and by another engine."""

    mkdocs: Path
    other: Path

    @cached_property
    def pages(self) -> list[tuple[str, Page, Page]]:
        """Every page that both have, with its address."""
        shared = sorted({name for name in files(self.mkdocs) if name.endswith(".html")} & set(files(self.other)))
        return [(name, page(self.mkdocs, name), page(self.other, name)) for name in shared]


def files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file())


def shared_files(folder: Path) -> set[str]:
    """Return every file that is neither the theme's nor the engine's own."""
    return {name for name in files(folder) if not name.startswith(THEME) and name not in OWN}


def page(folder: Path, name: str) -> Page:
    document = Document(folder / name)
    main = next(document.all("div", id="main"), document.root)
    head = document.one("head")
    described = {(node.get("name") or node.get("property"), node.get("content")) for node in document.all("meta")}
    return Page(
        frozenset(id for node in document.root.iter() if (id := node.get("id")) and not id.startswith("__")),
        "".join(text_of(main).split()),
        tuple(urljoin(ADDRESS + name, href) for node in main.iter(f"{XHTML}a") if (href := node.get("href"))),
        document.one("title").text,
        frozenset(one for one in described if one[0] not in MARKS),
        tuple(node.get("href") for node in document.all("link", rel="canonical")),
        list(head)[1].get("content") if list(head)[1].get("http-equiv") == "Content-Security-Policy" else None,
    )
