"""Ids, slugs, years and vocabulary terms each occur once."""

from collections.abc import Iterable, Iterator

from ..load import Data
from ..problem import Place, Problem

NAME = "编号重复"
DEMAND = "编号、标识、年度和词表里的名称各只出现一次。"


def check(data: Data) -> Iterator[Problem]:
    """Yield every id, slug or term that stands a second time."""
    yield from _repeated((entry.value.id, entry.place("编号")) for entry in data.entries)
    yield from _repeated((law.value.id, law.place("标识")) for law in data.laws)
    yield from _repeated((str(report.year), report.meta.place("年度")) for report in data.reports)
    for info in type(data.vocab.value).model_fields.items():
        name, alias = info[0], info[1].alias
        terms = getattr(data.vocab.value, name)
        for key in ("名称", "标识"):
            yield from _repeated(
                (term.name if key == "名称" else term.slug, data.vocab.place(alias, index, key))
                for index, term in enumerate(terms)
            )


def _repeated(names: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for name, place in names:
        if name in first:
            where = f"{first[name].path} 第 {first[name].line} 行"
            yield Problem(place, NAME, f"“{name}”已经用过（{where}），请换一个没有用过的")
        else:
            first[name] = place
