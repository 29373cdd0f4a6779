"""The frozen lists in the pages of this checkout, built and served under a path prefix as GitHub Pages does, once for all tests."""

import functools
import re
import shutil
from datetime import date
from pathlib import Path

import html5lib
import pytest
import yaml

from conftest import FIRST
from qingdan.publish.publish import publish
from qingdan.site.check import open_site
from qingdan.site.search import ANSWER, search_index
from qingdan.site.search_files import search_files
from tests.browser import kept_tab, served

AS_OF = date(2026, 11, 23)
PREFIX = "duty"
SETTINGS = yaml.load(Path("mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["extra"]
"""What the owner has filled in below `extra` of mkdocs.yml."""
XHTML = "{http://www.w3.org/1999/xhtml}"

ASK = """async (queries) => {
  const engine = new Worker("start.js"), channel = new BroadcastChannel("search");
  const told = {};
  for (const query of queries) {
    told[query] = [];
    await new Promise((done) => {
      engine.onmessage = ({ data }) => {
        if (data.type !== 3) return;
        told[query].push(data.data.items);
        if (/near--more/.test(JSON.stringify(data.data.items))) channel.postMessage(query);
        else done();
      };
      engine.postMessage({ type: 2, data: query });
    });
  }
  engine.terminate();
  return told;
}"""
"""Asks a worker, and for the rest until there is none; every answer that it tells, by query."""
FILLER = ("请问", "怎么办", "我家", "的", "吗", "多少")
SYNONYMS = (("拴绳", "牵绳"),)


def pytest_collection_modifyitems(items):
    """Mark what reads the built pages, in which words of docs/ and mkdocs.yml stand, and what needs a browser."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            for fixture, mark in (("folder", "words"), ("browser", "chromium")):
                if fixture in item.fixturenames:
                    item.add_marker(mark)


@pytest.fixture(scope="session")
def root(tmp_path_factory):
    """The folder that is served; the site stands below it in PREFIX."""
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def address(root):
    with served(root) as found:
        yield f"{found}{PREFIX}/"


@pytest.fixture(scope="session")
def site():
    return open_site(FIRST, AS_OF)


@pytest.fixture(scope="session")
def folder(root, address, site):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", address)
        patch.delenv("GITHUB_REPOSITORY", raising=False)
        publish(FIRST, root / PREFIX, AS_OF, lambda built: None)
    return root / PREFIX


@pytest.fixture(scope="session")
def kept(browser, address):
    with kept_tab(browser, address) as kept:
        yield kept


@pytest.fixture
def reader(kept, folder):
    """A desktop page on which nothing may go wrong and from which no other host may be asked."""
    with kept.as_new() as tab:
        yield tab


class Document:
    """A built page, parsed by a parser that the project itself does not use."""

    def __init__(self, path: Path) -> None:
        self.root = html5lib.parse(path.read_bytes(), transport_encoding="utf-8")

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        for node in self.root.iter(f"{XHTML}{tag}"):
            if all(
                (value is True and name in node.attrib) or node.get(name) == value for name, value in wanted.items()
            ):
                yield node

    def one(self, tag, **attributes):
        [node] = self.all(tag, **attributes)
        return node


def text_of(node):
    return "".join(node.itertext())


def filled(node):
    """What the program fills in below an element; the rest of an article is written by hand, in any words."""
    return [part for part in node.iter() if re.match(r"page |basis$", part.get("class") or "")]


@pytest.fixture(scope="session")
def page(folder):
    return functools.lru_cache(maxsize=None)(lambda path: Document(folder / path / "index.html"))


@pytest.fixture
def told(browser, tmp_path):
    """Return a function that asks an index: (documents, queries, …) → for each query the items of each answer."""

    def told(documents, queries, synonyms=SYNONYMS, order=(ANSWER,), filler=FILLER, **sizes):
        for path in Path("docs/assets/search").glob("*.js"):
            shutil.copy(path, tmp_path)
        (tmp_path / "index.html").write_text("<!doctype html><title>search</title>", encoding="utf-8")
        for path, content in search_files("index", search_index(documents, synonyms, order, filler), **sizes):
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_bytes(content)
        with served(tmp_path) as address:
            tab = browser.new_page()
            tab.goto(address)
            found = tab.evaluate(ASK, list(queries))
            tab.close()
        return found

    return told


@pytest.fixture
def ask(told):
    """Return a function that asks an index: (documents, queries, …) → the items of each query, group by group."""
    return lambda *asked, **more: {query: answers[-1] for query, answers in told(*asked, **more).items()}
