"""What the tests in a browser share: Playwright runs once in a process."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import PATIENCE, chromium

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as running:
        yield running


@pytest.fixture
def printed(browser: Browser) -> Callable[..., bytes]:
    """Return a function: the HTML of a body → a PDF, as Chromium prints it."""

    def printed(body: str, **options: object) -> bytes:
        page = browser.new_page()
        page.set_content(f"<meta charset=utf-8><body style='font-size:12pt'>{body}")
        content = page.pdf(format="A4", **options)
        page.close()
        return content

    return printed
