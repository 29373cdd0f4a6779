"""The guard that keeps the live lists out of the tests does so, whichever way they are asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import FIRST
from qingdan.site.check import problems_in
from qingdan.text.dates import as_of

from .live import ROOT, is_live, starts_on_live

CHECK = [sys.executable, "-m", "qingdan", "check"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Path("data/site.yml").read_bytes(),
        (ROOT / "tests/../data/vocab.yml").open,
        lambda: list(Path("data").glob("tasks/*.yml")),
        lambda: problems_in(Path("data"), as_of()),
        lambda: subprocess.run(CHECK, cwd=ROOT, check=False),
        lambda: subprocess.run([*CHECK, "--data", "data"], cwd=ROOT, check=False),
    ],
    ids=["a file", "a way round", "a folder", "the program", "the command", "the command by name"],
)
def test_a_test_that_is_not_marked_cannot_read_the_live_lists(ask, monkeypatch):
    monkeypatch.delenv("DATA_DIR", raising=False)
    with pytest.raises(pytest.fail.Exception, match="reads the live data"):
        ask()


@pytest.mark.live
def test_a_test_that_is_marked_can():
    assert Path("data/site.yml").read_bytes()


@pytest.mark.parametrize("path", ["database/a.yml", "docs/data.md", "tests/fixtures/first/site.yml", "/data/site.yml"])
def test_other_files_are_not_taken_for_them(path):
    assert not is_live(path, str(ROOT))


@pytest.mark.parametrize(
    ("words", "folder", "environment", "live"),
    [
        (["python", "-m", "mkdocs", "build"], ROOT, {}, True),
        (["python", "-m", "mkdocs", "build"], ROOT, {"DATA_DIR": "data"}, True),
        (["python", "-m", "mkdocs", "build"], ROOT, {"DATA_DIR": str(FIRST)}, False),
        (["make", "build", "DATA_DIR=data"], ROOT, {}, True),
        (["make", "build", f"DATA_DIR={FIRST}"], ROOT, {}, False),
        (["python", "-m", "qingdan", "check", f"--data={FIRST}"], ROOT, {}, False),
        (["/bin/sh", "-c", "make check"], ROOT, {}, True),
        (["python", "-m", "qingdan", "check"], FIRST.parent, {}, False),
        (["python", "-m", "pytest"], ROOT, {}, False),
        (["python", "-c", "pass"], ROOT, {"DATA_DIR": "data"}, False),
        (["python", "-m", "qingdan", "check", "--data", str(FIRST)], ROOT, {"DATA_DIR": "data"}, False),
    ],
)
def test_a_program_is_known_by_the_lists_that_it_starts_on(words, folder, environment, live):
    assert starts_on_live(words, str(folder), environment) is live
