"""The lists as published: what all entries have, with what each list has of its own, made from the list's record."""

from functools import reduce
from operator import or_
from typing import Annotated

from pydantic import Field, StringConstraints, create_model
from pydantic.fields import FieldInfo

from ..model import Entry
from ..model.own import own_fields
from ..model.parts import FILED, LISTS, NUMBER, Part
from . import model
from .model import File, Published, Word


def _published(part: Part) -> type[model.Entry]:
    number = Annotated[str, StringConstraints(pattern=f"^{part.prefix}{NUMBER}$")]
    return create_model(
        part.record.__name__,
        __base__=model.Entry,
        __cls_kwargs__={"title": part.title},
        id=(number, model.Entry.model_fields["id"]),
        **{name: _field(part.record, name, number) for name in own_fields(part.record) if name != "field"},
    )


def _field(record: type[Entry], name: str, number: object) -> tuple[object, FieldInfo]:
    info, own = record.model_fields[name], own_fields(record)[name]
    kind = number if own.numbers else Word if own.section else str
    if own.many:
        kind = tuple[kind, ...]
    elif not info.is_required() and info.default is None:
        kind = kind | None
    return kind, Field(title=info.alias, description=own.numbers or None)


ENTRIES = {part: _published(part) for part in LISTS}
"""The published record of each list."""

LIST_FILES: dict[str, type[File]] = {
    part.folder: create_model(
        f"{part.record.__name__}File",
        __base__=File,
        __cls_kwargs__={"title": part.name},
        **{part.folder: (tuple[record, ...], Field(title=part.title, description="按编号排列。"))},
    )
    for part, record in ENTRIES.items()
}
"""The file of each list, by the list's folder."""

EntryFile = create_model(
    "EntryFile",
    __base__=File,
    __cls_kwargs__={"title": "一个条目"},
    entry=(reduce(or_, ENTRIES.values()), Field(title="条目")),
)
"""index.json beside an entry's page."""

Counts = create_model(
    "Counts",
    __base__=Published,
    __cls_kwargs__={"title": "数量"},
    **{part.folder: (int, Field(title=part.title)) for part in FILED},
    reports=(int, Field(title="年度报告")),
    paragraphs=(int, Field(title="报告段落")),
    records=(int, Field(title="记录")),
    evidence=(int, Field(title="证据")),
)
"""How many there are of each."""
