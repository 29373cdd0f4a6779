"""Addresses: where each thing stands below the site's root (design: once published, an address stays)."""

from collections.abc import Callable, Sequence
from functools import partial

from .load import Data
from .model import Entry, Law, Publicity, StatusRecord
from .problem import Place

Places = dict[str, Callable[[], Place]]
"""Addresses with what tells their place, for those that have to be pointed out."""

_LISTS = {True: ("普法责任清单", "publicity/"), False: ("法治建设任务清单", "tasks/")}


def list_of(entry: Entry) -> tuple[str, str]:
    """Return the name and the address of the list that an entry stands in."""
    return _LISTS[isinstance(entry, Publicity)]


def path_of(thing: Entry | Law) -> str:
    """Return the address of an entry or a law, relative to the root, for example `tasks/rw-001/`."""
    if isinstance(thing, Law):
        return f"laws/{thing.id}/"
    return f"{list_of(thing)[1]}{thing.id.lower()}/"


def every_address(data: Data) -> Places:
    """Return the address of every entry, law, owner and report, with what tells the place where the data name it."""
    return {
        **{path_of(entry.value): partial(entry.place, "编号") for entry in data.entries},
        **{path_of(law.value): partial(law.place, "标识") for law in data.laws},
        **{
            f"owners/{owner.slug}/": partial(data.vocab.place, "责任主体", index, "标识")
            for index, owner in enumerate(data.vocab.value.owners)
        },
        **{f"reports/{report.year}/": partial(report.meta.place, "年度") for report in data.reports},
    }


def anchors_of(records: Sequence[StatusRecord]) -> list[str]:
    """Return the anchor of each record on its entry's page; records are only added at the end, so it never changes."""
    days = [str(record.date) for record in records]
    counts = [days[: index + 1].count(day) for index, day in enumerate(days)]
    return [f"record-{day}" + (f"-{count}" if count > 1 else "") for day, count in zip(days, counts, strict=True)]
