"""`apply`: a 变更单, written on the desk or by hand, carried out."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..edit.enter.numbers import NoneFree
from ..edit.journal import make
from ..edit.slip.apply import Applied, applied
from ..edit.slip.apply import Refused as NotApplied
from ..edit.slip.slip import MAX_BYTES, Unreadable, read
from ..site.check import examine, problems_in
from ..source.files import fingerprint
from ..source.write import Unwritable
from ..text.announce import announce
from . import Refused, check_command, refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("file", type=Path, metavar="变更单.yml", help="同事发来的变更单，由编辑台下载")


def run(options: argparse.Namespace, day: date) -> int:
    """Carry it out. Out: 0 when it stands in the data, 1 when nothing was written."""
    try:
        done = _prepared(options.file, options.data, day)
    except Refused as refused:
        return refuse(f"{refused}\n没有写入任何内容")
    make(options.data, done.change)
    print("\n".join(_told(done, options.data)), file=sys.stderr)
    return 0


def _prepared(file: Path, folder: Path, day: date) -> Applied:
    """Return what the sheet comes to, tried by the full check, and told where the data moved on. Raises Refused."""
    data, problems = examine(folder, day)
    if data is None or problems:
        raise Refused(f"{announce(problems, 'text')}清单里先有这 {len(problems)} 处问题，请改好再办变更单")
    try:
        with file.open("rb") as opened:
            slip = read(opened.read(MAX_BYTES + 1), file.name)
        done = applied(slip, data, folder)
    except OSError as error:
        raise Refused(f"{file} 打不开（{error.strerror}）") from None
    except Unreadable as reason:
        raise Refused(
            f"{announce(reason.problems, 'text')}这张变更单读不出，有 {len(reason.problems)} 处问题"
        ) from None
    except NotApplied as reason:
        raise Refused("\n".join(reason.reasons)) from None
    except (Unwritable, NoneFree) as reason:
        raise Refused(str(reason)) from None
    if problems := problems_in(folder, day, done.change):
        raise Refused(
            f"{announce(problems, 'text')}照这张变更单写进去，会有这 {len(problems)} 处问题（行号是写进去以后的）"
        )
    moved = slip.data != fingerprint(folder)
    return replace(done, told=("写这张变更单以后，数据又改过；与它有关的地方没有变", *done.told)) if moved else done


def _told(done: Applied, folder: Path) -> list[str]:
    files = [(folder / path).as_posix() for path in done.change]
    return [
        *done.told,
        f"{done.id} 已写入 {'、'.join(files)}",
        f"接着运行 {check_command(folder)}，提交合并请求，请同事审核",
    ]
