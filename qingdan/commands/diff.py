"""`diff`: what changed in meaning since a git revision or another data folder."""

import argparse
import sys
from datetime import date

from ..diff.base import NoBase, opened
from ..diff.markdown import as_markdown
from ..diff.summary import summarise
from ..diff.text import as_text
from . import refuse

_FORMS = {"text": as_text, "markdown": as_markdown}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("base", metavar="BASE", help="旧版本：git 的分支、标签、提交，或者旧数据所在的文件夹")
    parser.add_argument("--format", choices=_FORMS, default="text", help="写成文本（text）还是 Markdown（markdown）")


def run(options: argparse.Namespace, day: date) -> int:
    """Print the summary. Out: 0 when it was printed, 1 when there is nothing to compare with, a law was not looked at again, or what was public is gone."""
    try:
        with opened(options.base, options.data) as base:
            summary = summarise(base, options.data, day)
    except NoBase as refused:
        return refuse(refused)
    sys.stdout.write(_FORMS[options.format](summary))
    if summary.not_kept:
        return refuse(f"有 {len(summary.not_kept)} 处旧版本公开的没有保住，照上面说的改好后再比一次")
    if summary.unchecked:
        return refuse(f"有 {len(summary.unchecked)} 部法规改了效力或日期，没有重新核对；改好后再比一次")
    return 0
