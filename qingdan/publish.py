"""Building so that a bad build never replaces a good site: beside it first, checked, then put in its place."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from .engine import ENGINES, run_engine
from .swap import swap
from .trim import trim


def publish(data: Path, site_dir: Path, day: date, examine: Callable[[Path], None], engine: str = ENGINES[0]) -> None:
    """Build `data` as of `day` with one of ENGINES, let `examine` look at the result, and only then put it at `site_dir`.

    Raises EngineFailed when the engine refuses, and whatever `examine` raises; `site_dir` is untouched then.
    """
    fresh = site_dir.with_name(f".{site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        run_engine(engine, data, fresh, day)
        trim(fresh)
        examine(fresh)
        if site_dir.exists():
            swap(fresh, site_dir)
        else:
            fresh.rename(site_dir)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
