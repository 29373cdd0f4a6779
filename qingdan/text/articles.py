"""条号: an article's number as laws write it, and the anchor that it has on a law's page."""

import re
from decimal import Decimal

from .numbers import value_of_han

_ARTICLE = re.compile(r"第([零〇一二两三四五六七八九十百千]+|[0-9]+)条(?:之([一二三四五六七八九十]+))?")


def anchor_of(number: str) -> str:
    """Return the anchor of an article, for example a-46 of 第四十六条, a-46z1 of 第四十六条之一; empty for what is none."""
    found = _ARTICLE.fullmatch(number)
    if not found:
        return ""
    main, added = (_value(part) if part else "" for part in found.groups())
    return f"a-{main}{f'z{added}' if added else ''}"


def _value(digits: str) -> str:
    value = Decimal(digits) if digits.isascii() else value_of_han(digits)
    return str(value)
