"""改动: what became of one entry, law, term or report, in sentences and as before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ..model.parts import PARTS
from ..text.natural import natural

REMARKS = (
    "新增",
    "删去",
    "状态变化",
    "记录新增",
    "记录改动",
    "证据失效",
    "依据法规变动",
    "核定变化",
    "原文改动",
    "其他字段",
    "读不出",
)
"""What can be said of a thing, in the order in which a summary says it."""

TEXTS = "法规原文"

CHAPTERS = (
    *(part.name for part in PARTS if not part.section),
    TEXTS,
    "词表",
    "名词解释",
    "制度依据",
    "网站信息",
    "登记",
)
"""Where a thing can stand, in the order of a summary."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that changed: its chapter of the summary, its number, its name, its gist, its address if it has one."""

    chapter: str
    id: str
    name: str
    gist: str = ""
    address: str = ""

    @property
    def order(self) -> tuple[int, tuple[tuple[str, int], ...], str]:
        """Sorts by chapter, then by number, counting digits as numbers."""
        return CHAPTERS.index(self.chapter), natural(self.id), self.name


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence of ours with `{}` where words of the data stand; the words are kept apart, to be escaped."""

    kind: str
    sentence: str
    words: tuple[str, ...] = ()

    @property
    def pieces(self) -> Iterator[tuple[str, str]]:
        """Yield our words, each with the words of the data that follow them."""
        return zip_longest(self.sentence.split("{}"), self.words, fillvalue="")

    def __str__(self) -> str:
        """Return the sentence as plain text."""
        return f"{self.kind}：{''.join(said + word for said, word in self.pieces)}"


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item of a thing before and after; empty where it had or has none."""

    name: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether the item reads differently now."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Change:
    """A changed thing: what is to be said of it, in the order of REMARKS, and its items before and after."""

    subject: Subject
    remarks: tuple[Remark, ...]
    rows: tuple[ItemChange, ...]


def change(subject: Subject, remarks: Iterable[Remark], rows: Iterable[ItemChange]) -> Change | None:
    """Return the change that the remarks make; None where there is nothing to say."""
    told = sorted(remarks, key=lambda remark: REMARKS.index(remark.kind))
    return Change(subject, tuple(told), tuple(row for row in rows if row.before or row.after)) if told else None
