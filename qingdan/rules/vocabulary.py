"""Classifications use only the names in the vocabulary."""

from collections.abc import Iterable, Iterator

from ..example import Example
from ..load import Data
from ..model import In
from ..problem import Problem, excerpt, nearest
from ..walk import walk

NAME = "词表"
DEMAND = "分类只用词表里的名称。"
EXAMPLES = (
    Example(
        "tasks/tasks.yml",
        "      状态: 推进中",
        "      状态: 正在推进",
        "“状态”没有“正在推进”，最接近的是“推进中”；可选的词见 vocab.yml 的“状态”",
    ),
    Example(
        "tasks/tasks.yml",
        "  责任主体: [法规处]",
        "  责任主体: [法规科]",
        "“责任主体”没有“法规科”，最接近的是“法规处”；可选的词见 vocab.yml 的“责任主体”",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield values that are not in the list of the vocabulary which their field names."""
    sections = data.vocab.value.sections
    for source in data.records:
        for path, item in walk(source.value):
            for name, info in type(item).model_fields.items():
                section = next((mark.section for mark in info.metadata if isinstance(mark, In)), None)
                if section is None:
                    continue
                value = getattr(item, name)
                words = value if isinstance(value, tuple) else [value] if value is not None else []
                for index, word in enumerate(words):
                    if word not in sections[section]:
                        place = source.place(*path, info.alias, index)
                        yield Problem(place, NAME, _unknown(info.alias, word, section, sections[section]))
    for index, status in enumerate(data.vocab.value.statuses):
        for number, word in enumerate(status.next):
            if word not in sections["状态"]:
                place = data.vocab.place("状态", index, "可接续", number)
                yield Problem(place, NAME, _unknown("可接续", word, "状态", sections["状态"]))


def _unknown(field: str, word: str, section: str, allowed: Iterable[str]) -> str:
    return f"“{field}”没有“{excerpt(word)}”，{nearest(word, allowed)}；可选的词见 vocab.yml 的“{section}”"
