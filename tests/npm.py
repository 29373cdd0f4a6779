"""What the tests take from npm: the packages that tests/node locks, installed by `make test`."""

import os
from pathlib import Path

import pytest

PACKAGES = Path(".venv/node/node_modules")


def package(path: str) -> Path:
    """Return a file of the packages.

    CI must have them; on a machine with only Python, git and make, where they may not be installed, the test is skipped.
    """
    found = PACKAGES / path
    if not found.exists():
        absent = pytest.fail if os.environ.get("CI") else pytest.skip
        absent("这一项要用 npm 的程序，请装好 Node.js 20 以上（含 npm），再运行 make test")
    return found.absolute()
