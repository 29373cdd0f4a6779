"""What is printed may find no reader, no room or no place: every command ends without a traceback, and what is done is done."""

import os
import subprocess
import sys

import pytest

from conftest import AS_OF, SECOND
from qingdan.cli import main

MISTAKES = SECOND.parent / "mistakes/data"
DAY = ("--as-of", AS_OF.isoformat())
COMMANDS = {
    "help": (0, "--help"),
    "a wrong command": (2, "chekc"),
    "check": (0, "check", "--data", str(SECOND), *DAY),
    "check as JSON": (1, "check", "--data", str(MISTAKES), "--format", "json", *DAY),
}
"""Commands, each with the status that it ends with when it is read."""
READER_LEFT = 141


def run(command, **streams):
    """Run a command. Out: what came of it; what is not given is captured."""
    captured = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment["DATA_DIR"] = str(SECOND)
    line = [sys.executable, "-m", "qingdan", *command]
    return subprocess.run(line, **captured, text=True, encoding="utf-8", env=environment, check=False)


@pytest.fixture
def gone():
    """The end of a pipe that nobody reads any longer, as after `| head -1`."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("streams", [("stdout",), ("stdout", "stderr")], ids=" and ".join)
def test_without_a_reader_it_ends_quietly(gone, name, streams):
    status, *command = COMMANDS[name]
    ended = run(command, **dict.fromkeys(streams, gone))
    assert ended.returncode in (status, READER_LEFT)
    for said in (ended.stdout, ended.stderr):
        assert not said or ("Traceback" not in said and "Exception" not in said)


def test_with_nobody_reading_the_status_says_so(gone):
    assert run(COMMANDS["check as JSON"][1:], stdout=gone).returncode == READER_LEFT


def test_what_is_done_is_done_though_nobody_reads_of_it(department, gone):
    command = ("retire", "RW-001", "--reason", "不再做。", "--data", str(department.folder), *DAY)
    assert run(command, stderr=gone).returncode == READER_LEFT
    assert main(["check", "--data", str(department.folder), *DAY]) == 0
    assert "不再做。" in (department.folder / "tasks/tasks.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["help", "check as JSON"])
def test_without_room_for_the_output_that_is_said(name):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ended = run(COMMANDS[name][1:], stdout=full)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1] == "磁盘满了；请腾出空间再运行一次"


@pytest.mark.parametrize("name", COMMANDS)
def test_with_output_closed_from_the_start_it_runs_as_ever(name):
    status, *command = COMMANDS[name]
    line = ["sh", "-c", '"$0" -m qingdan "$@" >&-', sys.executable, *command]
    environment = os.environ | {"DATA_DIR": str(SECOND)}
    ended = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert ended.returncode == status
    assert "Traceback" not in ended.stderr
