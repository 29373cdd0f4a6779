"""What axe finds in the words of a page, up to WCAG's level AAA."""

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TO_AAA = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def axe_in_main(tab: Page) -> AxeResults:
    """Return what axe finds below `#main` of a page as it stands."""
    return Axe().run(tab, context={"include": [["#main"]]}, options=TO_AAA)
