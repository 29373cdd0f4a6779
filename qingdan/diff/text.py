"""A summary as plain text, for a terminal."""

from collections.abc import Iterator
from itertools import groupby

from ..text.problem import Problem
from .change import Change
from .summary import Summary


def as_text(summary: Summary) -> str:
    """Return the summary, one sentence a line."""
    return "".join(f"{line}\n" for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    yield f"与 {summary.base} 相比：{summary.headline}"
    yield from _problems("现在的数据", summary.new_problems)
    yield from _problems("旧数据", summary.old_problems)
    for part, members in groupby(summary.changes or (), key=lambda change: change.subject.chapter):
        yield ""
        yield part
        for change in members:
            yield from _of(change)


def _problems(side: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    if problems:
        yield ""
        yield f"{side}有 {len(problems)} 处问题，读不出的没有比较："
        yield from (f"  {problem}" for problem in problems)


def _of(change: Change) -> Iterator[str]:
    yield f"  {' '.join(filter(None, [change.subject.id, change.subject.name]))}"
    yield from (f"    {remark}" for remark in change.remarks)
