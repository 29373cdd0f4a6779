"""`python -m qingdan`."""

import signal
import sys

for name in ("SIGTERM", "SIGHUP"):  # a stop by the system ends like Ctrl+C; Windows has no SIGHUP
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_DFL:
        signal.signal(number, signal.default_int_handler)

try:
    from .cli import main

    sys.exit(main())
except KeyboardInterrupt:  # while the program is still being loaded
    print("已中断，原有的文件没有改动", file=sys.stderr)
    sys.exit(130)
