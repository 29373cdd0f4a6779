"""What the tests in a browser share: Playwright runs once in a process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import PATIENCE, chromium

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as running:
        yield running
