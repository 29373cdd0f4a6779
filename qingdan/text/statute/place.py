"""A cited 条 款 项 → where it stands in a statute."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..articles import anchor_of
from .numerals import han, value_of
from .structure import Absent, Article, Clause, Item, Statute

_ORDINAL = re.compile(r"第?[（(]?(?P<number>[0-9零〇一二两三四五六七八九十百]+)[）)]?[款项]?")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a citation leads: its article, and the 款 and 项 that it names."""

    article: Article
    clause: Clause | None = None
    item: Item | None = None

    @property
    def anchor(self) -> str:
        """The anchor of what is cited most closely."""
        return (self.item or self.clause or self.article).anchor

    @property
    def whole(self) -> str:
        """The words of what is cited most closely, with what stands below it, one paragraph a line."""
        if self.item:
            return "\n".join(line.strip() for line in self.item.span.raw.splitlines() if line.strip())
        return (self.clause or self.article).whole


def find(statute: Statute, article: str, paragraph: str | None = None, item: str | None = None) -> Found | Absent:
    """Return where 条, 款 and 项 stand, for example 第四十六条, 第一款, 第三项; else why they do not.

    An article of one 款 is cited without it, and so is the only 款 that has 项.
    """
    found = statute.article(anchor_of(article) or f"a-{_number(article)}")
    if found is None:
        last = statute.articles[-1].number if statute.articles else ""
        return Absent(f"没有{article}" + (f"，最后一条是{last}" if last else "，一条也没有认出"))
    clauses: Sequence[Clause] = found.clauses
    if paragraph:
        clauses = [one for one in clauses if one.number == _number(paragraph)]
        if not clauses:
            return Absent(f"{article}只有{_count(len(found.clauses))}款，没有{paragraph}")
    if not item:
        return Found(found, clauses[0] if paragraph else None)
    holding = [(clause, one) for clause in clauses for one in clause.items if one.number == _number(item)]
    if not holding:
        return Absent(f"{article}{paragraph or ''}没有{item}")
    if len(holding) > 1:
        where = "、".join(f"第{han(clause.number)}款" for clause, _ in holding)
        return Absent(f"{article}的{where}都有{item}，请写明是哪一款")
    return Found(found, *holding[0])


def _number(ordinal: str) -> int:
    found = _ORDINAL.fullmatch("".join(ordinal.split()))
    return value_of(found["number"]) if found else 0


def _count(number: int) -> str:
    return "两" if number == 2 else han(number)
