"""`python -m qingdan`."""

import sys

try:
    from .cli import main

    sys.exit(main())
except KeyboardInterrupt:  # while the program is still being loaded
    print("已中断，原有的文件没有改动", file=sys.stderr)
    sys.exit(130)
