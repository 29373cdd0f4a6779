import os
import sys
import threading

import pytest

from . import swap as module
from .swap import swap


@pytest.fixture
def folders(tmp_path):
    for name in ("site", ".site.new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    return tmp_path / "site", tmp_path / ".site.new"


@pytest.mark.parametrize("in_one_step", [True, False])
def test_both_folders_have_changed_places(folders, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(module, "_exchanged", lambda one, other: False)
    swap(*folders)
    site, new = folders
    assert (site / "index.html").read_text(encoding="utf-8") == ".site.new"
    assert (new / "index.html").read_text(encoding="utf-8") == "site"
    assert sorted(path.name for path in site.parent.iterdir()) == [".site.new", "site"]


@pytest.mark.skipif(sys.platform != "linux", reason="只有 Linux 能一步对调")
def test_at_no_moment_is_the_site_missing(folders):
    missing, done = [], threading.Event()

    def watch():
        while not done.is_set():
            if not os.path.exists(folders[0] / "index.html"):  # noqa: PTH110
                missing.append(1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(3000):
        swap(*folders)
    done.set()
    watcher.join()
    assert missing == []
