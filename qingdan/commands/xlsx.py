"""`xlsx`: the lists as workbooks, and edited workbooks back into the lists."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..edit.journal import make
from ..edit.workbook.bring import bring
from ..edit.workbook.comparison import comparison_of
from ..edit.workbook.export import workbook
from ..edit.workbook.fault import Fault, Unplaced
from ..edit.workbook.opened import opened
from ..edit.workbook.package import unpacked
from ..model.parts import FILED
from ..site.check import Unproven, open_site
from ..site.site import Site
from . import refuse

_SHOWN = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this command takes."""
    parser.add_argument("action", choices=("export", "import"), metavar="export|import", help="导出或导入")
    parser.add_argument("file", nargs="?", type=Path, metavar="工作簿.xlsx", help="要导入的工作簿")
    parser.add_argument(
        "--out", type=Path, default=Path("workbooks"), metavar="文件夹", help="导出到哪里，不写就是 workbooks"
    )


def run(options: argparse.Namespace, day: date) -> int:
    """Export or import. Out: 0 when done, 1 when nothing was written, 2 for a wrong command."""
    if (options.action == "import") != (options.file is not None):
        return refuse("写成 xlsx export [--out 文件夹]，或者 xlsx import 工作簿.xlsx", status=2)
    try:
        site = open_site(options.data, day)
        return _export(site, options.out) if options.action == "export" else _import(site, options)
    except Unproven as unproven:
        return refuse(f"清单里有 {len(unproven.problems)} 处问题，请先改好；什么都没有写", unproven.problems)
    except Unplaced as unplaced:
        count, shown = len(unplaced.faults), [f"{fault}\n" for fault in unplaced.faults[:_SHOWN]]
        more = f"……只列出前 {_SHOWN} 处\n" if count > _SHOWN else ""
        return refuse(f"{''.join(shown)}{more}共 {count} 处放不进去，什么都没有写")


def _export(site: Site, folder: Path) -> int:
    change = {Path(f"{part.name}.xlsx"): workbook(site, part) for part in FILED}
    if faults := [fault for name, content in change.items() for fault in _unsaved(site, folder / name, content)]:
        raise Unplaced(*faults)
    make(folder, change)
    print(*(folder / name for name in change), sep="\n", file=sys.stderr)
    return 0


def _unsaved(site: Site, path: Path, content: bytes) -> Iterator[Fault]:
    """Refuse to write over a workbook in which there is still something to import."""
    if path.exists() and path.read_bytes() != content:
        comparison = comparison_of(opened(unpacked(path), path.name, site.body.name), site)
        if comparison.edits or comparison.faults:
            yield Fault(path.as_posix(), "里面有还没有导入的改动；请先导入，或者改名、移走以后再导出")


def _import(site: Site, options: argparse.Namespace) -> int:
    edits, change = bring(options.file, site, options.data)
    if not change:
        print("工作簿里没有改动，什么都没有写", file=sys.stderr)
        return 0
    make(options.data, change)
    for edit in edits:
        print(f"{edit.cell}: {edit.id} 的{edit.name}", file=sys.stderr)
    files = "、".join((options.data / path).as_posix() for path in change)
    print(f"改了 {len(edits)} 处，写进 {files}；再改以前请重新导出", file=sys.stderr)
    return 0
