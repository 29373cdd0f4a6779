"""Keeps the live lists out of the tests: staff change `data/` every week, and no edit of theirs may turn a test red.

Only a test marked `live` may open a file of `data/` or start a program on it; any other fails where it tries to.
"""

import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = f"{ROOT / 'data'}{os.sep}"
PROGRAMS = {"qingdan", "mkdocs", "properdocs", "make"}
"""What reads `data/` when nothing else is said."""

_allowed = False


def is_live(path: str | bytes | os.PathLike, start: str = "") -> bool:
    """Tell whether a path, as seen from the folder `start` (or the current one), is `data/` or lies in it."""
    return f"{_whole(path, start)}{os.sep}".startswith(DATA)


def _whole(path: str | bytes | os.PathLike, start: str = "") -> str:
    text = os.fsdecode(path)
    return os.path.normpath(text if os.path.isabs(text) else os.path.join(start or os.getcwd(), text))  # noqa: PTH109, PTH117, PTH118


def starts_on_live(words: list[str], folder: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a command reads `data/`: it is named, or the program takes it because no other folder is named."""
    if words[1:2] == ["-c"] and words[0].endswith("sh"):
        words = [*words[2].split(), *words[3:]]
    if any(is_live(word.rpartition("=")[2], folder) for word in words):
        return True
    if PROGRAMS.isdisjoint(words) or any(word.startswith(("--data", "DATA_DIR=")) for word in words):
        return False
    named = environment.get("DATA_DIR", "")
    return is_live(named, folder) if named else Path(folder).resolve() == ROOT


def _watch(event: str, arguments: tuple) -> None:
    if _allowed or event not in ("open", "os.listdir", "os.scandir", "subprocess.Popen"):
        return
    if event == "subprocess.Popen":
        _, command, folder, environment = arguments
        words = shlex.split(command) if isinstance(command, str) else [os.fsdecode(word) for word in command]
        met = starts_on_live(words, os.fsdecode(folder or os.getcwd()), environment or os.environ)  # noqa: PTH109
        what = shlex.join(words)
    else:
        what = arguments[0]
        met = isinstance(what, str | bytes | os.PathLike) and is_live(what)
        met = met and (event != "open" or _whole(what).startswith(DATA))  # shutil opens a folder by its name alone
    if met:
        pytest.fail(f"reads the live data, which staff may change: {what}; use tests/fixtures, or mark the test `live`")


sys.addaudithook(_watch)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let a test marked `live` read `data/` while it runs, with its own fixtures."""
    global _allowed  # noqa: PLW0603 an audit hook has no other way to know
    _allowed = item.get_closest_marker("live") is not None
    try:
        return (yield)
    finally:
        _allowed = False
