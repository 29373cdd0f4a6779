"""What a cell means as text. Spreadsheets turn what people type into numbers and dates; what is ambiguous is refused."""

import re
from datetime import date, datetime, time

from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape

from ...model import Fact
from ...text.characters import forbidden
from ...text.dates import Moment
from .tables import BLANK

_AS_TYPED = ("General", "@", "0")
_AS_TEXT = "请把单元格格式设为“文本”再输入"
_WHOLE_DAY = re.compile(r"(?=.*y)(?=.*m)(?=.*d)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LARGEST = 10**15


class Unclear(Exception):
    """The cell can be read in more than one way, or not at all; says in Chinese what to do."""


def text_of(cell: Cell | MergedCell, fact: Fact | None = None) -> str:
    """Return what a person typed into a cell. In: the field that its column holds, if it is one's. Raises Unclear."""
    dated = fact is not None and Moment in fact.types
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise Unclear("这里是公式，程序不替你计算；请复制后用“选择性粘贴—数值”换成结果")
    if cell.data_type == "e":
        raise Unclear(f"这里是错误值 {value}，请改写")
    if isinstance(value, bool):
        raise Unclear(f"这里被表格变成了逻辑值，{_AS_TEXT}")
    if isinstance(value, date):
        return _day(value, cell.number_format, dated)
    if isinstance(value, int | float):
        return _number(value, cell.number_format, dated)
    if not isinstance(value, str):
        raise Unclear(f"这里被表格变成了时间，{_AS_TEXT}")
    text = unescape(value).replace("\r\n", "\n")
    if problem := next(forbidden(text, ""), None):
        raise Unclear(problem.message)
    if "\n" in text.strip(BLANK) and not (fact and fact.many):
        raise Unclear("文字里有换行，请写在一行内")
    return text


def _day(value: date, number_format: str, dated: bool) -> str:
    """Return YYYY-MM-DD where the cell shows year, month and day, so that the person saw what we read."""
    whole_day = isinstance(value, datetime) and value.time() == time()
    if dated and whole_day and _WHOLE_DAY.match(_QUOTED.sub("", number_format)):
        return f"{value:%Y-%m-%d}"
    if dated:
        raise Unclear(f"这里被表格变成了日期，看不出写的是年、月还是日；{_AS_TEXT}，写成 2024、2024-05 或 2024-05-01")
    raise Unclear(f"这里被表格变成了日期，{_AS_TEXT}")


def _number(value: float, number_format: str, dated: bool) -> str:
    shown = f"{value:.15g}"
    if number_format not in _AS_TYPED or isinstance(value, float) or abs(value) >= _LARGEST:
        raise Unclear(f"这里被表格变成了数字 {shown}，看不出原来怎样写（例如 1.10 会变成 1.1），{_AS_TEXT}")
    if dated and len(shown) != 4:
        raise Unclear(f"这里是数字 {shown}，像是表格的日期序号；{_AS_TEXT}，写成 2024、2024-05 或 2024-05-01")
    return shown
