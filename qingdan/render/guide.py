"""Pieces of the staff's guide that are made from the code itself."""

from ..rules import RULES
from ..site import Site
from .template import fill


def common_errors(site: Site, root: str) -> str:
    """Return the rules as `check` names them, each with what it demands."""
    return fill("rules", site=site, root=root, rules=RULES)
