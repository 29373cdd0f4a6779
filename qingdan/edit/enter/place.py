"""Where a new block goes: the file of its kind, at the end, every byte before it kept."""

import re
from collections import Counter
from pathlib import Path

from ...model import facts_of
from ...model.load import Data
from ...text.problem import nearest
from .question import Answers, Form

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.ya?ml")


class NoPlace(Exception):
    """There is no file for the block; says in Chinese which can be named."""


def file_for(form: Form, answers: Answers, data: Data, folder: Path) -> Path:
    """Return the file, relative to `folder`, that holds most records with the same 领域, 性质 or 级别. Raises NoPlace."""
    word = answers[form.part.groups]
    counts = Counter(path for path, group in _groups(form, data, folder) if group == word)
    if not counts:
        raise NoPlace(f"还没有哪个文件放“{word}”，请用 --file 写明放进哪个文件；{_known(form, data, folder)}")
    return min(counts, key=lambda path: (-counts[path], path))


def named_file(form: Form, given: str, data: Data, folder: Path) -> Path:
    """Return the file of the list's folder that was given with or without its folders. Raises NoPlace."""
    path = Path(given) if Path(given).parent != Path() else folder / form.part.folder / given
    if path.resolve().parent != (folder / form.part.folder).resolve() or not _NAME.fullmatch(path.name):
        where = (folder / form.part.folder).as_posix()
        reason = f"“{given}”不能用：文件要在 {where}/ 里，名称用小写英文、数字和连字符，以 .yml 结尾"
        raise NoPlace(f"{reason}；{_known(form, data, folder, given)}")
    return Path(form.part.folder) / path.name


def _groups(form: Form, data: Data, folder: Path) -> list[tuple[Path, str]]:
    fact = facts_of(form.part.record)[form.part.groups]
    records = data.lists[form.part.folder]
    return [(Path(one.file.name).relative_to(folder), getattr(one.value, fact.attribute)) for one in records]


def _known(form: Form, data: Data, folder: Path, given: str = "") -> str:
    return nearest(given, sorted({path.name for path, _ in _groups(form, data, folder)}))


def appended(content: bytes, block: str) -> bytes:
    """Return a list file with `block` at its end, a blank line before it, in the file's own line ends."""
    end = next((end for end in (b"\r\n", b"\n", b"\r") if end in content), b"\n")
    gap = b"" if not content or content.endswith(end * 2) else end if content.endswith(end) else end * 2
    return content + gap + block.encode().replace(b"\n", end)
