"""Work shared between as many processes as there are processors.

Each process begins with all that this one knows; what it finds comes back in the order of the things.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

SIZE = 500
"""How many things are a part."""

T = TypeVar("T")
R = TypeVar("R")


def in_parts(work: Callable[[Sequence[T]], R], things: Sequence[T], size: int = SIZE) -> Iterator[R]:
    """Yield what `work` makes of each part of `things`; in this process where there is one part, or no other can begin so.

    Raises whatever `work` does.
    """
    parts = [things[start : start + size] for start in range(0, len(things), size)]
    workers = min(len(parts), os.cpu_count() or 1)
    if workers < 2 or not _others_can_begin():
        yield from map(work, parts)
        return
    with _others(workers, work) as pool:
        yield from pool.map(_go_on, parts)


@contextmanager
def meanwhile(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Let another process work; gives a function that waits for what it makes, and raises what it raises.

    That function does the work itself where no other process can begin so.
    """
    if not _others_can_begin():
        yield work
        return
    with _others(1, lambda _: work()) as pool:
        yield pool.submit(_go_on, None).result


def _others_can_begin() -> bool:
    return (os.cpu_count() or 1) > 1 and hasattr(os, "fork") and threading.active_count() == 1


@contextmanager
def _others(workers: int, work: Callable[[Any], Any]) -> Iterator["ProcessPoolExecutor"]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # a browser has none, most runs need none
    from multiprocessing import get_context  # noqa: PLC0415

    gc.freeze()  # so that no collector writes into the memory that the processes share
    try:
        with ProcessPoolExecutor(workers, get_context("fork"), _begin, (work,)) as pool:
            yield pool
    finally:
        gc.unfreeze()


_work: list[Callable[[Any], Any]] = []


def _begin(work: Callable[[Any], Any]) -> None:
    """Take up the work; who breaks it off tells the first process, which ends the others. Killed, it cannot tell them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    _work[:] = [work]


def _end_with_the_first() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415

    if first := parent_process():
        first.join()
        os._exit(1)


def _go_on(part: Any) -> Any:  # noqa: ANN401  # whatever the work takes and makes
    return _work[0](part)
