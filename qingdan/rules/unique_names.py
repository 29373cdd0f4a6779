"""Ids, slugs, years and vocabulary terms each occur once."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..model.load import Data
from ..model.parts import FILED
from ..text.example import Example
from ..text.problem import Place, Problem

NAME = "编号重复"
DEMAND = "编号、标识、年度、问答的问题和词表里的名称各只出现一次。"
EXAMPLES = (
    Example(
        "- 编号: RW-004", "- 编号: RW-001", "“RW-001”在 tasks/tasks.yml 第 2 行也用了，请改其中一处；公开过的编号不要改"
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield every id, slug or term that stands a second time."""
    for part in FILED:
        yield from _repeated((one.value.id, partial(one.place, part.key_title)) for one in data.lists[part.folder])
    yield from _repeated((one.value.name, partial(one.place, "问")) for one in data.answers)
    yield from _repeated((str(report.year), partial(report.meta.place, "年度")) for report in data.reports)
    words = []
    for meaning in data.glossary:
        words.append((meaning.value.name, partial(meaning.place, "名称")))
        words += [(alias, partial(meaning.place, "别名", index)) for index, alias in enumerate(meaning.value.aliases)]
    yield from _repeated(words)
    yield from _repeated((meaning.value.slug, partial(meaning.place, "标识")) for meaning in data.glossary)
    yield from _repeated((basis.value.law, partial(basis.place, "法规")) for basis in data.basis if basis.value.law)
    for section, terms in data.vocab.value.lists.items():
        for key, name in (("名称", "name"), ("标识", "slug")):
            yield from _repeated(
                (getattr(term, name), partial(data.vocab.place, section, index, key))
                for index, term in enumerate(terms)
            )


def _repeated(names: Iterable[tuple[str, Callable[[], Place]]]) -> Iterator[Problem]:
    first: dict[str, Callable[[], Place]] = {}
    for name, place in names:
        if name in first:
            earlier = first[name]()
            where = f"{earlier.path} 第 {earlier.line} 行"
            yield Problem(place(), NAME, f"“{name}”在 {where}也用了，请改其中一处；公开过的编号不要改")
        else:
            first[name] = place
