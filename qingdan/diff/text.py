"""A summary as plain text, for a terminal."""

from collections.abc import Iterator
from itertools import groupby

from .summary import Summary


def as_text(summary: Summary) -> str:
    """Return the summary, one sentence a line."""
    return "".join(f"{line}\n" for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    yield f"与 {summary.base} 相比：{summary.headline}"
    for said, problems in summary.faults:
        yield f"\n{said}"
        yield from (f"  {problem}" for problem in problems)
    for part, members in groupby(summary.changes or (), key=lambda change: change.subject.chapter):
        yield f"\n{part}"
        for change in members:
            yield f"  {' '.join(filter(None, [change.subject.id, change.subject.name]))}"
            yield from (f"    {remark}" for remark in change.remarks)
