"""What a law's 题注 says of its dates: which version a text is, from when it is in force, and what the record has instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import UNKNOWN, Law
from ...model.sourced import Sourced
from ...text.dates import Moment
from ...text.problem import Place
from ...text.statute import Statute, Step

_MADE = ("通过", "公布", "修正", "修订")
"""What makes a version."""
_FIRST = ("通过", "公布", "批准")
_AMENDED = ("修正", "修订")
_IN_FORCE = "施行"


def told_days(statute: Statute) -> tuple[Moment, ...]:
    """Return the days on which a text was passed, published or amended, as its 题注 tells them."""
    return tuple(dict.fromkeys(step.day for step in statute.steps if step.act in _MADE))


def version_of(statute: Statute) -> Moment | None:
    """Return the newest day on which the text was passed, published or amended; None where its 题注 tells none."""
    return max(told_days(statute), key=lambda day: day.first, default=None)


def effective_of(statute: Statute, version: Moment) -> Moment | None:
    """Return from when a version is in force, as its 题注 or last article says; None where that is said of none but others."""
    told = [step.day for step in _last(statute.steps) if step.act == _IN_FORCE]
    days = [*reversed(told), *([statute.effective] if statute.effective else [])]
    return next((day for day in days if day.first >= version.first), None)


def registered(law: Law, version: Moment) -> Moment | None:
    """Return from when a version is in force as the law's record has it; None where it has no known day for this version."""
    pairs = ((law.amended, law.amendment_effective), (law.passed, law.effective))
    return next((day for made, day in pairs if made == version and isinstance(day, Moment) and day.day), None)


def _last(steps: Sequence[Step]) -> Sequence[Step]:
    """Return the steps from the last amendment on; all where there is none."""
    return steps[_of_last_amendment(steps) :]


def _of_last_amendment(steps: Sequence[Step]) -> int:
    return max((at for at, step in enumerate(steps) if step.act in _AMENDED), default=0)


@dataclass(frozen=True, slots=True)
class Differs:
    """A date of a law's record that the text tells otherwise: where it stands, its key, what is there, what the text says."""

    place: Place
    key: str
    there: str
    told: Moment

    @property
    def missing(self) -> bool:
        """Tell whether the record does not have the date, so that it may be written in."""
        return self.there in ("", UNKNOWN)

    def __str__(self) -> str:
        """Return what to do about it, in Chinese."""
        where = f"{self.place.path}:{self.place.line}"
        if not self.there:
            return f"{where}：这部法规没有写“{self.key}”，题注里有，请加上一行  {self.key}: {self.told}"
        if self.missing:
            return f"{where}：“{self.key}”是待核，题注里有，请改成  {self.key}: {self.told}"
        return f"{where}：“{self.key}”写的是 {self.there}，原文写的是 {self.told}；请核对来源，改正其中一个"


def differing(law: Sourced[Law], statute: Statute, version: Moment) -> Iterator[Differs]:
    """Yield the dates of a law's record that its text does not bear out, in the order of the record.

    Of an older version nothing is said about amendments that came later.
    """
    record, steps = law.value, statute.steps
    amended = [step.day for step in steps if step.act in _AMENDED]
    first = [step for step in steps if not amended or step.day.first < amended[0].first]
    began = [step.day for step in steps if step.act == _IN_FORCE]
    began += [statute.effective] if statute.effective else []
    yield from _compared(law, "通过日期", record.passed, [step.day for step in first if step.act in _FIRST])
    yield from _compared(law, "施行日期", record.effective, began)
    newer = isinstance(record.amended, Moment) and record.amended.first > version.first
    if newer or not amended:
        return
    yield from _compared(law, "最近修改", record.amended, amended[-1:])
    begun = effective_of(statute, version)
    yield from _compared(law, "修改施行", record.amendment_effective, [begun] if begun else [])


def _compared(law: Sourced[Law], key: str, there: object, told: Sequence[Moment]) -> Iterator[Differs]:
    """Yield the date where the text tells some and the record has none of them; the first one told is named."""
    if not told or (isinstance(there, Moment) and any(there.first <= day.first <= there.last for day in told)):
        return
    place = law.place(key) if key in law.keys else law.place("标识")
    yield Differs(place, key, "" if there is None else str(there), told[0])
