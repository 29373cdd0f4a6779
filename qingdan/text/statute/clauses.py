"""The lines of an article → its 款, 项 and 目."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .lines import Line, Mark, value_of
from .structure import Clause, Doubt, Item, Span

_ENDS = ("。", "！", "？", "”", "）", ")", "!", "?", "…", "’", ".")
_INLINE = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_INTRODUCED = re.compile(r"[：:；;，,][\s\u3000]*$")


@dataclass(slots=True)
class _Draft:
    """A 款, 项 or 目 whose end is not known yet."""

    start: int
    line: int
    number: int = 0
    mark: str = ""
    head: int = 0
    items: list["_Draft"] = field(default_factory=list)


def clauses_of(anchor: str, lines: Sequence[Line], text: str) -> tuple[tuple[Clause, ...], list[Doubt]]:
    """Return the 款 of an article with what stands below them, and what is wrong with the numbers of its 项.

    In: the article's anchor, its lines with the one that its number begins, and the whole text.
    """
    drafts: list[_Draft] = []
    before = ""
    quoted = _balanced(lines)
    depth = 0
    for line in lines:
        if line.bare:
            inside = quoted and depth > 0
            _add(drafts, line, before, inside)
            before = line.bare
        depth += line.raw.count("“") - line.raw.count("”")
    end = lines[-1].end
    doubts: list[Doubt] = []
    clauses = []
    ends = [*(draft.start for draft in drafts[1:]), end]
    for number, (draft, last) in enumerate(zip(drafts, ends, strict=True), 1):
        name = f"{anchor}-{number}"
        items = tuple(_items(name, draft.items, last, text, doubts))
        clauses.append(Clause(number, name, _span(draft, last, text), draft.head, items))
    return tuple(clauses), doubts


def _balanced(lines: Sequence[Line]) -> bool:
    raw = "".join(line.raw for line in lines)
    return raw.count("“") == raw.count("”")


def _add(drafts: list[_Draft], line: Line, before: str, inside: bool) -> None:
    """Add a line to the 款 found so far; `before` is what the last line shows, `inside` whether a quotation is open."""
    first = not drafts
    if first:
        drafts.append(_Draft(line.start, line.number_of_line, head=line.head))
    clause = drafts[-1]
    items = clause.items
    if inside or line.inline:
        return
    if first:
        _add_inline(clause, line, line.head)
    elif line.mark is Mark.ITEM:
        items.append(_Draft(line.start, line.number_of_line, line.number, _mark(line)))
    elif line.mark is Mark.SUB or (line.mark is Mark.POINT and before.endswith(("：", ":", "；", ";"))):
        above = (
            items[-1].items
            if items and items[-1].mark and line.mark is Mark.SUB and not _is_sub(items[-1].mark)
            else items
        )
        above.append(_Draft(line.start, line.number_of_line, line.number, _mark(line)))
    elif before.endswith(_ENDS) or not before:
        drafts.append(_Draft(line.start, line.number_of_line))
        _add_inline(drafts[-1], line, 0)
    elif before.endswith(("：", ":", "，", ",", "；", ";", "、")) and _stands_alone(line, before):
        items.append(_Draft(line.start, line.number_of_line))


def _stands_alone(line: Line, before: str) -> bool:
    """Tell whether a line without a mark is one of a list, as the offices of which a body is made up, not a line broken off."""
    return len(before) < 60 or before.endswith(("：", ":"))


def _mark(line: Line) -> str:
    return line.raw[: line.head].strip()


def _is_sub(mark: str) -> bool:
    return not any(character in "一二三四五六七八九十㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩" for character in mark)


def _add_inline(clause: _Draft, line: Line, head: int) -> None:
    """Add the 项 that are counted within a line: （一）… （二）…, from one on and in order, behind a colon."""
    found: list[re.Match[str]] = []
    for match in _INLINE.finditer(line.raw, head):
        lead = line.raw[head : match.start()]
        opens = _INTRODUCED.search(lead) if found else re.search(r"[：:][\s\u3000]*$", lead)
        if value_of(match[1]) == len(found) + 1 and opens:
            found.append(match)
    if len(found) > 1:
        for match in found:
            clause.items.append(_Draft(line.start + match.start(), line.number_of_line, value_of(match[1]), match[0]))


def _span(draft: _Draft, end: int, text: str) -> Span:
    return Span(draft.start, end, draft.line, text[draft.start : end])


def _items(anchor: str, drafts: Sequence[_Draft], end: int, text: str, doubts: list[Doubt]) -> Iterator[Item]:
    ends = [*(draft.start for draft in drafts[1:]), end][: len(drafts)]
    used: set[str] = set()
    last = 0
    for position, (draft, until) in enumerate(zip(drafts, ends, strict=True), 1):
        if draft.number and draft.number != last + 1:
            doubts.append(
                Doubt(
                    draft.line, f"{draft.mark}的上一项不是第{last + 1 if draft.number <= last else draft.number - 1}项"
                )
            )
        last = draft.number or last
        name = f"{anchor}-{draft.number}" if draft.number else f"{anchor}-n{position}"
        while name in used:
            name += "x"
        used.add(name)
        yield Item(
            draft.number,
            draft.mark,
            name,
            _span(draft, until, text),
            tuple(_items(name, draft.items, until, text, doubts)),
        )
