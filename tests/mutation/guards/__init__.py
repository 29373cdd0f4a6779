"""Every guard that stands between a text and what it could do."""

from .data import DATA
from .desk import DESK
from .files import FILES
from .guard import Guard
from .pages import PAGES
from .site import BUILT
from .statutes import STATUTES

GUARDS = (*PAGES, *FILES, *DATA, *DESK, *STATUTES, *BUILT)

__all__ = ["GUARDS", "Guard"]
