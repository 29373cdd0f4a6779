"""`retire`: an entry or an answer leaves its list, with the reason and what follows it."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..edit.journal import make
from ..edit.retire import NotRetired, retirement, thing_of
from ..site.check import Unproven, open_site, problems_in
from ..source.amend import Misplaced, amended
from ..source.write import Unwritable
from ..text.dates import Moment
from . import refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("id", metavar="编号", help="要退出的条目或问答，例如 RW-001")
    parser.add_argument("--reason", required=True, metavar="原因", help="为什么退出；读者会看到")
    successor = "接着做这件事的条目；可以写几次"
    parser.add_argument("--successor", action="append", default=[], metavar="编号", help=successor)
    parser.add_argument("--date", metavar="日期", help="哪一天退出；不写就是今天")


def run(options: argparse.Namespace, day: date) -> int:
    """Retire. Out: 0 when the record stands in its file, 1 when nothing was written."""
    try:
        when = _when(options.date or day.isoformat(), day)
        data = open_site(options.data, day).data
        thing = thing_of(data, options.id)
        name, words = retirement(thing, str(when), options.reason, options.successor)
        path = Path(name)
        change = {path.relative_to(options.data): amended(path.read_bytes(), [words])}
    except Unproven as unproven:
        what = f"先改好这些问题再退出，共 {len(unproven.problems)} 处；没有写任何文件"
        return refuse(what, unproven.problems)
    except (NotRetired, Unwritable) as reason:
        return refuse(f"{reason}\n没有写任何文件")
    except Misplaced:
        return refuse(f"{thing.start}：这里的写法不能自动添加，请照编辑指南手写这条记录")
    if problems := problems_in(options.data, day, change):
        return refuse(f"这样写会有上面的问题，共 {len(problems)} 处；没有写任何文件", problems)
    make(options.data, change)
    print(f"{options.id} 已于 {when} 退出，写在 {path.as_posix()}；页面保留", file=sys.stderr)
    return 0


def _when(text: str, day: date) -> Moment:
    try:
        moment = Moment.parse(text)
    except ValueError as error:
        raise NotRetired(f"--date：{error}") from None
    if moment.first > day:
        raise NotRetired(f"--date：{moment} 还没有到（以 {day.isoformat()} 为准）；到了那一天再退出")
    return moment
