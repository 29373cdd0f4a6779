"""The data to compare with: a folder, or what a git revision holds, taken out without a checkout."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory


class NoBase(Exception):
    """There is nothing to compare with; says why, in Chinese, and what to do."""


@dataclass(frozen=True, slots=True)
class Base:
    """The old data: the name to show for it, the folder where it lies now, and how its files are named in messages."""

    name: str
    folder: Path
    prefix: str


@contextmanager
def opened(base: str, data: Path) -> Iterator[Base]:
    """Yield the data that `base` names, a data folder or a git revision in which `data` lies. Raises NoBase.

    Of a revision only plain files are taken, byte for byte, into a folder that is gone afterwards: no filter, no hook
    and no link of the repository plays a part.
    """
    if _is_folder(base):
        if not any((Path(base) / name).is_file() for name in ("site.yml", "vocab.yml")):
            raise NoBase(
                f"“{base}”里没有 site.yml 和 vocab.yml，不是数据文件夹；要比的是同名的分支，请写 refs/heads/{base}"
            )
        yield Base(base, Path(base), base)
        return
    if not data.is_dir():
        raise NoBase(f"没有数据文件夹 {data}；请核对 --data 或 DATA_DIR 写的位置")
    root = _git(data, "rev-parse", "--show-toplevel")
    if root is None:
        raise NoBase(f"{data} 不在 git 仓库里，找不到“{base}”；可以改写旧数据所在的文件夹")
    revision = _git(data, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if revision is None:
        raise NoBase(f"没有“{base}”这个分支、标签或提交；请核对写法，只下载了部分历史的先运行 git fetch --unshallow")
    sha = revision.decode("ascii").strip()
    place = data.resolve().relative_to(Path(os.fsdecode(root.rstrip(b"\n"))).resolve()).as_posix()
    listing = _git(data, "ls-tree", "-r", "-z", "--full-tree", f"{sha}:{'' if place == '.' else place}")
    if not listing:
        raise NoBase(f"“{base}”里没有数据文件夹 {place}，没有可比的旧数据")
    with TemporaryDirectory(prefix="qingdan-") as folder:
        _take_out(data, listing, Path(folder))
        yield Base(f"{base}（{sha[:10]}）", Path(folder), f"{base}:{place}")


def _is_folder(base: str) -> bool:
    try:
        return bool(base) and Path(base).is_dir()
    except (OSError, ValueError):
        return False


def _take_out(data: Path, listing: bytes, folder: Path) -> None:
    """Write the plain files of a tree's listing (`mode type sha<Tab>name<NUL>`) below `folder`."""
    rows = [row.partition(b"\t") for row in listing.split(b"\0") if row.startswith((b"100644 ", b"100755 "))]
    wanted = b"".join(facts.split(b" ")[2] + b"\n" for facts, _, _ in rows)
    content = _git(data, "cat-file", "--batch", given=wanted)
    if content is None:
        raise NoBase("git 读不出旧数据；请先运行 git fsck 检查仓库")
    for _, _, name in rows:
        head, _, content = content.partition(b"\n")
        size = int(head.rpartition(b" ")[2])
        path = PurePosixPath(os.fsdecode(name))
        if ".." in path.parts or path.is_absolute():
            raise NoBase(f"旧数据里有文件名“{path}”，不能取出")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content[:size])
        content = content[size + 1 :]


def _git(where: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git says, or None when it refuses. Raises NoBase where there is no git."""
    command = ["git", "-C", str(where), *arguments]
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        run = subprocess.run(command, input=given, capture_output=True, env=environment, check=False)
    except FileNotFoundError:
        raise NoBase("这台电脑上没有 git；请先安装，或者改写旧数据所在的文件夹") from None
    except (OSError, ValueError):
        return None
    return run.stdout if run.returncode == 0 else None
