"""Pieces of the staff's guide that are made from the code itself."""

from itertools import takewhile

from ..rules import mistakes
from ..site.site import Site
from .template import fill


def common_errors(site: Site, root: str) -> str:
    """Return every rule as `check` names it: what it demands, and examples of breaking it with what `check` says."""
    shown = [
        (mistake, [(one, _marked(one.wrong, one.right), _marked(one.right, one.wrong)) for one in mistake.examples])
        for mistake in mistakes()
    ]
    return fill("rules", site=site, root=root, mistakes=shown)


def repository(site: Site, root: str) -> str:
    """Return where the repository is; where it is not known, who knows it."""
    return fill("repository", site=site, root=root)


def _marked(text: str, other: str) -> tuple[str, str, str]:
    """Cut `text` into what it begins with like `other`, what is different, and what it ends with like `other`."""
    start = _alike(text, other)
    end = len(text) - _alike(text[start:][::-1], other[start:][::-1])
    return text[:start], text[start:end], text[end:]


def _alike(one: str, other: str) -> int:
    """Return how many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
