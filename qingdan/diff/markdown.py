"""A summary as GitHub Markdown, for a job summary or a comment.

Words of the data stand only inside HTML elements, escaped, and inside <code>: there GitHub makes no mention, link,
emoji or issue reference of them. HTML blocks hold no blank line, so no word of the data is ever read as Markdown.
"""

from itertools import accumulate, groupby

from ..render.template import fill
from .change import Change
from .summary import Summary

LIMIT = 1_000_000
"""Bytes of a whole summary; GitHub refuses job summaries above 1 MiB."""

_CUT = "\n> 改动太多，这里没有列完。在本机运行 `python -m qingdan diff` 可以看到全部。\n"
_PROBLEMS = 100


def as_markdown(summary: Summary, limit: int = LIMIT) -> str:
    """Return the summary in at most `limit` bytes: sentences first, then as many before-and-afters as find room."""
    head = _block("head", summary=summary, listed=_PROBLEMS)
    groups = [(part, list(members)) for part, members in groupby(summary.changes or (), lambda c: c.subject.chapter)]
    told = {change: _block("thing", change=change) for _, members in groups for change in members}
    compared = {change: _block("table", change=change) for _, members in groups for change in members}
    room = limit - _size(head) - _size(_CUT) - sum(_size(_title(part)) for part, _ in groups)
    sentences = _fitting(told, room)
    tables = _fitting(compared, room - sum(map(_size, sentences.values())))
    pieces = [head]
    for part, members in groups:
        if any(change in sentences for change in members):
            pieces.append(_title(part))
        pieces += [text.get(change, "") for change in members for text in (sentences, tables)]
    cut = len(sentences) < len(told) or len(tables) < len(compared)
    return "".join(pieces) + (_CUT if cut else "")


def _fitting(blocks: dict[Change, str], room: int) -> dict[Change, str]:
    """Return the first blocks that fit into `room` bytes together."""
    ends = accumulate(_size(block) for block in blocks.values())
    return {change: block for (change, block), end in zip(blocks.items(), ends, strict=True) if end <= room}


def _block(name: str, **values: object) -> str:
    """Return a template's HTML without blank lines, followed by one."""
    lines = fill(f"diff/{name}", **values).replace("\r", "\n").split("\n")
    return "\n".join(line for line in lines if line.strip()) + "\n\n"


def _title(part: str) -> str:
    return f"### {part}\n\n"


def _size(text: str) -> int:
    return len(text.encode())
