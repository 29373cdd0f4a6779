"""The hand-written pages in `docs/` as documents for the search index."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from .render import MACROS
from .search import Document, Passage
from .site import Site

DESCRIPTIVE = ("common_errors", "statuses")
"""Macros whose text is prose to be found; the others show entries, which are found on their own pages."""

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_CALL = re.compile(r"\{\{\s*(\w+)\(\)\s*\}\}")


def written_documents(folder: Path, site: Site) -> Iterator[Document]:
    """Yield each Markdown page below `folder`, cut into passages at everything that has an anchor."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        front = _FRONT.match(text)
        meta = yaml.safe_load(front[1]) if front else {}
        markdown = Markdown(extensions=["attr_list", "tables", "toc"])
        body = _CALL.sub(lambda call: _prose(call[1], site), text[front.end() if front else 0 :])
        address = path.relative_to(folder).with_suffix("").as_posix()
        address = address.removesuffix("index").rstrip("/")
        address = f"{address}/" if address else ""
        yield Document("网页", meta["title"], address, list(_passages(markdown.convert(body))))


def _prose(macro: str, site: Site) -> str:
    return MACROS[macro](site, root="") if macro in DESCRIPTIVE else ""


def _passages(html: str) -> Iterator[Passage]:
    anchor, heading, words = "", "", []
    for node in LexborHTMLParser(html).body.traverse(include_text=True):
        if node.tag in ("h2", "h3", "tr", "div") and node.id:
            yield Passage(anchor, heading, " ".join(words))
            anchor, heading, words = node.id, "", []
        if node.tag == "-text" and (text := " ".join(node.text().split())):
            if anchor and not heading and not words:
                heading = text
            else:
                words.append(text)
    yield Passage(anchor, heading, " ".join(words))
