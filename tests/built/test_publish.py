"""A bad build never replaces a good site; the same input gives the same bytes; another department builds too."""

import filecmp
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from conftest import SECOND, copy_project


def build(data, site, cwd=None, umask=-1, **environment):
    command = [sys.executable, "-m", "qingdan", "build", "--as-of", "2026-11-23", "--data", data, "--site-dir", site]
    settings = {**os.environ, "SITE_URL": "http://127.0.0.1/", **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings, cwd=cwd, umask=umask)


def same(one, other):
    found = filecmp.dircmp(one, other)
    if found.left_only or found.right_only or found.funny_files:
        return False
    _, differ, errors = filecmp.cmpfiles(one, other, found.common_files, shallow=False)
    return not (differ or errors) and all(same(one / name, other / name) for name in found.common_dirs)


@pytest.fixture(scope="module")
def second(tmp_path_factory):
    site = tmp_path_factory.mktemp("second") / "site"
    run = build(SECOND, site)
    assert run.returncode == 0, run.stderr
    return site


def test_a_second_department_builds_with_the_same_code(second):
    home = (second / "index.html").read_text(encoding="utf-8")
    assert "示例区水务局法治责任清单" in home
    assert "能不能擅自接管？" in home
    everything = "".join(path.read_text(encoding="utf-8") for path in second.rglob("*.html"))
    assert "南开" not in everything
    for path in ("tasks/rw-004", "publicity/pf-002", "laws/old-water-rules", "owners/legal", "reports/2025"):
        assert (second / path / "index.html").is_file()


def test_the_same_data_gives_the_same_bytes_anywhere_to_anyone(second, tmp_path):
    copy = copy_project(tmp_path / "elsewhere")
    other = {"TZ": "America/New_York", "PYTHONHASHSEED": "7", "LANG": "C.UTF-8", "USER": "other", "HOME": str(tmp_path)}
    run = build(SECOND, tmp_path / "site", cwd=copy, umask=0o077, **other)
    assert run.returncode == 0, run.stderr
    assert same(second, tmp_path / "site")


def next_day(site, **environment):
    """Return the command and the environment of a build for the day after, whose pages all differ."""
    command = [sys.executable, "-m", "qingdan", "build", "--as-of", "2026-11-24", "--data", SECOND, "--site-dir", site]
    return {"args": command, "env": {**os.environ, "SITE_URL": "http://127.0.0.1/", **environment}}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The site of the day after, and how many seconds it takes to build."""
    site = tmp_path_factory.mktemp("whole") / "site"
    start = time.monotonic()
    subprocess.run(**next_day(site), capture_output=True, check=True)
    return site, time.monotonic() - start


BROKEN_OFF = (
    (signal.SIGINT, 0.4),
    (signal.SIGINT, 0.9),
    (signal.SIGTERM, 0.1),
    (signal.SIGTERM, 0.7),
    (signal.SIGKILL, 0.7),
    (signal.SIGKILL, 0.9),
    (signal.SIGKILL, 0.98),
)
"""How a build is ended, and after which share of the time that it takes."""


def test_builds_that_are_broken_off_leave_a_whole_site_and_nothing_in_the_way_of_the_next(second, whole, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(second, site)
    finished, seconds = whole
    pipes = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    for how, share in BROKEN_OFF:
        with subprocess.Popen(**next_day(site), **pipes, start_new_session=True) as running:
            time.sleep(seconds * share)
            os.killpg(running.pid, how)
            said = running.communicate()[1].decode()
        assert same(second, site) or same(finished, site), (how, share)
        assert "Traceback" not in said, (how, share)
        if how != signal.SIGKILL:
            assert [path.name for path in tmp_path.iterdir()] == ["site"], (how, share)
    assert build(SECOND, site).returncode == 0
    assert same(second, site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_before_its_engine_is_done_does_not_get_into_the_next(second, whole, tmp_path):
    site = tmp_path / "site"
    with subprocess.Popen(**next_day(site), stderr=subprocess.DEVNULL) as running:
        time.sleep(whole[1] * 0.6)
        running.kill()
    assert build(SECOND, site).returncode == 0
    assert same(second, site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_into_one_folder_come_one_after_the_other(second, whole, tmp_path):
    site = tmp_path / "site"
    with subprocess.Popen(**next_day(site), stderr=subprocess.PIPE) as other:
        run = build(SECOND, site)
        said = other.communicate()[1].decode()
    assert (run.returncode, other.returncode) == (0, 0)
    assert "另一个程序正在同一个位置生成网站，等它结束" in said + run.stderr
    assert same(whole[0], site) if "等它结束" in said else same(second, site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_bad_data_is_refused_in_chinese_and_the_last_site_stays(second, tmp_path):
    site, data = tmp_path / "site", tmp_path / "data"
    shutil.copytree(second, site)
    shutil.copytree(SECOND, data, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    tasks = data / "tasks" / "tasks.yml"
    tasks.write_text(tasks.read_text(encoding="utf-8").replace("状态: 长期坚持", "状态: 常期坚持"), encoding="utf-8")
    run = build(data, site)
    assert run.returncode == 1
    assert "tasks.yml:14:11: 词表: “状态”没有“常期坚持”，最接近的是“长期坚持”" in run.stderr
    assert "Traceback" not in run.stderr
    assert same(second, site)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_the_preview_says_what_is_wrong_with_the_data_without_a_traceback(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(SECOND, data, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    (data / "tasks" / "tasks.yml").write_text("- 编号: RW-001\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", tmp_path / "site"]
    environment = {**os.environ, "DATA_DIR": str(data), "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert run.returncode == 1
    assert "tasks.yml:1:3: 条目写法: 缺少“名称”，请补上“名称: …”" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\nrender_macros: true\n---\n\n# 坏\n\n{{ law_lst() }}\n",
            "页面写法: 没有“law_lst”可用，最接近的是“law_list”",
        ),
        ("---\nrender_macros: true\n---\n\n# 坏\n\n{{ law_list( }}\n", "页面写法: “{{ }}”"),
        (
            "---\nrender_macros: true\n---\n\n# 坏\n\n{{ entry_page('RW-999') }}\n",
            "bad.md:7:1: 页面写法: “entry_page”找不到“RW-999”",
        ),
        ("---\ntitle: 坏\ndescription: 坏的。\n---\n\n# 坏\n\n[没有](missing.md)\n", "missing.md"),
        ("---\ntitle: 坏\ndescription: 坏的。\n---\n\n# 坏\n\n[没有](about.md#nowhere)\n", "#nowhere"),
    ],
)
def test_a_bad_hand_written_page_is_refused_and_the_last_site_stays(second, tmp_path, text, message):
    project, site = copy_project(tmp_path / "project"), tmp_path / "site"
    shutil.copytree(second, site)
    (project / "docs" / "bad.md").write_text(text, encoding="utf-8")
    run = build(SECOND, site, cwd=project)
    assert run.returncode == 1
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert "仍是上一次的网站" in run.stderr
    assert same(second, site)
