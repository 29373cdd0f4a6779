"""What stands before the first heading or article: the title, its 题注, the preamble."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .history import tells_history
from .lines import Line
from .structure import FRONT, HISTORY, PREAMBLE, TITLE

_KINDS = re.compile(
    r"(法|法典|条例|规定|办法|细则|决定|决议|规则|解释|意见|通知|规范|标准|通则|公告|批复|答复|制度|方案|规划|纲要|章程|准则|修正案|安排|公约|纲领|补充规定|说明|指引|程序|要求|措施|清单|表|书|令)"
    r"([（(][^（）()]{1,20}[）)])*$"
)
_NUMBERED = re.compile(
    r"第?[0-9０-９零〇一二三四五六七八九十百]+号|〔[0-9]{4}〕|[（(\[][0-9]{4}[)）\]][0-9]+号|^(中华人民共和国)?.{0,30}(主席|国务院|委员会|部|局|署|政府|公告)令?$|^关于(印发|发布)"
)
_CLOSED = ("。", "；", "：", "，", "、", "！", "？")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Front:
    """The title, and what each line before the statute's body is, by its index."""

    title: str
    kinds: dict[int, str]


def front_of(lines: Sequence[Line]) -> Front:
    """Return the title and what the lines before the body are. In: these lines, without the table of contents."""
    shown = [line for line in lines if line.bare]
    first = next((at for at, line in enumerate(shown) if tells_history(line.bare)), len(shown))
    named = _title(shown[:first]) or _title(shown)
    kinds: dict[int, str] = {}
    history = preamble = False
    open_note = False
    for at, line in enumerate(shown):
        bare = line.bare
        if at in named:
            kind = TITLE
        elif not named or at < named[0]:
            kind = HISTORY if tells_history(bare) else FRONT
        elif not preamble and (tells_history(bare) or open_note or (not history and bare.startswith(("（", "(")))):
            kind, history = HISTORY, True
            open_note = (open_note or bare.startswith(("（", "("))) and not bare.endswith(("）", ")"))
        else:
            preamble = (
                preamble or len(bare) > _LONGEST or bare.endswith("。") or "".join(bare.split()) in ("序言", "前言")
            )
            kind = PREAMBLE if preamble else FRONT
        kinds[line.index] = kind
    return Front("".join(shown[at].bare for at in named), kinds)


def _title(shown: Sequence[Line]) -> tuple[int, ...]:
    """Return the positions of the lines of the title: the last one that ends as titles do, with those it continues."""
    likely = [at for at, line in enumerate(shown) if _may_be_title(line.bare)]
    ending = [at for at in likely if _KINDS.search(shown[at].bare)]
    if not ending:
        return tuple(likely[:1])
    last = first = ending[-1]
    while first - 1 in likely and not _KINDS.search(shown[first - 1].bare):
        first -= 1
    return tuple(range(first, last + 1))


def _may_be_title(bare: str) -> bool:
    return (
        len(bare) <= _LONGEST
        and not bare.endswith(_CLOSED)
        and not bare.startswith(("（", "("))
        and not _NUMBERED.search(bare)
        and not tells_history(bare)
        and any("\u4e00" <= character <= "\u9fff" for character in bare)
    )
