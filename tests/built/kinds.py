"""The kinds of pages that a built site has, found in its folder, so that a new kind is tested without being listed."""

from pathlib import Path

LOOKS = [(1280, "light"), (320, "dark")]
"""A wide and a narrow window, each in a colour scheme of its own: what stands side by side and what is coloured are told apart in two visits."""


def kinds(folder: Path) -> list[str]:
    """Return addresses below `folder`: every overview, and of each collection the page with most on it."""
    pages = sorted(folder.rglob("index.html"))
    overviews = [page for page in pages if len(page.relative_to(folder).parts) <= 2]
    collections = {page.parent.parent for page in pages} - {folder, folder.parent}
    fullest = [max(c.glob("*/index.html"), key=lambda page: page.stat().st_size) for c in sorted(collections)]
    found = [page.parent.relative_to(folder).as_posix() for page in (*overviews, *fullest)]
    return ["" if path == "." else f"{path}/" for path in found] + ["404.html"]
