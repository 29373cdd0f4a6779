"""`release`: what the owner still owes before the site goes public."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..release import unowned, unset

CONFIG = Path("mkdocs.yml")
OWNERS = Path(".github/CODEOWNERS")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""


def run(_options: argparse.Namespace, _day: date) -> int:
    """Print what is unset. Out: 0 when nothing is, else 1."""
    missing = [f"{CONFIG}: {item}" for item in unset(CONFIG)]
    missing += [
        f"{OWNERS}:{line}: 还没有写由谁审核 {paths}；写成 {paths} @用户名"
        for line, paths in unowned(OWNERS.read_text(encoding="utf-8"))
    ]
    for message in missing:
        print(message, file=sys.stderr)
    return 1 if missing else 0
