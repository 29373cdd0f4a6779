"""Many things looked at in parts, by as many processes as there are processors.

Each process begins with all that this one knows; what it finds comes back in the order of the things.
"""

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

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
    if workers < 2 or "fork" not in get_all_start_methods() or threading.active_count() > 1:
        yield from map(work, parts)
        return
    gc.freeze()  # so that no collector writes into the memory that the processes share
    try:
        with ProcessPoolExecutor(workers, get_context("fork"), _begin, (work,)) as pool:
            yield from pool.map(_go_on, parts)
    finally:
        gc.unfreeze()


_work: list[Callable[[Any], Any]] = []


def _begin(work: Callable[[Any], Any]) -> None:
    """Take up the work; who breaks it off tells the first process, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _work[:] = [work]


def _go_on(part: Sequence[Any]) -> Any:  # noqa: ANN401  # whatever the work makes
    return _work[0](part)
