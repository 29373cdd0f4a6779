"""Each process that runs tests collects them for itself: it must find the same tests in the same order."""

import os
import subprocess
import sys


def collected(seed: str, zone: str) -> list[str]:
    """Return the names of all tests, as a process of its own finds them."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts=", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
    return [line for line in done.stdout.splitlines() if "::" in line]


def test_every_process_collects_the_same_tests_whenever_and_wherever_it_starts():
    names = collected("1", "Asia/Shanghai")
    assert any(name.startswith("tests/test_collection.py::") for name in names)
    assert collected("2", "America/Los_Angeles") == names
