"""A site whose generated pages are made by several processes: the same bytes, and refused for whatever one of them says."""

import re
import subprocess
import sys

import pytest

from conftest import FIRST, contents, copy_project

RUN = """
import os, sys
from qingdan.cli import main
os.cpu_count = lambda: int(sys.argv[1])
os.register_at_fork(after_in_parent=lambda: print("一个进程"))
sys.exit(main(["build", "--as-of", "2026-11-23", "--data", sys.argv[2], "--site-dir", sys.argv[3]]))
"""


def build(folder, site, processors):
    command = [sys.executable, "-c", RUN, str(processors), FIRST, site]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_one_process_and_several_make_the_same_bytes(tmp_path):
    alone, together = (build(".", tmp_path / f"{processors}", processors) for processors in (1, 3))
    assert (alone.returncode, together.returncode) == (0, 0), alone.stderr + together.stderr
    assert alone.stdout.count("一个进程") == 0 < together.stdout.count("一个进程")
    assert contents(tmp_path / "3") == contents(tmp_path / "1")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("overrides/generated.html", "{{ framed() }}", "{{ framed() }}{{ 页.没有 }}"),
        ("macros.py", '    page.content = ""\n', '    page.content = ""\n    log.warning("页有问题：%s", page.url)\n'),
    ],
    ids=["an error", "a warning"],
)
def test_what_goes_wrong_in_another_process_is_told_and_no_site_is_put_in_place(tmp_path, file, old, new):
    project = copy_project(tmp_path / "project")
    text = (project / file).read_text("utf-8")
    assert text.count(old) == 1
    (project / file).write_text(text.replace(old, new), "utf-8")
    run = build(project, tmp_path / "site", 2)
    assert run.returncode == 1
    assert re.search(r"Error building page 'publicity/pf-001\.md': .*页", run.stderr)
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site").exists()
