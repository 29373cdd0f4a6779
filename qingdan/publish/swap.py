"""A folder takes another's place in one step, so that at no moment one of them is missing."""

import ctypes
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap(fresh: Path, target: Path, aside: Path) -> None:
    """Put `fresh` at `target`; what stood there ends at `fresh` or `aside`, which is absent before, on one file system.

    One step where the system can (Linux `renameat2`), else two. Raises OSError, with everything where it was.
    """
    if not target.exists():
        fresh.rename(target)
    elif not _exchanged(fresh, target):
        target.rename(aside)
        try:
            fresh.rename(target)
        except OSError:
            aside.rename(target)
            raise


def _exchanged(one: Path, other: Path) -> bool:
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
