"""标题、导语: the unnumbered pieces before the first numbering mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..folded import folded
from .furniture import is_furniture, tells_publication
from .lines import Line, closed_up
from .place import CONTENTS, LEAD, PAGE, SOURCE, TITLE

_NAMES_REPORT = re.compile(
    r"(?:法治|依法行政|依法治)\S*(?:报告书?|总结|汇报|情况|(?:总结|报告)[及和暨]\S*(?:计划|打算|思路|安排|要点))(?:[(][^()]{1,20}[)])?$|[0-9]{4}年\S*(?:工作报告|年度报告|工作总结)$"
)
_SENTENCE = re.compile(r"[。!?;,|\t>»]|:|^(?:以下|现将|现就|根据|按照)")
_LONGEST = 100
_LONGEST_GUESS = 60
_LINES = 4
_BODY = re.compile(r"(?:局|委|会|府|办|室|厅|部|处|队|院|所|中心|街道|镇|乡|区|县|市|站|署|科)$")
_NEEDS_BODY = re.compile(r"关于|[0-9]{4}年|二[〇○零]|推进|法治|依法|履行")
_YEAR = re.compile(r"年度?$")
_SITE = re.compile(r"(?:网站?|公开|平台|目录|报告|文件|首页)$")
_LAST_WORD = re.compile(r"的?(?:报告|总结)$")
_YEAR_WITHIN = re.compile(r"[0-9]{4}年|[〇○零一二三四五六七八九]{4}年")
_CUT = 10
GUESSED = "没有找到写明法治政府建设报告的标题，暂取开头的短句"


@dataclass(frozen=True, slots=True)
class Front:
    """A piece before the first mark: its name, where it starts, what an editor should look at."""

    name: str
    start: int
    unsure: str = ""


def front(lines: Sequence[Line], contents: frozenset[int], title: int | str) -> Iterator[Front]:
    """Yield the pieces of these lines.

    `contents` holds the starts of the lines of the 目录; `title` is the start of the title, where an editor has ruled
    it, or its words, where they are known; else empty.
    """
    outside = [line for line in lines if line.start not in contents]
    known = _at(outside, title) if isinstance(title, int) else _worded(outside, title)
    span = known or _title(outside)
    first, last = span or (0, 0)
    printed = "".join(line.bare for line in outside[first:last])
    heading = {line.start for line in outside[first:last]}
    guessed = span is not None and known is None and not _NAMES_REPORT.search(closed_up(printed))
    before = outside[first].start if span else -1
    name = ""
    for line in lines:
        if line.start in contents:
            found = CONTENTS
        elif line.start in heading:
            found = TITLE
        elif tells_publication(line):
            found = SOURCE
        elif is_furniture(line) or (line.start < before and not line.is_closed):
            found = PAGE
        else:
            found = TITLE if span and closed_up(line.bare) == closed_up(printed) else LEAD
        again = found in (LEAD, SOURCE) or (found == TITLE and line.start not in heading)
        if again or found != name:
            yield Front(found, line.start, GUESSED if guessed and found == TITLE else "")
        name = found


def _at(lines: Sequence[Line], start: int) -> tuple[int, int] | None:
    return next(((index, index + 1) for index, line in enumerate(lines) if line.start == start), None)


def _worded(lines: Sequence[Line], title: str) -> tuple[int, int] | None:
    """Return the first and the last line (exclusive) that, joined, are these words."""
    wanted, words = folded(title), [folded(line.raw) for line in lines] if title else []
    for first, word in enumerate(words):
        if word and wanted.startswith(word):
            for last in range(first + 1, min(first + _LINES, len(words)) + 1):
                if "".join(words[first:last]) == wanted:
                    return first, last
    return None


def _title(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return the first and the last line (exclusive) of the title: the lines that, joined, name a report on the rule of law.

    Without such lines the first one is taken that is short and no sentence, addressee or date.
    """
    found = None
    for first in range(len(lines)):
        if span := _named(lines, first):
            if _YEAR_WITHIN.search(_joined(lines, *span)):
                return span
            found = found or span
    if found:
        return found
    own = [index for index, line in enumerate(lines) if not is_furniture(line) and not tells_publication(line)]
    if own and len(lines[own[0]].bare) <= _LONGEST_GUESS and not _SENTENCE.search(lines[own[0]].bare):
        return own[0], own[0] + 1
    return None


def _named(lines: Sequence[Line], first: int) -> tuple[int, int] | None:
    """Return the lines, `first` among them, that name a report; None where those from it on name none."""
    for last in range(first + 1, min(first + _LINES, len(lines)) + 1):
        if not _may_be_title(lines[last - 1]):
            return None
        joined = _joined(lines, first, last)
        if len(joined) <= _LONGEST and _NAMES_REPORT.search(joined):
            further = last < len(lines) and _LAST_WORD.fullmatch(lines[last].bare)
            return _narrowed(lines, first, last), last + bool(further)
    return None


def _joined(lines: Sequence[Line], first: int, last: int) -> str:
    return closed_up("".join(line.bare for line in lines[first:last]))


def _may_be_title(line: Line) -> bool:
    return not (
        _SENTENCE.search(line.bare) or is_furniture(line) or tells_publication(line) or len(line.bare) > _LONGEST
    )


def _narrowed(lines: Sequence[Line], first: int, last: int) -> int:
    """Return where the title begins: lines before it that name something else (a site, a section) are left out."""
    for start in range(last - 1, first, -1):
        rest = _joined(lines, start, last)
        above, here = lines[start - 1], lines[start]
        if not _NAMES_REPORT.search(rest) or _continues(above, here, rest):
            continue
        return start
    return first


def _continues(above: Line, here: Line, rest: str) -> bool:
    """Tell whether the title's line `here` goes on with the line above: a body's name, or a line cut in mid-word."""
    if _BODY.search(above.bare):
        return bool(_NEEDS_BODY.match(rest))
    if _YEAR.search(above.bare) or (above.bare[-1:].isdigit() and here.bare[:1].isdigit()):
        return True
    return above.end == here.start and len(closed_up(above.bare)) >= _CUT and not _SITE.search(above.bare)
