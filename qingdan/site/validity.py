"""效力的标签: what a law's badge says of its validity, and until which day that was looked up."""

from datetime import date

from ..model import Law
from ..model.status import IN_FORCE
from ..model.vocab import Shaped
from ..text.dates import Moment
from .site import Site

_UNPROVEN = "灰"


def validity(site: Site, law: Law) -> Shaped:
    """Return a law's state as its badge shows it: one in force only as far as the material looked at reaches.

    A law that came into force after that day is shown by that day; old or unknown material takes the colour away.
    """
    state, checked, began = site.law_status(law), law.check.date, law.effective
    if state.name != IN_FORCE:
        return state
    if not isinstance(checked, Moment):
        return state.model_copy(update={"name": "有效，何时查的待核", "tone": _UNPROVEN})
    name = f"{began}起施行" if isinstance(began, Moment) and began.first > checked.last else f"截至{checked}有效"
    tone = _UNPROVEN if checked_long_ago(checked, site.as_of) else state.tone
    return state.model_copy(update={"name": name, "tone": tone})


def checked_long_ago(checked: Moment, as_of: date) -> bool:
    """Tell whether more than twelve months have surely passed since a check."""
    day = checked.last
    return (day.year + 1, day.month, day.day) < (as_of.year, as_of.month, as_of.day)
