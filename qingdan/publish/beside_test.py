import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from .beside import FRESH, LOCK, OLD, beside, undisturbed
from .site_dir import Unfit

WORKS = """
import signal, sys, time
from pathlib import Path
from qingdan.publish.beside import FRESH, beside
signal.signal(signal.SIGTERM, signal.default_int_handler)
with beside(Path(sys.argv[1])) as folder:
    (folder / FRESH).mkdir()
    (folder / FRESH / "half.html").touch()
    print(folder, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def working(tmp_path):
    """Another process that has begun to build."""
    command = [sys.executable, "-c", WORKS, tmp_path / "site"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": "."}, **pipes) as process:
        process.stdout.readline()
        yield process
        process.kill()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_nothing_stays_when_all_went_well(tmp_path):
    with beside(tmp_path / "site") as folder:
        assert names(folder) == [LOCK]
        (folder / FRESH / "a").mkdir(parents=True)
    assert names(tmp_path) == []


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_stays_when_it_failed_not_even_the_way_there(tmp_path, failure):
    with pytest.raises(failure), beside(tmp_path / "a/b/site") as folder:
        (folder / FRESH).mkdir()
        raise failure
    assert names(tmp_path) == []


def test_nothing_stays_when_the_system_stops_it(tmp_path, working):
    assert names(tmp_path) == [".site.qingdan"]
    working.terminate()
    working.wait()
    assert names(tmp_path) == []


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path, working):
    working.kill()
    working.wait()
    assert names(tmp_path / ".site.qingdan") == [LOCK, FRESH]
    with beside(tmp_path / "site") as folder:
        assert names(folder) == [LOCK]
    assert names(tmp_path) == []


def test_a_site_that_a_killed_build_had_set_aside_is_given_back(tmp_path):
    killed = tmp_path / ".site.qingdan"
    (killed / OLD).mkdir(parents=True)
    (killed / OLD / "index.html").write_text("上一次", "utf-8")
    (killed / LOCK).touch()
    with beside(tmp_path / "site"):
        assert (tmp_path / "site/index.html").read_text("utf-8") == "上一次"
    assert names(tmp_path) == ["site"]


def test_a_folder_of_that_name_that_is_somebody_elses_stays_as_it_is(tmp_path):
    other = tmp_path / ".site.qingdan"
    (other / FRESH).mkdir(parents=True)
    (other / FRESH / "mine.txt").touch()
    with pytest.raises(Unfit, match="请把它移到别处"), beside(tmp_path / "site"):
        pass
    assert names(other / FRESH) == ["mine.txt"]


def test_the_second_waits_says_so_and_then_has_it_alone(tmp_path, capsys):
    order = []

    def build(name):
        with beside(tmp_path / "site") as folder:
            assert names(folder) == [LOCK]
            (folder / FRESH).mkdir()
            order.append(f"{name} begins")
            time.sleep(0.1)
            order.append(f"{name} ends")

    threads = [threading.Thread(target=build, args=[name]) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [begins.split()[0] for begins in order[::2]] == [ends.split()[0] for ends in order[1::2]]
    assert {what.split()[1] for what in order[::2]} == {"begins"}
    assert "等它结束" in capsys.readouterr().err
    assert names(tmp_path) == []


def test_an_engine_that_outlives_its_build_is_waited_for(tmp_path):
    engine = "import time, pathlib; time.sleep(1); pathlib.Path('done').touch()"
    works = f"""
import subprocess, sys, time
from pathlib import Path
from qingdan.publish.beside import beside
with beside(Path("site").absolute()):
    subprocess.Popen([sys.executable, "-c", {engine!r}], close_fds=False)
    print("begun", flush=True)
    time.sleep(60)
"""
    here = {**os.environ, "PYTHONPATH": os.getcwd()}  # noqa: PTH109
    with subprocess.Popen([sys.executable, "-c", works], cwd=tmp_path, env=here, stdout=subprocess.PIPE) as build:
        build.stdout.readline()
        build.kill()
        with beside(tmp_path / "site"):
            assert (tmp_path / "done").exists()


def test_a_stop_is_held_back_until_the_work_is_done():
    done = []
    with pytest.raises(KeyboardInterrupt):
        with undisturbed():
            os.kill(os.getpid(), signal.SIGINT)
            done.append("all")
        pytest.fail("not stopped")
    assert done == ["all"]
