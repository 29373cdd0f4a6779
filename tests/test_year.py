"""A year of staff work turns no test red, nor do the lists of another department."""

import os
import subprocess
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import SECOND, copy_project
from qingdan.text.dates import as_of

from .staff import Staff

ROOT = Path(__file__).parents[1]
DAY = as_of() + timedelta(days=365)
LEFT_OUT = ("test_year.py", "built/test_validity.py", "built/test_check_of_the_built_site.py")
"""These tests themselves; what takes long for programs that see no words; what damages frozen words on purpose."""


def run(project, *arguments):
    """Run pytest in a project, a year from now: it must find tests, and nothing wrong."""
    noon = datetime.combine(DAY, time(12), ZoneInfo("Asia/Shanghai"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=project,
        env={**kept, "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


@pytest.mark.live
@pytest.mark.parametrize(
    ("data", "tests"),
    [(ROOT / "data", "live or words"), (SECOND, "live")],
    ids=["the lists that are published now", "the lists of another department"],
)
def test_a_year_of_staff_work_turns_no_test_red(tmp_path, data, tests):
    project = copy_project(tmp_path / "project", data)
    (project / ".venv").symlink_to(ROOT / ".venv")
    Staff(project, DAY).work()
    run(project, "-x", "-m", f"({tests}) and not chromium", *(f"--deselect=tests/{name}" for name in LEFT_OUT))
