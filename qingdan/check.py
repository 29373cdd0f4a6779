"""From a folder to a proven site, or to the complete list of what is wrong with it."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from . import rules
from .load import load
from .problem import Problem
from .site import Site


class Unproven(Exception):
    """The data has faults; carries every problem, in the order of files and lines."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} 处问题")
        self.problems = problems


def problems_in(folder: Path, as_of: date) -> list[Problem]:
    """Return every problem in `folder`, sorted by place; none means that the data is proven."""
    return _examine(folder, as_of)[1]


def open_site(folder: Path, as_of: date, repository: str = "") -> Site:
    """Return the linked site of a proven data folder. Raises Unproven with all problems otherwise.

    In: the folder, the day, and the repository (`owner/name`) that pages link to for corrections, if there is one.
    """
    data, problems = _examine(folder, as_of)
    if problems:
        raise Unproven(problems)
    return Site(data, repository)


def newest_site(folder: Path, as_of: date, repository: str = "") -> Site:
    """Return what `open_site` would, read again only when a file below `folder` has changed since."""
    stamps = tuple((str(path), path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")))
    return _site_of(stamps, folder, as_of, repository)


@lru_cache(maxsize=1)
def _site_of(_stamps: tuple[tuple[str, int], ...], folder: Path, as_of: date, repository: str) -> Site:
    return open_site(folder, as_of, repository)


def _examine(folder: Path, as_of: date) -> tuple:
    data, problems = load(folder, as_of)
    if data is not None:
        problems = [*problems, *rules.check(data)]
    return data, sorted(set(problems))
