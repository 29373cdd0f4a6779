"""Where a new block goes: a file of its own, so that two branches do not meet in one, or at the end of a named file."""

import re
from pathlib import Path

from ...model.load import Data
from ...text.problem import nearest
from .question import Form

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.ya?ml")


class NoPlace(Exception):
    """There is no file for the block; says in Chinese which can be named."""


def own_file(form: Form, identity: str) -> Path:
    """Return the file of a record's own, named after it: tasks/rw-069.yml."""
    return Path(form.part.folder, f"{identity.lower()}.yml")


def named_file(form: Form, given: str, data: Data, folder: Path) -> Path:
    """Return the file of the list's folder that was given with or without its folders. Raises NoPlace."""
    path = Path(given) if Path(given).parent != Path() else folder / form.part.folder / given
    if path.resolve().parent != (folder / form.part.folder).resolve() or not _NAME.fullmatch(path.name):
        where = (folder / form.part.folder).as_posix()
        reason = f"“{given}”不能用：文件要在 {where}/ 里，名称用小写英文、数字和连字符，以 .yml 结尾"
        raise NoPlace(f"{reason}；{_known(form, data, given)}")
    return Path(form.part.folder) / path.name


def _known(form: Form, data: Data, given: str) -> str:
    return nearest(given, sorted({Path(one.file.name).name for one in data.lists[form.part.folder]}))


def appended(content: bytes, block: str) -> bytes:
    """Return a list file with `block` at its end, a blank line before it, in the file's own line ends."""
    end = next((end for end in (b"\r\n", b"\n", b"\r") if end in content), b"\n")
    gap = b"" if not content or content.endswith(end * 2) else end if content.endswith(end) else end * 2
    return content + gap + block.encode().replace(b"\n", end)
