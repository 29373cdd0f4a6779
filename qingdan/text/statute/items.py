"""Drafts of 项 and 目 → records, with what is wrong with their numbers."""

from collections.abc import Iterator, Sequence

from .anchors import Anchors
from .draft import Draft, numbered, together
from .numerals import han
from .structure import Doubt, Item, Span


class Items:
    """Makes the 项 and 目 of an article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.doubts: list[Doubt] = []
        self.anchors = Anchors()

    def span(self, draft: Draft, end: int) -> Span:
        """Return the span of a draft up to `end`."""
        return Span(draft.start, end, draft.line, self.text[draft.start : end])

    def made(self, above: str, drafts: Sequence[Draft], end: int) -> Iterator[Item]:
        """Yield the items of drafts. In: the anchor of what they stand below, the drafts, and where the last of them ends."""
        drafts = together(drafts)
        ends = [*(draft.start for draft in drafts[1:]), end][: len(drafts)]
        last = 0
        for place, ((draft, number), until) in enumerate(zip(numbered(drafts), ends, strict=True), 1):
            self._check(draft, number, last)
            last = number or last
            anchor = self.anchors.free(f"{above}-{number}" if number else f"{above}-n{place}")
            below = tuple(self.made(anchor, draft.below, until)) if draft.below else ()
            yield Item(number, draft.label, anchor, self.span(draft, until), below)

    def _check(self, draft: Draft, number: int, last: int) -> None:
        if number and not draft.label:
            self.doubts.append(Doubt(draft.line, f"第{han(number)}项没有编号，按次序算"))
        elif number == 1 and last:
            self.doubts.append(Doubt(draft.line, f"{draft.label}在同一款里又从头编起"))
        elif number and number <= last:
            self.doubts.append(Doubt(draft.line, f"{draft.label}前面已经有第{han(last)}项"))
        elif number and number != last + 1:
            first, until = han(last + 1), han(number - 1)
            self.doubts.append(
                Doubt(draft.line, f"{draft.label}前面缺第{first}项{'' if first == until else f'至第{until}项'}")
            )
