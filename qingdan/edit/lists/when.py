"""When: what a cell says of time → a deadline, or days on which is spoken of it; what it does not say plainly is left."""

import re
from dataclasses import dataclass

from ...model import ALWAYS, NOT_STATED
from ...model.vocab import Occasion
from ...text.dates import Moment
from ...text.folded import folded

_ALWAYS = re.compile(r"(长期|全年|常年|每年|持续|经常|常态|日常|贯穿|年度内|随时|不定期|一直)")
_DATE = re.compile(r"(?:((?:19|20)[0-9]{2})年)?(?:([0-9]{1,2})月(?!份?[-—至到~]))?(?:([0-9]{1,2})[日号])?")
_VAGUE = re.compile(
    r"[0-9](月|日|年)?(份)?[-—至到~–][0-9]|季度|上半年|下半年|上旬|中旬|下旬|每月|每季|前后|左右|[0-9]月?、[0-9]"
)
_NUMERIC = re.compile(r"((?:19|20)[0-9]{2})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True)
class When:
    """A deadline as it is written, the occasions named, and whether all that was said found its place."""

    due: str
    occasions: tuple[str, ...] = ()
    whole: bool = True


def when(texts: list[str], year: int, occasions: tuple[Occasion, ...]) -> When:
    """Read the cells about time of one row. In: what they say, the year of the list, the occasions of the vocabulary."""
    said = folded(" ".join(texts))
    if not said:
        return When(NOT_STATED)
    named = tuple(one.name for one in occasions if _named(one, said))
    rest = said
    for one in occasions:
        rest = rest.replace(folded(one.name), "")
    dates = [found for found in _DATE.finditer(rest) if any(found.groups())]
    if named:
        return When(NOT_STATED, named, len(dates) <= len(named))
    numeric = _NUMERIC.findall(said)
    if _ALWAYS.search(said):
        return When(NOT_STATED, (), False) if dates or numeric else When(ALWAYS)
    if len(numeric) == 1 and _NUMERIC.sub("", said).strip("前以之底止完成") == "":
        return When(_valid("-".join(f"{int(part):02}" for part in numeric[0] if part)) or NOT_STATED)
    if len(dates) == 1 and not _VAGUE.search(said) and not numeric:
        due, behind = _due(dates[0], year), rest[dates[0].end() :]
        if due and not re.match(
            r"[^前底末止完]*[\u4e00-\u9fff]{3,}",
            re.sub(r"(以?前|之前|底前?|末前?|完成|份|止|为止|开展|进行)", "", behind),
        ):
            return When(due)
    return When(NOT_STATED, (), False)


def _named(occasion: Occasion, said: str) -> bool:
    """Tell whether an occasion is named, or the only day that is named is its day."""
    if folded(occasion.name) in said:
        return True
    if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", occasion.time):
        return False
    month, day = map(int, occasion.time.split("-"))
    return re.search(rf"(?<![0-9]){month}(月{day}[日号]|[.·]{day}(?![0-9]))", said) is not None


def _due(found: re.Match[str], year: int) -> str:
    """Return the deadline that a date gives, with the list's year where it names none; empty where it gives none."""
    own, month, day = found.groups()
    if not own and not month:
        return ""
    parts = [own or str(year), *(f"{int(part):02}" for part in (month, day) if part)]
    if day and not month:
        return ""
    return _valid("-".join(parts))


def _valid(text: str) -> str:
    try:
        return str(Moment.parse(text))
    except ValueError:
        return ""
