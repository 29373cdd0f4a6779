"""`release`: what the owner still owes before the site goes public."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..release import unset

NAME = "release"
HELP = "列出公开前还缺的信息"
CONFIG = Path("mkdocs.yml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""


def run(_options: argparse.Namespace, _day: date) -> int:
    """Print what is unset. Out: 0 when nothing is, else 1."""
    missing = unset(CONFIG)
    for item in missing:
        print(f"{CONFIG}: extra.gov 还没有填 {item}", file=sys.stderr)
    return 1 if missing else 0
