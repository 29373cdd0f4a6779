"""`import-law`: archive the words of a law as received, and compare its dates with what the library has."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from ..edit.incoming.received import Received
from ..edit.incoming.word import Unusable
from ..edit.journal import make
from ..edit.statutes.archive import archive
from ..edit.statutes.counts import counted
from ..edit.statutes.dates import differing, effective_of, registered, told_days, version_of
from ..edit.statutes.faults import faults
from ..edit.statutes.received import SUFFIXES, receive
from ..model import UNKNOWN, Law
from ..model.law_text import FOLDER, same_title
from ..model.load import Data
from ..model.sourced import Sourced
from ..site.check import examine, problems_in
from ..source.write import Unwritable
from ..text.announce import announce
from ..text.dates import Moment
from ..text.folded import visible
from ..text.problem import excerpt, nearest
from ..text.statute import Doubt, Statute, parse
from . import WrongOption, check_command, refuse

_MOST = 20
"""How many faults of a text are told one by one."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument(
        "file", type=Path, metavar="文件", help=f"收到的法规原文：{'、'.join(SUFFIXES)}；.txt 要是 UTF-8"
    )
    parser.add_argument("--law", required=True, metavar="标识", help="是法规库里的哪一部，写标识")
    parser.add_argument(
        "--version", metavar="日期", help="这个版本是哪一天通过、公布或者修改的；不写就取题注里最近的一天"
    )
    parser.add_argument(
        "--effective",
        metavar="日期",
        help="这个版本从哪一天起施行；不写就照题注和最后一条，再照法规库，都没有就写“待核”",
    )
    parser.add_argument("--source", metavar="来源", help="原文从哪里得到，例如公布的网页")
    parser.add_argument(
        "--as-is",
        action="store_true",
        dest="as_is",
        help="收到的正式文本就是这样，有疑问也照样存档；先对照公布的文本看过",
    )


def run(options: argparse.Namespace, day: date) -> int:
    """Archive it. Out: 0 when the text stands in the data, 1 when nothing was written, 2 for wrong options."""
    try:
        given = _day("--version", options.version), _day("--effective", options.effective)
        _import(options, day, *given)
    except (WrongOption, Unusable, Unwritable) as reason:
        return refuse(f"{reason}\n没有写入任何内容", status=2 if isinstance(reason, WrongOption) else 1)
    return 0


def _day(name: str, text: str | None) -> Moment | None:
    """Return the day that an option names, None for 待核 or nothing. Raises WrongOption."""
    if not text or text == UNKNOWN:
        return None
    try:
        found = Moment.parse(text)
    except ValueError as reason:
        raise WrongOption(f"{name}：{reason}；不知道的不写") from None
    if found.day is None:
        raise WrongOption(f"{name}：“{text}”要写到日，例如 2017-03-01；不知道的不写")
    return found


def _import(options: argparse.Namespace, day: date, version: Moment | None, effective: Moment | None) -> None:
    """Do it. Raises WrongOption, Unusable, Unwritable and OSError, with nothing written."""
    data, problems = examine(options.data, day)
    if data is None or problems:
        raise Unusable(f"{announce(problems, 'text')}数据里先有这 {len(problems)} 处问题，请改好再导入")
    law = _law(data, options.law)
    received = receive(options.file, law.value.name)
    statute = parse(received.text)
    _refuse_other_law(statute, law.value, data)
    doubts = faults(statute)
    if doubts and not options.as_is:
        raise Unusable(_amiss(doubts))
    version = _version(statute, law.value, version, options.as_is)
    if effective is None and options.effective is None:
        effective = effective_of(statute, version) or registered(law.value, version)
    if _archived(options.law, data, received, version):
        print("这份原文已经存档，内容相同，没有改动", file=sys.stderr)
        return
    change = archive(received, law.value.id, version, effective, options.source or received.source)
    if problems := problems_in(options.data, day, change):
        raise Unusable(f"{announce(problems, 'text')}照这样存档，会有这 {len(problems)} 处问题")
    make(options.data, change)
    where = (options.data / FOLDER / f"{law.value.id}.{version}").as_posix()
    print(f"已存档：{where}.txt（原文）、{where}.yml（登记）", file=sys.stderr)
    print(f"版本 {version}，施行 {effective or UNKNOWN}；{counted(statute)}", file=sys.stderr)
    print(*_remarks(received, doubts), *_compared(law, statute, version), sep="\n", file=sys.stderr)
    print(_NEXT.format(where=where, check=check_command(options.data)), file=sys.stderr)


def _law(data: Data, slug: str) -> Sourced[Law]:
    """Return a law of the library. Raises WrongOption."""
    laws = {law.value.id: law for law in data.laws}
    if slug not in laws:
        how = "新的法规请先加进法规库，见编辑指南“新增一条”"
        raise WrongOption(f"--law：法规库里没有“{excerpt(slug)}”，{nearest(slug, laws)}；{how}")
    return laws[slug]


def _refuse_other_law(statute: Statute, law: Law, data: Data) -> None:
    """Raise Unusable where the text's title is not the law's name."""
    if same_title(law.name, statute.title):
        return
    if not statute.title:
        lines = enumerate(map(visible, statute.text.splitlines()), 1)
        number, line = next(((number, line) for number, line in lines if line), (1, ""))
        how = f"请在第一条前面的单独一行写上标题“{law.name}”，照公布的文本"
        raise Unusable(f"第 {number} 行：没有认出标题，这一行是“{excerpt(line)}”；{how}")
    others = [other.value.id for other in data.laws if same_title(other.value.name, statute.title)]
    how = f"是这一部的，请写 --law {others[0]}" if others else "请核对文件，或者先把那一部加进法规库"
    raise Unusable(
        f"第 {_line_of(statute)} 行：原文的标题是“{excerpt(statute.title)}”，"
        f"--law {law.id} 是“{law.name}”，不是同一部；{how}"
    )


def _line_of(statute: Statute) -> int:
    return next((one.span.line for one in statute.stretches("标题")), 1)


def _amiss(doubts: Sequence[Doubt]) -> str:
    told = "\n".join(f"第 {one.line} 行：{one.message}" for one in doubts[:_MOST])
    more = f"\n……还有 {len(doubts) - _MOST} 处" if len(doubts) > _MOST else ""
    how = "请对照公布的文本改好再导入；公布的文本本来就是这样的，加上 --as-is"
    return f"{told}{more}\n原文有这 {len(doubts)} 处疑问，{how}"


def _version(statute: Statute, law: Law, given: Moment | None, as_is: bool) -> Moment:
    """Return the day that names the version. Raises Unusable where none is told, or another one may be meant."""
    newest, known = version_of(statute), _known(law)
    if given:
        days = told_days(statute)
        if days and given not in (*days, known) and not as_is:
            shown = "、".join(map(str, days))
            how = "请核对，题注确实漏写的，加上 --as-is"
            raise Unusable(f"--version 写的是 {given}，题注里没有这一天，有的是 {shown}；{how}")
        return given
    if newest is None:
        raise Unusable(
            "标题下面没有写哪一天通过、公布或者修改的括号（题注），不知道是哪个版本；"
            f"请用 --version 写明，例如 --version {known or '2017-03-01'}"
        )
    if known and known.first > newest.first:
        how = f"是旧的版本，请写 --version {newest}；题注没有写全的，请写 --version {known}"
        raise Unusable(f"题注里最近的一天是 {newest}，法规库写的“最近修改”是 {known}，不知道是哪个版本；{how}")
    return newest


def _known(law: Law) -> Moment | None:
    """Return the day of the last amendment that the library has, where it is one; else that of its passing."""
    days = (law.amended, law.passed)
    return next((day for day in days if isinstance(day, Moment) and day.day), None)


def _archived(law: str, data: Data, received: Received, version: Moment) -> bool:
    """Tell whether this very text is archived. Raises Unusable where another one is, as the same version."""
    texts = [text for text in data.texts if text.law == law]
    if any(text.digest == received.digest for text in texts):
        return True
    for text in texts:
        if text.version == version:
            where = Path(text.meta.file.name).with_suffix("").as_posix()
            raise Unusable(
                f"{law} 的 {version} 版本已经存档（{where}.txt），与这份文字不同；版本写错的请用 --version 写明，"
                "重新收到了正式文本的，请照编辑指南人工更换"
            )
    return False


def _remarks(received: Received, doubts: Sequence[Doubt]) -> Iterator[str]:
    yield from (f"注意：{note}" for note in received.notes)
    yield from (f"照收到的样子存档：第 {one.line} 行：{one.message}" for one in doubts)


def _compared(law: Sourced[Law], statute: Statute, version: Moment) -> Iterator[str]:
    """Yield what the text says of the law's dates, where the library has it otherwise."""
    told = [f"  {one}" for one in differing(law, statute, version)]
    yield "法规库里的日期，照原文要改的：" if told else "法规库里的日期，与原文没有出入"
    yield from told


_NEXT = """
接着做：
  1. 对照公布的文本看一遍；{where}.yml 的来源知道了就补上，施行是“待核”的照公布的文件写。
  2. 上面列出了法规库里要改的日期的，照着改，“核对”的日期和来源一起改。
  3. 运行 {check}，提交合并请求，请同事审核。"""
