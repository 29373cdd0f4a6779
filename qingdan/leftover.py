"""What the last build left is written over by the next; only what that does not write is deleted.

MkDocs deletes everything first. That makes previews slow on ext4, which steps over each file deleted in the last
minutes when it looks for room for a new one.
"""

import shutil
from collections.abc import Set
from pathlib import Path


def hide(site: Path) -> None:
    """Move the last build out of the engine's sight, which would delete it. Raises OSError."""
    if site.exists():
        shutil.rmtree(_hidden(site), ignore_errors=True)
        site.rename(_hidden(site))


def show(site: Path) -> None:
    """Move the last build back. Raises OSError."""
    if _hidden(site).exists():
        _hidden(site).rename(site)


def drop(site: Path, names: Set[str]) -> None:
    """Delete all files but those named by their paths, and the folders left empty. Raises OSError."""
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in names:
            path.unlink()


def _hidden(site: Path) -> Path:
    return site.with_name(f"{site.name}.last")
