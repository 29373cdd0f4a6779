"""A window of a browser: what the promises ask of it, whichever browser it is."""

from typing import Any, Protocol


class Failed(Exception):
    """The browser could not do it."""


class Window(Protocol):
    """One window. A script is the body of an async function; what it returns must be JSON. All raise Failed."""

    name: str
    """The browser and its version."""

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page is loaded."""

    def run(self, script: str, *arguments: object) -> Any:
        """Return what a script returns in the page."""

    def back(self) -> None:
        """Go back to the page before."""

    def size(self, width: int, height: int) -> None:
        """Make the page so large, in CSS pixels."""

    def picture(self) -> bytes:
        """Return what is seen, as PNG."""
