"""`bundle`: the data of the built site as one zip with checksums, for a release."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from ..edit.journal import make
from ..export.bundle import NAME as FILE
from ..export.bundle import SUMS, Damaged, bundle, sums
from . import refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("--site-dir", type=Path, default=Path(os.environ.get("SITE_DIR") or "site"), help="网站文件夹")
    parser.add_argument("folder", type=Path, metavar="文件夹", help="压缩包放在哪里")


def run(options: argparse.Namespace, _day: date) -> int:
    """Write the zip and its checksum. Out: 0 when both are there, 1 when nothing was written."""
    try:
        content = bundle(options.site_dir)
    except Damaged as damaged:
        return refuse(f"{damaged}；没有打包")
    make(options.folder, {Path(FILE): content, Path(SUMS): sums({FILE: content})})
    print(f"{(options.folder / FILE).as_posix()}，校验值在 {(options.folder / SUMS).as_posix()}", file=sys.stderr)
    return 0
