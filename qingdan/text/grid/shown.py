"""A number of a workbook as its format shows it: a date, a percentage, a plain number."""

import re
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

_DATES = {
    **dict.fromkeys((14, 15, 22, 30, 31), "ymd"),
    **dict.fromkeys((16, 28, 29, 58), "md"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "ym"),
}
_PERCENT = {9: 0, 10: 2}
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LAST_DAY = 2_958_465


class Formats:
    """The formats of a workbook's cells. In: the part that lists them, and whether its days count from 1904."""

    def __init__(self, styles: Element | None, since_1904: bool) -> None:
        self._start = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
        self._codes: dict[int, str] = {}
        self._used: list[int] = []
        for element in styles if styles is not None else ():
            tag = element.tag.rpartition("}")[2]
            if tag == "numFmts":
                self._codes = {int(one.get("numFmtId", "0")): one.get("formatCode", "") for one in element}
            elif tag == "cellXfs":
                self._used = [int(one.get("numFmtId", "0")) for one in element]

    def shown(self, value: str, style: int) -> str:
        """Return a stored number as text: a date as 2026年3月22日, as far as its format shows it; 0.5 as 50% where it does."""
        number = float(value)
        used = self._used[style] if style < len(self._used) else 0
        code = _LITERAL.sub("", self._codes.get(used, "")).lower().split(";")[0]
        parts = _DATES.get(used) or "".join(letter for letter in "ymd" if letter in code and "general" not in code)
        if parts and 0 < number <= _LAST_DAY and ("y" in parts or not set("hs") & set(code)):
            return _day(self._start + timedelta(days=int(number)), parts)
        if used in _PERCENT or "%" in code:
            digits = _PERCENT.get(used, len(code.partition(".")[2].rstrip("%")))
            return f"{number * 100:.{digits}f}%"
        return f"{number:.15g}"


def _day(day: datetime, parts: str) -> str:
    said = {"y": f"{day.year}年", "m": f"{day.month}月", "d": f"{day.day}日"}
    return "".join(said[part] for part in "ymd" if part in parts)
