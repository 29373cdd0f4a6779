"""`schema`: write the JSON Schema by which editors complete and explain."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..announce import announce
from ..change import make
from ..check import Unproven, open_site
from ..load import SCHEMAS
from ..schema import schemas


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing of its own."""


def run(options: argparse.Namespace, day: date) -> int:
    """Write every schema that has changed. Out: 0 when all are up to date now, 1 when nothing was written."""
    try:
        site = open_site(options.data, day)
    except Unproven as unproven:
        sys.stderr.write(announce(unproven.problems, "text"))
        print(f"共 {len(unproven.problems)} 处问题，没有写出；改好后再运行一次", file=sys.stderr)
        return 1
    texts = {Path(path): text.encode() for path, text in schemas(site.vocab, site.laws.values()).items()}
    change = {path: text for path, text in texts.items() if _content(options.data / path) != text}
    make(options.data, change)
    print(f"{options.data / SCHEMAS} 里 {len(texts)} 个文件，更新了 {len(change)} 个", file=sys.stderr)
    return 0


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
