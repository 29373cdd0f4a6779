"""名词解释: words of the lists and reports, explained in our own words (`data/glossary.yml`)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import Field

from .model import Evidence, LawRefs, Line, Lines, Record, Slug

_TITLE = r"《[^《》]*》"


class Meaning(Record):
    """A word, what it means, and the words of a report or the laws that bear the explanation out."""

    name: Line = Field(alias="名称")
    slug: Slug = Field(alias="标识")
    aliases: Lines | tuple[()] = Field((), alias="别名")
    not_in: Lines | tuple[()] = Field((), alias="除外")
    meaning: Line = Field(alias="解释")
    evidence: tuple[Evidence, ...] = Field((), alias="出处")
    laws: LawRefs = Field((), alias="依据")


Pieces = list[tuple[str, Meaning | None]]


def explain(texts: Iterable[str], glossary: tuple[Meaning, ...], titles: Iterable[str]) -> dict[str, Pieces]:
    """Cut each text into pieces, of which the first occurrence of a word in all `texts` carries its meaning.

    Longer words win over those they contain. Words inside 《…》, inside the `titles` of laws and inside the words
    that a meaning lists under 除外 are left alone: there they are part of another name.
    """
    words = {word: meaning for meaning in glossary for word in (meaning.name, *meaning.aliases)}
    others = {*titles, *(word for meaning in glossary for word in meaning.not_in)} - set(words)
    finder = _finder(frozenset(words), frozenset(others))
    seen: set[str] = set()
    return {text: list(_pieces(text, finder, words, seen)) for text in dict.fromkeys(texts)}


def _pieces(
    text: str, finder: re.Pattern, words: dict[str, Meaning], seen: set[str]
) -> Iterator[tuple[str, Meaning | None]]:
    start = 0
    for found in finder.finditer(text):
        meaning = words.get(found[0])
        if meaning is None or meaning.slug in seen:
            continue
        seen.add(meaning.slug)
        yield text[start : found.start()], None
        yield found[0], meaning
        start = found.end()
    yield text[start:], None


@lru_cache(maxsize=8)
def _finder(words: frozenset[str], others: frozenset[str]) -> re.Pattern:
    longest_first = sorted(words | others, key=lambda word: (-len(word), word))
    return re.compile("|".join([_TITLE, *map(re.escape, longest_first)]))
