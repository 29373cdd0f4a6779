"""名词解释: words of the lists and reports, explained in our own words (`data/glossary.yml`)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pydantic import ConfigDict, Field

from .model import Evidence, LawRefs, Line, Lines, Record, Slug

_TITLE = r"《[^《》]*》"


class Meaning(Record):
    """A word, what it means, and the words of a report or the laws that bear the explanation out."""

    model_config = ConfigDict(
        title="名词解释", json_schema_extra={"description": "一条解释一个词；出处和依据至少写一样。"}
    )

    name: Line = Field(alias="名称", description="要解释的词。")
    slug: Slug = Field(alias="标识", description="网址里用的名字。")
    aliases: Lines = Field((), alias="别名", description="意思相同的其他说法，也会连到这个解释。")
    not_in: Lines = Field((), alias="除外", description="碰巧含有这几个字、说的却是别的事的词，不连到这个解释。")
    meaning: Line = Field(alias="解释", description="用本站自己的话解释，居民看得懂。")
    evidence: tuple[Evidence, ...] = Field((), alias="出处", description="年度报告里的原话。")
    laws: LawRefs = Field((), alias="依据", description="说到这个词的法规。")


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
