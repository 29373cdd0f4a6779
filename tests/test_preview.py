"""`make serve`: a fault in the data never takes the pages away."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from conftest import Department

PATIENCE = 60


@pytest.fixture
def preview(department: Department) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    own = {"DATA_DIR": str(department.folder), "SITE_URL": f"http://{host}/", "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", host],
        env=os.environ | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield f"http://{host}/tasks/"
    server.terminate()
    server.wait()


def page_when(address: str, good: Callable[[str], bool]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:
                page = answer.read().decode()
        except URLError:
            page = ""
        if good(page):
            return page
        time.sleep(0.2)
    raise AssertionError(f"not within {PATIENCE} s: {page[:2000]}")


def test_a_preview_with_a_fault_keeps_the_last_good_pages_and_tells_the_fault_until_it_is_mended(
    preview: str, department: Department
) -> None:
    tasks = "tasks/tasks.yml"
    good = page_when(preview, lambda page: "</html>" in page)
    assert 'role="alert"' not in good
    department.edit(tasks, "  名称: 旧的任务", "  名称：旧的任务")
    faulty = page_when(preview, lambda page: 'role="alert"' in page)
    place = Path(department.folder, tasks).as_posix()
    assert f"{place}:" in faulty
    assert "全角冒号" in faulty
    assert "旧的任务" in faulty, "the page of before"
    department.edit(tasks, "  名称：旧的任务", "  名称: 新的任务")
    mended = page_when(preview, lambda page: "新的任务" in page)
    assert 'role="alert"' not in mended


def test_a_page_in_preview_may_reload_itself(preview: str) -> None:
    page = page_when(preview, lambda page: "</html>" in page)
    assert "script-src 'self' 'unsafe-inline'" in page
    assert "livereload" in page
