"""The words that closed fields take: a sheet to read and the source of the drop-downs."""

from collections.abc import Iterable
from itertools import takewhile

from ...site.site import Site
from .columns import LIBRARY, Sheet

NAME = "词表"
HEADERS = ("词表", "名称", "定义")
Words = dict[str, dict[str, str]]
"""The words of each list, each with its meaning."""


def words_of(site: Site, sheets: Iterable[Sheet]) -> Words:
    """Return the words that the columns of these sheets take."""
    found: Words = {LIBRARY: {law.id: law.name for law in site.laws.values()}}
    for section, terms in site.vocab.sections.items():
        found[section] = {term.name: term.meaning for term in terms.values()}
    sections = dict.fromkeys(column.section for sheet in sheets for column in sheet.columns if column.section)
    return {section: found[section] for section in sections}


def cells_of(words: Words, section: str) -> str:
    """Return the cells of the sheet that hold the words of a list; empty where it has none."""
    first = 2 + sum(len(words[one]) for one in takewhile(lambda one: one != section, words))
    count = len(words.get(section, ()))
    return f"'{NAME}'!$B${first}:$B${first + count - 1}" if count else ""
