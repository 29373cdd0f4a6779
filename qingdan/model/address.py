"""Addresses: where each thing stands below the site's root (design: once published, an address stays)."""

from collections.abc import Callable, Sequence
from functools import partial

from ..text.problem import Place
from . import StatusRecord
from .load import Data
from .parts import FILED, path_of

Places = dict[str, Callable[[], Place]]
"""Addresses with what tells their place, for those that have to be pointed out."""


def every_address(data: Data) -> Places:
    """Return the address of every page of a record, with what tells the place where the data name it."""
    own = [part for part in FILED if not part.holder]
    return {
        **{path_of(one.value): partial(one.place, part.key_title) for part in own for one in data.lists[part.folder]},
        **{
            path_of(owner): partial(data.vocab.place, "责任主体", index, "标识")
            for index, owner in enumerate(data.vocab.value.owners)
        },
        **{path_of(report.meta.value): partial(report.meta.place, "年度") for report in data.reports},
    }


def anchors_of(records: Sequence[StatusRecord]) -> list[str]:
    """Return the anchor of each record on its entry's page; records are only added at the end, so it never changes."""
    days = [str(record.date) for record in records]
    counts = [days[: index + 1].count(day) for index, day in enumerate(days)]
    return [f"record-{day}" + (f"-{count}" if count > 1 else "") for day, count in zip(days, counts, strict=True)]
