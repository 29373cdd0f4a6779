"""目录: where the table of contents stands, and how it differs from the headings."""

from collections.abc import Sequence

from .lines import Line, Mark
from .structure import Doubt, Heading

_WORDS = ("目录", "目次")


def contents_of(lines: Sequence[Line]) -> range:
    """Return the indexes of the lines of the table of contents, with its title; empty where there is none.

    It ends before the heading that repeats its first one, or before the first article.
    """
    title = next((line.index for line in lines if "".join(line.bare.split()) in _WORDS), None)
    first = next((line for line in lines[title or 0 :] if line.mark is Mark.HEADING), None)
    article = next(
        (line.index for line in lines if line.mark is Mark.ARTICLE and line.index > (title or 0)), len(lines)
    )
    if first is None or first.index > article:
        return range(0)
    again = next((line.index for line in lines[first.index + 1 : article] if _same(line, first)), None)
    if again is None or (title is None and not _all_headings(lines[first.index : again])):
        return range(0)
    return range(first.index if title is None else title, _before_preamble(lines, first.index, again))


def _same(one: Line, other: Line) -> bool:
    return one.mark is Mark.HEADING and (one.level, one.number, _name(one)) == (other.level, other.number, _name(other))


def _name(line: Line) -> str:
    return "".join(line.name.split())


def _all_headings(lines: Sequence[Line]) -> bool:
    return all(line.mark is Mark.HEADING or not line.bare for line in lines)


def _before_preamble(lines: Sequence[Line], first: int, again: int) -> int:
    """Return where the contents end: a sentence between them and the first heading is the preamble's."""
    sentence = next((line.index for line in lines[first:again] if line.bare.endswith("。")), None)
    if sentence is None:
        return again
    headings = [line.index for line in lines[first:sentence] if line.mark is Mark.HEADING]
    return headings[-1] + 1


def compared(listed: Sequence[Line], headings: Sequence[Heading]) -> list[Doubt]:
    """Return where the table of contents and the headings differ."""
    told = [(line, f"{line.label}{_name(line)}") for line in listed if line.mark is Mark.HEADING]
    there = {f"{one.number}{''.join(one.name.split())}" for one in headings}
    missing = [
        Doubt(line.number_of_line, f"目录里的“{words}”，正文里没有这个标题")
        for line, words in told
        if words not in there
    ]
    known = {words for _, words in told}
    ranks = {line.level for line, _ in told}
    return missing + [
        Doubt(one.span.line, f"正文里的“{one.number}{one.name}”，目录里没有")
        for one in headings
        if told and one.level in ranks and f"{one.number}{''.join(one.name.split())}" not in known
    ]
