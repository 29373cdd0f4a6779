"""What stands before the first heading or article: the title, its 题注, the preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .history import begins_with_day, tells_act, tells_history
from .lines import Line
from .structure import FRONT, HISTORY, PREAMBLE, TITLE

_KINDS = re.compile(
    r"(法|法典|条例|规定|办法|细则|决定|决议|规则|解释|意见|通知|规范|标准|通则|公告|批复|答复|制度|方案|规划|纲要|章程|准则|修正案|安排|公约|纲领|补充规定|说明|指引|程序|要求|措施|清单|表|书|令)"
    r"([（(][^（）()]{1,20}[）)])*$"
)
_NOT_TITLE = re.compile(
    r"第?[0-9０-９零〇一二三四五六七八九十百]+号|〔[0-9]{4}〕|[（(\[][0-9]{4}[)）\]][0-9]+号"
    r"|^(中华人民共和国)?.{0,30}(主席|国务院|委员会|部|局|署|政府|公告)令?$|^关于(印发|发布)|^现将|^各"
)
_IN_FORCE = re.compile(r"^[自从]?(?:公布|发布|颁布|通过)(?:之日)?起?(?:施行|实施|生效)$")
_OFFICE = re.compile(r"^[\u4e00-\u9fff、\s\u3000]{4,60}(?:委员会|政府|会议|部|局|署|院)$")
_SIGNED = re.compile(r"(?:长|主席|主任|总理)[\s\u3000]+[\u4e00-\u9fff\s\u3000]{2,6}$")
_CLOSED = tuple("。；：，、！？")
_PREAMBLE_ENDS = tuple("。：”")
_LONGEST = 80
_LONGEST_OFFICE = 30
_FARTHEST = 200
"""So many lines may stand before the body; what stands behind them is no title."""


@dataclass(frozen=True, slots=True)
class Front:
    """The title, and what each line before the statute's body is, by its index."""

    title: str
    kinds: dict[int, str]


def front_of(lines: Sequence[Line]) -> Front:
    """Return the title and what the lines before the body are. In: these lines, without the table of contents."""
    shown = [line for line in lines if line.bare]
    beyond = shown[_FARTHEST:]
    shown = shown[:_FARTHEST]
    dated = [tells_history(line.bare) for line in shown]
    first = dated.index(True) if True in dated else len(shown)
    named = _title(shown[:first], dated) or _title(shown, dated)
    title = "".join(shown[at].bare.strip("*# ") for at in named)
    sorter = _Sorter(shown, dated, named)
    kinds = {line.index: sorter.kind(at) for at, line in enumerate(shown)}
    return Front(title, kinds | {line.index: PREAMBLE for line in beyond})


class _Sorter:
    """Tells of each line before the body what it is, one after the other."""

    def __init__(self, shown: Sequence[Line], dated: Sequence[bool], named: Sequence[int]) -> None:
        self.shown, self.dated, self.named = shown, dated, named
        self.title = "".join("".join(shown[at].bare.split()) for at in named)
        self.noted = self.in_brackets = self.unfinished = self.in_preamble = False
        self.open_titles = 0
        """How many 《 of the 题注 are not closed yet."""
        self.again = 0

    def kind(self, at: int) -> str:
        bare = self.shown[at].bare
        if at in self.named or self._is_title_again(at):
            return TITLE
        if not self.named or at < self.named[0]:
            return HISTORY if self.dated[at] or begins_with_day(bare) else FRONT
        if not self.in_preamble and self._is_note(at, bare):
            return HISTORY
        if self.in_preamble or len(bare) > _LONGEST or bare.endswith(_PREAMBLE_ENDS) or _is_preamble_title(bare):
            self.in_preamble = True
            return PREAMBLE
        return FRONT

    def _is_title_again(self, at: int) -> bool:
        """Tell whether the title is printed a second time from here on, on one line or two."""
        if at < self.again:
            return True
        words = ""
        for count, line in enumerate(self.shown[at : at + 3], 1):
            words += "".join(line.bare.split())
            if words == self.title:
                self.again = at + count
                return True
        return False

    def _is_note(self, at: int, bare: str) -> bool:
        """Tell whether a line is of the 题注: it tells a day, stands in its brackets, or goes on with such a line."""
        opens = bare.startswith(("（", "("))
        goes_on = self.noted and (self.unfinished or self.open_titles > 0 or _is_short_note(bare))
        begins = self.dated[at] or begins_with_day(bare)
        if not (begins or self.in_brackets or goes_on or (opens and not self.noted)):
            return False
        self.noted = True
        self.in_brackets = (self.in_brackets or opens) and not bare.endswith(("）", ")"))
        self.unfinished = (self.unfinished or begins) and not (self.dated[at] or tells_act(bare))
        self.open_titles = (0 if begins else self.open_titles) + bare.count("《") - bare.count("》")
        return True


def _is_short_note(bare: str) -> bool:
    """Tell whether a line goes on with a 题注 whose steps are whole: 发布之日施行, or an office that publishes too."""
    return bool(_IN_FORCE.match(bare)) or (len(bare) <= _LONGEST_OFFICE and bare.endswith(("发布", "公布", "颁布")))


def _is_preamble_title(bare: str) -> bool:
    return "".join(bare.split()) in ("序言", "前言")


def _title(shown: Sequence[Line], dated: Sequence[bool]) -> tuple[int, ...]:
    """Return the positions of the lines of the title: the last one that ends as titles do, with those it continues."""
    likely = {at for at, line in enumerate(shown) if not dated[at] and _may_be_title(line.bare)}
    ending = [at for at in sorted(likely) if _KINDS.search(shown[at].bare)]
    if not ending:
        return tuple(sorted(likely)[:1])
    last = first = ending[-1]
    while first - 1 in likely and (not _KINDS.search(shown[first - 1].bare) or _is_open(shown[first - 1].bare)):
        first -= 1
    if first and shown[first].bare.startswith("关于") and _OFFICE.search(shown[first - 1].bare):
        first -= 1
    return tuple(range(first, last + 1))


def _is_open(bare: str) -> bool:
    """Tell whether a line cannot be a whole title: it opens 《 and does not close it, or ends within a word like 关于."""
    return bare.count("《") > bare.count("》") or bare.endswith("关于")


def _may_be_title(bare: str) -> bool:
    return (
        len(bare) <= _LONGEST
        and not bare.endswith(_CLOSED)
        and not bare.startswith(("（", "("))
        and not _NOT_TITLE.search(bare)
        and not _SIGNED.search(bare)
        and not begins_with_day(bare)
        and any("\u4e00" <= character <= "\u9fff" for character in bare)
    )
