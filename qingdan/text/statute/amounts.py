"""The amounts that an article states: 一百元以上五百元以下, 五千元至一万元, 二千元, 百分之五以上百分之十以下, 五日以上十日以下."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..numbers import Number, numbers_in

_LEAST = frozenset(("以上", "起", "不低于", "不少于", "至少", "最少", "最低"))
_MOST = frozenset(("以下", "以内", "之内", "内", "不超过", "不高于", "不多于", "最高", "最多", "至多"))
_CONDITION = frozenset(("不足", "不到", "不满", "未满", "超过", "高于", "低于"))
"""Where an amount has one of these, it tells when a penalty falls due, not how much it is."""
_SHARE, _TIMES = "%", "倍"
_SCALES = ("万", "亿")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range or a fixed amount: its bounds (None where it has none), its unit, its words."""

    least: Decimal | None
    most: Decimal | None
    unit: str
    words: str


def amounts_in(text: str, *units: str) -> tuple[Amount, ...]:
    """Return the amounts of a text in their order; the two ends of a range are one. In: units that count here too."""
    return tuple(amount for line in text.splitlines() for amount in _of_line(line, units))


def _of_line(line: str, units: tuple[str, ...]) -> Iterator[Amount]:
    found = numbers_in(line, *units)
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        both = other and _range(line, one, other)
        yield from (both,) if both else _alone(line, one)
        at += 2 if both else 1


def _range(line: str, one: Number, other: Number) -> Amount | None:
    """Return the range whose ends are two numbers; None where they are none."""
    between, least, most = line[one.start : other.start].removesuffix("，"), one.value, other.value
    if not isinstance(least, Decimal) or not isinstance(most, Decimal) or any(mark in between for mark in "，。；"):
        return None
    words = f"{one.words}{other.words}"
    if one.unit == other.unit == _SHARE and between.endswith(("至", "到")):
        return Amount(least, most, _SHARE, f"{one.words}至{other.words}")
    if not _has(one, _LEAST) or not _has(other, _MOST | {"不满"}):
        return None
    if (one.unit, other.unit) == (_SHARE, _TIMES):
        return Amount(least, most * 100, _SHARE, words)
    units = {one.unit, other.unit} - {""} or {"元"}
    return Amount(least, most, units.pop(), words) if len(units) == 1 else None


def _alone(line: str, one: Number) -> Iterator[Amount]:
    """Yield what a number says that is no end of a range of two: one amount, a range in one (一至三万元), several (五元、十元)."""
    if isinstance(one.value, str):
        ends = [value for part in re.split("[-、]", one.value) if (value := _end(part, one)) is not None]
        if "-" not in one.value:
            yield from (Amount(value, value, one.unit, one.words) for value in ends)
        elif len(ends) == 2:
            yield Amount(ends[0], ends[1], one.unit, one.words)
    elif isinstance(one.value, Decimal):
        forbidden = line[: one.start].endswith("不得超过")
        least, most = _has(one, _LEAST), forbidden or _has(one, _MOST)
        if least or most or not _has(one, _CONDITION):
            words = f"不得{one.words}" if forbidden else one.words
            yield Amount(None if most else one.value, None if least else one.value, one.unit, words)


def _end(part: str, whole: Number) -> Decimal | None:
    """Return the value of one end of a range; 一至三万元 begins at 一万."""
    digits, last = part.removesuffix(whole.unit), str(whole.value)[-1:]
    scale = last if digits == part and last in _SCALES and digits[-1:] not in _SCALES else ""
    values = [one.value for one in numbers_in(f"{digits}{scale}{whole.unit}", whole.unit)]
    return values[0] if len(values) == 1 and isinstance(values[0], Decimal) else None


def _has(one: Number, words: frozenset[str]) -> bool:
    """Tell whether one of these words qualifies a number; before it, 每日 and the like may stand too."""
    return one.behind in words or any(one.before.endswith(word) for word in words)
