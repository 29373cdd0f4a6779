"""A folder beside the one to be replaced: one build at a time works in it, and nothing of it stays.

A build that is killed leaves it behind; the next one gives back what was set aside and clears the rest.
"""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .site_dir import Unfit

if sys.platform != "win32":
    import fcntl

LOCK, FRESH, OLD = "lock", "new", "old"
"""What lies in it: the lock, which comes first and goes last; the site being built; the old one while they change."""


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Lend the folder beside `target` to one build, alone; another waits, and says so.

    Raises OSError where none can be made, Unfit where that name is somebody else's.
    """
    folder = target.with_name(f".{target.name}.qingdan")
    absent = [parent for parent in target.parents if not parent.exists()]
    lock = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        while lock is None:
            lock = _locked(folder)
        if (folder / OLD).exists() and not target.exists():
            (folder / OLD).rename(target)
        _clear(folder)
        yield folder
    finally:
        with undisturbed():
            if lock is not None:
                _clear(folder)
                with suppress(OSError):  # Windows deletes no open file; the next build takes the lock it finds
                    if [*folder.iterdir()] == [folder / LOCK]:
                        (folder / LOCK).unlink()
                os.close(lock)
            for made in (folder, *absent):
                with suppress(OSError):
                    made.rmdir()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back whatever would break this off (Ctrl+C, a stop by the system) until it is done."""
    if threading.current_thread() is not threading.main_thread():  # which alone they break off
        yield
        return
    held: list[int] = []
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda which, _: held.append(which)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if held:
        raise KeyboardInterrupt


def _locked(folder: Path) -> int | None:
    """Return the lock of `folder`, both made where absent; None when it went away meanwhile. Raises as `beside`.

    Programs that this one starts hold the lock too: an engine that outlives its build still writes there.
    """
    folder.mkdir(exist_ok=True)
    there = [*folder.iterdir()]
    if there and folder / LOCK not in there:
        raise Unfit(f"{folder} 不是本程序的，却占着生成网站要用的名字。什么都没有动；请把它移到别处")
    try:
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT)
    except FileNotFoundError:
        return None
    if sys.platform != "win32":
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"另一个程序正在同一个位置生成网站，等它结束……（{folder}）", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
    with suppress(FileNotFoundError):
        if os.path.samestat(os.fstat(lock), (folder / LOCK).stat()):
            os.set_inheritable(lock, True)
            return lock
    os.close(lock)
    return None


def _clear(folder: Path) -> None:
    for name in (FRESH, OLD):
        shutil.rmtree(folder / name, ignore_errors=True)
