"""The engines that turn pages into a site: MkDocs, and its fork ProperDocs."""

import os
import re
import subprocess
import sys
from datetime import date, datetime, time
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
    command = [sys.executable, "-m", engine, "build", "--strict", "--site-dir", str(folder.resolve())]
    midnight = datetime.combine(day, time(), ZoneInfo("Asia/Shanghai"))
    environment = {
        **os.environ,
        "DATA_DIR": str(data),
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, close_fds=False)
    if run.returncode:
        lines = _COLOURS.sub("", run.stderr).splitlines()
        raise EngineFailed("网页引擎报告：\n" + "\n".join([line for line in lines if _SAID.match(line)] or lines[-1:]))
