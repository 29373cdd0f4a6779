"""No two laws go by one name."""

from collections.abc import Callable, Iterator
from functools import partial

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Place, Problem

NAME = "法规重名"
DEMAND = "法规的名称和简称不与别的法规相同。"
EXAMPLES = (
    Example(
        "  简称: 旧用水办法",
        "  简称: 用水条例",
        "“用水条例”也是 water-use-rules 的简称（laws/laws.yml 第 4 行）；同一部法规请只留一条，不是同一部的请加上年份区分，例如 用水条例（2001年）",
        "laws/laws.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield names that a law before has too."""
    seen: dict[str, tuple[str, str, Callable[[], Place]]] = {}
    for law in data.laws:
        for key, name in {"名称": law.value.name, "简称": law.value.short}.items():
            place = partial(law.place, key)
            other, its_key, there = seen.setdefault(name, (law.value.id, key, place))
            if other != law.value.id:
                where = f"{there().path} 第 {there().line} 行"
                how = f"同一部法规请只留一条，不是同一部的请加上年份区分，例如 {name}（2001年）"
                yield Problem(place(), NAME, f"“{name}”也是 {other} 的{its_key}（{where}）；{how}")
