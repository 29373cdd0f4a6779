"""Everything that a site says, read back by parsers that the project does not write with: the strings of each output."""

import csv
import html
import inspect
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import PurePath
from xml.etree import ElementTree

import html5lib
import openpyxl
import vobject
from markdown import Markdown

from qingdan.export.published import published
from qingdan.export.spreadsheet import unguarded
from qingdan.publish.prose import EXTENSIONS
from qingdan.render import MACROS
from qingdan.render.redirect import redirects
from qingdan.site.pages import pages
from qingdan.site.search import search_documents, search_index
from qingdan.site.site import Site

Strings = Counter[str]

WITHOUT_DATA = ("fields", "common_errors")
"""Macros that tell of the models and of the rules alone."""


def rendered(site: Site) -> dict[str, str]:
    """Return the HTML of every page by name, as Markdown hands it on."""
    made = {page.path: MACROS[page.macro](site, page.argument, root="../") for page in pages(site)}
    whole = (name for name, macro in MACROS.items() if list(inspect.signature(macro).parameters) == ["site", "root"])
    made |= {name: MACROS[name](site, root="") for name in whole if name not in WITHOUT_DATA}
    return {name: _handed_on(text) for name, text in made.items()} | redirects(site, "https://example.org/")


@lru_cache(maxsize=100)
def _handed_on(text: str) -> str:
    return Markdown(extensions=EXTENSIONS).convert(text)


def outputs(site: Site) -> dict[str, Strings]:
    """Return the strings of every output by name: pages, their front matter, the search index, every published file.

    "shape …" is what a page is made of without its words: its elements with the names of their attributes.
    """
    found = {}
    for name, text in rendered(site).items():
        found[f"page {name}"], found[f"shape {name}"] = _read(text)
    found |= {f"front {page.path}": Counter(_of_front_matter(page.meta)) for page in pages(site)}
    found["search"] = Counter(_of_json(search_index(search_documents(site), site.vocab.synonyms)))
    return found | {f"file {path}": Counter(_of_file(path, content)) for path, content in published(site)}


@lru_cache(maxsize=100)
def _read(text: str) -> tuple[Strings, Strings]:
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return Counter(_of_html(tree)), Counter(" ".join((node.tag, *sorted(node.attrib))) for node in tree.iter("*"))


def _of_html(tree: ElementTree.Element) -> Iterator[str]:
    for node in tree.iter("*"):
        if node.tag == "script":
            yield from _of_json(json.loads(node.text)) if node.get("type") == "application/ld+json" else ()
        else:
            yield node.text or ""
        yield from node.attrib.values()
        yield node.tail or ""


def _of_front_matter(meta: dict[str, object]) -> Iterator[str]:
    """Yield what a theme shows that prints titles as they are: it takes them for HTML."""
    yield from map(html.unescape, _of_json(meta))


def _of_json(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _of_json(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _of_json(item)


def _of_file(path: str, content: bytes) -> Iterator[str]:
    """Yield the strings of a published file; a kind of file without a parser here is an error."""
    yield from _PARSERS[PurePath(path).suffix](content)


def _of_csv(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row:
            yield from unguarded(cell).split("\n")


def _of_workbook(content: bytes) -> Iterator[str]:
    for page in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        for row in page.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            for cell in row:
                yield from openpyxl.utils.escape.unescape(str(cell.value or "")).split("\n")


def _of_xml(content: bytes) -> Iterator[str]:
    for node in ElementTree.fromstring(content).iter():
        yield node.text or ""
        yield from node.attrib.values()


def _of_calendar(content: bytes) -> Iterator[str]:
    waiting = [vobject.readOne(content.decode())]
    while waiting:
        component = waiting.pop()
        for item in component.getChildren():
            if isinstance(item, vobject.base.Component):
                waiting.append(item)
            else:
                yield from str(item.value).split("\n")


_PARSERS: Mapping[str, object] = {
    ".json": lambda content: _of_json(json.loads(content)),
    ".csv": _of_csv,
    ".xlsx": _of_workbook,
    ".xml": _of_xml,
    ".svg": _of_xml,
    ".ics": _of_calendar,
}
