"""`paper`: a Word draft of a paper that staff hand in, made from the lists and their records."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from ..edit.journal import make
from ..export.papers.annual import annual
from ..export.papers.draw import drawn
from ..export.papers.duty import duty
from ..export.papers.notes import in_words
from ..export.papers.paper import Gap, Paper
from ..export.papers.reply import Reminder, reply
from ..model import Line, Year
from ..site.check import Unproven, open_site
from ..site.publication import Publication
from ..site.repository import NOWHERE
from ..site.site import Site
from ..source.write import why_unwritable
from ..text.dates import Moment
from ..text.problem import excerpt, nearest, printable
from . import WrongOption, refuse

KINDS = {
    "annual": ("法治政府建设情况报告", "说哪一年的情况"),
    "duty": ("普法责任制履职情况报告", "说哪一年的情况"),
    "reply": ("普法提示的反馈", "记录取哪一年的"),
}
_SUFFIX = ".docx"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes: one form of options for each kind of paper."""
    kinds = parser.add_subparsers(title="起草什么", required=True, metavar="|".join(KINDS))
    for kind, (title, year) in KINDS.items():
        own = kinds.add_parser(kind, add_help=False, help=title, allow_abbrev=False)
        own.add_argument("--help", action="help", help="显示用法")
        own.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="数据文件夹")
        own.add_argument("--as-of", metavar="日期", default=argparse.SUPPRESS, help="以哪一天为准")
        own.add_argument("--year", required=True, metavar="年度", help=f"{year}，例如 2026")
        own.add_argument("--out", type=Path, metavar="文件", help="存成哪个新的 .docx 文件；不写就存在这里")
        if kind == "reply":
            own.add_argument(
                "--about", required=True, nargs="+", action="extend", metavar="编号", help="提示说的是哪几条"
            )
            own.add_argument("--received", default="", metavar="日期", help="哪一天收到提示")
            own.add_argument("--number", default="", metavar="文号", help="提示的文号")
        own.set_defaults(kind=kind)


def run(options: argparse.Namespace, day: date) -> int:
    """Write the draft. Out: 0 when the file is there, 1 when nothing was written, 2 for wrong options."""
    try:
        year = _year(options.year, day)
        out = _out(options, year)
        site = open_site(options.data, day, NOWHERE, Publication(_address()))
        paper = _paper(site, options, year)
    except Unproven as unproven:
        return refuse(
            f"数据里先有这 {len(unproven.problems)} 处问题，请改好再起草\n没有写入任何内容", unproven.problems
        )
    except WrongOption as wrong:
        return refuse(f"{wrong}\n没有写入任何内容", status=2)
    make(out.parent, {Path(out.name): drawn(paper, day)})
    print(_done(paper, out), file=sys.stderr)
    return 0


def _address() -> str:
    """Return where the site is published, as SITE_URL says; empty where that is only on this computer."""
    address = os.environ.get("SITE_URL") or ""
    return f"{address.rstrip('/')}/" if urlsplit(address).hostname not in (None, "127.0.0.1", "localhost") else ""


def _year(text: str, day: date) -> int:
    try:
        year: int = TypeAdapter(Year).validate_python(text)
    except ValidationError as error:
        raise WrongOption(f"--year：{error.errors()[0]['msg']}") from None
    if year > day.year:
        raise WrongOption(f"--year：{year} 年还没有到（以 {day.isoformat()} 为准），还没有可写的；请核对年度")
    return year


def _out(options: argparse.Namespace, year: int) -> Path:
    """Return the file to write, which is not there yet. Raises WrongOption."""
    out: Path = options.out or Path(f"{year}年度{KINDS[options.kind][0]}（草稿）{_SUFFIX}")
    name = printable(out.as_posix())
    if out.suffix != _SUFFIX:
        raise WrongOption(f"--out：{name} 的末尾要是 {_SUFFIX}")
    if os.path.lexists(out):
        raise WrongOption(f"--out：已经有 {name}，里面可能有改好的稿子；请用 --out 换一个文件名，或先把它移走")
    if not out.parent.is_dir():
        raise WrongOption(f"--out：没有 {printable(out.parent.as_posix())} 这个文件夹，请先建好")
    if out.resolve().is_relative_to(options.data.resolve()):
        raise WrongOption(f"--out：草稿不能放进 {options.data.as_posix()}，请换一个文件夹")
    return out


def _paper(site: Site, options: argparse.Namespace, year: int) -> Paper:
    if options.kind == "annual":
        return annual(site, year)
    if options.kind == "duty":
        return duty(site, year)
    return reply(site, year, _reminder(site, options))


def _reminder(site: Site, options: argparse.Namespace) -> Reminder:
    """Return what the options say of the reminder. Raises WrongOption."""
    about = tuple(dict.fromkeys(options.about))
    for id in about:
        entry = site.entries.get(id)
        if entry is None:
            raise WrongOption(f"--about：没有 {excerpt(id)} 这一条，{nearest(id, site.entries)}")
        if left := site.retired(entry):
            instead = f"，由 {'、'.join(left.successors)} 接着做，请写它" if left.successors else "，请写还在清单里的"
            raise WrongOption(f"--about：{id} 已经退出清单{instead}")
    return Reminder(about, _day(options.received, site.as_of), _line(options.number))


def _day(text: str, day: date) -> str:
    """Return a date as a Chinese paper writes it. Raises WrongOption."""
    if not text:
        return ""
    try:
        moment = Moment.parse(text)
    except ValueError as reason:
        raise WrongOption(f"--received：{reason}；不知道的不写") from None
    if moment.first > day:
        raise WrongOption(f"--received：{text} 还没有到（以 {day.isoformat()} 为准），请核对")
    return in_words(moment)


def _line(text: str) -> str:
    if not text:
        return ""
    try:
        if reason := why_unwritable(text):
            raise WrongOption(f"--number：{reason}；不知道的不写")
        return TypeAdapter(Line).validate_python(text)
    except ValidationError as error:
        raise WrongOption(f"--number：{error.errors()[0]['msg']}") from None


def _done(paper: Paper, out: Path) -> str:
    pieces = [one for section in paper.sections for paragraph in section.paragraphs for one in paragraph]
    gaps = sum(isinstance(one, Gap) for one in pieces)
    return f"""已写好 {printable(out.as_posix())}：{len(pieces) - gaps} 句，每句有脚注；{gaps + 1} 处【待补】
接着做：
  1. 用 Word 或 WPS 打开，逐句对照脚注，改成要交的话。
  2. 【待补】补上，没有的事删去；清单里该添的记录，也添进清单。
  3. 定稿时删去开头那一段和全部脚注，照本单位的规矩送审。"""
