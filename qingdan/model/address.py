"""Addresses: where each thing stands below the site's root (design: once published, an address stays)."""

from collections.abc import Callable, Sequence
from functools import partial

from ..text.problem import Place
from . import StatusRecord
from .load import Data
from .parts import FILED, PARTS, path_of

Places = dict[str, Callable[[], Place]]
"""Addresses with what tells their place, for those that have to be pointed out."""


def every_address(data: Data) -> Places:
    """Return the address of every record, with what tells the place where the data name it."""
    return {
        **{path_of(one.value): partial(one.place, part.key_title) for part in FILED for one in data.lists[part.folder]},
        **{
            path_of(term): partial(data.vocab.place, part.section, index, "标识")
            for part in PARTS
            if part.section
            for index, term in enumerate(data.vocab.value.lists[part.section])
        },
        **{path_of(report.meta.value): partial(report.meta.place, "年度") for report in data.reports},
        **{path_of(one.meta.value): partial(one.meta.place, "标识") for one in data.documents},
    }


def anchors_of(records: Sequence[StatusRecord]) -> list[str]:
    """Return the anchor of each record on its entry's page; records are only added at the end, so it never changes."""
    days = [str(record.date) for record in records]
    counts = [days[: index + 1].count(day) for index, day in enumerate(days)]
    return [f"record-{day}" + (f"-{count}" if count > 1 else "") for day, count in zip(days, counts, strict=True)]
