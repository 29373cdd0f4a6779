"""`statute`: how the program reads a statute: its title, its numbers of headings and articles, its history, its doubts."""

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..edit.incoming.word import Unusable
from ..edit.statutes.counts import counted, counts
from ..edit.statutes.faults import faults
from ..edit.statutes.received import SUFFIXES, receive
from ..text.statute import Statute, parse
from . import refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("files", type=Path, nargs="+", metavar="文件", help=f"法规原文：{'、'.join(SUFFIXES)}")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="写成文字还是 JSON")


def run(options: argparse.Namespace, day: date) -> int:
    """Print what is read in each file. Out: 0, whatever is doubted; 1 when a file cannot be read."""
    read: dict[str, Statute] = {}
    unread: list[str] = []
    for path in options.files:
        try:
            read[path.as_posix()] = parse(receive(path).text)
        except Unusable as reason:
            unread.append(f"{path.as_posix()}：{reason}")
    if options.format == "json":
        print(json.dumps([_facts(name, one) for name, one in read.items()], ensure_ascii=False, indent=2))
    elif read:
        print("\n\n".join("\n".join(_lines(name, one)) for name, one in read.items()))
    return refuse("\n".join(unread)) if unread else 0


def _facts(name: str, statute: Statute) -> dict[str, object]:
    return {
        "file": name,
        "title": statute.title,
        "counts": counts(statute),
        "steps": [{"day": str(step.day), "act": step.act} for step in statute.steps],
        "effective": str(statute.effective) if statute.effective else None,
        "doubts": [{"line": one.line, "message": one.message} for one in faults(statute)],
    }


def _lines(name: str, statute: Statute) -> Iterator[str]:
    yield f"{name}：{statute.title or '没有认出标题'}"
    yield f"  {counted(statute)}"
    yield f"  题注：{'，'.join(f'{step.day} {step.act}' for step in statute.steps) or '没有'}"
    yield f"  最后几条写的施行日期：{statute.effective or '没有写明'}"
    doubts = faults(statute)
    yield f"  疑问 {len(doubts)} 处{'：' if doubts else ''}"
    yield from (f"    第 {one.line} 行：{one.message}" for one in doubts)
