"""A change to a data folder: tried in memory, then made whole or not at all, whatever fails at whatever moment."""

import errno
import os
import shutil
import signal
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from conftest import contents
from qingdan.edit.journal import HalfDone, make, recover
from qingdan.site.check import problems_in
from qingdan.source.files import JOURNAL

from .faults import ALL, Fault, Killed, during, raising

DAY = date(2026, 11, 23)
TASKS, MORE, DEEP = Path("tasks/tasks.yml"), Path("tasks/more.yml"), Path("new/more.yml")
CHANGE = {TASKS: b"one", DEEP: b"two", Path("site.yml"): b"three", MORE: b"four"}
MOMENTS = 200
"""More than a change has."""


@pytest.fixture(autouse=True)
def _goes_on(monkeypatch):
    """`make` switches Ctrl-C off for the rest of the program, and waits for the disk; the tests do not."""
    monkeypatch.setattr("os.fsync", lambda _file: None)
    yield
    signal.signal(signal.SIGINT, signal.default_int_handler)


OLD = {"tasks/tasks.yml": b"1", "site.yml": b"3", "kept.yml": b"0"}
NEW = {**OLD, **{path.as_posix(): content for path, content in CHANGE.items()}}


@pytest.fixture
def folder(tmp_path):
    """A folder small enough to be made anew for every moment."""
    return tmp_path / "data"


def at_every_moment(folder, happens, later=None):
    """Yield each moment of a change at which something happens, until nothing does; the folder is as before each time."""
    for at in range(1, MOMENTS):
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in OLD.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        yield (fault := Fault(happens, at, later=later))
        if not fault.fired:
            return
    raise AssertionError(f"a change has more than {MOMENTS} moments")


def made(folder, *breaks):
    """Make the change. Out: was it made, or did it break off in one of these ways."""
    try:
        make(folder, CHANGE)
    except breaks:
        return False
    return True


def test_problems_of_a_change_are_told_with_the_paths_of_the_folder_and_nothing_is_written(department, unchanged):
    [problem] = problems_in(department.folder, DAY, {MORE: b"- \xe7\xbc\x96\xe5\x8f\xb7\n"})
    assert problem.place.path == (department.folder / MORE).as_posix()


def test_a_change_without_problems_has_none(department):
    same = (department.folder / TASKS).read_bytes() + b"# \xe5\xae\x8c\n"
    assert problems_in(department.folder, DAY, {TASKS: same}) == []


def test_a_change_is_tried_without_a_file_being_written_anywhere(department, monkeypatch):
    monkeypatch.setattr("qingdan.source.outline._reader", [])  # of what a command keeps for the next one
    with during(Fault(raising(OSError(errno.ENOSPC, "")))) as fault:
        problems_in(department.folder, DAY, {MORE: b"x", Path("reports/2026.txt"): b"x", Path("stray.txt"): b"x"})
    assert not fault.fired


def test_files_that_a_change_adds_are_read_and_strangers_among_them_are_named(department):
    text = (department.folder / "reports/2025.txt").read_bytes()
    found = problems_in(department.folder, DAY, {Path("reports/2024.txt"): text, Path("stray.txt"): b"x"})
    assert {Path(problem.place.path).name for problem in found} == {"2024.txt", "stray.txt"}


def test_all_files_of_a_change_are_put_in_place_and_nothing_else_stays(department):
    before = department.files()
    make(department.folder, CHANGE)
    assert department.files() == {**before, **{path.as_posix(): content for path, content in CHANGE.items()}}
    assert not list(department.folder.rglob(".*"))


def test_whatever_fails_all_files_are_old_and_nothing_stays(folder):
    for fault in at_every_moment(folder, raising(OSError(errno.ENOSPC, ""))):
        try:
            with during(fault):
                make(folder, CHANGE)
        except OSError as error:
            assert (error.errno, JOURNAL in str(error.filename)) == (errno.ENOSPC, False)
            assert contents(folder) == OLD
            assert sorted(path.name for path in folder.iterdir()) == ["kept.yml", "site.yml", "tasks"]
        else:
            assert NEW.items() <= contents(folder).items()


def test_what_goes_on_failing_is_undone_or_told_and_undone_later(folder):
    told = 0
    for fault in at_every_moment(folder, raising(OSError(errno.EROFS, "")), later=ALL):
        try:
            with during(fault):
                make(folder, CHANGE)
        except HalfDone:
            told += 1
        except OSError:
            assert OLD.items() <= contents(folder).items()
        else:
            assert NEW.items() <= contents(folder).items()
            continue
        recover(folder)
        assert contents(folder) == OLD
    assert told


def test_killed_at_any_moment_the_folder_is_whole_or_refused_and_the_next_command_puts_it_back(folder):
    half = 0
    for fault in at_every_moment(folder, raising(Killed()), later=ALL):
        with during(fault):
            made(folder, Killed)
        if {path: content for path, content in contents(folder).items() if not path.startswith(JOURNAL)} not in (
            OLD,
            NEW,
        ):
            half += 1
            [problem] = problems_in(folder, DAY)
            assert "上次写到一半断了" in problem.message
        recover(folder)
        assert contents(folder) in (OLD, NEW)
        make(folder, CHANGE)
        assert contents(folder) == NEW
    assert half >= len(CHANGE) - 1


def test_killed_while_it_is_undone_it_is_undone_by_the_next_command(folder):
    for fault in at_every_moment(folder, raising(Killed()), later=ALL):
        with during(Fault(raising(Killed()), len(CHANGE), "os.rename", later=ALL)):
            assert not made(folder, Killed)
        with during(fault), suppress(Killed):
            recover(folder)
        recover(folder)
        assert contents(folder) == OLD


def test_an_interrupt_leaves_all_old_or_comes_too_late(folder):
    seen = set()
    for fault in at_every_moment(folder, lambda _: os.kill(os.getpid(), signal.SIGINT)):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with during(fault):
            done = made(folder, KeyboardInterrupt)
        assert contents(folder) == (NEW if done else OLD)
        seen.add(done)
    assert seen == {True, False}


def test_a_file_keeps_its_permissions_changed_or_not(department):
    path = department.folder / TASKS
    path.chmod(0o640)
    with during(Fault(raising(OSError(errno.EROFS, "")), 2, "os.rename")), pytest.raises(OSError):
        make(department.folder, CHANGE)
    assert path.stat().st_mode & 0o777 == 0o640
    make(department.folder, CHANGE)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_may_not_be_written_is_not_replaced(department, monkeypatch, unchanged):
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK and Path(path).exists())
    with pytest.raises(PermissionError) as refused:
        make(department.folder, CHANGE)
    assert refused.value.filename == str(department.folder / TASKS)


def test_a_link_stays_and_the_file_behind_it_changes(tmp_path):
    (tmp_path / "kept.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("kept.txt")
    make(tmp_path, {Path("link.txt"): b"new"})
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "kept.txt").read_bytes() == b"new"


def test_nothing_outside_of_the_folder_is_changed_or_undone(tmp_path):
    folder, kept = tmp_path / "data", tmp_path / "kept"
    (folder / JOURNAL / "started").mkdir(parents=True)
    kept.mkdir()
    (kept / "file.txt").write_bytes(b"old")
    (folder / "link").symlink_to(kept)
    with pytest.raises(HalfDone):
        for kind in ("old", "none"):
            (folder / JOURNAL / kind / "link").mkdir(parents=True)
            (folder / JOURNAL / kind / "link/file.txt").write_bytes(b"foreign")
        recover(folder)
    (folder / JOURNAL / "started").rmdir()
    with pytest.raises(OSError):
        make(folder, {Path("link/file.txt"): b"new"})
    assert contents(kept) == {"file.txt": b"old"}


def test_hidden_files_are_no_data(department):
    (department.folder / "tasks/.#tasks.yml").symlink_to("somebody@somewhere.1234")
    for path in (".more.yml", "tasks/.more.yml", "tasks/.more.yml.new", f"{JOURNAL}/new/tasks/tasks.yml"):
        (department.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (department.folder / path).write_bytes(b"\t: - nothing that can be read\n")
    assert department.problems() == []


def test_the_journal_is_never_committed():
    assert f"{JOURNAL}/" in Path(__file__).parents[1].joinpath(".gitignore").read_text(encoding="utf-8").splitlines()
