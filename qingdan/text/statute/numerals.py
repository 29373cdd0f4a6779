"""The numbers in marks: 一百零一, 一百〇一, 一百一, 101, １０１ → 101, and back."""

import re
from functools import lru_cache

from ..numbers import value_of_han

HAN = "零〇○一二两三四五六七八九十百千"
_LONGEST = 12
_DIGITS = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_WITHOUT_ZERO = re.compile(r"(?<=[百千])(?=[一二三四五六七八九]$)")
"""Where old statutes write 一百一条 for the hundred and first article: an ordinal is never shortened."""


@lru_cache(maxsize=4096)
def value_of(numeral: str) -> int:
    """Return the value of a number as statutes write it; 0 for what is none."""
    plain = "".join(numeral.split()).replace("○", "〇")
    if not 0 < len(plain) <= _LONGEST:
        return 0
    if plain.isdecimal():
        return int(plain)
    if not set(plain) <= set(HAN):
        return 0
    value = value_of_han(_WITHOUT_ZERO.sub("零", plain))
    return 0 if isinstance(value, str) else int(value)


def han(number: int) -> str:
    """Return a number below ten thousand as statutes write it, for example 一百零一; a greater one in figures."""
    if not 0 < number < 10_000:
        return str(number)
    words = ""
    for worth, place in _PLACES:
        digit, number = divmod(number, worth)
        if digit:
            words += _DIGITS[digit] + place
        elif words and number and not words.endswith("零"):
            words += "零"
    words += _DIGITS[number] if number else ""
    return words.removesuffix("零").removeprefix("一") if words.startswith("一十") else words.removesuffix("零")
