"""What the last build left is written over by the next; only what that does not write is deleted.

MkDocs deletes everything first. That makes previews slow on ext4, which steps over each file deleted in the last
minutes when it looks for room for a new one.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path


def hide(site: Path) -> None:
    """Move the last build out of the engine's sight, which would delete it. Raises OSError."""
    if site.exists():
        shutil.rmtree(_hidden(site), ignore_errors=True)
        site.rename(_hidden(site))


def show(site: Path) -> set[str]:
    """Move the last build back and return the paths of its files; none where there was no build. Raises OSError."""
    if not _hidden(site).exists():
        return set()
    _hidden(site).rename(site)
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def drop(site: Path, names: Iterable[str]) -> None:
    """Delete the files named by their paths, and the folders left empty. Raises OSError."""
    for name in names:
        path = site / name
        path.unlink()
        folder = path.parent
        while folder != site and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _hidden(site: Path) -> Path:
    return site.with_name(f"{site.name}.last")
