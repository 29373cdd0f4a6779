"""What holds for any bytes whatever: the promises that the fuzzer, its corpus and the property tests try to break."""

import re
from pathlib import Path

import yaml

from qingdan.source import read
from qingdan.text.paragraphs import Level, parse
from qingdan.text.quotation import Found, NotFound, locate

LOADERS = tuple({yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)})
ANCHOR = re.compile(r"p-[a-z0-9-]*[a-z0-9]")
CHINESE = re.compile("[一-鿿]")
LONGEST_QUOTED = 400


def reader(content: bytes, file: Path) -> None:
    """Whatever stands in a file, `read` returns nodes or refuses it in Chinese, at places that the file has.

    In: the bytes, and a file to put them in. Holds for both parsers of PyYAML, which read the same values.
    """
    file.write_bytes(content)
    given = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = given.split("\n")
    found = [node for loader in LOADERS if (node := _read(file, loader, lines)) is not None]
    for node in found:
        _in_order(node, lines)
    assert all(read.values(node) == read.values(found[0]) for node in found)


def _read(file: Path, loader: type, lines: list[str]) -> read.Node | None:
    usual, read.LOADER = read.LOADER, loader
    try:
        return read.parse(read.decode(file, "清单.yml"), "清单.yml")
    except read.Refused as refused:
        assert 1 <= len(refused.problems) <= read.MAX_PROBLEMS + 1
        for problem in refused.problems:
            assert problem.place.path == "清单.yml"
            _inside(problem.place, lines)
            assert CHINESE.search(problem.message)
    finally:
        read.LOADER = usual
    return None


def _in_order(node: read.Node, lines: list[str]) -> None:
    _inside(node.place, lines)
    assert node.place.line <= node.last <= len(lines)
    if isinstance(node, read.Text):
        assert node.value == node.value.strip(" \n\u3000")
        assert "\n" not in node.value
    elif isinstance(node, read.List):
        for item in node.items:
            _in_order(item, lines)
    else:
        assert node.keys.keys() == node.items.keys()
        for key, item in node.items.items():
            _inside(node.keys[key], lines)
            _in_order(item, lines)


def _inside(place: read.Place, lines: list[str]) -> None:
    assert 1 <= place.line <= len(lines), place
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1, place


def report(content: bytes, _file: Path | None = None) -> None:
    """Whatever a report says, its paragraphs joined are its text, and each can be named, linked to and quoted from."""
    text = content.decode("utf-8", "replace")
    paragraphs = parse(text)
    assert "".join(paragraph.raw for paragraph in paragraphs) == text
    for unique in ("label", "anchor", "start"):
        assert len({getattr(paragraph, unique) for paragraph in paragraphs}) == len(paragraphs), unique
    for paragraph in paragraphs:
        assert paragraph.label.strip()
        assert ANCHOR.fullmatch(paragraph.anchor)
        assert paragraph.heading == "" or paragraph.level in (Level.PART, Level.SECTION)
        assert text.startswith(paragraph.raw, paragraph.start)
        if len(paragraph.raw) <= LONGEST_QUOTED:
            found = locate(paragraph.raw, paragraph)
            assert isinstance(found, NotFound) or 0 <= found.start < found.end <= len(paragraph.raw)
            assert isinstance(found, Found | NotFound)


TARGETS = {"reader": reader, "report": report}
