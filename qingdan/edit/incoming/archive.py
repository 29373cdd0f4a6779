"""A received report → the files that archive it: the text byte for byte, and what is registered about it."""

import re
from pathlib import Path

from ...model import UNKNOWN
from ...model.file_kinds import FILE_KINDS
from ...model.load import Data
from ...model.registry import FILE as REGISTRY
from ...model.registry import register
from ...source.files import NewFiles
from ...source.write import page
from ...text.folded import folded, visible
from .received import Received
from .unusable import Unusable

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
    body = data.body.value.name
    record = {
        "年度": str(year),
        "标题": facts["标题"],
        "发布单位": facts.get("发布单位") or (body if body in facts["标题"] else UNKNOWN),
        "公布日期": facts.get("公布日期") or UNKNOWN,
        "来源": facts.get("来源") or received.source,
        "sha256": received.digest,
    }
    kind = next(kind for kind in FILE_KINDS if kind.name == "reports")
    heading = f"# {year}年度报告的登记信息、编者注和未列入清单的段落。\n# 报告原文在同一文件夹的 {year}.txt，一个字也不改。\n\n"
    change = {
        Path("reports") / f"{year}.txt": received.content,
        Path("reports") / f"{year}.yml": f"{kind.first_line}\n{heading}{page(record)}".encode(),
    }
    if data.registry is not None:
        before = (folder / REGISTRY).read_bytes().decode()
        change[Path(REGISTRY)] = register(before, [f"reports/{year}/"], data.as_of).encode()
    return change
