"""Faults at a chosen moment: whatever changes a file or a folder can be made to fail there, or be the last thing done."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest import mock

CHANGING = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.utime"}
PYTHONS = "__pycache__"
ALL, NEW = "", ("open", "os.mkdir", "fsync")
"""Kinds of change: every one; those that need room on the disk."""
Kinds = str | tuple[str, ...]
WRITING = os.O_WRONLY | os.O_RDWR


class Killed(BaseException):
    """The program is gone: nothing that comes after changes anything."""


class Fault:
    """What happens at the `at`-th change of one kind (of any, where none is named), and at every later one of some kinds."""

    def __init__(
        self, happens: Callable[[str | None], None], at: int = 1, kind: str = "", later: Kinds | None = None
    ) -> None:
        self.happens, self.at, self.kind, self.later = happens, at, kind, later
        self.seen = 0
        self.fired = False

    def meet(self, event: str, path: str | None = None) -> None:
        """Take note of a change that is about to be made. Raises what happens."""
        if self.fired:
            if self.later is not None and event.startswith(self.later):
                self.happens(path)
            return
        self.seen += event.startswith(self.kind)
        if self.seen == self.at:
            self.fired = True
            self.happens(path)


_armed: list[Fault] = []


def _watch(event: str, arguments: tuple) -> None:
    if (
        _armed
        and (event in CHANGING or (event == "open" and arguments[2] & WRITING))
        and PYTHONS not in str(arguments[0])
    ):
        _armed[-1].meet(event, str(arguments[0]))


sys.addaudithook(_watch)


@contextmanager
def during(fault: Fault) -> Iterator[Fault]:
    """Let the fault happen within the block; what a disk does at `fsync` is a moment, too, and not waited for."""
    with mock.patch("os.fsync", lambda _file: fault.meet("fsync")):
        _armed.append(fault)
        try:
            yield fault
        finally:
            _armed.pop()


def raising(error: BaseException) -> Callable[[str | None], None]:
    """Return what raises `error`, as the system would: naming the path where it knows it."""

    def happens(path: str | None) -> None:
        if isinstance(error, OSError) and path:
            raise OSError(error.errno, error.strerror, path)
        raise error

    return happens
