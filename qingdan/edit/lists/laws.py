"""《…》 in a cell → laws of the library with their articles; what the library does not have is named, with the way to add it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from ...model import Law
from ...text.articles import anchor_of
from ...text.folded import folded
from ...text.grid.table import lines_of
from ...text.outline.numerals import han_numeral

_NAME = re.compile(r"《([^《》]{2,100}(?:《[^《》]*》[^《》]*)*)》")
_HAN = "零〇一二两三四五六七八九十百千"
_ARTICLE = re.compile(rf"第?([{_HAN}]+|[0-9]+)条(之[一二三四五六七八九十]+)?")
_RANGE = re.compile(rf"第([{_HAN}]+|[0-9]+)条?(?:至|到|[-—~])第?([{_HAN}]+|[0-9]+)条")
_LIST = re.compile(rf"第((?:[{_HAN}]+|[0-9]+)(?:、(?:[{_HAN}]+|[0-9]+))+)条")
_STATE = "中华人民共和国"
_PLACE = re.compile(r"^([\u4e00-\u9fff]{2,7}?(?:省|自治区|特别行政区|市))")
_EDITION = re.compile(r"[（(][^（）()]*(修订|修正|修改|试行|暂行|草案|年)[^（）()]*[）)]$")
_LAWLIKE = re.compile(r".*(法|法典|条例|办法|规定|规则|细则|决定|准则|宪法|纲要|规划)$")
_FILL = re.compile(r"[\s、，,；;。：:和及与以等（）()的]|以及|相关|有关|法律|法规|规章|学习|宣传")
_DIGITS = {one: index for index, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_MOST = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A law as a cell names it, with the articles that it gives; `law` is the library's, `near` one that looks like it."""

    name: str
    articles: tuple[str, ...]
    law: Law | None
    near: Law | None = None

    @property
    def unlisted(self) -> tuple[str, ...]:
        """The articles that the library does not list for this law."""
        listed = {article.number for article in self.law.articles} if self.law else set()
        return tuple(article for article in self.articles if article not in listed)


@dataclass(frozen=True, slots=True)
class Library:
    """The library as lists name its laws. `given` are the names that the clerk has matched."""

    names: Mapping[str, Law]
    given: Mapping[str, str]

    @classmethod
    def of(cls, laws: Iterable[Law], given: Mapping[str, str]) -> "Library":
        """Return the library of some laws. A name that two laws share names none."""
        found: dict[str, list[Law]] = {}
        for law in laws:
            names = {
                law.id,
                law.name,
                law.short,
                law.name.removeprefix(_STATE),
                _PLACE.sub("", law.name),
                _EDITION.sub("", law.name),
            }
            for name in names:
                found.setdefault(folded(name), []).append(law)
        return cls({name: some[0] for name, some in found.items() if len(some) == 1}, given)

    def find(self, name: str) -> Law | None:
        """Return the law of this name, 简称, or name without the state, the place or the edition; None where none is certain."""
        name = self.given.get(name, name)
        bare = _EDITION.sub("", name)
        tried = (name, bare, bare.removeprefix(_STATE))
        return next((self.names[key] for one in tried if (key := folded(one)) in self.names), None)

    def near(self, name: str) -> Law | None:
        """Return the law whose name looks most like this one."""
        close = get_close_matches(folded(name), self.names, n=1, cutoff=0.72)
        return self.names[close[0]] if close else None


def named_in(texts: Iterable[str], library: Library) -> tuple[list[Named], list[str]]:
    """Return the laws that cells name, and what else they say."""
    found: dict[str, Named] = {}
    rest: list[str] = []
    for text in texts:
        for line in lines_of(text):
            for one in (*_in_marks(line, library, rest),) if "《" in line else _bare(line, library, rest):
                key = one.law.id if one.law else one.name
                before = found.get(key)
                articles = tuple(dict.fromkeys((*(before.articles if before else ()), *one.articles)))
                found[key] = Named(one.name, articles, one.law, one.near)
    return list(found.values()), rest


def _in_marks(line: str, library: Library, rest: list[str]) -> Iterator[Named]:
    marks = list(_NAME.finditer(line))
    pieces = [line[: marks[0].start()] if marks else line]
    for number, mark in enumerate(marks):
        behind = line[mark.end() : marks[number + 1].start() if number + 1 < len(marks) else len(line)]
        articles, left = _articles(behind)
        pieces.append(left)
        yield _named(mark[1], articles, library)
    rest += [piece.strip(" 、，,；;。") for piece in pieces if _FILL.sub("", piece)]


def _bare(line: str, library: Library, rest: list[str]) -> Iterator[Named]:
    """Yield the laws of a line without marks: pieces that the library has, and those that are called as laws are."""
    for piece in re.split(r"[、，,；;]", re.sub(r"^\s*[0-9]{1,2}[.、．]", "", line)):
        articles, left = _articles(piece)
        name = left.strip(" 。")
        if library.find(name) or (_LAWLIKE.fullmatch(name) and len(name) > 3):
            yield _named(name, articles, library)
        elif _FILL.sub("", piece):
            rest.append(piece.strip(" 。"))


def _named(name: str, articles: tuple[str, ...], library: Library) -> Named:
    name = " ".join(name.split())
    law = library.find(name)
    return Named(name, articles, law, None if law else library.near(name))


def _articles(text: str) -> tuple[tuple[str, ...], str]:
    """Return the articles that stand in a text as laws write them, and what else it says."""
    found: list[str] = []

    def ranged(match: re.Match[str]) -> str:
        first, last = (_value(one) for one in match.groups())
        if first < last <= first + _MOST:
            found.extend(f"第{numeral(number)}条" for number in range(first, last + 1))
            return ""
        return match[0]

    def listed(match: re.Match[str]) -> str:
        found.extend(f"第{numeral(_value(one))}条" for one in match[1].split("、"))
        return ""

    def single(match: re.Match[str]) -> str:
        found.append(f"第{numeral(_value(match[1]))}条{match[2] or ''}")
        return ""

    text = _ARTICLE.sub(single, _LIST.sub(listed, _RANGE.sub(ranged, text)))
    return tuple(one for one in dict.fromkeys(found) if anchor_of(one)), text


def _value(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    total, digit = 0, 0
    for one in digits:
        if one in "十百千":
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[one]
            digit = 0
        else:
            digit = _DIGITS[one]
    return total + digit


def numeral(number: int) -> str:
    """Return a number up to 9999 as laws write it: 二十四, 一百零三."""
    if number < 100:
        return han_numeral(number)
    said, zero = "", False
    for unit, name in ((1000, "千"), (100, "百")):
        digit, number = divmod(number, unit)
        if digit:
            said += f"{'零' if zero else ''}{'零一二三四五六七八九'[digit]}{name}"
            zero = False
        elif said:
            zero = True
    if not number:
        return said
    below = han_numeral(number)
    if number < 10 or zero:
        return f"{said}零{below}"
    return f"{said}{'一' if below.startswith('十') else ''}{below}"
