"""Dates as the sources give them: a year, a year and month, or a day (ISO 8601 reduced precision)."""

import os
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from .problem import excerpt

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
CHINA = timezone(timedelta(hours=8))
"""Asia/Shanghai since 1991; a browser brings no table of time zones."""
FIRST_YEAR, LAST_YEAR = 1949, 2049

MONTH_OR_DAY = "|".join(
    f"({months})(-({days}))?"
    for months, days in [
        ("0[13578]|1[02]", "0[1-9]|[12][0-9]|3[01]"),
        ("0[469]|11", "0[1-9]|[12][0-9]|30"),
        ("02", "0[1-9]|[12][0-9]"),
    ]
)
"""A pattern for MM or MM-DD, in the dialect that JSON Schema and Python share."""
YEAR = "1949|19[5-9][0-9]|20[0-4][0-9]"
PATTERN = f"({YEAR})(-({MONTH_OR_DAY}))?"
"""A pattern for what `Moment.parse` reads; only 29 February of a common year passes it and not the calendar."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date known to the year, the month or the day; unknown parts are None."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> "Moment":
        """Read `2024`, `2024-05` or `2024-05-01`. Raises ValueError with a Chinese reason for anything else."""
        form = _FORM.fullmatch(text)
        if not form:
            raise ValueError(f"“{excerpt(text)}”不是日期，请写成 2024、2024-05 或 2024-05-01 的样子")
        moment = cls(*(int(part) for part in form.groups() if part))
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(f"年份 {moment.year} 不在 {FIRST_YEAR}—{LAST_YEAR} 之间，请核对是否写错")
        try:
            _ = moment.first
        except ValueError:
            raise ValueError(f"日历上没有“{text}”这一天") from None
        return moment

    @property
    def first(self) -> date:
        """The first day the moment may mean."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> date:
        """The last day the moment may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return the text it was read from."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def as_of(given: str | None = None) -> date:
    """Return the day on which the site speaks: `given`, else SOURCE_DATE_EPOCH, else today in Asia/Shanghai.

    Raises ValueError with a Chinese reason when the given text is not a full date, or the epoch not a number of seconds.
    """
    if given:
        moment = Moment.parse(given)
        if moment.day is None:
            raise ValueError(f"“{given}”须写到日，例如 2026-11-23")
        return moment.first
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        if not epoch.isascii() or not epoch.isdigit():
            raise ValueError(f"SOURCE_DATE_EPOCH 须为秒数，现为“{epoch}”")
        try:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(CHINA).date()
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"SOURCE_DATE_EPOCH 的秒数太大：“{epoch[:20]}”") from None
    return datetime.now(CHINA).date()
