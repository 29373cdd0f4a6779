"""A change put in place: all its files or none, whatever fails and whenever the program is killed.

The new contents and the old ones are first written into a hidden folder, the journal. Then the new ones take the places
of the old. Should that break off, the journal holds what is needed to undo it, at once or by the next command.
"""

import errno
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..source.files import JOURNAL, STARTED, NewFiles, half_done

_NEW, _OLD, _NONE = (Path(JOURNAL, name) for name in ("new", "old", "none"))


class HalfDone(OSError):
    """Some files are new and some are old, and the system does not let it be undone now; `recover` can later."""


def make(folder: Path, change: NewFiles) -> None:
    """Put the files of `change` in place below `folder`, made where there is none.

    From the first replaced file on, Ctrl-C comes too late for this program. Raises OSError, nothing changed; HalfDone.
    """
    if not change:
        return
    with _naming(folder):
        folder.mkdir(parents=True, exist_ok=True)
    recover(folder)
    try:
        for path, content in change.items():
            with _naming(folder / path):
                _prepare(folder, path, content)
        with _naming(folder):
            (folder / STARTED).mkdir()
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        for path in change:
            with _naming(folder / path):
                target = _target(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                (folder / _NEW / path).replace(target)
        with _naming(folder):
            (folder / STARTED).rmdir()
    except BaseException:
        recover(folder)
        raise
    shutil.rmtree(folder / JOURNAL, ignore_errors=True)


def recover(folder: Path) -> bool:
    """Undo a change that broke off half-way, and remove its journal. Out: was there one. Raises OSError and HalfDone."""
    broken_off = half_done(folder)
    if broken_off:
        try:
            _undo(folder)
        except (OSError, KeyboardInterrupt) as error:
            what = error if isinstance(error, OSError) else InterruptedError(errno.EINTR, "")
            raise HalfDone(what.errno, what.strerror, what.filename or str(folder)) from error
    if (folder / JOURNAL).exists():
        shutil.rmtree(folder / JOURNAL)
    return broken_off


def _undo(folder: Path) -> None:
    for path in _files(folder / _OLD):
        if not (folder / _NEW / path).exists():
            with _naming(folder / path):
                (folder / _OLD / path).replace(_target(folder, path))
    for path in _files(folder / _NONE):
        with _naming(folder / path):
            target = _target(folder, path)
            if not (folder / _NEW / path).exists():
                target.unlink(missing_ok=True)
        with suppress(OSError):
            target.parent.rmdir()
    (folder / STARTED).rmdir()


def _files(folder: Path) -> list[Path]:
    return [path.relative_to(folder) for path in sorted(folder.rglob("*")) if not path.is_dir()]


def _prepare(folder: Path, path: Path, content: bytes) -> None:
    target = _target(folder, path)
    _write(folder / _NEW / path, content)
    if not target.exists():
        _write(folder / _NONE / path, b"")
        return
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    _write(folder / _OLD / path, target.read_bytes())
    shutil.copystat(target, folder / _OLD / path)
    shutil.copymode(target, folder / _NEW / path)


def _target(folder: Path, path: Path) -> Path:
    """Return the file itself where `path` is a link. Raises OSError where that lies outside of `folder`."""
    target = (folder / path).resolve()
    if not target.is_relative_to(folder.resolve()):
        raise OSError(errno.EXDEV, "")
    return target


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let errors name the file that a person knows, not its copy in the journal."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
