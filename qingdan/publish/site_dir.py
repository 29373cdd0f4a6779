"""Where a site may be put: what stands there is replaced whole, so it must be nothing, or a site of this program.

Nothing is written here; whoever writes asks first, and once more just before the old site goes.
"""

import os
from contextlib import suppress
from pathlib import Path

from ..text.problem import printable

OWN = (".ci", ".git", ".github", ".venv", "data", "docs", "overrides", "qingdan", "tests")
"""The folders of a checkout that hold what nobody can make again with `make build`."""

MARK = "built-by-qingdan.txt"
MARKED = "这个文件夹由法治责任清单的程序生成，下一次生成时整个换掉。不要在这里放别的文件。\n".encode()
"""The file that tells a site of this program, and its content; a folder whose mark reads otherwise is not replaced."""


class Unfit(Exception):
    """No site may be put there; says why, and what to do."""


def fit(site_dir: Path, data: Path) -> Path:
    """Return the folder to replace by a site: absent, empty, or such a site; at the end of the links, if it is one.

    In: the folder as given, and the data folder; the checkout is the current folder. Raises Unfit.
    """
    target = apart(site_dir, data)
    try:
        reason = _occupied(target)
    except OSError as error:
        reason = f"它打不开（{error.strerror}）"
    if reason:
        raise _unfit(site_dir, reason)
    return target


def apart(site_dir: Path, data: Path) -> Path:
    """Return the folder at the end of the links of `site_dir`, which has nothing to do with what people keep.

    It neither is, nor holds, nor lies in the data, a folder of the checkout, or any repository; nor is it or does it
    hold the home folder. Raises Unfit.
    """
    try:
        target = site_dir.resolve()
        kept = {f"本项目的 {name}": Path(name).resolve() for name in OWN}
        kept[f"数据文件夹 {data}"] = data.resolve()
    except (OSError, RuntimeError, ValueError):  # links in a circle, a name too long, a zero byte
        raise _unfit(site_dir, "这个位置走不到") from None
    for name, folder in kept.items():
        if _lies_in(target, folder):
            raise _unfit(site_dir, f"它是{name}，或者在其中")
        if _lies_in(folder, target):
            raise _unfit(site_dir, f"它里面有{name}")
    if ".git" in target.parts:
        raise _unfit(site_dir, "它在一个 git 仓库的 .git 里")
    if _lies_in(Path("~").expanduser().resolve(), target):
        raise _unfit(site_dir, "它是用户的主文件夹，或者里面有主文件夹")
    return target


def _lies_in(path: Path, folder: Path) -> bool:
    """Return whether `path` is `folder` or below it, under whatever name: case or a second mount may hide it."""
    for one in (path, *path.parents):
        with suppress(OSError):
            if one == folder or one.samefile(folder):
                return True
    return False


def _occupied(target: Path) -> str:
    """Return what stands in the way at `target`; empty when nothing does. Raises OSError."""
    if not os.path.lexists(target):
        return ""
    if not target.is_dir():
        return "它不是文件夹"
    if os.path.ismount(target):
        return f"它是挂载点，不能整个换掉；可以放在它里面，例如 {target / 'site'}"
    names = {path.name for path in target.iterdir()}
    if ".git" in names:
        return "它是一个 git 仓库"
    mark = target / MARK
    if names and not (mark.is_file() and mark.read_bytes() == MARKED):
        other = f"里面有别的文件（例如“{printable(min(names))}”）"
        return f"{other}，看不出是本程序生成的；若是以前的版本生成的网站，请先删去"
    return ""


def _unfit(site_dir: Path, reason: str) -> Unfit:
    return Unfit(f"网站不能放在 {site_dir}：{reason}。什么都没有动；请换一个空的或者还没有的文件夹")
