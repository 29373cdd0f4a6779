"""`import-report`: archive a report as received, show its paragraphs, propose what the lists may take from it."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..edit.enter.numbers import NoneFree
from ..edit.incoming.archive import archive, title_of
from ..edit.incoming.carry import carried, ticked
from ..edit.incoming.facts import Fact, facts_of
from ..edit.incoming.lookthrough import paragraph_table
from ..edit.incoming.proposals import Proposal, proposals, text_of
from ..edit.incoming.received import SUFFIXES, Received, receive
from ..edit.incoming.tickable import proposals_book
from ..edit.incoming.word import Unusable
from ..edit.journal import make
from ..model import UNKNOWN, Year
from ..model.load import Data
from ..site.check import examine, problems_in
from ..source.files import NewFiles, data_option
from ..source.write import Unwritable
from ..text.announce import announce
from ..text.dates import Moment
from . import WrongOption, check_command, refuse

_OF_A_FILE = ("title", "publisher", "published", "source", "proposals")
"""The options that go with a report, not with --apply."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="文件", help=f"收到的报告：{'、'.join(SUFFIXES)}；.txt 要是 UTF-8"
    )
    parser.add_argument("--year", required=True, metavar="年度", help="报告说的是哪一年，例如 2025")
    parser.add_argument(
        "--title", metavar="标题", help="照原文写；不写就在报告里找。原文没有标题的才自己拟，网页上会注明"
    )
    parser.add_argument(
        "--publisher", metavar="发布单位", help="不写时，取原文写的发布机构，或标题里的主体；都没有就写“待核”"
    )
    parser.add_argument(
        "--published", metavar="公布日期", help="例如 2026-03-20；不写就取原文写的发布日期，没有就写“待核”"
    )
    parser.add_argument("--source", metavar="来源", help="报告文字从哪里得到，例如公布的网页")
    parser.add_argument(
        "--proposals",
        type=Path,
        metavar="文件",
        help="建议存进哪个新文件：.xlsx 的可以勾选，别的写成 YAML；不写就显示出来",
    )
    parser.add_argument(
        "--apply", type=Path, metavar="文件", help="把建议工作簿（.xlsx）里采用的行写进清单；不再写报告的文件"
    )


def run(options: argparse.Namespace, day: date) -> int:
    """Archive and propose. Out: 0 when the report stands in the data, 1 when nothing was written, 2 for wrong options."""
    try:
        year = _year(options, day)
        if (options.file is None) == (options.apply is None):
            raise WrongOption("请写收到的报告，或者写 --apply 和建议工作簿，两样写一样")
        if options.apply and (more := [key for key in _OF_A_FILE if getattr(options, key)]):
            raise WrongOption(
                f"--{more[0]}：采用建议时不用写；登记里的标题、日期等，直接改 {_record(options, year)}.yml"
            )
        (_apply if options.apply else _import)(options, year, day)
    except (WrongOption, Unusable, Unwritable, NoneFree) as reason:
        return refuse(f"{reason}\n没有写入任何内容", status=2 if isinstance(reason, WrongOption) else 1)
    return 0


def _year(options: argparse.Namespace, day: date) -> int:
    """Return the year. Raises WrongOption."""
    try:
        year = TypeAdapter(Year).validate_python(options.year)
    except ValidationError as error:
        raise WrongOption(f"--year：{error.errors()[0]['msg']}") from None
    if year > day.year:
        raise WrongOption(f"--year：{year} 年还没有到（以 {day.isoformat()} 为准），不会有这一年的报告；请核对年度")
    if options.published and options.published != UNKNOWN:
        try:
            Moment.parse(options.published)
        except ValueError as reason:
            raise WrongOption(f"--published：{reason}；不知道的不写") from None
    if options.proposals and not options.proposals.parent.is_dir():
        raise WrongOption(f"--proposals：没有 {options.proposals.parent.as_posix()} 这个文件夹，请先建好")
    if options.proposals and options.proposals.resolve().is_relative_to(options.data.resolve()):
        raise WrongOption(f"--proposals：建议不能放进 {options.data.as_posix()}，请换一个文件夹")
    return year


def _import(options: argparse.Namespace, year: int, day: date) -> None:
    """Do it. Raises WrongOption, Unusable, Unwritable and OSError, with nothing written."""
    received = replace(receive(options.file), title=options.title or "")
    print("检查数据……", file=sys.stderr)
    data, problems = examine(options.data, day)
    if data is None or problems:
        raise Unusable(f"{announce(problems, 'text')}数据里先有这 {len(problems)} 处问题，请改好再导入")
    told = list(facts_of(received.text, received.paragraphs, data.body.value.name, year, day))
    change = _change(options, received, year, data, told)
    if problems := problems_in(options.data, day, change) if change else []:
        raise Unusable(f"{announce(problems, 'text')}照这样存档，会有这 {len(problems)} 处问题")
    print("比对以前的引文……", file=sys.stderr)
    found = list(proposals(data, year, received.paragraphs))
    text = text_of(found, year)
    proposed = text.encode()
    if options.proposals and options.proposals.suffix.lower() == ".xlsx":
        proposed = proposals_book(found, data, year, received.paragraphs, day)
    _write(options, change, proposed)
    _tell(options, received, year, found, told if change else None)
    if found and not options.proposals:
        print(text, end="")


def _apply(options: argparse.Namespace, year: int, day: date) -> None:
    """Write what is ticked. Raises Unusable, Unwritable and OSError, with nothing written."""
    data, problems = examine(options.data, day)
    if data is None or problems:
        raise Unusable(f"{announce(problems, 'text')}数据里先有这 {len(problems)} 处问题，请改好再采用")
    report = data.report(year)
    if report is None:
        raise Unusable(f"{year} 年度的报告还没有存档；请先运行 import-report，再采用建议")
    if not options.apply.is_file():
        raise Unusable(f"没有“{options.apply}”这个文件，请核对文件名和位置")
    found = carried(ticked(options.apply.read_bytes()), data, report, options.data)
    if problems := problems_in(options.data, day, found.change) if found.change else []:
        raise Unusable(f"{announce(problems, 'text')}照这样写，会有这 {len(problems)} 处问题")
    make(options.data, found.change)
    told = [*found.told, _APPLIED.format(check=check_command(options.data))] if found.told else [_NOTHING_TICKED]
    print(*told, sep="\n", file=sys.stderr)


def _write(options: argparse.Namespace, change: NewFiles, text: bytes) -> None:
    """Write the proposals, then the data. A run that was killed in between left proposals that the next one makes again."""
    proposals: Path | None = options.proposals
    if proposals is None:
        make(options.data, change)
        return
    if there := proposals.exists():
        if proposals.read_bytes() != text:
            raise WrongOption(f"--proposals：已经有 {proposals.as_posix()}，请换一个文件名，或先把它移走")
    else:
        make(proposals.parent, {Path(proposals.name): text})
    try:
        make(options.data, change)
    except BaseException:
        if not there:
            proposals.unlink(missing_ok=True)
        raise


def _change(options: argparse.Namespace, received: Received, year: int, data: Data, told: list[Fact]) -> NewFiles:
    """Return the files that archive the report, none where it is archived already. Raises Unusable where another one is."""
    archived = data.report(year)
    if archived is None:
        given = {"发布单位": options.publisher, "公布日期": options.published, "来源": options.source}
        read = {fact.key: fact.value for fact in told}
        stated = {key: value for key, value in given.items() if value}
        return archive(received, year, title_of(received, options.title, year) | read | stated)
    if archived.digest == received.digest:
        return {}
    where = Path(archived.meta.file.name).with_suffix(".txt").as_posix()
    reason = f"{year} 年度的报告已经存档（{where}），与这份文字不同"
    raise Unusable(f"{reason}；年度写错的请改 --year，重新收到了正式文本的，请照编辑指南人工更换")


def _tell(
    options: argparse.Namespace, received: Received, year: int, found: list[Proposal], told: list[Fact] | None
) -> None:
    """Say what was done and is to be done. `told` holds the facts read in the report, None where nothing was written."""
    where = _record(options, year)
    done = f"已存档：{where}.txt（原文）、{where}.yml（登记）"
    alike = len([one for one in found if one.passages])
    proposed = f"，建议在 {options.proposals}" if options.proposals else "，建议如下" if alike else ""
    lines = [
        f"{year} 年度的报告已经存档，内容相同，没有改动" if told is None else done,
        *(f"照原文登记：{fact}；不对的在登记里改" for fact in told or ()),
        *(f"注意：{note}" for note in received.notes),
        "",
        *paragraph_table(received.paragraphs),
        f"\n有相近引文的条目：{alike} 条{proposed}",
        _NEXT.format(where=where, check=check_command(options.data), review=_review(options, year)),
    ]
    print(*lines, sep="\n", file=sys.stderr)


def _record(options: argparse.Namespace, year: int) -> str:
    """Return where the report stands, without the suffix."""
    folder: Path = options.data
    return (folder / "reports" / f"{year}").as_posix()


def _review(options: argparse.Namespace, year: int) -> str:
    """Return what to do with the proposals."""
    book: Path | None = options.proposals
    if book is None or book.suffix.lower() != ".xlsx":
        return "看一遍建议，合适的移进清单"
    command = f"python -m qingdan import-report --apply {book.as_posix()} --year {year}{data_option(options.data)}"
    return f"打开 {book.as_posix()}，合适的在“采用”写“是”，填好，存好，运行 {command}"


_NOTHING_TICKED = "没有采用的行：要采用的，在“采用”写“是”，存好再运行"
_APPLIED = "接着：有数字的记录补“指标”；运行 {check}，提交合并请求，请同事审核。"
_NEXT = """
检查现在不会因为这份报告报错；还要做的：
  1. 核对 {where}.yml 的标题、发布单位；公布日期、来源知道了就补上。
  2. 对照上面的段落编号和原文，先看标着“请看”的；编号不对的，在 {where}.yml 的“更正”里写明。
  3. {review}；没有相近引文的条目，自己在报告里找。
  4. 每个段落要么有条目引用，要么在 {where}.yml 的“未列入清单”写明理由；缺的见网站“核对情况”页。
  5. 运行 {check}，提交合并请求，请同事审核。
"""
