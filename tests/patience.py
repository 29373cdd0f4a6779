"""How long an answer may take: a bound on a loop without end, wide enough for a slow machine and a traced run."""

import signal
import time
from contextlib import contextmanager

SECONDS = 10


@contextmanager
def patience():
    """Fail when what is done takes the processor longer than SECONDS, and break it off when it waits for ever."""

    def late(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(20 * SECONDS)
    started = time.process_time()
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert time.process_time() - started <= SECONDS
