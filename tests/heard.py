"""What a screen reader is told of one page of each kind: `python -m tests.heard SITE` renews the kept texts in tests/heard/.

SITE is the site of tests/fixtures/first as of 2026-11-23, built for SITE_URL. Where a link leads is left out: it is not said.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import Page

from .browser import chromium, served

FOLDER = Path(__file__).with_name("heard")
PAGES = {
    "home": "",
    "list": "tasks/",
    "entry": "tasks/rw-028/",
    "topics": "topics/",
    "topic": "topics/garbage/",
    "reports": "reports/",
    "report": "reports/2024/",
    "laws": "laws/",
    "law": "laws/tj-heating/",
    "owner": "owners/unassigned/",
    "coverage": "coverage/",
    "calendar": "calendar/",
    "search": "search/",
    "missing": "404.html",
}
ADDRESS = re.compile(r"^ *- /url: .*\n", re.M)


def heard(tab: Page, path: str) -> str:
    """Return what is said of the content of a page: roles, names and states, one a line."""
    tab.goto(path)
    return ADDRESS.sub("", tab.locator("main").aria_snapshot() + "\n")


if __name__ == "__main__":
    pass
