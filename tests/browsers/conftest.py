"""One site, served below a path, and a window of each browser that this machine has."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from conftest import FIRST, ROOT
from qingdan.publish.publish import publish
from tests.browser import served

from .chromium import old_chromium
from .firefox import PROGRAM, firefox
from .webkit import DRIVER, SCREEN, browser, webkit
from .window import Window

AS_OF = date(2026, 11, 23)
PREFIX = "a/b"
OLD = ROOT / ".venv/old-chromium"
NAMES = ("chromium-78", "chromium-109", "firefox", "webkit")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site begins."""
    root = tmp_path_factory.mktemp("served")
    with served(root) as found, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", f"{found}{PREFIX}/")
        publish(FIRST, root / PREFIX, AS_OF, lambda built: [])
        yield f"{found}{PREFIX}/"


@pytest.fixture(scope="session", params=NAMES)
def window(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window of one browser; where the machine has none of this kind, the test says so and is skipped."""
    folder = tmp_path_factory.mktemp("browser")
    with ExitStack() as stack:
        yield stack.enter_context(_started(request.param, folder))


def _started(name: str, folder: Path):
    if name.startswith("chromium"):
        program = OLD / name
        if not program.exists():
            pytest.skip(f"没有 {name}：make .venv/old-chromium 没有取到（要 npm）")
        return old_chromium(program, folder / "profile")
    if name == "firefox":
        if not PROGRAM:
            pytest.skip("没有 Firefox：这台机器上没有装")
        return firefox(folder / "profile", folder)
    program = browser()
    if not (program and DRIVER and SCREEN):
        pytest.skip("没有 WebKit：这台机器上没有装 webkit2gtk-driver 和 xvfb")
    return webkit(program)
