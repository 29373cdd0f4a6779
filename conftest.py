"""What the tests of the data share: a small department without faults, to break in one place."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qingdan.check import problems_in

SECOND = Path(__file__).parent / "tests/fixtures/second"
AS_OF = date(2026, 11, 23)


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

    def problems(self) -> list[str]:
        """Return what `check` prints, with paths relative to the folder."""
        return [str(problem).replace(f"{self.folder.as_posix()}/", "") for problem in problems_in(self.folder, AS_OF)]


@pytest.fixture
def department(tmp_path: Path) -> Department:
    """Return a copy of tests/fixtures/second, in which `check` finds nothing wrong."""
    folder = tmp_path / "data"
    shutil.copytree(SECOND, folder)
    return Department(folder)
