"""The commands: `check` the data, `build` the site, `release` to see what the owner still owes."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from .announce import FORMATS, announce
from .built import faults
from .check import Unproven, open_site, problems_in
from .moment import as_of
from .problem import Problem
from .publish import EngineFailed, publish
from .release import unset
from .written import problems_in_pages

DOCS, CONFIG = Path("docs"), Path("mkdocs.yml")


class _Arguments(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ")
        what = f"，没有“{unknown}”" if unknown != message else ""
        self.exit(2, f"命令写法不对{what}；用法见 python -m qingdan --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Out: 0 when all is well, 1 when something has to be mended, 2 for a wrong command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        day = as_of(options.as_of)
    except ValueError as error:
        print(f"--as-of: {error}", file=sys.stderr)
        return 2
    try:
        return options.run(options, day)
    except KeyboardInterrupt:
        print("已中断，原有的网站没有改动", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = _Arguments(prog="python -m qingdan", description="检查清单数据，生成公开网站。", add_help=False)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--help", action="help", help="显示用法")
    common.add_argument("--data", type=Path, default=Path(os.environ.get("DATA_DIR") or "data"), help="数据文件夹")
    common.add_argument("--as-of", metavar="日期", help="以哪一天为准，例如 2026-11-23；不写就是今天")
    parser.add_argument("--help", action="help", help="显示用法")
    commands = parser.add_subparsers(title="命令", required=True, metavar="check|build|release")
    check = commands.add_parser("check", parents=[common], add_help=False, help="只检查数据")
    check.add_argument("--format", choices=FORMATS, default="text", help="问题的写法")
    check.set_defaults(run=_check)
    build = commands.add_parser("build", parents=[common], add_help=False, help="检查数据，生成网站，再检查网站")
    build.add_argument("--site-dir", type=Path, default=Path(os.environ.get("SITE_DIR") or "site"), help="网站文件夹")
    build.set_defaults(run=_build)
    release = commands.add_parser("release", parents=[common], add_help=False, help="列出公开前还缺的信息")
    release.set_defaults(run=_release)
    return parser


def _release(_options: argparse.Namespace, _day: date) -> int:
    missing = unset(CONFIG)
    for item in missing:
        print(f"{CONFIG}: extra.gov 还没有填 {item}", file=sys.stderr)
    return 1 if missing else 0


def _check(options: argparse.Namespace, day: date) -> int:
    problems = problems_in(options.data, day)
    stream = sys.stderr if options.format == "text" else sys.stdout
    stream.write(announce(problems, options.format))
    if problems:
        print(f"共 {len(problems)} 处问题，改好后再查一次", file=sys.stderr)
        return 1
    print(f"{options.data} 没有问题", file=sys.stderr)
    return 0


def _build(options: argparse.Namespace, day: date) -> int:
    try:
        print("检查数据……", file=sys.stderr)
        site = open_site(options.data, day, os.environ.get("GITHUB_REPOSITORY", ""))
        if problems := problems_in_pages(DOCS, site):
            raise Unproven(problems)
        print(f"生成网页（{len(site.entries)} 条，{len(site.laws)} 部法规）……", file=sys.stderr)
        publish(options.data, options.site_dir, day, lambda folder: _examine(faults(site, folder)))
    except Unproven as unproven:
        return _refuse(unproven.problems, options.site_dir)
    except EngineFailed as failed:
        print(f"{failed}\n没有生成，{options.site_dir} 仍是上一次的网站", file=sys.stderr)
        return 1
    print(f"网站在 {options.site_dir}/，以 {day.isoformat()} 为准", file=sys.stderr)
    return 0


def _examine(problems: list[Problem]) -> None:
    if problems:
        raise Unproven(problems)


def _refuse(problems: list[Problem], site_dir: Path) -> int:
    sys.stderr.write(announce(problems, "text"))
    print(f"共 {len(problems)} 处问题，没有生成，{site_dir} 仍是上一次的网站", file=sys.stderr)
    return 1
