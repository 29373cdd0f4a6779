"""What stands behind an article and is none of its 款: a heading that lost its number, an annex, a signature."""

import re
from collections.abc import Sequence

from .lines import Line
from .marks import Mark
from .structure import ANNEX, SIGNATURE

_ANNEX = re.compile(
    r"[（(【]?附(?:件|录|表|图|则表)?(?:[0-9０-９一二三四五六七八九十]{0,3})?[）)】]?(?:[：:、\s\u3000]|$)|[^，。；：]{0,40}修正案(?:（[^）]*）)?$"
)
_DAY = re.compile(
    r"(?:[12][0-9]{3}|[一二][〇零○Ｏ0一二三四五六七八九]{3})年[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}日$"
)
_HEADING = re.compile(r"(?!第)[\u4e00-\u9fff、（）]{2,24}(?<![）、])$")
_SENTENCE_ENDS = tuple("。！？”")
_STOPS = (*_SENTENCE_ENDS, *"；：，、;:,")
_LONGEST_NAME = 40
_OFFICE = re.compile(
    r"(?:政府|委员会|办公室|部|局|厅|署|法院|检察院|主席|主任|省长|市长|县长|区长|总理)(?:[\s\u3000][\u4e00-\u9fff\s\u3000]{2,6})?$"
)


def is_annex(line: Line) -> bool:
    """Tell whether a line names an annex: 附件, 附表一 and the like."""
    return bool(_ANNEX.match(line.bare))


def lost_heading(lines: Sequence[Line]) -> int | None:
    """Return where the heading begins that ends an article's lines, though it has no number; None where none does.

    In: the lines from an article on up to the next heading or article. A long heading takes two lines.
    """
    shown = [at for at, line in enumerate(lines) if line.bare]
    for size in (1, 2):
        if len(shown) <= size or not lines[shown[-size - 1]].bare.endswith(_SENTENCE_ENDS):
            continue
        own = [lines[at] for at in shown[-size:]]
        if all(line.mark is Mark.PLAIN for line in own) and _HEADING.fullmatch("".join(line.bare for line in own)):
            return shown[-size]
    return None


def tail(lines: Sequence[Line]) -> tuple[int, str] | None:
    """Return where the last article ends before the text does, and what follows: a signature or an annex; None if nothing.

    In: the lines from the last article on. What follows is no sentence, and stands behind one.
    """
    before = ""
    for at, line in enumerate(lines):
        if not line.bare:
            continue
        if before.endswith(_SENTENCE_ENDS) and line.mark is Mark.PLAIN and _is_name(line):
            return at, SIGNATURE if _is_signature(line.bare) else ANNEX
        before = line.bare
    return None


def _is_name(line: Line) -> bool:
    return is_annex(line) or (
        len(line.bare) <= _LONGEST_NAME and not line.bare.endswith(_STOPS) and "|" not in line.bare
    )


def _is_signature(bare: str) -> bool:
    plain = "".join(bare.split())
    return bool(_DAY.search(plain) or _OFFICE.search(bare))
