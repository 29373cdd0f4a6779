"""Building so that a bad build never replaces a good site: beside it first, checked, then put in its place."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ..site.check import Unproven
from ..text.problem import Problem
from .beside import FRESH, OLD, beside, undisturbed
from .engine import ENGINES, run_engine
from .site_dir import MARK, MARKED, fit
from .swap import swap
from .trim import trim

Examine = Callable[[Path], list[Problem]]


def publish(data: Path, site_dir: Path, day: date, examine: Examine, engine: str = ENGINES[0]) -> None:
    """Build `data` as of `day` with one of ENGINES, let `examine` look at the result, and only then put it at `site_dir`.

    Raises Unfit when no site may be put there, EngineFailed when the engine refuses, Unproven with the problems that
    `examine` finds, OSError; `site_dir` is untouched then.
    """
    target = fit(site_dir, data)
    with beside(target) as workshop:
        fresh = workshop / FRESH
        run_engine(engine, data, fresh, day)
        trim(fresh)
        (fresh / MARK).write_bytes(MARKED)
        if problems := examine(fresh):
            raise Unproven(problems)
        with undisturbed():
            swap(fresh, fit(target, data), workshop / OLD)
