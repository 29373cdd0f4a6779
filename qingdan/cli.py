"""The command line: reads the arguments and the day, then runs one of `commands/`."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from .commands import CHANGING, COMMANDS, command, refuse
from .edit.journal import HalfDone, recover
from .text.dates import as_of
from .text.trouble import sentence


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ")
        what = f"，没有“{unknown}”" if unknown != message else ""
        self.exit(2, f"命令写法不对{what}；用法见 python -m qingdan --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Out: 0 when all is well, 1 when something has to be mended, 2 for a wrong command.

    Raises BrokenPipeError where nobody reads any longer what is printed.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        try:
            return _run(sys.argv[1:] if arguments is None else arguments)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return refuse("已中断，原有的文件没有改动", status=130)
    except BrokenPipeError:
        raise
    except HalfDone as error:
        return refuse(f"{sentence(error)}；文件有新有旧，先不要用，能写以后把这条命令再运行一次，会先恢复原样")
    except OSError as error:
        return refuse(sentence(error) + ("；原有的文件没有改动" if error.filename else ""))
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.default_int_handler)  # `make` may have switched it off


def _run(given: Sequence[str]) -> int:
    options = _parser(given).parse_args(given)
    try:
        day = as_of(options.as_of)
    except ValueError as error:
        return refuse(f"--as-of: {error}", status=2)
    if options.command in CHANGING and recover(options.data):
        print("上次写到一半断了，已经恢复原样", file=sys.stderr)
    return int(options.run(options, day))


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Return what reads the arguments: the name of every command, and what the command that is given takes."""
    parser = _Arguments(prog="python -m qingdan", description="检查清单数据，生成公开网站。", add_help=False)
    common = _Arguments(add_help=False)
    common.add_argument("--help", action="help", help="显示用法")
    common.add_argument("--data", type=Path, default=Path(os.environ.get("DATA_DIR") or "data"), help="数据文件夹")
    common.add_argument("--as-of", metavar="日期", help="以哪一天为准，例如 2026-11-23；不写就是今天")
    parser.add_argument("--help", action="help", help="显示用法")
    commands = parser.add_subparsers(title="命令", required=True, metavar="|".join(COMMANDS))
    for name, purpose in COMMANDS.items():
        own = commands.add_parser(name, parents=[common], add_help=False, help=purpose)
        if name in given:
            called = command(name)
            called.arguments(own)
            own.set_defaults(run=called.run, command=name)
    return parser
