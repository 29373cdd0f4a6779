"""建议工作簿: what a new report lets an editor add, a row each, to be ticked and applied by `import-report --apply`."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from ...model import Uncited
from ...model.load import Data
from ...model.status import PLANNED
from ...text.folded import folded, visible
from ...text.paragraphs import Level, Paragraph
from ...text.quotation import Found, locate
from ...text.xlsx import escaped, packed
from .likeness import passage_like
from .plans import plans
from .proposals import Proposal, quoted

TICK = "采用"
RECORDS, ARRANGEMENTS, UNCITED, ONLY_PLANNED = "记录", "新安排", "未列入", "只是安排"
COLUMNS = {
    RECORDS: (TICK, "编号", "名称", "以前的引文", "段落", "引文", "相似度", "状态", "说明", "指标待填", "没有找到的"),
    ARRANGEMENTS: (TICK, "段落", "引文", "名称", "领域", "责任主体", "时限", "内容"),
    UNCITED: (TICK, "段落", "引文", "理由", "请核对"),
}
"""The sheets whose rows can be ticked."""

_TOLD = {ONLY_PLANNED: ("编号", "名称", "以前的引文", "段落", "引文")}
_WIDE = {"以前的引文": 40, "引文": 50, "说明": 40, "内容": 40, "理由": 40, "名称": 22, "请核对": 40, "没有找到的": 40}
_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十0-9]{1,3}(?:[)）]|[、.．])\s*")
_READ_ME = (
    "每一行是一个建议，程序只比较文字，不懂意思。对照报告原文看过以后，合适的在“采用”写“是”。",
    "“记录”里采用的，填好“状态”和“说明”；同一编号采用几行，合成一条记录，几句话都是证据。有数字的，写进清单以后再补“指标”。",
    "“新安排”里采用的，填好名称、领域，核对责任主体、时限、内容，写成法治建设任务清单的新条目，状态是“已列入计划”。",
    "“未列入”里的理由是去年的，对得上的才采用。",
    "“只是安排”里的，新报告只在安排里又写了一遍，不能证明做到，不能采用；做了没有，自己在报告里找。",
    "存好以后，运行 python -m qingdan import-report --apply 这个文件 --year 年度。",
)


def proposals_book(
    found: Sequence[Proposal], data: Data, year: int, paragraphs: Sequence[Paragraph], day: date
) -> bytes:
    """Return the workbook for the report on `year`; the same proposals give the same bytes on a day."""
    book = Workbook()
    about = book.active
    assert about is not None
    about.title = "说明"
    for line in _READ_ME:
        about.append([line])
    about.column_dimensions["A"].width = 110
    rows = {
        RECORDS: list(_records(found)),
        ARRANGEMENTS: list(_arrangements(found, data, year, paragraphs)),
        UNCITED: list(_reasons(data, year, paragraphs)),
        ONLY_PLANNED: list(_only_planned(found)),
    }
    for name, columns in (COLUMNS | _TOLD).items():
        page = book.create_sheet(name)
        page.append(columns)
        for row in rows[name]:
            page.append([escaped(text) for text in row])
        page.freeze_panes = "B2"
        for number, title in enumerate(columns, start=1):
            letter = page.cell(1, number).column_letter
            page.cell(1, number).font = Font(bold=True)
            page.column_dimensions[letter].width = _WIDE.get(title, 12)
        for line in page.iter_rows():
            for cell in line:
                cell.number_format, cell.alignment = "@", Alignment(wrap_text=True, vertical="top")
                if cell.value:
                    cell.data_type = "s"  # words that begin with = are no formula
    return packed(book, day)


def _records(found: Sequence[Proposal]) -> Iterator[tuple[str, ...]]:
    for proposal in found:
        entry = proposal.entry.value
        figures = "；".join(f"{one.name}（以前是{proposal.record.printed(one)}）" for one in proposal.record.figures)
        state = "" if entry.records[-1].status == PLANNED else proposal.status
        lost = "；".join(evidence.quote for evidence in proposal.lost)
        for evidence, one in proposal.matches:
            if one:
                likeness = f"{one.likeness:.2f}"
                was = entry.id, entry.name, evidence.quote
                yield "", *was, one.label, one.quote, likeness, state, "", figures, lost


def _only_planned(found: Sequence[Proposal]) -> Iterator[tuple[str, ...]]:
    for proposal in found:
        for evidence, one in () if proposal.passages else proposal.planned:
            yield proposal.entry.value.id, proposal.entry.value.name, evidence.quote, one.label, one.quote


def _arrangements(
    found: Sequence[Proposal], data: Data, year: int, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[str, ...]]:
    """Yield what the plans part says and no entry says already: of each paragraph that has none below it."""
    ahead = plans(paragraphs, year)
    planned = {one.label for proposal in found for _, one in proposal.planned}
    known = planned | {label for label, _ in quoted(data, year)}
    below = [*paragraphs[1:], None]
    for one, following in zip(paragraphs, below, strict=True):
        parent = following is not None and following.level > one.level
        if one.label in ahead and one.label not in known and not parent and (quote := _whole(one)):
            yield "", one.label, quote, "", "", "待核定", "报告没有写", f"{quote}。"


def _whole(paragraph: Paragraph) -> str:
    """Return the words of a paragraph as they can be quoted; of a section, those after its heading if there are any."""
    text = "".join(visible(line) for line in paragraph.raw.splitlines())
    text = _NUMBER.sub("", text.removeprefix(paragraph.heading) or text, count=1).strip(" 。；\u3000")
    return text if text and isinstance(locate(text, paragraph), Found) else ""


def _reasons(data: Data, year: int, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, ...]]:
    """Yield the reasons of the newest report before this one, at the paragraph of the same name or of like words."""
    earlier = [one for one in data.reports if one.year < year]
    if not earlier:
        return
    archived = data.report(year)
    given = {(one.paragraph, folded(one.quote)) for one in archived.meta.value.uncited} if archived else set()
    for reason in max(earlier, key=lambda one: one.year).meta.value.uncited:
        label, quote = _carried(reason, paragraphs)
        if label and (label, folded(quote)) not in given:
            yield "", label, quote, reason.reason, f"去年在“{reason.paragraph}”：{reason.quote}"


def _carried(reason: Uncited, paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    named = next((one for one in paragraphs if one.label == reason.paragraph), None)
    if named and named.level == Level.FRONT and (quote := _whole(named)):
        return named.label, quote
    found = passage_like(reason.quote, paragraphs)
    return (found.label, found.quote) if found else ("", "")
