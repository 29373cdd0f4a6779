"""`init`: the data folder that a new body begins with."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

from ..edit.begin.answers import QUESTIONS, Question, Wrong, taken
from ..edit.begin.folder import begun
from ..edit.journal import make, recover
from ..site.check import problems_in
from ..source.files import NewFiles
from ..source.write import Unwritable
from ..text.announce import announce
from ..text.problem import Problem, printable
from . import Refused, refuse

Answers = Mapping[str, Sequence[str]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes: the folder, and an option for each question."""
    parser.add_argument("folder", type=Path, metavar="文件夹", help="新的数据文件夹；还没有的，或者空的")
    for question in QUESTIONS:
        several = "；可以写几次" if question.many else ""
        parser.add_argument(
            f"--{question.option}",
            dest=f"answer {question.option}",
            action="append",
            default=[],
            metavar=question.key,
            help=f"{question.help}{several}",
        )


def run(options: argparse.Namespace, day: date) -> int:
    """Write the folder. Out: 0 when it stands, 1 when nothing was written, 2 for wrong options, 130 when broken off."""
    folder = options.folder
    try:
        _empty(folder)
        given = {question.option: getattr(options, f"answer {question.option}") for question in QUESTIONS}
        change = begun(_answers(given, sys.stdin.isatty() and sys.stdout.isatty()), day)
        _proven(change, folder, day)
        make(folder, change)
    except (Refused, Unwritable) as refused:
        return refuse(f"{refused}\n没有写入任何内容", status=getattr(refused, "status", 1))
    except (EOFError, KeyboardInterrupt):
        return refuse("\n已中断，没有写入任何内容", status=130)
    print(_DONE.format(folder=_typed(printable(folder.as_posix()))))
    return 0


def _empty(folder: Path) -> None:
    """Undo what broke off in the folder. Raises Refused where it is a file, or holds anything."""
    name = printable(folder.as_posix())
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Refused(f"{name} 不是文件夹；请换一个名字")
    if folder.is_dir():
        recover(folder)
        if there := sorted(path.name for path in folder.iterdir()):
            raise Refused(f"{name} 里已经有 {printable(there[0])}；新的单位要从空文件夹开始，请换一个还没有的文件夹")


def _answers(given: Answers, terminal: bool) -> Answers:
    """Return an answer for each question, from the options and, at a terminal, from the person. Raises Refused."""
    found: dict[str, Sequence[str]] = {}
    lacking = []
    for question in QUESTIONS:
        values = _options(question, given[question.option])
        proposal = question.proposed(found) if question.option == "title" and "short" in found else ""
        if not values and terminal:
            values = _asked(question, proposal)
        found[question.option] = values or [proposal] * bool(proposal)
        if question.needed and not found[question.option]:
            lacking.append(question)
    if lacking:
        lines = (f"  --{one.option}  {one.key}：{one.help}" for one in lacking)
        raise Refused("\n".join(["还缺这些参数：", *lines, "在终端里直接运行，会一项一项地问"]), 2)
    return found


def _options(question: Question, texts: Sequence[str]) -> list[str]:
    if len(texts) > 1 and not question.many:
        raise Refused(f"--{question.option}：写了 {len(texts)} 次，只能写一次", 2)
    try:
        return [taken(question, text) for text in texts]
    except Wrong as wrong:
        raise Refused(f"--{question.option}：{wrong}", 2) from None


def _asked(question: Question, proposal: str) -> list[str]:
    """Return what the person types, once or, for a question with several answers, until an empty line. Raises EOFError."""
    usual = f"直接按回车就是 {proposal}" if proposal else "" if question.needed else "没有的直接按回车"
    prompt = f"{question.key}{'（写完了直接按回车）' if question.many else ''}> "
    print(f"\n{question.key}：{question.help}{f'（{usual}）' if usual else ''}")
    found: list[str] = []
    while True:
        typed = input(prompt).strip()
        if not typed and (found or proposal or not question.needed):
            return found
        try:
            found.append(taken(question, typed))
        except Wrong as wrong:
            print(f"{wrong}；请重写" if typed else "这一项必须填")
            continue
        if not question.many:
            return found


def _proven(change: NewFiles, folder: Path, day: date) -> None:
    """Raise Refused with all problems that the new folder would have."""
    with TemporaryDirectory() as room:
        problems = problems_in(Path(room), day, change)
        if problems:
            named = (_there(problem, Path(room), folder) for problem in problems)
            raise Refused(f"{announce(named, 'text')}照这样写，会有这 {len(problems)} 处问题")


def _typed(name: str) -> str:
    """Return a folder's name as it is typed in a command: in quotes only where it has to be."""
    return name if all(one.isalnum() or one in "._-/" for one in name) else quote(name)


def _there(problem: Problem, room: Path, folder: Path) -> Problem:
    """Return a problem with its file named where it would be."""
    path = folder / Path(problem.place.path).relative_to(room)
    return replace(problem, place=problem.place._replace(path=path.as_posix()))


_DONE = """已写好 {folder}：网站信息、词表、三部法规、制度依据，和一条示例
接着做：
  1. 检查：python -m qingdan check --data {folder}
  2. 收年度报告（.txt、.docx）：python -m qingdan import-report 报告文件 --year 年度 --data {folder}
  3. 收现成的清单（.xlsx、.docx）：python -m qingdan import-list 清单文件 --data {folder}
  4. 生成网站：python -m qingdan build --data {folder} --site-dir {folder}-site
示例怎样删去，写在 {folder}/publicity/example.yml 的开头。"""
