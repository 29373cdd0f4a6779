"""A law is followed by another only once it is gone, and no chain of successors leads back to its start."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem

NAME = "法规替代"
DEMAND = "被替代的法规已经废止或届满；替代不绕成圈，不写自己。"
EXAMPLES = (
    Example(
        "  被替代: water-use-rules",
        "  被替代: old-water-rules",
        "“old-water-rules”就是这一部自己，请写接续它的另一部法规；没有的删去这一行",
        "laws/laws.yml",
    ),
    Example(
        "  状态: 现行有效\n  领域: [水务]",
        "  状态: 现行有效\n  被替代: yearly-report-rules\n  领域: [水务]",
        "写了“被替代”，“状态”却是“现行有效”；已经被替代的，“状态”写“已废止”并写废止日期，还没有的删去这一行",
        "laws/laws.yml",
    ),
)

_STANDING = ("现行有效", "尚未施行")


def check(data: Data) -> Iterator[Problem]:
    """Yield successors of laws that still stand, laws that follow themselves, and laws that follow each other in a circle."""
    successors: dict[str, list[str]] = {}
    for law in data.laws:
        for older, newer in (
            (law.value.id, law.value.replaced_by),
            *((old, law.value.id) for old in law.value.replaces),
        ):
            if newer and older != newer:
                successors.setdefault(older, []).append(newer)
    for law in data.laws:
        one = law.value
        if one.replaced_by and one.status in _STANDING and not (one.repealed or one.ended):
            how = "已经被替代的，“状态”写“已废止”并写废止日期，还没有的删去这一行"
            yield Problem(law.place("被替代"), NAME, f"写了“被替代”，“状态”却是“{one.status}”；{how}")
        if one.replaced_by == one.id:
            message = f"“{one.id}”就是这一部自己，请写接续它的另一部法规；没有的删去这一行"
            yield Problem(law.place("被替代"), NAME, message)
        elif one.replaced_by and (way := _way(one.replaced_by, one.id, successors)):
            yield Problem(law.place("被替代"), NAME, _circle([one.id, *way]))
        for index, old in enumerate(one.replaces):
            if old == one.id:
                message = f"“{one.id}”就是这一部自己，请写它接续的旧法规；没有的删去"
                yield Problem(law.place("替代", index), NAME, message)
            elif way := _way(one.id, old, successors):
                yield Problem(law.place("替代", index), NAME, _circle([old, *way]))


def _circle(way: list[str]) -> str:
    return f"替代绕成了圈（{' → '.join(way)}），请照来源改正其中一处"


def _way(start: str, end: str, successors: dict[str, list[str]]) -> list[str]:
    """Return the laws from `start` to `end`, both included, each followed by the next; empty where none leads there."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == end:
            return way
        for following in successors.get(way[-1], ()):
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
