"""What lies in a folder: what is data, what cannot be published, and what a change to it is."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from types import MappingProxyType

from ..text.characters import forbidden
from ..text.problem import printable

NewFiles = Mapping[Path, bytes]
"""The new content of each file that changes; the paths are relative to the data folder."""
NO_NEW_FILES: NewFiles = MappingProxyType({})
JOURNAL = ".qingdan-change"
"""The hidden folder in which `edit/journal.py` keeps what it needs to undo a change; it is there only meanwhile."""
STARTED = Path(JOURNAL, "started")
"""Is there while the files are partly old and partly new."""

SCHEMAS = "schema"
"""The folder below the data that holds what `edit/renew.py` writes for editors; it is not data."""

_LEFT_BEHIND = ("thumbs.db", "desktop.ini", "ehthumbs.db")

LINK = "这是链接（快捷方式），不是文件本身；请删去链接，放入文件本身"
SPECIAL = "这不是普通文件（是管道、设备一类），请移出去"
CLOSED = "打不开，请核对是否允许读取"
NAME = "文件名里有看不见或不可用的字符（可能是 GBK 编码的文件名）；请改名，只用汉字、字母、数字、“-”和“_”"


def data_option(folder: Path) -> str:
    """Return the option that names the data folder in a command, where it is not the usual one."""
    return "" if folder == Path("data") else f" --data {folder.as_posix()}"


def _left(name: str) -> bool:
    """Tell whether a name is that of a hidden file, or of what an editor or a system leaves beside the files."""
    lower = name.lower()
    return lower.startswith(".") or lower.endswith("~") or lower[:1] == lower[-1:] == "#" or lower in _LEFT_BEHIND


def unusable(folder: Path) -> dict[Path, str]:
    """Return what lies below `folder` and may not be read, each with the reason in Chinese, in the order of paths.

    What is hidden or left behind is not data and not looked at. Nothing is opened, and no link is followed, so neither a pipe nor a circle of links can hold the program up.
    """
    found: dict[Path, str] = {}
    closed: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not _left(name)]
        for path in (Path(parent, name) for name in (*folders, *files) if not _left(name)):
            if reason := _reason(path):
                found[path] = reason
    found |= {Path(error.filename): CLOSED for error in closed}
    return dict(sorted(found.items()))


def _reason(path: Path) -> str | None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:  # it has gone since it was listed: another run was writing
        return None
    except OSError:
        return CLOSED
    if S_ISLNK(mode):
        return LINK
    if not (S_ISREG(mode) or S_ISDIR(mode)):
        return SPECIAL
    if not path.name.isprintable() or any(forbidden(path.name, "")):
        return NAME
    return None


def half_done(folder: Path) -> bool:
    """Tell whether a change to `folder` broke off, so that some of its files are old and some are new."""
    return os.access(folder / STARTED, os.F_OK)


def no_data(path: Path, folder: Path) -> bool:
    """Tell whether a path below `folder` is hidden or left behind, itself or a folder that it lies in."""
    return any(map(_left, path.relative_to(folder).parts))


def offered(folder: Path) -> Iterator[Path]:
    """Yield the files that an engine takes from its folder, in the order of paths: all but the hidden ones."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def data_paths(folder: Path) -> Iterator[Path]:
    """Yield what lies below a data folder and is data, folders too, in the order of paths."""
    own = folder / SCHEMAS
    return (path for path in sorted(folder.rglob("*")) if own not in (path, path.parent) and not no_data(path, folder))


def data_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a data folder, each with its path there."""
    for path in data_paths(folder):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def fingerprint(folder: Path) -> str:
    """Return what tells one state of a data folder from another."""
    return digest(data_files(folder))


def digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Return 16 digits made of files, their names and bytes, in the order given."""
    found = hashlib.sha256()
    for name, content in files:
        found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()[:16]


def shown(path: Path) -> str:
    """Return a path as messages name it."""
    return printable(path.as_posix())
