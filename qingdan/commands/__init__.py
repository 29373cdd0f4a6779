"""The commands, one a file: each has `arguments(parser)` and `run(options, day)`, and is loaded only when it is called."""

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType

from ..source.files import data_option
from ..text.announce import announce
from ..text.problem import Problem

COMMANDS = {
    "init": "给一个新的单位写好开头的数据文件夹",
    "check": "只检查数据",
    "build": "检查数据，生成网站，再检查网站",
    "new": "在清单或法规库里新增一条",
    "import-report": "存档一份年度报告，列出段落，建议哪些条目可以添记录",
    "import-law": "存档一部法规的原文，核对它的日期",
    "import-list": "收录单位自己的清单，每一行写成引用它的条目",
    "statute": "看一份法规原文能不能读成编章节条，哪里有疑问",
    "diff": "与旧版本比，清单改了什么",
    "currency": "列出要重新核对的法规和条目",
    "apply": "照变更单改，变更单由编辑台下载",
    "retire": "让一个条目退出清单，写明原因和接续",
    "register": "登记还没有登记的地址",
    "xlsx": "export 把清单导出成 Excel 工作簿，import 把改好的工作簿导入清单",
    "paper": "起草年度报告、普法责任制履职报告、普法提示的反馈，存成 Word 文件",
    "contract": "核对数据格式与上一次发布是否兼容",
    "bundle": "把网站里的数据文件打成一个压缩包，附校验值",
    "release": "列出公开前还缺的信息",
}
"""What each command does, by its name."""
CHANGING = frozenset({"new", "import-report", "import-law", "import-list", "apply", "retire", "register", "xlsx"})
"""The commands that change the data folder."""


def command(name: str) -> ModuleType:
    """Load a command, and with it what it alone needs, such as Excel or pinyin."""
    return import_module(f".{name.replace('-', '_')}", __name__)


class WrongOption(Exception):
    """An option cannot be taken; says why, in Chinese."""


class Refused(Exception):
    """Nothing is written; says why, and with which exit status the command ends."""

    def __init__(self, reason: str, status: int = 1) -> None:
        super().__init__(reason)
        self.status = status


def check_command(folder: Path) -> str:
    """Return the command that checks this data folder."""
    option = data_option(folder)
    return f"python -m qingdan check{option}" if option else "make check"


def refuse(reason: object, problems: Iterable[Problem] = (), status: int = 1) -> int:
    """Print the problems and then the reason why nothing was done. Out: the status that the command ends with."""
    print(announce(problems, "text"), reason, sep="", file=sys.stderr)
    return status
