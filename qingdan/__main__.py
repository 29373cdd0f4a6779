"""`python -m qingdan`."""

import os
import signal
import sys

_READER_LEFT = 141
"""What shells know as: ended because nobody reads its output any longer."""

for name in ("SIGTERM", "SIGHUP"):  # a stop by the system ends like Ctrl+C; Windows has no SIGHUP
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, signal.default_int_handler)

sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
try:
    from .cli import main

    status: int | str | None = main()
except SystemExit as left:
    status = left.code
except KeyboardInterrupt:  # while the program is still being loaded
    print("已中断，原有的文件没有改动", file=sys.stderr)
    status = 130
except BrokenPipeError:
    status = _READER_LEFT
for stream in (sys.stdout, sys.stderr):
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
sys.exit(status)
