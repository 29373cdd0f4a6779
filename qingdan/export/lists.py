"""The lists as published: what all entries have, with what each list has of its own, made from the list's record."""

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import Field, StringConstraints
from pydantic.fields import FieldInfo

from ..model import Fact, Own, facts_of
from ..model.parts import FILED, LISTS, NUMBER, Part
from .model import Entry as Common
from .model import File, Published, Word, made, several


def _published(part: Part) -> type[Common]:
    number = Annotated[str, StringConstraints(pattern=f"^{part.prefix}{NUMBER}$")]
    common = Common.model_fields
    own = {
        fact.attribute: _field(fact, number) for fact in facts_of(part.record).values() if fact.attribute not in common
    }
    return made(part.record.__name__, Common, part.title, {"id": (number, common["id"]), **own})


def _field(fact: Fact, number: object) -> tuple[object, FieldInfo]:
    numbers = (fact.mark(Own) or Own()).numbers
    kind: Any = number if numbers else Word if fact.section else str
    optional = not fact.required and fact.info.default is None
    whole = several(kind) if fact.many else kind | None if optional else kind
    return whole, Field(title=fact.key, description=numbers or None)


ENTRIES = {part: _published(part) for part in LISTS}
"""The published record of each list."""


def _file(part: Part, record: type[Common]) -> type[File]:
    field = (several(record), Field(title=part.title, description="按编号排列。"))
    title = (str, Field(title="清单的名称", description="有条目待核定的，名称后面写“（整理稿）”。"))
    return made(f"{part.record.__name__}File", File, part.name, {"title": title, part.folder: field})


LIST_FILES = {part.folder: _file(part, record) for part, record in ENTRIES.items()}
"""The file of each list, by the list's folder."""

EntryFile = made("EntryFile", File, "一个条目", {"entry": (reduce(or_, ENTRIES.values()), Field(title="条目"))})
"""index.json beside an entry's page."""

_COUNTED = {
    **{part.folder: part.title for part in FILED},
    **{"reports": "年度报告", "paragraphs": "报告段落", "records": "记录", "evidence": "报告原话"},
}

Counts = made("Counts", Published, "数量", {key: (int, Field(title=title)) for key, title in _COUNTED.items()})
"""How many there are of each."""
