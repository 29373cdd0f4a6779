"""`contract`: is the data format still what the last release promised; and, with --renew, promise the present one."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..edit.journal import make
from ..export.contract import broken, contract
from ..export.model import ROOT
from ..site.check import Unproven, open_site
from . import refuse

KEPT = Path("tests/contract") / Path(ROOT).name


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--renew", action="store_true", help=f"兼容的，把现在的格式存进 {KEPT.as_posix()}，发布前运行")


def run(options: argparse.Namespace, day: date) -> int:
    """Compare, and renew where asked. Out: 0 when nothing is broken, 1 when something is or nothing could be compared."""
    try:
        new = contract(open_site(options.data, day))
    except Unproven as unproven:
        return refuse(f"共 {len(unproven.problems)} 处问题，改好后再核对", unproven.problems)
    old = {path.stem: path.read_text(encoding="utf-8") for path in sorted(KEPT.glob("*.json"))}
    if not old and not options.renew:
        return refuse(f"{KEPT.as_posix()} 里还没有上一次发布的格式，请运行 python -m qingdan contract --renew")
    if faults := broken(old, new):
        return refuse("\n".join([*faults, f"共 {len(faults)} 处不兼容"]))
    if options.renew:
        make(KEPT, {Path(f"{name}.json"): text.encode() for name, text in new.items()})
        print(f"{KEPT.as_posix()} 里存的是现在的格式", file=sys.stderr)
    else:
        print("与上一次发布兼容", file=sys.stderr)
    return 0
