"""Which archived wording of a law speaks on a day, and whether a cited article stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..text.dates import Moment
from ..text.statute import Absent
from ..text.statute.place import Found, find
from . import Law, Provision
from .law_text import ArchivedText
from .load import Data

_AMENDED = ("修正", "修订")
NO_TEXT = "原文没有收录"
"""Why an article is not proven where the archive has no word of its law."""


@dataclass(frozen=True, slots=True)
class Proven:
    """A cited article as it stands in the archived wording that was in force on the day that matters."""

    text: ArchivedText
    found: Found


@dataclass(frozen=True, slots=True)
class Unproven:
    """Nobody can tell from the archive whether a cited article stands in the law: why, in Chinese."""

    reason: str


def began(text: ArchivedText) -> date:
    """Return the day from which a wording is in force; where that is not known, the day on which it was passed."""
    effective = text.meta.value.effective
    return effective.first if isinstance(effective, Moment) else text.version.first


def in_force(text: ArchivedText) -> str:
    """Return in Chinese from when a wording is in force: 2024-01-01 起施行, or 施行日期待核."""
    effective = text.meta.value.effective
    return f"{effective} 起施行" if isinstance(effective, Moment) else "施行日期待核"


def _place(text: ArchivedText) -> tuple[date, date]:
    """Where a wording stands among those of its law: of two in force from the same day, the one passed later is later."""
    return began(text), text.version.first


def wording_on(law: Law, texts: Sequence[ArchivedText], day: date) -> ArchivedText | Unproven:
    """Return the wording of a law in force on a day, for a law that is not in force yet the one that was passed.

    In: the law, its archived wordings from the earliest to the latest. Unproven where the one of that day is not among
    them: none is, the earliest is later, or the law's record or a 题注 tells of an amendment in between.
    """
    if not texts:
        return Unproven(NO_TEXT)
    begun = [text for text in texts if began(text) <= day]
    passed = [text for text in texts[:1] if text.version.first <= day and text.version == law.passed]
    if not begun and not passed:
        return Unproven(f"收录的最早是 {texts[0].version} 的版本，{in_force(texts[0])}，{day} 时的文字没有收录")
    found = max(begun, key=_place) if begun else passed[0]
    if missed := [one for one in _amendments(law, texts) if found.version.last < one.first and _since(law, one) <= day]:
        return Unproven(f"{missed[-1]} 修改以后的原文没有收录，收录的是 {found.version} 的")
    return found


def _amendments(law: Law, texts: Sequence[ArchivedText]) -> list[Moment]:
    """Return the days of the amendments that the record or a 题注 tells and whose wording is not archived, in order."""
    told = {step.day for text in texts for step in text.statute.steps if step.act in _AMENDED}
    if isinstance(law.amended, Moment):
        told.add(law.amended)
    return sorted(told - {text.version for text in texts}, key=lambda one: one.first)


def _since(law: Law, amended: Moment) -> date:
    """Return from when an amendment is in force; the day on which it was made, where that is not known."""
    effective = law.amendment_effective if amended == law.amended else None
    return effective.first if isinstance(effective, Moment) else amended.first


@dataclass(frozen=True)
class Wordings:
    """Every law with its archived wordings, from the earliest to the latest, and what they prove."""

    laws: Mapping[str, Law]
    texts: Mapping[str, tuple[ArchivedText, ...]]
    as_of: date

    def of(self, law: str) -> tuple[ArchivedText, ...]:
        """Return the archived wordings of the law with this 标识."""
        return self.texts.get(law, ())

    def on(self, law: str, day: date) -> ArchivedText | Unproven:
        """Return the wording of a law on a day; see `wording_on`."""
        return wording_on(self.laws[law], self.of(law), day)

    def now(self, law: str) -> ArchivedText | None:
        """Return the wording to show: that of the site's day, else the newest one archived; None where there is none."""
        found = self.on(law, self.as_of)
        return found if isinstance(found, ArchivedText) else max(self.of(law), key=_place, default=None)

    def listed(self, law: str, article: str) -> Proven | Unproven | Absent:
        """Return the words of an article that the library lists, on the day as of which the law's record speaks."""
        day = checked_on(self.laws[law], self.as_of)
        if isinstance(text := self.on(law, day), Unproven):
            return text
        return self.cited(Provision.model_validate({"法规": law, "条": article}), day)

    def cited(self, provision: Provision, day: date) -> Proven | Unproven | Absent:
        """Return the words of what is cited on a day: proven, not to be told, or absent from the wording of that day."""
        if not provision.article:
            return Unproven("条号待核")
        text = self.on(provision.law, day)
        if isinstance(text, Unproven):
            return text
        found = find(text.statute, provision.article, provision.paragraph, provision.item)
        if isinstance(found, Absent):
            return Absent(f"{found.reason}（原文是 {text.version} 的版本）")
        return Proven(text, found)


def wordings_of(data: Data) -> Wordings:
    """Return the laws of the data with their archived wordings; of two laws with one 标识 the first counts."""
    laws = {law.value.id: law.value for law in reversed(data.laws)}
    found: dict[str, list[ArchivedText]] = {}
    for text in sorted(data.texts, key=_place):
        if text.law in laws:
            found.setdefault(text.law, []).append(text)
    return Wordings(laws, {law: tuple(several) for law, several in found.items()}, data.as_of)


def checked_on(law: Law, as_of: date) -> date:
    """Return the day as of which a law's record speaks: its 核对 日期, or `as_of` where that is not known."""
    day = law.check.date
    return min(day.last, as_of) if isinstance(day, Moment) else as_of
