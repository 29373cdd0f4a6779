"""From a folder to a proven site, or to the complete list of what is wrong with it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path

from .. import rules
from ..model.load import Data, load
from ..source.files import NO_NEW_FILES, NewFiles, data_paths
from ..text.problem import Problem
from .publication import UNPUBLISHED, Publication
from .repository import NOWHERE, Repository
from .site import Site


class Unproven(Exception):
    """The data has faults; carries every problem, in the order of files and lines."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} 处问题")
        self.problems = problems


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare what is read from the garbage collector: looking through it again and again takes longer than reading it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def problems_in(folder: Path, as_of: date, change: NewFiles = NO_NEW_FILES) -> list[Problem]:
    """Return every problem in `folder`, as it would be after `change`, sorted by place; none means that the data is proven."""
    return examine(folder, as_of, change)[1]


def open_site(
    folder: Path, as_of: date, repository: Repository = NOWHERE, publication: Publication = UNPUBLISHED
) -> Site:
    """Return the linked site of a proven data folder. Raises Unproven with all problems otherwise.

    In: the folder, the day, the repository that pages link to, if there is one, and what is known of the publication.
    """
    return Site(_proven(folder, as_of), repository, publication)


def newest_site(folder: Path, as_of: date, repository: Repository, publication: Publication) -> Site:
    """Return what `open_site` would; the data is read again only when a file below `folder` has changed since."""
    stamps = tuple((str(path), path.lstat().st_mtime_ns) for path in data_paths(folder))
    return _site_of(stamps, folder, as_of, repository, publication)


Stamps = tuple[tuple[str, int], ...]


@lru_cache(maxsize=1)
def _site_of(stamps: Stamps, folder: Path, as_of: date, repository: Repository, publication: Publication) -> Site:
    return Site(_data_of(stamps, folder, as_of), repository, publication)


@lru_cache(maxsize=1)
def _data_of(_stamps: Stamps, folder: Path, as_of: date) -> Data:
    return _proven(folder, as_of)


def _proven(folder: Path, as_of: date) -> Data:
    data, problems = examine(folder, as_of)
    if data is None or problems:
        raise Unproven(problems)
    return data


@_uncollected()
def examine(folder: Path, as_of: date, change: NewFiles = NO_NEW_FILES) -> tuple[Data | None, list[Problem]]:
    """Return what `folder` holds (None where its ground is missing) and every problem, sorted by place, as after `change`."""
    data, problems = load(folder, as_of, change)
    if data is not None:
        problems = [*problems, *rules.check(data)]
    return data, sorted(set(problems))
