"""`check`: only the data."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..edit.renew import renew
from ..site.check import examine
from ..site.repository import root_of
from ..source.outline import keep_outlines
from ..text.announce import FORMATS, announce, named_from
from . import refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--format", choices=FORMATS, default="text", help="写成文本、GitHub 的标注，还是 JSON")


def run(options: argparse.Namespace, day: date) -> int:
    """Print every problem: as text to stderr, in another format to stdout. Out: 0 when there is none, else 1.

    With annotations the text comes too: GitHub shows ten of a step's annotations, and its log leaves out their places.
    """
    keep_outlines()
    data, problems = examine(options.data, day)
    if options.format == "json":
        sys.stdout.write(announce(problems, "json"))
    else:
        sys.stderr.write(announce(problems, "text"))
    if options.format == "github":
        root = root_of(Path.cwd())
        sys.stdout.write(announce((named_from(root, problem) for problem in problems), "github"))
    if problems or data is None:
        return refuse(f"共 {len(problems)} 处问题，改好后再查一次")
    renew(options.data, data.vocab.value, [law.value for law in data.laws])
    print(f"{options.data} 没有问题", file=sys.stderr)
    return 0
