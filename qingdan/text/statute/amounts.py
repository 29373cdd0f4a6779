"""The amounts that an article states: 一百元以上五百元以下, 二千元, 百分之五以上百分之十以下, 五日以上十日以下."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..numbers import Number, numbers_in

_LEAST, _MOST = ("以上", "起"), ("以下", "以内", "不超过", "最高")


@dataclass(frozen=True, slots=True)
class Amount:
    """A range or a fixed amount: its bounds (None where it has none), its unit, its words."""

    least: Decimal | None
    most: Decimal | None
    unit: str
    words: str


def amounts_in(text: str) -> tuple[Amount, ...]:
    """Return the amounts of a text in their order; the two ends of a range are one."""
    return tuple(amount for line in text.splitlines() for amount in _of_line(line))


def _of_line(line: str) -> Iterator[Amount]:
    found = [one for one in numbers_in(line) if isinstance(one.value, Decimal)]
    at = 0
    while at < len(found):
        one = found[at]
        other = found[at + 1] if at + 1 < len(found) else None
        if other and _is_least(one) and _is_most(other) and _unit(one, other) and _touch(line, one, other):
            yield Amount(_value(one), _value(other), other.unit, f"{one.words}{other.words}")
            at += 2
            continue
        least = _value(one) if not _is_most(one) else None
        most = _value(one) if not _is_least(one) else None
        yield Amount(least, most, one.unit, one.words)
        at += 1


def _value(one: Number) -> Decimal:
    assert isinstance(one.value, Decimal)
    return one.value


def _is_least(one: Number) -> bool:
    return any(word in _LEAST for word in one.qualifiers)


def _is_most(one: Number) -> bool:
    return any(word in _MOST for word in one.qualifiers)


def _unit(one: Number, other: Number) -> bool:
    return one.unit in ("", other.unit)


def _touch(line: str, one: Number, other: Number) -> bool:
    """Tell whether nothing but what the second number is a share of stands between the two."""
    between = line[one.start : other.start]
    return "，" not in between and "。" not in between and "；" not in between
