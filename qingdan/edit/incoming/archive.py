"""A received report → the files that archive it: the text byte for byte, and what is registered about it."""

import re
from pathlib import Path

from ...model import UNKNOWN
from ...model.file_kinds import FILE_KINDS
from ...model.load import Data
from ...model.parts import REPORTS
from ...source.files import NewFiles
from ...source.write import page
from ...text.folded import folded, visible
from ..enter.addition import registered
from .received import Received
from .word import Unusable

_YEAR = re.compile(r"((?:19|20)[0-9]{2})\s*年")


def title_of(received: Received, given: str | None, year: int) -> str:
    """Return the report's title: the given one, else its first line. Raises Unusable where it is none of this report's."""
    if given and folded(given) not in folded(received.text):
        raise Unusable(f"--title：报告原文里没有“{given}”，标题要照原文写")
    heading = next((visible(paragraph.raw) for paragraph in received.paragraphs if paragraph.label == "标题"), "")
    if not (title := given or heading):
        raise Unusable("报告开头没有标题，请用 --title 照原文写出标题")
    years = _YEAR.findall(title)
    if years and str(year) not in years:
        raise Unusable(f"标题是“{title}”，与 --year {year} 不是同一年；请核对年度或者文件")
    return title


def archive(received: Received, year: int, data: Data, folder: Path, facts: dict[str, str | None]) -> NewFiles:
    """Return the files that archive `received` as the report on `year`. Raises Unwritable.

    In: the proven data, its folder, and the facts known by their YAML keys; unknown ones are registered as 待核.
    """
    known = {key: text for key, text in facts.items() if text}
    body = data.body.value.name
    publisher = body if body in known["标题"] else UNKNOWN
    record = {"年度": str(year), "标题": "", "发布单位": publisher, "公布日期": UNKNOWN, "来源": received.source}
    kind = next(kind for kind in FILE_KINDS if kind.name == REPORTS.folder)
    heading = f"# {year}年度报告的登记信息、编者注和未列入清单的段落。\n# 报告原文在同一文件夹的 {year}.txt，一个字也不改。\n\n"
    text = f"{kind.first_line}\n{heading}{page({**record, **known, 'sha256': received.digest})}"
    path = Path(REPORTS.folder, str(year))
    change = {path.with_suffix(".txt"): received.content, path.with_suffix(".yml"): text.encode()}
    return {**change, **registered(REPORTS.page(year), data, folder)}
