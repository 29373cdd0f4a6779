"""登记: every address that the site has ever had (`data/registry.yml`), so that none is lost and none is given twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from ..text.dates import Moment
from ..text.natural import natural
from . import Day, Line, Past, Record, Written
from .parts import PARTS
from .values import wrong

FILE = "registry.yml"
LISTED, MOVED = "收录", "改址"

_HEADER = """\
# yaml-language-server: $schema=schema/registry.json
# 登记：本站有过的每一个网页地址。只在末尾添加，已有的行不改不删；编号和地址用过一次就不再给别的内容用。
# 收录：地址第一次放进本站的日期。改址：旧地址留一个转到新地址的网页。
"""


def _whole_day(moment: Moment) -> Moment:
    if moment.day is None:
        raise wrong(f"“{moment}”须写到日，例如 2026-11-23")
    return moment


WholeDay = Annotated[Day, AfterValidator(_whole_day), Written("写到日，例如 2026-11-23")]
Address = Annotated[
    str,
    StringConstraints(pattern=f"^({'|'.join(part.pages for part in PARTS)})$"),
    Written(
        "网站里的地址，网页末尾有斜线，例如 tasks/rw-001/",
        "写网站里的地址，网页末尾有斜线，例如 tasks/rw-001/、laws/admin-penalty/、reports/2024/；问答写它在网页上的位置，例如 publicity/pf-001/#wd-001",
    ),
]


class Registration(Record):
    """One dated event: addresses that were 收录, or one that was moved (改址). The rule 登记 holds the two apart."""

    model_config = ConfigDict(
        title="登记",
        json_schema_extra={"description": "一条是一批地址的收录，或者一个地址的改址；只在末尾添加，不改以前的。"},
    )

    day: Annotated[WholeDay, Past()] = Field(alias="日期", description="哪一天收录或者改址；后写的不早于前一条。")
    kind: Literal["收录", "改址"] = Field(
        alias="事项", description="收录：地址第一次放进本站。改址：旧地址转到新地址。"
    )
    addresses: tuple[Address, ...] = Field(
        (), alias="地址", description="收录的写：哪些地址。", examples=[["tasks/rw-001/"]]
    )
    old: Address | None = Field(None, alias="原地址", description="改址的写：以前的地址，须收录过、已不再使用。")
    new: Address | None = Field(None, alias="新地址", description="改址的写：现在的地址，须已收录、没有再改址。")
    reason: Line | None = Field(None, alias="理由", description="改址的写：为什么改，读者会看到。")


@dataclass(frozen=True)
class Registry:
    """All registrations, earliest first."""

    registrations: tuple[Registration, ...]

    @cached_property
    def listed(self) -> dict[str, date]:
        """The day on which each address first stood on the site."""
        found: dict[str, date] = {}
        for one in self.registrations:
            for address in one.addresses:
                found.setdefault(address, one.day.first)
        return found

    @cached_property
    def moves(self) -> dict[str, str]:
        """The new address of each that was moved."""
        return {one.old: one.new for one in self.registrations if one.old and one.new}

    @cached_property
    def moved_pages(self) -> dict[str, str]:
        """The new address of each page that was moved; a place on a page, which an answer has, is none."""
        return {old: new for old, new in self.moves.items() if "#" not in old}

    @cached_property
    def moved_places(self) -> dict[str, dict[str, str]]:
        """What was moved from a place on a page: by the page, each place with its new address."""
        found: dict[str, dict[str, str]] = {}
        for old, new in self.moves.items():
            page, _, place = old.partition("#")
            if place:
                found.setdefault(page, {})[place] = new
        return found

    def first_address(self, address: str) -> str:
        """Return the earliest address of what now stands at `address`."""
        former = [old for old, new in self.moves.items() if new == address]
        return min([*former, address], key=lambda one: (self.listed.get(one, date.max), one))


def register(text: str, addresses: Iterable[str], day: date) -> str:
    """Return the registry's text with `addresses` added at its end as 收录 on `day`; what stood there is kept as it is.

    In: the whole text of `registry.yml`, empty for a new file.
    """
    added = sorted(addresses, key=natural)
    if not added:
        return text
    end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    before = text or _HEADER
    lines = [f"- 日期: {day.isoformat()}", f"  事项: {LISTED}", "  地址:", *(f"    - {address}" for address in added)]
    gap = end if before.endswith(end) else end * 2
    return f"{before}{gap}{end.join(lines)}{end}"
