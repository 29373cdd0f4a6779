"""名词解释: words of the lists and reports, explained in our own words (`data/glossary.yml`)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ConfigDict, Field

from . import Evidence, LawRefs, Line, Lines, Record, Slug

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


@dataclass(frozen=True, slots=True)
class WordFinder:
    """What finds the explained words in a text: their meanings, and a pattern of them and of the names they are part of."""

    words: dict[str, Meaning]
    pattern: re.Pattern[str]


def word_finder(glossary: Iterable[Meaning], titles: Iterable[str]) -> WordFinder:
    """Return what finds the words of `glossary`, but not in the `titles` of laws, in 《…》 and in words under 除外."""
    meanings = tuple(glossary)
    words = {word: meaning for meaning in meanings for word in (meaning.name, *meaning.aliases)}
    names = {title for title in titles if any(word in title for word in words)}
    others = names.union(*(meaning.not_in for meaning in meanings)) - words.keys()
    longest_first = sorted(words.keys() | others, key=lambda word: (-len(word), word))
    return WordFinder(words, re.compile("|".join([_TITLE, *map(re.escape, longest_first)])))


def pieces_of(texts: Iterable[str], finder: WordFinder) -> dict[str, Pieces]:
    """Cut each text into pieces, of which the first occurrence of a word in all `texts` carries its meaning.

    Longer words win over those they contain.
    """
    seen: set[str] = set()
    return {text: list(_pieces(text, finder, seen)) for text in dict.fromkeys(texts)}


def _pieces(text: str, finder: WordFinder, seen: set[str]) -> Iterator[tuple[str, Meaning | None]]:
    start = 0
    for found in finder.pattern.finditer(text):
        meaning = finder.words.get(found[0])
        if meaning is None or meaning.slug in seen:
            continue
        seen.add(meaning.slug)
        yield text[start : found.start()], None
        yield found[0], meaning
        start = found.end()
    yield text[start:], None
