"""The built pages as files: well formed, linked, in Chinese, without a request to any other host."""

import re
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from .conftest import Document, filled, text_of

SAMPLE = ("", "tasks", "tasks/rw-028", "publicity/pf-001", "laws", "laws/eco-code", "reports", "reports/2024", "owners",
          "owners/counsel", "coverage", "status", "about", "guide")  # fmt: skip


@pytest.fixture(scope="module")
def documents(folder):
    return {path.relative_to(folder).as_posix(): Document(path) for path in sorted(folder.rglob("*.html"))}


def test_every_internal_link_and_anchor_leads_somewhere(documents, address, folder):
    base = urlsplit(address).path
    ids = {path: {node.get("id") for node in document.root.iter()} for path, document in documents.items()}
    for path, document in documents.items():
        here = address if path == "404.html" else urljoin(address, path)
        for node in document.root.iter():
            target = node.get("href") or node.get("src")
            if target is None or not isinstance(node.tag, str):
                continue
            parts = urlsplit(urljoin(here, target))
            if parts.netloc != urlsplit(address).netloc:
                assert node.tag.endswith("}a"), f"{path}: {target} is loaded from another host"
                continue
            assert parts.path.startswith(base), f"{path}: {target} leaves the site"
            file = unquote(parts.path.removeprefix(base))
            file += "index.html" if file.endswith("/") or not file else ""
            assert (folder / file).is_file(), f"{path}: {target}"
            if parts.fragment and file.endswith(".html"):
                assert unquote(parts.fragment) in ids[file], f"{path}: {target}"


def test_no_id_stands_twice_on_a_page(documents):
    for path, document in documents.items():
        ids = [node.get("id") for node in document.root.iter() if isinstance(node.tag, str) and node.get("id")]
        assert len(ids) == len(set(ids)), path


def test_every_page_has_one_heading_a_chinese_title_and_a_description(documents):
    for path, document in documents.items():
        assert len(list(document.all("h1"))) == 1, path
        assert re.search(r"[\u4e00-\u9fff]", text_of(document.one("title"))), path
        assert document.one("html").get("lang") == "zh-CN"
        if path != "404.html":
            assert document.one("meta", name="description").get("content"), path


def test_headings_never_skip_a_level(documents):
    for path, document in documents.items():
        levels = [
            int(n.tag[-1])
            for n in document.one("main").iter()
            if isinstance(n.tag, str) and re.search(r"\}h[1-6]$", n.tag)
        ]
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), path


def test_tables_have_a_caption_and_scoped_headers(documents):
    for path, document in documents.items():
        for table in document.all("table", class_="list"):
            tags = [node.tag.rpartition("}")[2] for node in table.iter() if isinstance(node.tag, str)]
            assert "caption" in tags, path
            for header in table.iter("{http://www.w3.org/1999/xhtml}th"):
                assert header.get("scope"), path


def below(nodes):
    return {inner for node in nodes for inner in node.iter()}


@pytest.mark.parametrize("path", SAMPLE)
def test_no_english_string_of_the_theme_is_left_to_read(page, path):
    body = page(path).one("body")
    written_by_hand = below(page(path).all("article")) - below(filled(body))
    for node in body.iter():
        if (
            node in written_by_hand
            or not isinstance(node.tag, str)
            or node.tag.rpartition("}")[2] in ("script", "style", "code", "pre")
        ):
            continue
        for words in (node.get("aria-label"), node.get("title"), node.get("placeholder"), node.text, node.tail):
            if words and not words.startswith("http"):
                assert not re.search(
                    r"\b[A-Za-z]{4,}\b",
                    re.sub(r"JavaScript|just-laws|LawRefBook|china-law-db|bookmark: _GoBack|SHA-256", "", words),
                ), words


def test_data_text_appears_character_for_character(page, site):
    for entry in site.lists["tasks"]:
        document = page(f"tasks/{entry.id.lower()}")
        assert text_of(document.one("h1")) == entry.name
        assert text_of(document.one("p", class_="lead")) == entry.content
        quotes = [text_of(quote) for quote in document.all("blockquote")]
        assert quotes == [
            c.evidence.quote for r in reversed(site.records(entry)) for c in site.citations[entry.id] if c.record == r
        ]
