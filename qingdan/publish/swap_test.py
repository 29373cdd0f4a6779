import os
import sys
import threading
from pathlib import Path

import pytest

from . import swap as module
from .swap import swap


@pytest.fixture
def folders(tmp_path):
    for name in ("site", "fresh"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    return tmp_path / "fresh", tmp_path / "site", tmp_path / "aside"


@pytest.fixture(params=["in one step", "in two steps"])
def step(request, monkeypatch):
    if request.param == "in two steps":
        monkeypatch.setattr(module, "_exchanged", lambda one, other: False)


def said(folder):
    return (folder / "index.html").read_text(encoding="utf-8")


def test_the_fresh_folder_is_in_place_and_the_old_one_still_somewhere(folders, step):
    fresh, site, aside = folders
    swap(fresh, site, aside)
    assert said(site) == "fresh"
    assert [said(folder) for folder in (fresh, aside) if folder.exists()] == ["site"]


def test_where_nothing_stood_the_fresh_folder_stands(folders):
    fresh, site, aside = folders
    swap(fresh, site.with_name("first"), aside)
    assert said(site.with_name("first")) == "fresh"
    assert sorted(path.name for path in site.parent.iterdir()) == ["first", "site"]


@pytest.mark.parametrize("failing", ["site", "fresh"])
def test_a_step_that_fails_is_taken_back(folders, monkeypatch, failing):
    monkeypatch.setattr(module, "_exchanged", lambda one, other: False)
    really = Path.rename

    def rename(self, target):
        if self.name == failing:
            raise OSError(16, "busy", str(self))
        return really(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="busy"):
        swap(*folders)
    assert {path.name: said(path) for path in folders[0].parent.iterdir()} == {"site": "site", "fresh": "fresh"}


@pytest.mark.skipif(sys.platform != "linux", reason="只有 Linux 能一步对调")
def test_at_no_moment_is_the_site_missing(folders):
    missing, done = [], threading.Event()

    def watch():
        while not done.is_set():
            if not os.path.exists(folders[1] / "index.html"):  # noqa: PTH110
                missing.append(1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(3000):
        swap(*folders)
    done.set()
    watcher.join()
    assert missing == []
