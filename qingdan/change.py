"""A change to a data folder: whole files, tried on a copy first, then put in place."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from .check import problems_in
from .problem import Problem

Change = Mapping[Path, bytes]
"""The new content of each file that changes; the paths are relative to the data folder."""


def problems_after(folder: Path, change: Change, as_of: date) -> list[Problem]:
    """Return what `check` would say of `folder` after `change`, with the paths that the files have in `folder`."""
    with TemporaryDirectory(prefix="qingdan-") as temporary:
        copy = Path(temporary).resolve() / "data"
        shutil.copytree(folder, copy, symlinks=True)
        for path, content in change.items():
            (copy / path).parent.mkdir(exist_ok=True)
            (copy / path).write_bytes(content)
        return [_moved(problem, copy.as_posix(), folder.as_posix()) for problem in problems_in(copy, as_of)]


def _moved(problem: Problem, copy: str, folder: str) -> Problem:
    path = problem.place.path.replace(copy, folder, 1)
    return replace(problem, place=problem.place._replace(path=path))


def make(folder: Path, change: Change) -> None:
    """Put the files of `change` in place: all are written beside the old ones first. Raises OSError, nothing changed."""
    fresh: dict[Path, Path] = {}
    try:
        for path, content in change.items():
            target = (folder / path).resolve()
            target.parent.mkdir(exist_ok=True)
            fresh[target] = target.with_name(f".{target.name}.new")
            fresh[target].write_bytes(content)
            if target.exists():
                shutil.copymode(target, fresh[target])
        for target, written in fresh.items():
            written.replace(target)
    finally:
        for written in fresh.values():
            written.unlink(missing_ok=True)
