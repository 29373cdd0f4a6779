"""A received report → the files that archive it: the text byte for byte, and what is registered about it."""

import re
from pathlib import Path

from ...model import UNKNOWN
from ...model.file_kinds import first_line
from ...model.parts import REPORTS
from ...model.report import DECLARED
from ...source.files import NewFiles
from ...source.write import page
from ...text.folded import folded
from .facts import guessed_title, printed_title
from .received import Received
from .word import Unusable

_YEAR = re.compile(r"((?:19|20)[0-9]{2})\s*年")


def title_of(received: Received, given: str | None, year: int) -> dict[str, str]:
    """Return the report's title as it is registered: as printed, else as given, which is registered as declared.

    Raises Unusable where it is none of this report's, or where there is none.
    """
    printed = printed_title(received.paragraphs)
    declared = given and folded(given) not in folded(received.text)
    if declared and printed:
        raise Unusable(f"--title：报告原文里没有“{given}”，原文的标题是“{printed}”；不写 --title 就用它")
    if not (title := given or printed or guessed_title(received.paragraphs)):
        raise Unusable("报告没有标题，请用 --title 写一个；原文没有的，网页上会注明是编辑拟的")
    years = _YEAR.findall(title)
    if years and str(year) not in years:
        raise Unusable(f"标题是“{title}”，与 --year {year} 不是同一年；请核对年度或者文件")
    return {"标题": title, **({"标题来源": DECLARED} if declared else {})}


def archive(received: Received, year: int, facts: dict[str, str]) -> NewFiles:
    """Return the files that archive `received` as the report on `year`. Raises Unwritable.

    In: the facts known by their YAML keys; unknown ones are registered as 待核.
    """
    unknown = {"标题": "", "标题来源": "", "发布单位": UNKNOWN, "公布日期": UNKNOWN, "来源": received.source}
    record = {key: text for key, text in {"年度": str(year), **unknown, **facts}.items() if text}
    heading = f"# {year}年度报告的登记信息、编者注和未列入清单的段落。\n# 报告原文在同一文件夹的 {year}.txt，一个字也不改。\n\n"
    text = f"{first_line(REPORTS.folder)}\n{heading}{page({**record, 'sha256': received.digest})}"
    path = Path(REPORTS.folder, str(year))
    return {path.with_suffix(".txt"): received.content, path.with_suffix(".yml"): text.encode()}
