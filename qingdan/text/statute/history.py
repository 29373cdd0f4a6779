"""题注: when a statute was passed, published and amended, and from when it is in force, as its own words say it."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ..dates import FIRST_YEAR, LAST_YEAR, Moment
from ..folded import folded
from ..numbers import value_of_han
from .structure import Article, Step

_HAN = "零〇○ＯO一二三四五六七八九十"
DAY = re.compile(
    rf"(?P<year>[12][0-9]{{3}}|[一二][{_HAN}]{{3}})年(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,3}})月(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})日"
)
_ACTS = {
    "施行": "施行", "实施": "施行", "生效": "施行", "实行": "施行",
    "通过": "通过", "批准": "批准", "修正": "修正", "修订": "修订", "修改": "修正",
    "公布": "公布", "发布": "公布", "颁布": "公布", "印发": "公布",
}  # fmt: skip
_ACT = re.compile("|".join(_ACTS))
_HEREBY = re.compile(r"(?:现予|予以|现将.{0,60})(?:公布|发布|颁布)")
"""What an order says of the day on which it is signed, not of the one that it names before."""
_ORDER = re.compile(r"令.{0,4}第?[0-9零〇一二三四五六七八九十百]+号|公告")
"""An order or a notice without a verb publishes."""
_CITED = re.compile(r"《[^《》]{0,200}(?:《[^》]{0,100}》[^《》]{0,200}){0,4}》|〈[^〉]{0,100}〉")
_BEGINS = re.compile(rf"{DAY.pattern}?(?!日)")
_LONGEST = 4000
_EVENT = r"(?P<event>修订(?:公布|发布)|公布|发布|颁布|印发|下发|通过|批准)"
_FROM = re.compile(
    rf"(?:^|[。；，】〕）)\]])(?:本[^。；]{{1,40}}?)?[自从](?:{DAY.pattern}|{_EVENT}(?:之日)?)起?(?:开始|正式)?(?:施行|实施|生效|执行|实行|试行)"
)


def tells_act(line: str) -> bool:
    """Tell whether a line says what was done to the law, with or without a day."""
    return len(line) <= _LONGEST and bool(_ACT.search(_CITED.sub("", folded(line))))


def tells_history(line: str) -> bool:
    """Tell whether a line says when something was done to the law."""
    if len(line) > _LONGEST:
        return False
    plain = _CITED.sub("", folded(line))
    return bool(DAY.search(plain) and (_ACT.search(plain) or _ORDER.search(plain)))


def begins_with_day(line: str) -> bool:
    """Tell whether a short line begins with a day, as a step of a history that goes on below; 日 may stand there."""
    return len(line) <= 60 and bool(_BEGINS.match(folded(line).lstrip("(（")))


def steps_of(words: str) -> tuple[Step, ...]:
    """Return the steps that a 题注 tells, in its order; the names of decisions in 《》 are not read."""
    return tuple(_steps(folded(words)))


def _steps(plain: str) -> Iterator[Step]:
    masked = _CITED.sub(lambda found: "＊" * len(found[0]), plain)
    days = list(DAY.finditer(masked))
    for found, after in zip_longest(days, days[1:]):
        until = after.start() if after else len(masked)
        if (day := moment_of(found)) is None:
            continue
        words = plain[found.start() : until].strip("，,;；。 自根据和")
        told = list(_acts(masked, found.end(), until))
        if not told and (_ORDER.search(masked, found.end(), until) or _is_signed(masked, found, until)):
            told = ["公布"]
        for act in dict.fromkeys(told):
            yield Step(day, act, words)


def _acts(masked: str, start: int, end: int) -> Iterator[str]:
    """Yield what was done to the law: in 通过的《…的决定》修正 only what comes last, for 通过 is said of the decision."""
    found = list(_ACT.finditer(masked, start, end))
    own = [act for act in found if masked[act.end() : act.end() + 1] != "的"]
    hereby = {one.end() for one in _HEREBY.finditer(masked, start, end)}
    for act in (act for act in own or found if act.end() not in hereby):
        yield _ACTS[act[0]]


def _is_signed(masked: str, day: re.Match[str], until: int) -> bool:
    """Tell whether a day is that of an order which says that it publishes: it stands alone below."""
    return not masked[day.end() : until].strip("（(") and bool(_HEREBY.search(masked, 0, day.start()))


def moment_of(found: re.Match[str]) -> Moment | None:
    """Return the day that a match of `DAY` names; None for one that no calendar has."""
    year, month, day = (_number(found[part]) for part in ("year", "month", "day"))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    moment = Moment(year, month, day)
    try:
        _ = moment.first
    except ValueError:
        return None
    return moment


def _number(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    value = value_of_han(re.sub("[○ＯO]", "〇", digits))
    return 0 if isinstance(value, str) else int(value)


def effective_from(articles: Sequence[Article], steps: Sequence[Step]) -> Moment | None:
    """Return the day from which the last article that speaks of it says that the statute is in force, else its 题注.

    None where neither says a day.
    """
    told = [step.day for step in steps if step.act == "施行"]
    for article in reversed(articles):
        if not any(word in article.span.raw for word in ("行", "施", "生效")):
            continue
        if not (found := _FROM.search(folded(article.whole))):
            continue
        if found["year"]:
            return moment_of(found)
        return _day_of(found["event"], steps)
    return told[-1] if told else None


def _day_of(event: str, steps: Sequence[Step]) -> Moment | None:
    """Return the day of the publication, passing or approval that an article speaks of; None where the 题注 does not tell it.

    What the National People's Congress passes is published on the same day.
    """
    act = event if event in ("通过", "批准") else "公布"
    days = [step.day for step in steps if step.act == act]
    if not days and act == "公布" and steps and steps[0].act == "通过" and "全国人民代表大会" in steps[0].words:
        days = [steps[0].day]
    if not days:
        return None
    return days[-1] if event.startswith("修订") else days[0]
