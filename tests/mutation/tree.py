"""Changes that show only in a built site: tried in a copy of the project."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .trial import ROOT, Trial, Verdict

_LEFT_OUT = shutil.ignore_patterns(
    ".venv", ".git", "site*", ".site*", ".cache", ".hypothesis", "__pycache__", ".*_cache"
)


def tried(one: Trial) -> Verdict:
    """Run a trial's tests in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "project"
        shutil.copytree(ROOT, copy, ignore=_LEFT_OUT, symlinks=True)
        (copy / ".venv").symlink_to(ROOT / ".venv")
        (copy / one.file).write_bytes(one.source.encode())
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *one.tests]
        status = subprocess.run(command, cwd=copy, capture_output=True, check=False).returncode
    return {0: Verdict.SURVIVED, 1: Verdict.KILLED}.get(status, Verdict.UNTRIED)
