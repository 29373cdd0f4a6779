"""The files of a new data folder: those in `start/`, with the answers in their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from string import Template
from textwrap import indent

from pypinyin import lazy_pinyin

from ...source.files import NewFiles
from ...source.read import parse, values
from ...source.write import block, page

_START = files(__package__) / "start"
_SITE, _VOCAB = PurePosixPath("site.yml"), PurePosixPath("vocab.yml")
_UNASSIGNED = "待核定"
"""The 责任主体 that the start has already."""
_KEPT = {"unassigned", "index"}
"""The 标识 that no unit may have: the start's own one, and the one that pages keep."""


def begun(answers: Mapping[str, Sequence[str]], day: date) -> NewFiles:
    """Return the files of a new body's data folder. In: the answers by option, each one or several; the day.

    Raises Unwritable where an answer cannot stand in a file.
    """
    texts = {path: file.read_text("utf-8") for path, file in _files(_START, PurePosixPath())}
    year = {"year": str(day.year)}
    made = {path: Template(text).safe_substitute(year) for path, text in texts.items()}
    made[_SITE] = _site(texts[_SITE], {option: values[0] for option, values in answers.items() if values})
    made[_VOCAB] += _units(answers.get("owner", ()), answers["short"][0])
    return {Path(path): text.encode() for path, text in made.items()}


def _files(folder: Traversable, where: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files(item, where / item.name)
        elif item.name.endswith(".yml"):
            yield where / item.name, item


def _site(text: str, words: Mapping[str, str]) -> str:
    """Return `site.yml` with the answers in it; a line whose answer was left out is not written."""
    node = parse(text, _SITE.name)
    assert node
    record = values(node)
    assert isinstance(record, dict)
    comments = "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    filled = {key: Template(value) for key, value in record.items()}
    known = {key: one.substitute(words) for key, one in filled.items() if set(one.get_identifiers()) <= words.keys()}
    return comments + page(known)


def _units(names: Iterable[str], short: str) -> str:
    """Return the lines that follow the last one of the vocabulary, which ends with 责任主体."""
    taken, lines = set(_KEPT), []
    for name in (name for name in dict.fromkeys(names) if name != _UNASSIGNED):
        slug = _slug(name, taken)
        taken.add(slug)
        lines.append(block({"名称": name, "标识": slug, "定义": f"{short}的{name}。"}))
    return indent("".join(lines), "  ")


def _slug(name: str, taken: set[str]) -> str:
    """Return a unit's 标识: its pinyin, with a number where another has that one."""
    pinyin = re.sub(r"[^a-z0-9]+", "-", "-".join(lazy_pinyin(name)).lower())[:50].strip("-") or "unit"
    every = (pinyin, *(f"{pinyin}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in every if slug not in taken)
