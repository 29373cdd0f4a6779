"""Changes that show only in a built site: tried in a copy of the project."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .trial import ROOT, Trial, Verdict

_NEEDED = (
    "Makefile",
    "pyproject.toml",
    "mkdocs.yml",
    "macros.py",
    "conftest.py",
    "qingdan",
    "tests",
    "docs",
    "overrides",
)


def tried(one: Trial) -> Verdict:
    """Run a trial's tests in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        copy.mkdir()
        for name in _NEEDED:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, copy / name)
        shutil.copytree(ROOT / "tests/fixtures/second", copy / "data")
        (copy / ".venv").symlink_to(ROOT / ".venv")
        (copy / one.file).write_bytes(one.source.encode())
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *one.tests]
        status = subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode
    return {0: Verdict.SURVIVED, 1: Verdict.KILLED}.get(status, Verdict.UNTRIED)
