"""The hand-written pages in `docs/` as documents for the search index."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from ..render import MACROS
from ..site.draft import list_titles
from ..site.pages import waiting_pages
from ..site.search import PAGE, WORD, Document, Passage
from ..site.site import Site
from ..source.files import offered
from ..source.front import front_matter
from ..source.read import decode

DESCRIPTIVE = (
    *("basis", "common_errors", "fields", "glossary", "statuses"),
    *("body_name", "origin_of_lists", "run_by", "search_examples", "who_speaks"),
)
"""Macros whose text is prose to be found; the others show entries, which are found on their own pages."""

EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc")
"""The Markdown extensions of `mkdocs.yml`, so that anchors are the same."""

_CALL = re.compile(r"\{\{\s*(\w+)\([^{}]*\)\s*\}\}")


def written_documents(folder: Path, site: Site) -> Iterator[Document]:
    """Yield each Markdown page below `folder` that has something to show, cut into passages at everything that has an anchor. Raises Refused."""
    titles, waiting = list_titles(site), waiting_pages(site)
    for path in offered(folder):
        if path.suffix != ".md":
            continue
        name = path.relative_to(folder).with_suffix("").as_posix().removesuffix("index").rstrip("/")
        address = f"{name}/" if name else ""
        if address in waiting:
            continue
        front = front_matter(decode(path, path.as_posix()), path.as_posix())
        body = _CALL.sub(lambda call: MACROS[call[1]](site, root="") if call[1] in DESCRIPTIVE else "", front.body)
        kind = WORD if path.stem == "glossary" else PAGE
        yield Document(kind, titles.get(address, str(front.meta["title"])), address, _passages_of(body))


@lru_cache(maxsize=200)
def _passages_of(body: str) -> tuple[Passage, ...]:
    """Return the passages of a page; a preview asks for the same pages again and again."""
    return tuple(_passages(Markdown(extensions=EXTENSIONS).convert(body)))


def _passages(html: str) -> Iterator[Passage]:
    anchor, heading = "", ""
    words: list[str] = []
    body = LexborHTMLParser(html).body
    for node in body.traverse(include_text=True) if body else ():
        if node.tag in ("h2", "h3", "tr", "div") and node.id:
            yield Passage(anchor, heading, " ".join(words))
            anchor, heading, words = node.id, "", []
        if node.tag == "-text" and (text := " ".join(node.text().split())):
            if anchor and not heading and not words:
                heading = text
            else:
                words.append(text)
    yield Passage(anchor, heading, " ".join(words))
