"""What a screen reader is told of one page of each kind: `make heard` renews the texts in tests/heard/.

A long page is kept as far as LINES; left out is where a link leads, as it is not said, and what may be chosen in a field.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from .browser import chromium, served

KEPT = Path(__file__).with_suffix("")
PAGES = {
    "home": "",
    "list": "tasks/",
    "entry": "tasks/rw-028/",
    "topics": "topics/",
    "topic": "topics/heating/",
    "reports": "reports/",
    "report": "reports/2024/",
    "laws": "laws/",
    "law": "laws/tj-heating/",
    "owners": "owners/",
    "coverage": "coverage/",
    "calendar": "calendar/",
    "search": "search/",
    "missing": "404.html",
}
FRAME = "body > .reading", "body > .md-header", ".md-tabs", "body > .footer, .md-container > .footer"
LINES = 90
LEFT_OUT = re.compile(r"^ *- (?:/url: |option ).*\n", re.M)


def heard(browser: Browser, address: str) -> Iterator[tuple[str, str]]:
    """Give each kind of page of the site at `address`, and the frame, as (name, text of roles, names and states)."""
    tab = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    for name, path in PAGES.items():
        tab.goto(f"{address}{path}")
        yield name, _told(tab, "main")
    tab.goto(f"{address}about/")
    yield "frame", "".join(_told(tab, part) for part in FRAME)
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.get_by_role("button", name="菜单", exact=True).click()
    tab.get_by_role("button", name="关闭菜单").wait_for()
    yield "menu", _told(tab, ".md-sidebar--primary")
    tab.close()


def _told(tab: Page, selector: str) -> str:
    lines = LEFT_OUT.sub("", tab.locator(selector).aria_snapshot() + "\n").splitlines(keepends=True)
    return "".join(lines[:LINES]) + ("…\n" if len(lines) > LINES else "")


def renew(site: Path) -> None:
    """Write the texts of the built `site` into KEPT."""
    with served(site) as address, chromium() as browser:
        for name, text in heard(browser, address):
            (KEPT / f"{name}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew(Path(sys.argv[1]))
