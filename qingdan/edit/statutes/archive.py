"""A received text of a law → the files that archive it: the text byte for byte, and what is registered about it."""

from pathlib import Path

from ...model import UNKNOWN
from ...model.file_kinds import first_line
from ...model.law_text import FOLDER, SUFFIX
from ...source.files import NewFiles
from ...source.write import page
from ...text.dates import Moment
from ..incoming.received import Received

_HEADING = "# 法规原文的登记信息。原文在同一文件夹的 {stem}.txt，一个字也不改。"


def archive(received: Received, law: str, version: Moment, effective: Moment | None, source: str) -> NewFiles:
    """Return the files that archive `received` as a version of a law. Raises Unwritable."""
    stem = f"{law}.{version}"
    record = {"法规": law, "版本": str(version), "施行": str(effective or UNKNOWN), "来源": source}
    text = f"{first_line('texts')}\n{_HEADING.format(stem=stem)}\n\n{page({**record, 'sha256': received.digest})}"
    return {Path(FOLDER, f"{stem}{SUFFIX}"): received.content, Path(FOLDER, f"{stem}.yml"): text.encode()}
