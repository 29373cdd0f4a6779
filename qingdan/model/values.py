"""The values that fields take: lines of text, dates, names of the vocabulary and of laws; how each is read and written."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..text.dates import FIRST_YEAR, LAST_YEAR, PATTERN, YEAR, Moment
from ..text.problem import excerpt
from .marks import Instead, Unknown, Written

UNKNOWN = "待核"
ALWAYS = "长期"
NOT_STATED = "报告没有写"
SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_NOTHING = frozenset(("null", "none", "nil", "nan", "n/a", "na", "undefined", "无", "暂无", "没有", "空", "略"))
"""What stands for nothing: left by programs, or written because a line asked for something."""
_FOUR_DIGITS = re.compile(r"[0-9]{4}")


def wrong(reason: str) -> PydanticCustomError:
    """Return the error that a date is refused with; the reason is Chinese."""
    return PydanticCustomError("moment", "{reason}", {"reason": reason})


def written_one_way(value: str) -> str:
    """Return a number such as RW-012 as it is. Raises the error that refuses RW-12, RW-0012 and RW-000."""
    prefix, _, digits = value.rpartition("-")
    usual = f"{prefix}-{int(digits):03}" if digits.isdecimal() else value
    if value != usual or not digits.strip("0"):
        how = f"请写 {usual}" if digits.strip("0") else f"编号从 {prefix}-001 起"
        raise wrong(f"“{value}”的数字写法不对，不足三位的补零到三位，三位以上的前面不补零；{how}")
    return value


def _moment(value: object) -> Moment:
    if isinstance(value, Moment):
        return value
    if not isinstance(value, str):
        raise wrong("这里应写日期，例如 2024、2024-05 或 2024-05-01")
    try:
        return Moment.parse(value)
    except ValueError as error:
        raise wrong(str(error)) from None


def _telling(value: str) -> str:
    if value.casefold() in _NOTHING or not any(map(str.isalnum, value)):
        raise wrong(f"“{excerpt(value)}”等于什么也没有写；请写内容，不需要的整行删去，不知道的照这一项的说明写")
    return value


def _own_address(value: str) -> str:
    if value == "index":
        raise wrong("“index”留给网页本身的文件，用了会互相覆盖；请换一个，例如 index-1")
    return value


def _dated(pattern: str) -> object:
    """Return a date for editors, which see a year as a number and any other date as text."""
    bounds = {"minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    return Annotated[str, WithJsonSchema({"type": ["string", "integer"], "pattern": f"^({pattern})$", **bounds})]


def _moment_or(*words: str) -> BeforeValidator:
    def read(value: object) -> object:
        if value in words:
            return value
        try:
            return _moment(value)
        except PydanticCustomError as error:
            raise wrong(f"{error.message()}；也可以写“{'”或“'.join(words)}”") from None

    return BeforeValidator(read, json_schema_input_type=_dated("|".join((*words, PATTERN))))


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _year(value: object) -> int:
    if isinstance(value, str) and _FOUR_DIGITS.fullmatch(value):
        return _moment(value).year
    what = f"“{excerpt(value)}”不是年份，" if isinstance(value, str) else ""
    raise wrong(f"{what}请只写四位年份，例如 2024")


_DATE = "写成 2024、2024-05 或 2024-05-01，知道多少写多少"

Symbol = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Line = Annotated[Symbol, AfterValidator(_telling)]
Slug = Annotated[
    str,
    StringConstraints(pattern=f"^{SLUG}$", max_length=60),
    AfterValidator(_own_address),
    Written("小写英文字母、数字和连字符，公开后不改", "只能用小写英文字母、数字和连字符，例如 admin-penalty"),
]
Day = Annotated[Moment, BeforeValidator(_moment, json_schema_input_type=_dated(PATTERN)), Written(_DATE)]
_UNKNOWN = Unknown(f"不知道的写“{UNKNOWN}”", UNKNOWN)
LineOrUnknown = Annotated[Line, _UNKNOWN]
DayOrUnknown = Annotated[Moment | str, _moment_or(UNKNOWN), Written(_DATE), _UNKNOWN]
_ENDLESS = (ALWAYS, NOT_STATED)
Due = Annotated[
    Moment | str,
    _moment_or(*_ENDLESS),
    Instead(_ENDLESS),
    Written(f"{_DATE}；没有终点的写“{ALWAYS}”，材料没有写到什么时候的写“{NOT_STATED}”"),
]
Year = Annotated[int, BeforeValidator(_year, json_schema_input_type=_dated(YEAR)), Written("四位年份")]
_Many = tuple[Line, ...]
_Some = Annotated[tuple[Line, ...], Field(min_length=1)]
_LISTED = Written("一行文字；有几项的写成 [甲, 乙]")
Lines = Annotated[_Many, BeforeValidator(_as_list, json_schema_input_type=Line | _Many), _LISTED]
SomeLines = Annotated[_Some, BeforeValidator(_as_list, json_schema_input_type=Line | _Some), _LISTED]


class Alike(BaseModel):
    """Base of records of which there are many: in which fields one was given is held once for all that are alike."""

    def model_post_init(self, _: object, /) -> None:
        """Take the set of those that are alike: one of its own takes as much memory as the values."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


_GIVEN: dict[frozenset[str], set[str]] = {}


class Record(Alike):
    """Base of all records: frozen, Chinese aliases, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)
