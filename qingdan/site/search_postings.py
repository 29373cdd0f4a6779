"""On which pages of the search index a character, or two beside each other, may stand, and how well they match there."""

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from operator import add, sub
from typing import Any

from .search import ANSWER, LAW, PAGE, REPORT

PROSE, ARTICLE, TEXT, HEADING, PINYIN, TITLE, ALSO, ASKED = range(8)
"""Where on a page something stands, the best place last: `SCORE` in `docs/assets/search/match.js` has their worth."""
FIRST, LAST = 1, 2
"""A name starts, or ends, with it: only where there are such pages is a whole name looked up."""
REST, ANSWERED, NAMED = range(3)
"""Where in an answer something stands: in what else it says, in the answer itself, in a name (+1 for each further one)."""
SOUNDS = (2, 4, 6, 8, 10)
"""How many letters of the pinyin a key has."""

MARKS = "!#$%&'()*+,./:;<=>?@[]^`{|}~"
"""A mark begins the list of the pages where something stands at one place."""
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Digits to the base of 32, the lowest first; each but the last of a number is one of the second half."""

IGNORED = re.compile("[\\t-\\r \\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028\\u2029\\u202f\\u205f\\u2060\\u3000\\ufeff]+")

LATIN = re.compile("(?=([-0-9a-z]{3}))")
"""There are so few digits that two of them beside each other stand on too many pages."""

Postings = Iterable[tuple[str, str]]
"""Keys in the order in which JavaScript compares them, each with its lists of pages."""


def strip(text: str) -> str:
    """Return a text as the worker compares it: one form of each character, lower case, without white space."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text).lower())


def keys(text: str) -> Iterator[str]:
    """Yield every character of a text, every two beside each other, and every three of a number or a Latin word."""
    return chain(text, map(add, text, islice(text, 1, None)), LATIN.findall(text))


def word_postings(documents: Iterable[Sequence[Any]], kinds: Sequence[str]) -> Postings:
    """Return for every key of every document where it stands best there, and for the pinyin of the names too."""
    lists = _Lists()
    for number, document in enumerate(documents):
        held = dict[str, int]()
        for place, text in sorted(_fields(document, kinds[document[0]]), key=lambda one: one[0]):
            held.update(dict.fromkeys(keys(text), place))
        held |= dict.fromkeys(_sounds(document[5]) - held.keys(), PINYIN)
        ends = defaultdict[str, int](int)
        for name in _names(document):
            for size in (1, 2, 3):
                ends[name[:size]] |= FIRST
                ends[name[-size:]] |= LAST
        for key, place in held.items():
            lists.add(key, place if place < TITLE else TITLE + (place - TITLE) * 4 + ends[key], number)
    return lists.written()


def name_postings(documents: Iterable[Sequence[Any]]) -> Postings:
    """Return for everything that a document is called in whole which documents are called so."""
    lists = _Lists()
    for number, document in enumerate(documents):
        for name in dict.fromkeys(_names(document)):
            lists.add(name, 0, number)
    return lists.written()


def answer_postings(documents: Iterable[Sequence[Any]], kinds: Sequence[str]) -> Postings:
    """Return for every key of every answer where it stands there, and in how many of its names."""
    lists = _Lists()
    for number, (kind, _, title, _, _, _, passages, also) in enumerate(documents):
        if kinds[kind] != ANSWER:
            continue
        first, *rest = (strip(text) for _, _, text in passages[:-1])
        held = dict.fromkeys(keys("\n".join(rest)), REST) | dict.fromkeys(keys(first), ANSWERED)
        names = Counter(chain.from_iterable(set(keys(strip(name))) for name in (title, *also)))
        held |= {key: min(NAMED + times - 1, len(MARKS) - 1) for key, times in names.items()}
        for key, place in held.items():
            lists.add(key, place, number)
    return lists.written()


def _fields(document: Sequence[Any], kind: str) -> Iterator[tuple[int, str]]:
    """Yield the searched texts of a document, each with its place; as `prepare` in the worker has them."""
    _, number, title, _, _, _, passages, also = document
    yield ASKED if kind == ANSWER else TITLE, strip(title)
    yield TITLE, strip(number)
    yield from ((ALSO, strip(name)) for name in also)
    for anchor, heading, text in passages:
        yield TEXT if kind == REPORT else HEADING, strip(heading)
        article = kind == LAW and anchor
        yield ARTICLE if article else PROSE if kind == PAGE else TEXT, strip(text)


def _names(document: Sequence[Any]) -> Iterator[str]:
    """Yield what a document is called in whole."""
    _, number, title, *_, also = document
    yield from filter(None, map(strip, (title, number, re.sub("[？！。]$", "", title), *also)))


def _sounds(pinyin: str) -> set[str]:
    """Return the keys of names by their pinyin: letters from the start of a syllable on, and initials."""
    found = set[str]()
    for line in pinyin.upper().split("\n"):
        syllables = line.split()
        initials = "".join(one[0] for one in syllables)
        for start in range(len(syllables)):
            letters = "".join(syllables[start : start + max(SOUNDS)])
            for size in SOUNDS:
                found.update(one[:size] for one in (letters, initials[start:]) if len(one) >= size)
    return found


class _Lists:
    """For each key and mark the numbers of the pages, as they come."""

    def __init__(self) -> None:
        self._by_mark: list[dict[str, array[int]]] = [defaultdict(partial(array, "I")) for _ in MARKS]

    def add(self, key: str, mark: int, number: int) -> None:
        self._by_mark[mark][key].append(number)

    def written(self) -> Iterator[tuple[str, str]]:
        every = set[str]().union(*self._by_mark)
        for key in sorted(every, key=lambda key: key.encode("utf-16-be")):
            lists = ((mark, held.pop(key, None)) for mark, held in zip(MARKS, self._by_mark, strict=True))
            yield key, "".join(mark + _written(numbers) for mark, numbers in lists if numbers)


def _written(numbers: "array[int]") -> str:
    """Return growing numbers as text: the first, then how much each is more than the one before."""
    return "".join(map(_number, map(sub, numbers, chain((0,), numbers))))


def _number(value: int) -> str:
    return SHORT[value] if value < len(SHORT) else DIGITS[32 + value % 32] + _number(value // 32)


SHORT = list(DIGITS[:32])
"""Numbers that are written down with one digit; the longer ones follow."""
SHORT += [_number(value) for value in range(32, 4096)]
