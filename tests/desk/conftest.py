"""One site with a desk, built from tests/fixtures/second and served below a path, and a Chromium in which a clerk works at it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from conftest import AS_OF, ROOT, SECOND
from qingdan.desk.pack import present
from tests.browser import served, watched

from .clerk import Clerk
from .here import answer_here

RUNTIME = ROOT / ".venv/desk"
PREFIX = "a/b"
NOON = datetime(AS_OF.year, AS_OF.month, AS_OF.day, 4, tzinfo=UTC)
PATIENCE = 120_000
"""Milliseconds in which the desk's Python has started, on two cores that run other tests too."""
MISSING = "没有编辑台用的 Python：.ci/desk 没有取到"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and what reads pages with words of docs/ in them."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            names = getattr(item, "fixturenames", ())
            for fixture, mark in (("folder", "words"), ("browser", "chromium")):
                if fixture in names:
                    item.add_marker(mark)


def built_with_desk(data: Path, folder: Path, address: str) -> Path:
    """Build a site with its desk as the workflow does. Out: the folder of the site."""
    command = [sys.executable, "-m", "qingdan", "build", "--as-of", AS_OF.isoformat()]
    told = {"DESK_DIR": str(RUNTIME), "GITHUB_REPOSITORY": "example/qingdan", "SITE_URL": address}
    subprocess.run(
        [*command, "--data", data, "--site-dir", folder],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **told}, check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is served; the site stands below it in PREFIX."""
    if not present(RUNTIME):
        pytest.skip(MISSING)
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def address(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield f"{found}{PREFIX}/"


@pytest.fixture(scope="session")
def folder(root: Path, address: str) -> Path:
    return built_with_desk(SECOND, root / PREFIX, address)


@pytest.fixture
def context(browser: Browser, address: str, folder: Path) -> Iterator[BrowserContext]:
    """A browser in which nobody has been yet, on the day of the site."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, locale="zh-CN")
    made.clock.set_fixed_time(NOON)
    yield made
    made.close()


@pytest.fixture
def clerk(context: BrowserContext, address: str, data: Path) -> Iterator[Clerk]:
    """Somebody at the desk, to whom nothing may go wrong and from whose browser no other host may be asked."""
    tab = context.new_page()
    tab.set_default_timeout(PATIENCE)
    faults = watched(tab, address)
    yield Clerk(tab, data)
    assert faults == []


@pytest.fixture
def answered_here(context: BrowserContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this Python answer the page; that the browser's says the same is for test_same_as_here to show."""
    answer_here(context, SECOND, monkeypatch)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data that the site was built from, as the repository has it."""
    return shutil.copytree(SECOND, tmp_path / "repository", ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
