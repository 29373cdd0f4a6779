"""The words that closed fields take: a sheet to read and the source of the drop-downs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...site.site import Site
from .columns import LIBRARY, Sheet

NAME = "词表"
HEADERS = ("词表", "名称", "定义")


@dataclass(frozen=True, slots=True)
class Words:
    """Rows of the sheet 词表, and for each list the cells that hold its names."""

    rows: tuple[tuple[str, str, str], ...]
    ranges: dict[str, str]


def words_of(site: Site, sheets: Iterable[Sheet]) -> Words:
    """Return the words that the columns of these sheets take."""
    sections = dict.fromkeys(column.section for sheet in sheets for column in sheet.columns if column.section)
    rows: list[tuple[str, str, str]] = []
    ranges = {}
    for section in sections:
        first = len(rows) + 2
        rows.extend((section, name, meaning) for name, meaning in _terms(site, section))
        if len(rows) + 2 > first:
            ranges[section] = f"'{NAME}'!$B${first}:$B${len(rows) + 1}"
    return Words(tuple(rows), ranges)


def _terms(site: Site, section: str) -> Iterator[tuple[str, str]]:
    if section == LIBRARY:
        yield from ((law.id, law.name) for law in site.laws.values())
    else:
        yield from ((term.name, term.meaning) for term in site.vocab.sections[section].values())
