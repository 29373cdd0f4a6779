"""落款、附件和网页文字: the pieces after a report's numbered text."""

import re
from collections.abc import Iterator, Sequence

from .furniture import DATE, is_furniture
from .lines import Line, closed_up
from .marks import line_mark
from .place import ANNEX

_ANNEX = re.compile(rf"(?:{ANNEX}|附表|附)\s*([0-9]{{1,2}}|[一二三四五六七八九十])?\s*(?:[:.、]|$|\s)|附件[0-9]")
_LONGEST = 60
_BODY = re.compile(
    r"(?:局|委|会|府|办公?室|厅|部|处|队|院|所|中心|街道|镇|乡|站|署|科)\s*(?:[(](?:盖章|公章|印章|章)[)])?$"
)
_DATE_AT_END = re.compile(
    r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年[0-9〇○零一二三四五六七八九十]{1,3}月[0-9〇○零一二三四五六七八九十]{1,3}日$"
)
_AFTER = re.compile(r"[(]?(?:联系人|联系电话|此件|主动公开|抄送|抄报|印发)")
_WALK = 60
_SHORT = 40


def tail_start(lines: Sequence[Line]) -> int | None:
    """Return where the web page's own words after the report start; None where there are none."""
    found = None
    for line in reversed(lines[-_WALK:]):
        if is_furniture(line):
            found = line.start
        elif line_mark(line) or line.is_closed or len(line.bare) > _SHORT:
            break
    return found


def annexes(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield where each attached list begins, with its name (附件, or 附件2 where a number is printed)."""
    is_open = False
    for line in lines:
        found = _ANNEX.match(line.bare)
        if found and not is_open and len(line.bare) <= _LONGEST and not line.bare.endswith("。"):
            printed = re.match(rf"{ANNEX}\s*([0-9]{{1,2}})\s*(?:[:.、\s]|$)", line.bare)
            yield line.start, ANNEX + (printed[1].lstrip("0") if printed else "")
        is_open = not line.is_closed and line.has_pause and not line_mark(line) and not found


def signatures(lines: Sequence[Line], title: str) -> Iterator[int]:
    """Yield where a signature (the body's name and the date, in either order) begins.

    A name without a date is one only at the end of the report, and only if it stands in the title.
    """
    for index, line in enumerate(lines):
        if not DATE.match(line.bare):
            if _is_signature_in_one(line):
                yield line.start
            continue
        above = lines[index - 1] if index else None
        below = lines[index + 1] if index + 1 < len(lines) else None
        if above and _is_body(above):
            yield above.start
        elif (below and _is_body(below)) or below is None or _AFTER.match(below.bare) or _ANNEX.match(below.bare):
            yield line.start
    if lines and _is_body(lines[-1]) and closed_up(lines[-1].bare) in title and not _dated(lines[-2:-1]):
        yield lines[-1].start


def _dated(lines: Sequence[Line]) -> bool:
    return any(DATE.match(line.bare) for line in lines)


def _is_signature_in_one(line: Line) -> bool:
    squeezed = closed_up(line.bare).strip("()")
    date = _DATE_AT_END.search(squeezed)
    return bool(date and len(squeezed) <= _SHORT and _BODY.search(squeezed[: date.start()]) and not line.has_pause)


def _is_body(line: Line) -> bool:
    bare = closed_up(line.bare)
    return (
        len(bare) <= _SHORT
        and not line.has_pause
        and not line.has_stop
        and not line_mark(line)
        and bool(_BODY.search(bare))
    )
