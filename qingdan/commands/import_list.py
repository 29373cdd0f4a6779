"""`import-list`: the body's own list goes in as received, and its rows become drafts of entries that quote its cells."""

import argparse
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..edit.enter.numbers import NoneFree
from ..edit.journal import make
from ..edit.lists.plan import EVERY, Plan, Wanted, plan
from ..edit.lists.titles import ITEMS, PUBLICITY, TASKS
from ..edit.lists.told import lines, nearest_place
from ..model import OWN_LIST, UNKNOWN
from ..model.load import Data
from ..model.values import SLUG
from ..site.check import examine, problems_in
from ..source.amend import Misplaced
from ..source.write import Unwritable, block
from ..text.announce import announce
from ..text.dates import FIRST_YEAR, LAST_YEAR, Moment
from ..text.grid.package import MAX_BYTES, Unusable
from ..text.problem import nearest
from . import WrongOption, check_command, refuse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("file", type=Path, metavar="文件", help="单位自己的清单：.xlsx 或 .docx")
    parser.add_argument(
        "--kind", choices=(PUBLICITY, TASKS), help="publicity 普法责任清单，tasks 任务分工；不写就按表头认"
    )
    parser.add_argument("--year", metavar="年度", help="清单说的是哪一年；不写就取标题里的年份")
    parser.add_argument("--id", metavar="标识", help="存档用的名字，例如 tasks-2026；不写就自己取")
    parser.add_argument(
        "--map", action="append", default=[], metavar="列=项", help="一列放什么，列写表头或者字母；可以写几次"
    )
    parser.add_argument(
        "--word", action="append", default=[], metavar="写法=词", help="清单的写法是本站的哪个词或哪部法规；可以写几次"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="项=词",
        help="清单没有写的项都写这个词，例如 领域=依法行政；可以写几次",
    )
    parser.add_argument(
        "--confirm",
        action="append",
        default=[],
        metavar="编号[=格]",
        help="这个条目就是清单的这一行，给它加上清单原文；可以写几次",
    )
    parser.add_argument(
        "--new",
        action="append",
        default=[],
        metavar="格",
        help="这一行是新的，和相近的条目不是一件事；可以写几次，都是新的写“全部”",
    )
    parser.add_argument("--date", metavar="日期", help="清单印发的日期；写了，--confirm 的条目同时写成已核定")
    parser.add_argument("--received", metavar="收到", help="哪一天收到；不写就是“待核”")
    parser.add_argument("--source", metavar="来源", help="从哪里得到")
    parser.add_argument("--dry-run", "--show", action="store_true", dest="dry", help="只说会怎样，什么都不写")


def run(options: argparse.Namespace, day: date) -> int:
    """Archive and draft. Out: 0 when done, or shown, 1 when nothing was written, 2 for wrong options."""
    try:
        wanted, content = _wanted(options), _content(options.file)
        data, problems = examine(options.data, day)
        if data is None or problems:
            raise Unusable(f"{announce(problems, 'text')}数据里先有这 {len(problems)} 处问题，请改好再收录")
        made = _planned(options, wanted, content, data, day)
    except (WrongOption, Unusable, Unwritable, NoneFree) as reason:
        return refuse(f"{reason}\n没有写入任何内容", status=2 if isinstance(reason, WrongOption) else 1)
    print(*lines(made, data), sep="\n")
    if options.dry:
        for number, draft in made.written.items():
            print(f"\n{block(draft.record(number))}", end="")
        print("\n只是看看，没有写入任何内容；去掉 --dry-run 再运行就写", file=sys.stderr)
        return 0
    make(options.data, made.change)
    print(_done(made, options.data), file=sys.stderr)
    return 0


def _planned(options: argparse.Namespace, wanted: Wanted, content: bytes, data: Data, day: date) -> Plan:
    """Return the plan, tried on the data. Raises Unusable, Unwritable, NoneFree and WrongOption."""
    if OWN_LIST not in data.vocab.value.sections["来源"]:
        how = f"- {{名称: {OWN_LIST}, 标识: own-list, 定义: 条目照单位自己的清单整理，清单原文存档在本站。}}"
        raise Unusable(f"vocab.yml 的“来源”里还没有“{OWN_LIST}”，请先加上这一行：\n  {how}")
    for key, word in wanted.usual.items():
        _known_word(key, word, data)
    try:
        made = plan(options.file.name, content, wanted, data, options.data)
    except Misplaced as misplaced:
        raise Unusable(f"--confirm 的条目现在的写法加不进清单原文（{misplaced}），请直接改那个文件") from None
    places = [one.row.place for one in made.drafts]
    for place in (*wanted.new, *(place for _, place in wanted.confirm if place)):
        if place not in (*places, EVERY):
            raise WrongOption(f"“{place}”不是哪一行的格；最接近的是 {nearest_place(made, place)}")
    if problems := problems_in(options.data, day, made.change) if made.change else []:
        raise Unusable(f"{announce(problems, 'text')}照这样写，会有这 {len(problems)} 处问题")
    return made


_SETTABLE = {
    "领域": ("任务领域", "法规领域"),
    "性质": ("性质",),
    "对象": ("对象",),
    "形式": ("形式",),
    "责任主体": ("责任主体",),
}


def _known_word(key: str, said: str, data: Data) -> None:
    if key not in _SETTABLE:
        raise WrongOption(f"--set：没有“{key}”这一项，{nearest(key, _SETTABLE)}")
    known = [word for section in _SETTABLE[key] for word in data.vocab.value.sections[section]]
    for word in re.split("[,，、]", said):
        if word not in known:
            raise WrongOption(f"--set：“{key}”没有“{word}”，{nearest(word, known)}")


def _wanted(options: argparse.Namespace) -> Wanted:
    """Return what the options ask for. Raises WrongOption."""
    for name, value in (("--date", options.date), ("--received", options.received)):
        try:
            if value and not (name == "--received" and value == UNKNOWN):
                Moment.parse(value)
        except ValueError as reason:
            raise WrongOption(f"{name}：{reason}") from None
    if options.year and not (re.fullmatch("[0-9]{4}", options.year) and FIRST_YEAR <= int(options.year) <= LAST_YEAR):
        raise WrongOption(f"--year：“{options.year}”不是年份，请只写四位年份，例如 2026")
    if options.id and not re.fullmatch(SLUG, options.id):
        raise WrongOption(f"--id：“{options.id}”只能用小写英文字母、数字和连字符，例如 tasks-2026")
    mapped = dict(_pairs("--map", options.map))
    for item in mapped.values():
        if item not in ITEMS:
            raise WrongOption(f"--map：没有“{item}”这一项，{nearest(item, ITEMS)}；可以写：{'、'.join(ITEMS)}")
    return Wanted(
        options.kind,
        int(options.year) if options.year else None,
        options.id,
        options.received or UNKNOWN,
        options.source,
        mapped,
        dict(_pairs("--word", options.word)),
        dict(_pairs("--set", options.set)),
        tuple(
            (number.strip().upper(), place.strip())
            for number, _, place in (one.partition("=") for one in options.confirm)
        ),
        options.date,
        tuple(options.new),
    )


def _pairs(name: str, given: Iterable[str]) -> Iterable[tuple[str, str]]:
    for one in given:
        left, mark, right = (part.strip() for part in one.replace("＝", "=").partition("="))
        if not (left and mark and right):
            raise WrongOption(f"{name}：“{one}”要写成 甲=乙 的样子，中间是等号")
        yield left, right


def _content(path: Path) -> bytes:
    """Return a file's bytes. Raises Unusable, and OSError."""
    try:
        if not path.is_file():
            raise Unusable(f"没有“{path}”这个文件，请核对文件名和位置")
    except OSError:
        raise Unusable(f"没有“{path}”这个文件，请核对文件名和位置") from None
    if path.stat().st_size > MAX_BYTES:
        raise Unusable(f"文件超过 {MAX_BYTES // 1_000_000} MB；一份清单没有这么大，请核对是不是选错了文件")
    return path.read_bytes()


def _done(made: Plan, folder: Path) -> str:
    if not made.change:
        return "\n没有新的要写：这份清单已经存档，能写的都写过了"
    files = "、".join((folder / path).as_posix() for path in made.change)
    return f"""
已写入 {files}
接着做：
  1. 照上面的对应表和原件，看一遍新的条目：名称、内容、领域、性质是程序按表里的字整理的，不合适的直接改。
  2. 还不能写的行，加了词和法规以后再运行一次。
  3. 原件会随仓库公开：里面有个人姓名、电话的，先请单位给一份没有这些的。
  4. 运行 {check_command(folder)}，提交合并请求，请同事审核。"""
