"""`check`: only the data."""

import argparse
import sys
from datetime import date

from ..announce import FORMATS, announce
from ..check import problems_in

NAME = "check"
HELP = "只检查数据"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="问题的写法")


def run(options: argparse.Namespace, day: date) -> int:
    """Print every problem: as text to stderr, in another format to stdout. Out: 0 when there is none, else 1."""
    problems = problems_in(options.data, day)
    stream = sys.stderr if options.format == "text" else sys.stdout
    stream.write(announce(problems, options.format))
    if problems:
        print(f"共 {len(problems)} 处问题，改好后再查一次", file=sys.stderr)
        return 1
    print(f"{options.data} 没有问题", file=sys.stderr)
    return 0
