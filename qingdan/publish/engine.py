"""The engines that turn pages into a site: MkDocs, in this process, and its fork ProperDocs, in one of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

ENGINES = ("mkdocs", "properdocs")

_COLOURS = re.compile(r"\x1b\[[\d;]*m")
_SAID = re.compile(r"WARNING|ERROR|Error|Aborted|Warning|RuntimeError")


class EngineFailed(Exception):
    """The engine refused; carries its own warnings, without tracebacks."""


def run_engine(engine: str, data: Path, folder: Path, day: date) -> None:
    """Let an engine build `data` as of `day` into `folder`. Raises EngineFailed."""
    if not find_spec(engine):
        raise EngineFailed(f"没有安装 {engine}，请运行 make {engine}")
    with _told(data, day):
        refusal = _here(folder) if engine == ENGINES[0] else _apart(engine, folder)
    if refusal is not None:
        lines = _COLOURS.sub("", refusal).splitlines()
        raise EngineFailed("网页引擎报告：\n" + "\n".join([line for line in lines if _SAID.match(line)] or lines[-1:]))


def _here(folder: Path) -> str | None:
    """Build in this process, which has read the data already. Out: what the engine says where it refuses."""
    return import_module("macros").build(folder)  # type: ignore[no-any-return]


def _apart(engine: str, folder: Path) -> str | None:
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(folder.resolve())]
    run = subprocess.run(command, capture_output=True, text=True, check=False, close_fds=False)
    return run.stderr if run.returncode else None


@contextmanager
def _told(data: Path, day: date) -> Iterator[None]:
    """Let the environment tell an engine, and the hooks that it loads, of the data and the day."""
    midnight = datetime.combine(day, time(), ZoneInfo("Asia/Shanghai"))
    told = {
        "DATA_DIR": str(data),
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
