"""Numbers as Chinese prose writes them: 128, 1,280, 1.28万, 三十, 百分之百, 2024年12月. Each whole, with what qualifies it.

What is not one number (30至40, 3/4, -30, 7², 数十) has no value and is only like what is printed the same. Ordinals, ids,
names of plans and idioms are no numbers; a single Chinese digit is one only before a measure word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .folded import Normal, normal

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"亿": 100_000_000, "万": 10_000}
_SHARES = {"百": "%", "千": "‰", "万": "‱"}

_MEASURES = (
    *("个工作日", "工作日", "个百分点", "百分点", "个多月", "个月", "个小时", "小时", "分钟", "周岁", "季度"),
    *("平方米", "平方公里", "立方米", "公里", "公斤", "公顷", "千米", "毫米", "厘米", "千瓦时"),
    *("人次", "户次", "车次", "台次", "件次", "班次", "场次", "批次", "家次", "部门", "页次"),
    *"份件次个项条起户家人名场部支组类种处台辆块套座间栋幢张册篇卷期批轮年月日天周岁元吨米里亩只棵株艘节课门道倍成所位",
)
"""What counts things; the longest that stands there is the unit."""

_NAMES = (
    "一些|一律|一般|一并|一致|一定|一旦|一样|一面|一直|一切|一线|一家人|一体|一级|一度|一经|一次性|一部分|一方面|"
    "同一|某一|每一|任一|哪一|唯一|统一|这一|那一|逐一|进一步|单一|之一|划一|归一|其一|不一|万一|"
    "百姓|百年|千方百计|千家万户|[两四]个(?:意识|自信|维护|确立|全面)"
)
"""Words and names in which a numeral counts nothing."""
_LIMITS = (
    "大约|大概|差不多|将近|接近|几近|逾|超|至少|最少|起码|最低|最多|至多|最高|达不到|未满|平均|人均|户均|日均|月均|年均|"
    "不超过|不少于|不低于|不多于|不高于|不足|不到|不满|不下|(?:超过|突破|少于|低于|小于|多于|高于|大于)了?|"
    "(?<![附最就靠邻远亲临逼切])近|(?<![节合预特公制违签条履邀相大])约为?"
)
"""What qualifies a number from before; 附近 and 节约 only end like it."""

_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN_DIGIT = "零〇一二两三四五六七八九"
_HAN = rf"[{_HAN_DIGIT}十百千万亿]+(?:点[{_HAN_DIGIT}]+)?"
_ONE = rf"(?:(?:{_ARABIC})[十百千万亿]*|{_HAN})"
_RANGE = "[-‐‑–—−~〜至到]"
_JOINT = f"(?:{_RANGE}|[/:、])"
_STRAY = "²³¹¼-¾⁰-⁹₀-₉⅐-⅟①-⓿❶-➓㈠-㈩㉈-㉟㊀-㊉㊱-㊿🄀-🄌"
_MEASURE = "|".join(sorted(_MEASURES, key=len, reverse=True))
_SMALL = "[一二三四五六七八九十]"
_ORDINAL = rf"(?:\d+|[{_HAN_DIGIT}十百千]+)"
_YEAR = r"(?:(?:19|20)\d\d|[一二][零〇九][零〇一二三四五六七八九]{2})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|(?:二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]))"

_NONE = (
    rf"^\(\d{{1,2}}\)|^\d{{1,2}}[、.](?!\d)|^(?:\d{{1,2}}[、.]|{_SMALL}{{1,3}}、)(?={_YEAR}年)",  # (1) 1、 一、
    rf"^{_SMALL}{{1,3}}、(?![{_HAN_DIGIT}十百千])|{_SMALL}+是|{_SMALL}*\({_SMALL}+\)\d*",  # 一、 一是 （一） 一（四）2
    r"[A-Za-z]+-?\d+(?:[.-]\d+)*",  # RW-012
    rf"第{_ORDINAL}(?:[、至到和-]{_ORDINAL}(?=[条款项章节]))*",  # 第二、三条
    rf"{_SMALL}+(?:大(?![于型量])|届)",  # 二十大
    rf"{_SMALL}?五(?=[”’]?(?:普法|规划|期间|时期))|十{_SMALL}五",  # 八五普法 十四五
    r"(?:星期|礼拜|周)[一二三四五六]",
    rf"一起(?![交诉案])|一道(?!程序)|十分(?!之)|千万(?!{_MEASURE}|[余多])",
    _NAMES,
)
_DATES = (
    rf"(?<!\d){_YEAR}年(?:度|{_MONTH}月(?:{_DAY}[日号])?)?|(?<!\d){_YEAR}-\d\d?(?:-\d\d?)?(?!\d)",  # 2024年12月 2024-12
    rf"(?<!\d){_YEAR}(?!\d|[,.]\d|[十百千万亿%‰余多]|{_JOINT}\d|{_MEASURE}|[{_STRAY}])",  # 2024
    rf"(?<![\d{_HAN_DIGIT}十]){_MONTH}(?:月(?:{_DAY}[日号])?|·{_DAY}(?!\d))",  # 12月4日 12·4
)
_ODD = (
    rf"(?:{_ONE})?[{_STRAY}]+(?:{_ONE})?|[-−负]\d[\d,.]*|\d+(?:\.\d+){{2,}}",  # 7² -30 1.2.3
    rf"(?<![以早晚])[数几上]+[十百千万亿]+|[{_HAN_DIGIT}]*[十百]几",  # 数十 十几
    rf"{_ONE}(?<![百千万])分之{_ONE}|{_ONE}(?:{_MEASURE})?(?:{_JOINT}+{_ONE})+",  # 四分之三 30至40
    r"\d+[十百千万亿]+\d+[\d十百千万亿]*",  # 3万5千
)
_TOKEN = re.compile(
    rf"(?P<none>{'|'.join(_NONE)})|(?P<years>(?<!\d){_YEAR}年?度?{_JOINT}+{_YEAR}(?:年度?|(?!\d)))|"
    rf"(?P<date>{'|'.join(_DATES)})|(?P<odd>{'|'.join(_ODD)})|(?P<share>[百千万])分之(?P<of>{_ARABIC}|{_HAN})|"
    rf"(?P<plain>{_ARABIC})(?P<scale>[十百千万亿]*)|(?P<han>{_HAN})"
)
_NUMERAL = re.compile(rf"[\d{_HAN_DIGIT}十百千万亿{_STRAY}]")
_INSIDE = re.compile(rf"(?:[余多+]|[来几](?={_MEASURE}|[万亿]))(?P<scale>[万亿]*)")
_PER = r"每(?:半|一)?个?(?:季度|半年|工作日|[年月日天周季次户人家名场个])"
_BEFORE = re.compile(rf"(?:({_PER})[^\W\d]{{0,4}}?)?({_LIMITS})?$")
_BEHIND = re.compile(
    r"以上|以下|(?:以|之)?内(?![容部设外])|左右|上下|不等|之多|余(?![额下])|多(?![次数个家人部项种方元年样])"
)
_COUNTED = re.compile("[一-鿿](?<![的为和以与或及等已均是在到至于从被把将则就也都并而且之其多余左上下内外前后中起])")
"""What a number that no measure word follows is taken to count: the next character, if it is not one of grammar."""
_LONGEST = 30
_REACH = 16
"""How many characters before a number may qualify it."""


class Calendar(NamedTuple):
    """A year, a month and a day; None for what is not written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: its words as printed, with qualifiers and unit; where its digits start, and what it says.

    The value of what is not one number is its print.
    """

    words: str
    start: int
    value: Decimal | Calendar | str
    unit: str = ""
    before: str = ""
    inside: str = ""
    behind: str = ""

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """The words that qualify it, in their order."""
        return tuple(filter(None, (self.before, self.inside, self.behind)))

    def bears_out(self, said: "Number") -> bool:
        """Tell whether who has read this number may say the other: the same value, qualifiers and unit; of a date, a part."""
        if isinstance(self.value, Calendar) and isinstance(said.value, Calendar):
            return all(part in (None, own) for part, own in zip(said.value, self.value, strict=True))
        units = {self.unit, said.unit} - {""}
        same_unit = len(units) < 2 and (not units & {*_SHARES.values()} or self.unit == said.unit)
        return self.value == said.value and self.qualifiers == said.qualifiers and same_unit


@lru_cache(maxsize=8192)
def numbers_in(raw: str, *units: str) -> tuple[Number, ...]:
    """Return every number of a text, in order. In: units that count here besides the measure words."""
    if not _NUMERAL.search(raw):
        return ()
    text = normal(re.sub(r"(?<=\d)\s+(?=\d)", lambda gap: "—" * len(gap[0]), raw))
    return tuple(_numbers(raw, text, _measure(units)))


@lru_cache(maxsize=512)
def _measure(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted({*_MEASURES, *units} - {""}, key=len, reverse=True))))


def value_of(digits: str, scale: str = "") -> Decimal:
    """Return the value of Arabic digits and what multiplies them, for example 1.28 and 万."""
    value = Decimal(digits.replace(",", ""))
    for place in scale:
        value *= (_PLACES | _SCALES)[place]
    return value


def _numbers(raw: str, text: Normal, measure: re.Pattern[str]) -> Iterator[Number]:
    at = 0
    while found := _TOKEN.search(text.text, at):
        at = found.end()
        if found["date"] or found["years"]:
            yield Number(_raw(raw, text, *found.span()), text.origin[found.start()], _date(found))
        elif not found["none"]:
            inside = _INSIDE.match(text.text, at)
            at = inside.end() if inside else at
            if number := _number(raw, text, found, inside, measure):
                yield number


def _number(
    raw: str, text: Normal, found: re.Match[str], inside: re.Match[str] | None, measure: re.Pattern[str]
) -> Number | None:
    value, unit, end = _value(found), "", found.end()
    single = len(found[0]) == 1 and not found[0].isascii()  # a Chinese digit, 百 or 万, a digit in a circle
    if inside:
        end = inside.end()
        if isinstance(value, Decimal):
            value *= value_of("1", inside["scale"])
    if found["share"]:
        unit = _SHARES[found["share"]]
    elif text.text[end : end + 1] in ("%", "‰"):
        unit, end = text.text[end], end + 1
    elif counted := measure.match(text.text, end) or (None if single else _COUNTED.match(text.text, end)):
        unit, end = counted[0], counted.end()
    ahead = text.text[max(0, found.start() - _REACH) : found.start()]
    before = _BEFORE.search(ahead)
    qualified = "".join(filter(None, before.groups())) if before else ""
    if single and not unit and not (found[0] in _SCALES and qualified):
        return None
    behind = _BEHIND.match(text.text, end)
    start = found.start() - (len(ahead) - before.start() if before and qualified else 0)
    words = _raw(raw, text, start, behind.end() if behind else end)
    return Number(
        words,
        text.origin[found.start()],
        value,
        unit,
        qualified,
        inside[0].rstrip("万亿") if inside else "",
        behind[0] if behind else "",
    )


def _raw(raw: str, text: Normal, start: int, end: int) -> str:
    first, last = text.raw_span(start, end)
    return raw[first:last]


def _value(found: re.Match[str]) -> Decimal | str:
    if found["share"]:
        return (
            value_of(found["of"]) if found["of"][0].isdigit() and found["of"].isascii() else value_of_han(found["of"])
        )
    if found["plain"]:
        return value_of(found["plain"], found["scale"])
    return value_of_han(found["han"]) if found["han"] else re.sub(f"{_RANGE}+", "-", found[0])


def value_of_han(text: str) -> Decimal | str:
    """Return the value of a Chinese numeral; its print where it is none (两三, 五一, 一百二) or no one would write it."""
    if len(text) > _LONGEST:
        return text
    whole, point, places = text.partition("点")
    if point:
        value = value_of_han(whole)
        digits = "".join(str(_DIGITS[digit]) for digit in places)
        return value + Decimal(f"0.{digits}") if isinstance(value, Decimal) else text
    for scale, worth in _SCALES.items():
        many, here, rest = text.rpartition(scale)
        if here:
            times, more = value_of_han(many) if many else Decimal(1), value_of_han(rest) if rest else Decimal(0)
            return times * worth + more if isinstance(times, Decimal) and isinstance(more, Decimal) else text
    if len(text) > 2 and set(text) <= _DIGITS.keys():
        return Decimal("".join(str(_DIGITS[digit]) for digit in text))
    total, digit, last = 0, None, 0
    for character in text:
        if character in _PLACES:
            total += (1 if digit is None else digit) * _PLACES[character]
            digit, last = None, _PLACES[character]
        elif digit:
            return text
        else:
            digit, last = _DIGITS[character], 0 if _DIGITS[character] == 0 else last
    return text if digit and last > 10 else Decimal(total + (digit or 0))


def _date(found: re.Match[str]) -> Calendar | str:
    digits = re.findall(rf"\d+|[{_HAN_DIGIT}十]+", found[0])
    parts = [int(part if part.isdecimal() else value_of_han(part)) for part in digits]
    if found["years"]:
        return "-".join(map(str, parts))
    return Calendar(*parts) if parts[0] > 31 else Calendar(None, *parts)
