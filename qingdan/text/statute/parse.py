"""Text → statute: every line finds its block, every block its anchor."""

import re
from collections.abc import Iterator, Sequence

from .clauses import clauses_of
from .contents import compared, contents_of
from .front import front_of
from .headings import Headings, named
from .history import effective_from, steps_of
from .lines import Line, Mark, lines_of
from .series import Series, series_of
from .structure import ANNEX, CONTENTS, FRONT, HISTORY, Article, Block, Doubt, Heading, Span, Statute, Stretch

_ANNEX = re.compile(r"附(?:件|录|表|图|[：:]|\s|[一二三四五六七八九十]+[：:、])|修正案$")


def parse(text: str) -> Statute:
    """Return the structure of a statute's text. In: any text. Out: a total structure; what is unsure is among its doubts."""
    return _Text(text).statute()


class _Text:
    """One text on its way to a statute."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = lines_of(text)
        self.contents = contents_of(self.lines)
        series, self.doubts = series_of(self.lines, frozenset(self.contents))
        if not any(one.lines for one in series):
            series = [Series(self._points())]
        self.main = max(series, key=lambda one: len(one.lines), default=Series())
        self.first_of = {line.index: one for one in series for line in one.lines}
        self.prefix = {
            id(one): "" if one is self.main else f"f{number}-" for number, one in enumerate(self._others(series), 1)
        }
        self.prefix[id(self.main)] = ""
        self.marks = self._marks()

    def _others(self, series: Sequence[Series]) -> list[Series]:
        return [one for one in series if one is not self.main]

    def _points(self) -> list[Line]:
        """Return the lines 一、 二、 in their order: a decision has them for articles."""
        found: list[Line] = []
        for line in self.lines:
            if line.mark is Mark.POINT and line.number == len(found) + 1 and line.index not in self.contents:
                found.append(line)
        return found

    def _marks(self) -> list[tuple[int, str]]:
        """Return where each block begins, as the index of its line, and what it is."""
        body = self._first_of_body()
        head = [line for line in self.lines[:body] if line.index not in self.contents]
        self.front = front_of(head)
        marks: dict[int, str] = {}
        before = ""
        for line in head:
            if line.bare and (kind := self.front.kinds[line.index]) != before:
                marks[line.index], before = kind, kind
            if line.index + 1 in self.contents:
                before = ""
        if self.contents:
            marks[self.contents.start] = CONTENTS
        last = self.main.lines[-1].index if self.main.lines else len(self.lines)
        for line in self.lines[body:]:
            if line.index in self.first_of:
                marks[line.index] = "条"
            elif line.mark is Mark.HEADING and line.index not in self.contents:
                marks[line.index] = "标题行"
            elif line.index > last and _ANNEX.match("".join(line.bare.split()) + " "):
                marks[line.index] = ANNEX
        for one in self.prefix:
            self._annex_before(one, marks)
        marks.setdefault(0, FRONT)
        return sorted(marks.items())

    def _first_of_body(self) -> int:
        """Return the index of the line with which the body begins: its first heading or article outside the contents."""
        firsts = [line.index for line in self.lines if line.mark is Mark.HEADING and line.index not in self.contents]
        return min([*firsts[:1], *self.first_of, len(self.lines)])

    def _annex_before(self, series: int, marks: dict[int, str]) -> None:
        """Mark the lines between the main articles and those of a further series that name it."""
        one = next((found for found in self.first_of.values() if id(found) == series), None)
        if one is None or one is self.main or not one.lines:
            return
        first = one.lines[0].index
        above = max((at for at in marks if at < first), default=0)
        if marks.get(above) == "条":
            names = first
            while names - 1 > above and not self.lines[names - 1].bare.endswith(("。", "；")):
                names -= 1
            if names < first:
                marks.setdefault(names, ANNEX)

    def statute(self) -> Statute:
        headings = Headings(self.lines[self._first_of_body() :])
        blocks = tuple(self._blocks(headings))
        history = "\n".join(one.span.raw for one in blocks if isinstance(one, Stretch) and one.kind == HISTORY)
        steps = steps_of(history)
        articles = [one for one in blocks if isinstance(one, Article) and one.anchor.startswith("a-")]
        listed = [self.lines[at] for at in self.contents]
        found = [one for one in blocks if isinstance(one, Heading)]
        odd = [Doubt(line.number_of_line, f"“{line.odd}”像是条号，认不出是第几条") for line in self.lines if line.odd]
        none = [] if articles else [Doubt(1, "没有认出条文")]
        doubts = [*self.doubts, *headings.doubts, *compared(listed, found), *odd, *none]
        return Statute(
            self.text,
            self.front.title,
            blocks,
            steps,
            tuple(sorted(doubts, key=lambda doubt: (doubt.line, doubt.message))),
            effective_from(articles, steps),
        )

    def _blocks(self, headings: Headings) -> Iterator[Block]:
        used: set[str] = set()
        above: tuple[Heading, ...] = ()
        prefix = ""
        starts = [at for at, _ in self.marks]
        skip = -1
        for position, (at, kind) in enumerate(self.marks):
            until = starts[position + 1] if position + 1 < len(starts) else len(self.lines)
            lines = self.lines[at:until]
            if not lines or at < skip:
                continue
            if kind == "条":
                series = self.first_of[at]
                prefix = self.prefix[id(series)]
                article = self._article(prefix, lines, above, used)
                yield article
            elif kind == "标题行":
                line, taken = named(lines[0], lines[1:])
                end = self._end(lines[:taken])
                heading = headings.made(
                    line, self.text, self._end(lines) if not self._rest(lines, taken) else end, prefix
                )
                above = (*(one for one in above if one.rank < heading.rank), heading)
                yield heading
                if self._rest(lines, taken):
                    yield self._stretch("段落", lines[taken:], used)
            else:
                yield self._stretch(kind, lines, used)

    def _rest(self, lines: Sequence[Line], taken: int) -> bool:
        return any(line.bare for line in lines[taken:])

    def _stretch(self, kind: str, lines: Sequence[Line], used: set[str]) -> Stretch:
        names = {
            "标题": "text-title",
            "题注": "text-history",
            "目录": "text-contents",
            "序言": "text-preamble",
            "附件": "text-annex",
            "前文": "text-front",
        }
        return Stretch(kind, self._free(names.get(kind, "text-more"), used), self._span(lines))

    def _article(self, prefix: str, lines: Sequence[Line], above: tuple[Heading, ...], used: set[str]) -> Article:
        first = lines[0]
        added = f"z{first.added}" if first.added else ""
        anchor = self._free(f"{prefix}a-{first.number}{added}", used)
        clauses, doubts = clauses_of(anchor, lines, self.text)
        self.doubts += [Doubt(doubt.line, f"{first.label}：{doubt.message}") for doubt in doubts]
        return Article(first.label, anchor, self._span(lines), clauses, above)

    def _free(self, anchor: str, used: set[str]) -> str:
        free, count = anchor, 1
        while free in used:
            count += 1
            free = f"{anchor}x{count}"
        used.add(free)
        return free

    def _end(self, lines: Sequence[Line]) -> int:
        return lines[-1].end

    def _span(self, lines: Sequence[Line]) -> Span:
        start, end = lines[0].start, lines[-1].end
        shown = next((line for line in lines if line.bare), lines[0])
        return Span(start, end, shown.number_of_line, self.text[start:end])
