"""Text → statute: every line finds its block, every block its anchor."""

from collections.abc import Iterator, Sequence

from .anchors import Anchors
from .blocks import ARTICLE, HEADING, Cut, Cuts, cuts_of
from .clauses import clauses_of
from .contents import compared
from .headings import Headings, named
from .history import effective_from, steps_of
from .lines import Line, lines_of
from .structure import (
    ANNEX,
    CONTENTS,
    FRONT,
    HISTORY,
    PREAMBLE,
    SIGNATURE,
    TEXT,
    TITLE,
    Article,
    Block,
    Doubt,
    Heading,
    Span,
    Statute,
    Stretch,
)

_ANCHORS = {
    TITLE: "text-title",
    HISTORY: "text-history",
    CONTENTS: "text-contents",
    PREAMBLE: "text-preamble",
    ANNEX: "text-annex",
    FRONT: "text-front",
    SIGNATURE: "text-signature",
    TEXT: "text-more",
}
"""The ids of what is neither heading nor article; a law's page has others of its own, for example history."""


def parse(text: str) -> Statute:
    """Return the structure of a statute's text. In: any text. Out: a total structure; what is unsure is among its doubts."""
    lines = lines_of(text)
    found = cuts_of(lines)
    builder = _Builder(text, lines, found)
    blocks = tuple(builder.blocks()) if lines else ()
    steps = steps_of("\n".join(one.span.raw for one in blocks if isinstance(one, Stretch) and one.kind == HISTORY))
    articles = [one for one in blocks if isinstance(one, Article) and one.anchor.startswith("a-")]
    headings = [one for one in blocks if isinstance(one, Heading)]
    doubts = [
        *found.doubts,
        *builder.doubts,
        *compared([lines[at] for at in found.contents], headings),
        *_odd(lines),
        *([] if articles else [Doubt(1, "没有认出条文")]),
    ]
    return Statute(
        text,
        found.title,
        blocks,
        steps,
        tuple(sorted(doubts, key=lambda doubt: (doubt.line, doubt.message))),
        effective_from(articles, steps),
    )


def _odd(lines: Sequence[Line]) -> Iterator[Doubt]:
    for line in lines:
        if line.begins.odd:
            yield Doubt(line.number_of_line, f"“{line.begins.odd}”像是条号，认不出是第几条")


def _broken_off(lines: Sequence[int]) -> Iterator[Doubt]:
    if lines:
        message = f"这样接着上一行半句话的行共{len(lines)}处：断行若在句号后面，看不出是不是另起的一款"
        yield Doubt(lines[0], message)


class _Builder:
    """Makes the blocks of one text in their order."""

    def __init__(self, text: str, lines: Sequence[Line], found: Cuts) -> None:
        self.text, self.lines, self.cuts = text, lines, found.cuts
        self.anchors = Anchors()
        self.headings = Headings(lines[found.body :], self.anchors)
        self.above: tuple[Heading, ...] = ()
        self.prefix = ""
        self._doubts: list[Doubt] = []
        self._broken: list[int] = []

    @property
    def doubts(self) -> list[Doubt]:
        """What is wrong with the numbers of headings and of 项, and where the lines are broken off."""
        return [*self.headings.doubts, *self._doubts, *_broken_off(self._broken)]

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the text."""
        ends = [*(cut.at for cut in self.cuts[1:]), len(self.lines)]
        for cut, end in zip(self.cuts, ends, strict=True):
            lines = self.lines[cut.at : end]
            if cut.kind == ARTICLE:
                yield self._article(cut, lines)
            elif cut.kind == HEADING:
                yield from self._heading(lines)
            else:
                yield self._stretch(cut.kind, lines)

    def _article(self, cut: Cut, lines: Sequence[Line]) -> Article:
        begins = lines[0].begins
        self.prefix = cut.prefix
        added = f"z{begins.added}" if begins.added else ""
        anchor = self.anchors.free(f"{cut.prefix}a-{begins.number}{added}")
        read = clauses_of(anchor, lines, self.text)
        self._doubts += [Doubt(doubt.line, f"{begins.label}：{doubt.message}") for doubt in read.doubts]
        self._broken += read.broken
        return Article(begins.label, anchor, self._span(lines), read.clauses, self.above)

    def _heading(self, lines: Sequence[Line]) -> Iterator[Block]:
        name, taken = named(lines[0], lines[1:])
        rest = lines[taken + 1 :]
        shown = any(line.bare for line in rest)
        own = lines[: taken + 1] if shown else lines
        heading = self.headings.made(lines[0], name, self._span(own), self.prefix)
        self.above = (*(one for one in self.above if one.rank < heading.rank), heading)
        yield heading
        if shown:
            yield self._stretch(TEXT, rest)

    def _stretch(self, kind: str, lines: Sequence[Line]) -> Stretch:
        return Stretch(kind, self.anchors.free(_ANCHORS[kind]), self._span(lines))

    def _span(self, lines: Sequence[Line]) -> Span:
        start, end = lines[0].start, lines[-1].end
        shown = next((line for line in lines if line.bare), lines[0])
        return Span(start, end, shown.number_of_line, self.text[start:end])
