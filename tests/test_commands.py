"""Each command has its file, and loads only what it needs itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from qingdan.commands import COMMANDS, command

ROOT = Path(__file__).parents[1]
FILES = ROOT / "qingdan/commands"
OF_OTHERS = {"docx", "icalendar", "jinja2", "markdown", "opencc", "openpyxl", "pypinyin", "selectolax", "tinycss2"}
LOADED = "import sys; from qingdan.cli import main; code = main(); print(*sys.modules); sys.exit(code)"


def test_every_command_has_its_file_and_every_file_is_a_command():
    files = {path.stem.replace("_", "-") for path in FILES.glob("*.py") if path.stem != "__init__"}
    assert files == COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_arguments_and_runs(name):
    assert callable(command(name).arguments)
    assert callable(command(name).run)


def test_check_loads_no_library_that_only_other_commands_need():
    line = [sys.executable, "-c", LOADED, "check", "--data", "tests/fixtures/second", "--as-of", "2026-11-23"]
    ran = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert OF_OTHERS.isdisjoint(ran.stdout.split())
