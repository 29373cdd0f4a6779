"""A change to a data folder: tried on a copy, then made whole or not at all."""

from datetime import date
from pathlib import Path

import pytest

from qingdan.edit.change import make, problems_after

DAY = date(2026, 11, 23)
TASKS, MORE = Path("tasks/tasks.yml"), Path("tasks/more.yml")


def test_problems_of_a_change_are_told_with_the_paths_of_the_folder(department):
    before = department.files()
    [problem] = problems_after(department.folder, {MORE: b"- \xe7\xbc\x96\xe5\x8f\xb7\n"}, DAY)
    assert problem.place.path == (department.folder / MORE).as_posix()
    assert department.files() == before


def test_a_change_without_problems_has_none(department):
    same = (department.folder / TASKS).read_bytes() + b"# \xe5\xae\x8c\n"
    assert problems_after(department.folder, {TASKS: same}, DAY) == []


def test_all_files_of_a_change_are_put_in_place(department):
    make(department.folder, {TASKS: b"one", Path("new/more.yml"): b"two"})
    assert (department.folder / TASKS).read_bytes() == b"one"
    assert (department.folder / "new/more.yml").read_bytes() == b"two"
    assert not list(department.folder.rglob(".*"))


def test_nothing_is_changed_when_one_file_cannot_be_written(department):
    (department.folder / "tasks/.more.yml.new").mkdir()
    before = department.files()
    with pytest.raises(OSError):
        make(department.folder, {TASKS: b"one", MORE: b"two"})
    assert department.files() == before


def test_a_file_keeps_its_permissions(department):
    path = department.folder / TASKS
    path.chmod(0o640)
    make(department.folder, {TASKS: b"one"})
    assert path.stat().st_mode & 0o777 == 0o640
