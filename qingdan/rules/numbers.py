"""A number in our own words stands, with its unit and all that qualifies it, in what these words rest on."""

from collections.abc import Iterable, Iterator

from ..model.grounds import Grounds, sentences
from ..model.load import Data
from ..text.example import Example
from ..text.numbers import Calendar, Number, numbers_in
from ..text.problem import Problem, excerpt
from .quotations import stands

NAME = "数字"
DEMAND = (
    "名称、内容、说明里的数字，须与引文、日期或者所列法规里的相同，单位和“近”“超过”等字也相同；别处来的写进数字出处。"
)
_HOW = "请照引文改，或者删去；出自别的材料的，写进“数字出处”"
EXAMPLES = (
    Example(
        "      说明: 审核文件7份。",
        "      说明: 审核文件8份。",
        f"“8份”没有出处，这条记录的引文里的数字有：7份；{_HOW}",
    ),
    Example(
        "      说明: 约谈近20户次。",
        "      说明: 约谈20户次。",
        f"“20户次”没有出处，这条记录的引文里的数字有：近20户次；{_HOW}",
    ),
    Example(
        "  内容: 改进宣传方式。",
        "  内容: 2027年以前改进宣传方式。",
        f"“2027年”没有出处，这一条的引文里的数字有：2026年12月31日；{_HOW}",
    ),
)

_LISTED = 12


def check(data: Data) -> Iterator[Problem]:
    """Yield the numbers in names, contents and 说明 that nothing bears out."""
    for entry, sentence in sentences(data):
        said = numbers_in(sentence.text)
        if not said:
            continue
        grounds = sentence.grounds()
        if not all(stands(data, evidence) for evidence in grounds.evidence):
            continue
        quoted = _of(evidence.quote for evidence in grounds.evidence)
        known = [*quoted, *_of(grounds.words), *_of(source.number for source in entry.value.number_sources)]
        for number in said:
            if not any(one.bears_out(number) for one in known) and not _dated(number, grounds):
                place = entry.inside(number.start, *sentence.path)
                whose = "这条记录" if len(sentence.path) > 1 else "这一条"
                yield Problem(place, NAME, _message(number, whose, quoted))


def _of(texts: Iterable[str]) -> list[Number]:
    return [number for text in texts for number in numbers_in(text)]


def _dated(number: Number, grounds: Grounds) -> bool:
    """Tell whether a date is one that the sentence may repeat, or a part of one that it may repeat in part."""
    dates = (Number("", 0, date) for date in grounds.dates)
    return isinstance(number.value, Calendar) and (
        number.value in grounds.whole_dates or any(date.bears_out(number) for date in dates)
    )


def _message(number: Number, whose: str, quoted: list[Number]) -> str:
    words = list(dict.fromkeys(one.words for one in quoted))[:_LISTED]
    there = f"{whose}的引文里的数字有：{'、'.join(words)}" if words else f"{whose}的引文里没有数字"
    return f"“{excerpt(number.words)}”没有出处，{there}；{_HOW}"
