"""What the tests of the data share: a small department without faults, to break in one place."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from qingdan.site.check import problems_in
from qingdan.source import cache

pytest_plugins = ["tests.live"]

FIXTURES = Path(__file__).parent / "tests/fixtures"
FIRST = FIXTURES / "first"
"""The lists as they were on AS_OF, for tests that need their volume."""
SECOND = FIXTURES / "second"
AS_OF = date(2026, 11, 23)

os.environ["DESK_DIR"] = str(Path(__file__).parent / "no-desk")
"""What the desk runs on is packed into no site of the tests, but for those of tests/desk: it is large."""

settings.register_profile("the same every time", derandomize=True, deadline=None)
settings.load_profile("the same every time")


@pytest.fixture(scope="session", autouse=True)
def kept_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what commands keep from run to run out of the folders that the tests look at."""
    cache.FOLDER = tmp_path_factory.mktemp("kept")


def contents(folder: Path) -> dict[str, bytes]:
    """Return the content of every file below a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ROOT = Path(__file__).parent
_MADE_AT_THE_TOP = ("site", "data", "test-results", "workbooks")
_MADE_ANYWHERE = shutil.ignore_patterns(".venv", ".git", ".cache", ".*_cache", "__pycache__", "node_modules")


def _left_out(folder: str, names: list[str]) -> set[str]:
    top = _MADE_AT_THE_TOP if Path(folder) == ROOT else ()
    return {*_MADE_ANYWHERE(folder, names), *top}


def copy_project(folder: Path, data: Path = SECOND) -> Path:
    """Copy what the project is built and tested from, with `data` as its lists. Out: the folder."""
    shutil.copytree(ROOT, folder, ignore=_left_out)
    shutil.copytree(data, folder / "data", ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    return folder


class Department:
    """A data folder that a test may change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, path: str, old: str, new: str, count: int = 1) -> None:
        """Replace `old`, which must stand in the file exactly `count` times."""
        file = self.folder / path
        text = file.read_bytes().decode()
        assert text.count(old) == count, f"{path} has {text.count(old)} times: {old}"
        file.write_bytes(text.replace(old, new).encode())

    def drop_texts(self) -> None:
        """Take the archived words of the laws away: no amount, article or label is held against them any more."""
        shutil.rmtree(self.folder / "laws/texts")

    def count(self, path: str, words: str) -> int:
        """Return how often `words` stand in a file."""
        return (self.folder / path).read_bytes().decode().count(words)

    def rewrite_report(self, old: str, new: str) -> None:
        """Replace `old` in the report as if it had been received so: its digest is registered anew."""
        report = self.folder / "reports/2025.txt"
        before = hashlib.sha256(report.read_bytes()).hexdigest()
        self.edit("reports/2025.txt", old, new)
        self.edit("reports/2025.yml", before, hashlib.sha256(report.read_bytes()).hexdigest())

    def add_report(self, year: int, words: str) -> None:
        """Archive the report of a later year: its title, and the words."""
        text = f"示例区水务局{year}年度法治政府建设情况报告\n{words}\n".encode()
        (self.folder / f"reports/{year}.txt").write_bytes(text)
        kept = (self.folder / "reports/2025.yml").read_text("utf-8").partition("sha256: ")[0]
        meta = kept.replace("2026-", f"{year + 1}-").replace("2025", f"{year}")
        digest = hashlib.sha256(text).hexdigest()
        (self.folder / f"reports/{year}.yml").write_text(f"{meta}sha256: {digest}\n", "utf-8")

    def set_due(self, number: str, due: str) -> None:
        """Give a task a deadline, and the report the words that state it."""
        words = "".join(f"{int(part)}{unit}" for part, unit in zip(due.split("-"), "年月日", strict=False)) + "前改进"
        self.rewrite_report("宣传方式单一。", f"{words}，宣传方式单一。")
        quoted = f"  时限: {due}\n  时限出处: [{{报告: 2025, 段落: （三）, 引文: {words}}}]\n"
        file = self.folder / "tasks/tasks.yml"
        before, name, entry = file.read_text("utf-8").partition(f"编号: {number}\n")
        entry = re.sub(r"  时限: .*\n(  时限出处: .*\n)?", quoted, entry, count=1)
        file.write_text(f"{before}{name}{entry}", "utf-8", newline="\n")

    def files(self) -> dict[str, bytes]:
        """Return the content of every file."""
        return contents(self.folder)

    def problems(self) -> list[str]:
        """Return what `check` prints, with paths relative to the folder."""
        return [str(problem).replace(f"{self.folder.as_posix()}/", "") for problem in problems_in(self.folder, AS_OF)]


@pytest.fixture
def department(tmp_path: Path) -> Department:
    """Return a copy of tests/fixtures/second, in which `check` finds nothing wrong."""
    folder = tmp_path / "data"
    shutil.copytree(SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    return Department(folder)


@pytest.fixture
def unchanged(department: Department) -> Iterator[None]:
    """Let a test pass only when it leaves every file of the department as it was."""
    before = department.files()
    yield
    assert department.files() == before
