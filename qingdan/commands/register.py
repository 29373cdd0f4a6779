"""`register`: every address that the data have and the registry has not, added at its end."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..edit.journal import make
from ..model.address import every_address
from ..model.load import load
from ..model.registry import FILE, Registry, register
from ..site.check import problems_in
from ..text.natural import natural
from . import refuse

_REFUSED = "有 {} 处问题，没有登记；改好后再运行一次"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""


def run(options: argparse.Namespace, day: date) -> int:
    """Register. Out: 0 when every address is registered, 1 when nothing was written."""
    folder = options.data
    data, problems = load(folder, day)
    if data is None or problems:
        return refuse(_REFUSED.format(len(problems)), problems)
    listed = Registry(tuple(one.value for one in data.registry or ())).listed
    missing = sorted(every_address(data).keys() - listed, key=natural)
    if not missing:
        print(f"地址都已登记在 {(folder / FILE).as_posix()}", file=sys.stderr)
        return 0
    file = folder / FILE
    before = file.read_bytes().decode("utf-8") if file.is_file() else ""
    change = {Path(FILE): register(before, missing, day).encode()}
    if problems := problems_in(folder, day, change):
        return refuse(_REFUSED.format(len(problems)), problems)
    make(folder, change)
    print(f"在 {file.as_posix()} 登记了 {len(missing)} 个地址：", *missing, sep="\n", file=sys.stderr)
    return 0
