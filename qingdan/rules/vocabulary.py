"""Classifications use only the names in the vocabulary."""

from collections.abc import Iterator

from ..load import Data
from ..model import In
from ..problem import Problem, nearest
from ..walk import walk

NAME = "词表"
DEMAND = "分类只用词表里的名称。"


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
                        yield Problem(place, NAME, f"“{info.alias}”没有“{word}”，{nearest(word, sections[section])}")
    for index, status in enumerate(data.vocab.value.statuses):
        for number, word in enumerate(status.next):
            if word not in sections["状态"]:
                place = data.vocab.place("状态", index, "可接续", number)
                yield Problem(place, NAME, f"“可接续”没有“{word}”，{nearest(word, sections['状态'])}")
