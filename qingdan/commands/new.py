"""`new`: a valid block for a new record of a list, at the end of the right file."""

import argparse
import sys
from datetime import date
from pathlib import Path

from ..edit.enter.addition import Addition, add
from ..edit.enter.fill import Filled, fill
from ..edit.enter.numbers import NoneFree
from ..edit.enter.place import NoPlace
from ..edit.enter.question import FORMS, Question
from ..edit.enter.sample import sample
from ..edit.journal import make
from ..model.load import Data, load
from ..site.check import examine, problems_in
from ..text.announce import announce
from . import Refused, check_command, refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes: one form of options for each list."""
    kinds = parser.add_subparsers(title="新增什么", required=True, metavar="|".join(form.kind for form in FORMS))
    for form in FORMS:
        lines = argparse.RawTextHelpFormatter
        own = kinds.add_parser(form.kind, add_help=False, help=form.title, allow_abbrev=False, formatter_class=lines)
        own.add_argument("--help", action="store_true", help="显示用法，例子取自现有的清单")
        own.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="数据文件夹")
        own.add_argument("--as-of", metavar="日期", default=argparse.SUPPRESS, help="以哪一天为准")
        own.add_argument("--file", metavar="文件", help="放进哪个文件，例如 tasks.yml；不写就放进自己的一个新文件")
        own.set_defaults(form=form, usage=own, described=[_described(own, question) for question in form.questions])


def _described(own: argparse.ArgumentParser, question: Question) -> tuple[argparse.Action, Question]:
    """Add the option of a question; pieces of an answer are typed with slashes, or as words."""
    several = "可以写几次。" if question.fact.many else ""
    whole = "/".join(question.parts) or question.key
    option = own.add_argument(
        f"--{question.option}",
        dest=f"answer {question.option}",
        action="append",
        default=[],
        nargs="+" if question.parts else None,
        metavar=(whole, "或用空格分开") if question.parts else whole,
        help=f"{question.key}：{question.help}{several}".replace("%", "%%"),
    )
    return option, question


def run(options: argparse.Namespace, day: date) -> int:
    """Write the block. Out: 0 when it stands in its list, 1 when nothing was written, 2 for wrong options, 130 when broken off."""
    if options.help:
        return _help(options, day)
    try:
        addition = _prepared(options, day)
        make(options.data, addition.change)
    except Refused as refused:
        return refuse(f"{refused}\n没有写入任何内容", status=refused.status)
    except (EOFError, KeyboardInterrupt):
        return refuse("\n已中断，没有写入任何内容", status=130)
    print(_done(addition, options.data))
    return 0


def _help(options: argparse.Namespace, day: date) -> int:
    """Print what the form takes, each option with an answer that the data would take now."""
    data, _ = load(options.data, day)
    for option, question in options.described:
        if data and (example := sample(question, data)):
            option.help = f"{option.help}\n例如 --{question.option} {example.replace('%', '%%')}"
    options.usage.print_help()
    return 0


def _prepared(options: argparse.Namespace, day: date) -> Addition:
    """Return the checked addition. Raises Refused, and EOFError when the person at the terminal ends the input."""
    form, folder = options.form, options.data
    data, problems = examine(folder, day)
    if data is None or problems:
        raise Refused(f"{announce(problems, 'text')}清单里先有这 {len(problems)} 处问题，请改好再新增")
    given = {question.option: getattr(options, f"answer {question.option}") for question in form.questions}
    filled = fill(form, given, data, sys.stdin.isatty() and sys.stdout.isatty())
    if filled.missing or filled.wrong:
        raise Refused(_incomplete(filled, data), 2)
    try:
        addition = add(form, filled.answers, data, folder, options.file)
    except (NoPlace, NoneFree) as reason:
        raise Refused(str(reason)) from None
    if problems := problems_in(folder, day, addition.change):
        where = f"照这样写进 {(folder / addition.file).as_posix()}，会有这 {len(problems)} 处问题"
        raise Refused(f"{addition.block}\n{announce(problems, 'text')}{where}")
    return addition


def _incomplete(filled: Filled, data: Data) -> str:
    lines = [f"--{option}：{reason}" for option, reason in filled.wrong.items()]
    if filled.missing:
        lines += ["还缺这些参数：", *(_missing(one, data) for one in filled.missing)]
        lines += ["在终端里直接运行，会一项一项地问"]
    return "\n".join(lines)


def _missing(question: Question, data: Data) -> str:
    example = sample(question, data)
    return f"  --{question.option}  {question.key}：{question.help}" + (f"例如 {example}" if example else "")


def _done(addition: Addition, folder: Path) -> str:
    place = f"{(folder / addition.file).as_posix()} 第 {addition.first}—{addition.last} 行"
    return f"""已写入 {place}：{addition.identity} {addition.name}

{addition.block}
接着做：
  1. 看一遍上面的内容；要改的，直接改文件里的这几行；有数字的，在记录下补“指标”。
  2. 运行 {check_command(folder)}；要看网页，运行 make serve。
  3. 提交合并请求，请同事审核。"""
