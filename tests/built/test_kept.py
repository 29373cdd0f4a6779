"""What is kept from one build to the next never shows: without it, with it new and with it old, the bytes are the same."""

import os
import subprocess
import sys

from conftest import SECOND, contents, copy_project


def build(project, site):
    command = [sys.executable, "-m", "qingdan", "build", "--as-of", "2026-11-23", "--data", SECOND, "--site-dir", site]
    run = subprocess.run(command, cwd=project, env=os.environ, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return contents(site)


def test_a_build_with_a_warm_a_cold_a_damaged_and_no_folder_gives_the_same_bytes(tmp_path):
    project = copy_project(tmp_path / "project")
    (project / ".cache").write_bytes(b"")
    without = build(project, tmp_path / "without")
    (project / ".cache").unlink()
    assert build(project, tmp_path / "cold") == without
    kept = [*(project / ".cache/qingdan").iterdir()]
    assert kept
    assert build(project, tmp_path / "warm") == without
    for file in kept:
        file.write_bytes(file.read_bytes()[:-1])
    assert build(project, tmp_path / "damaged") == without
