"""Building so that a bad build never replaces a good site: beside it first, checked, then put in its place."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from .tidy import tidy


class EngineFailed(Exception):
    """The engine refused; carries its own warnings, without tracebacks."""


def publish(data: Path, site_dir: Path, day: date, examine: Callable[[Path], None]) -> None:
    """Build `data` as of `day`, let `examine` look at the result, and only then put it at `site_dir`.

    Raises EngineFailed when the engine refuses, and whatever `examine` raises; `site_dir` is untouched then.
    """
    fresh, old = (site_dir.with_name(f".{site_dir.name}.{state}") for state in ("new", "old"))
    if old.exists() and not site_dir.exists():
        old.rename(site_dir)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        _run_engine(data, fresh, day)
        tidy(fresh)
        examine(fresh)
        if site_dir.exists():
            site_dir.rename(old)
        fresh.rename(site_dir)
    finally:
        for leftover in (fresh, old):
            shutil.rmtree(leftover, ignore_errors=True)


def _run_engine(data: Path, folder: Path, day: date) -> None:
    midnight = datetime.combine(day, time(), ZoneInfo("Asia/Shanghai"))
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder.resolve())]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        said = [line for line in run.stderr.splitlines() if line.startswith(("WARNING", "ERROR", "Error", "Aborted"))]
        raise EngineFailed("网页引擎报告：\n" + "\n".join(said or run.stderr.splitlines()[-1:]))
