"""看法: what a reader asks of a list first: what is done, what is still to be done, of what no record tells."""

from enum import Enum

from ..model import Entry
from ..model.status import OVERDUE, UNREPORTED
from ..model.vocab import Status
from .site import Site


class View(Enum):
    """A way to look at a list; the value is its name in addresses."""

    DONE = "done"
    TO_DO = "to-do"
    UNRECORDED = "unrecorded"

    @property
    def title(self) -> str:
        """What it is called on pages."""
        return {View.DONE: "做了", View.TO_DO: "要做的", View.UNRECORDED: "没有记录"}[self]


def view_of(site: Site, entry: Entry) -> View | None:
    """Return the view that an entry belongs to; None for a retired one.

    The vocabulary decides: a state that has to be proven is done, any other recorded one is still to be done. What is
    late is to be done whatever its record says.
    """
    if site.retired(entry):
        return None
    if any(flag.name in (UNREPORTED, OVERDUE) for flag in site.flags(entry)):
        return View.TO_DO
    status = site.status(entry)
    if not isinstance(status, Status):
        return View.UNRECORDED
    return View.DONE if status.proof == "需要" else View.TO_DO
