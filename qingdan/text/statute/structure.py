"""The structure of a statute: 编 分编 章 节 条 款 项 目, every piece with its place in the text and its anchor.

Terms: 立法技术规范（试行）（一）（法工委发〔2009〕62号） for headings, articles and items; a 款 is a paragraph of an article
that begins anew (立法法 第六十五条: 条可以分为款、项、目).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from ..dates import Moment
from ..folded import visible

LEVELS = ("编", "分编", "章", "节")
"""The headings, from the highest to the lowest."""

FRONT, TITLE, HISTORY, CONTENTS, PREAMBLE, ANNEX = "前文", "标题", "题注", "目录", "序言", "附件"
SIGNATURE, TEXT = "落款", "段落"
"""What a stretch of text can be that is neither heading nor article."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text as received: from where to where, and the number of its first line, from 1."""

    start: int
    end: int
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Item:
    """项, or 目 within one: its mark as printed (empty where it has none), its number, its words with what belongs below it."""

    number: int
    mark: str
    anchor: str
    span: Span
    items: tuple["Item", ...] = ()

    @property
    def text(self) -> str:
        """Its words with its mark, as readers see them, without its 目."""
        end = self.items[0].span.start if self.items else self.span.end
        return visible(self.span.raw[: end - self.span.start])


@dataclass(frozen=True, slots=True)
class Clause:
    """款: a paragraph of an article with its 项."""

    number: int
    anchor: str
    span: Span
    head: int
    """How many characters of `span` are the article's own number, which stands before the first clause."""
    items: tuple[Item, ...] = ()

    @property
    def text(self) -> str:
        """Its words before its first 项, as readers see them, without the article's number."""
        end = self.items[0].span.start if self.items else self.span.end
        return visible(self.span.raw[self.head : end - self.span.start])

    @property
    def whole(self) -> str:
        """Its words with those of its 项, one a line, without the article's number."""
        return "\n".join(visible(line) for line in self.span.raw[self.head :].splitlines() if visible(line))


@dataclass(frozen=True, slots=True)
class Article:
    """条: its number as printed, its anchor, its 款. In an annex, or where a number stands twice, the anchor says so."""

    number: str
    anchor: str
    span: Span
    clauses: tuple[Clause, ...]
    headings: tuple["Heading", ...] = ()

    @property
    def whole(self) -> str:
        """All its words, one paragraph a line, without its number."""
        return "\n".join(clause.whole for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its number as printed (empty for one like 附则), its name, its anchor, its place from 1 to 4."""

    level: str
    number: str
    name: str
    anchor: str
    span: Span

    @property
    def rank(self) -> int:
        """Its rank among the levels, 0 for the highest."""
        return LEVELS.index(self.level)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that is neither heading nor article: what it is, and its anchor."""

    kind: str
    anchor: str
    span: Span


Block = Article | Heading | Stretch


@dataclass(frozen=True, slots=True)
class Step:
    """A step in a law's history as its 题注 tells it: the day, what was done (通过, 公布, 施行, 修正, 修订, 批准), the words."""

    day: Moment
    act: str
    words: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the parser cannot tell, or finds wrong in the text: the line, from 1, and what it is, in Chinese."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no such place in a text: why, in Chinese."""

    reason: str


@dataclass(frozen=True, eq=False)
class Statute:
    """A statute's text taken apart. The `raw` of its blocks, joined, is the text."""

    text: str
    title: str
    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    doubts: tuple[Doubt, ...]
    effective: Moment | None
    """From when its last articles say that it is in force; None where they do not say a day."""

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """Its articles in the order of the text, without those of annexes."""
        return tuple(one for one in self.blocks if isinstance(one, Article) and one.anchor.startswith("a-"))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings in the order of the text."""
        return tuple(one for one in self.blocks if isinstance(one, Heading))

    @cached_property
    def _by_anchor(self) -> Mapping[str, Article]:
        return MappingProxyType({one.anchor: one for one in reversed(self.articles)})

    def article(self, anchor: str) -> Article | None:
        """Return the article with this anchor, for example a-46; None where there is none."""
        return self._by_anchor.get(anchor)

    def stretches(self, kind: str) -> Iterator[Stretch]:
        """Yield the stretches of this kind."""
        return (one for one in self.blocks if isinstance(one, Stretch) and one.kind == kind)
