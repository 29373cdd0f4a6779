"""A build over an earlier one: written over, not made anew; what is left over is deleted; nothing is lost on refusal."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SECOND, contents
from qingdan.leftover import drop, hide, show


def mkdocs(site, data=SECOND):
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", site]
    environment = {**os.environ, "DATA_DIR": str(data), "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    site = tmp_path_factory.mktemp("built") / "site"
    run = mkdocs(site)
    assert run.returncode == 0, run.stderr
    return site


@pytest.fixture
def site(built, tmp_path):
    return Path(shutil.copytree(built, tmp_path / "site"))


def test_a_second_build_in_the_same_folder_gives_what_the_first_gave(built, site):
    (site / "tasks/rw-999").mkdir()
    (site / "tasks/rw-999/index.html").write_text("一条删去的", "utf-8")
    (site / "data/old.json").write_text("{}", "utf-8")
    (site / "index.html").write_text("旧的" * 100_000, "utf-8")
    assert mkdocs(site).returncode == 0
    assert contents(site) == contents(built)
    assert not (site / "tasks/rw-999").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_files_are_written_over_not_made_anew(site):
    """On ext4, making files anew took half a second longer each time."""
    pages = [
        site / "index.html",
        site / "tasks/rw-001/index.html",
        site / "data/v1/tasks.json",
        site / "assets/site.css",
    ]
    before = [page.stat().st_ino for page in pages]
    assert mkdocs(site).returncode == 0
    assert [page.stat().st_ino for page in pages] == before


def test_refused_data_leave_the_folder_as_it_was(site, department):
    department.edit("tasks/tasks.yml", "状态: 长期坚持", "状态: 常期坚持")
    before = contents(site)
    assert mkdocs(site, department.folder).returncode == 1
    assert contents(site) == before


def test_what_is_named_goes_with_the_folders_left_empty(tmp_path):
    for name in ("a/b.html", "a/c.html", "d/e/f.html", "g.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    drop(tmp_path, {"a/c.html", "d/e/f.html"})
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["a", "a/b.html", "g.html"]


def test_a_build_broken_off_between_hiding_and_showing_loses_nothing(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("上一次", "utf-8")
    hide(site)
    hide(site)
    show(site)
    assert contents(site) == {"index.html": "上一次".encode()}


def test_the_first_build_finds_nothing_to_keep(tmp_path):
    hide(tmp_path / "site")
    show(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
