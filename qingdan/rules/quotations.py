"""A quotation stands in the paragraph it names, character for character, as whole clauses."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..model import Evidence, ReportNote, Uncited
from ..model.load import Data, Report
from ..text.example import Example
from ..text.problem import Place, Problem, excerpt, nearest
from ..text.quotation import Found, closest, locate

NAME = "引文"
DEMAND = "引文须一字不差地出现在所注段落里，并且是完整的分句。"
EXAMPLES = (
    Example(
        "{报告: 2025, 段落: （三）, 引文: 宣传方式单一}",
        "{报告: 2025, 段落: （三）, 引文: 宣传方式不多}",
        "“宣传方式不多”：引文不在该段原文中（2025 年度报告 （三））；应为：宣传方式单一",
    ),
    Example(
        "{报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}",
        "{报告: 2025, 段落: （一）2, 引文: 约谈用水户}",
        "“约谈用水户”：引文须是完整的分句，不能从句中截断（2025 年度报告 （一）2）；应为：约谈用水户近20户次",
    ),
    Example(
        "{报告: 2025, 段落: （三）, 引文: 宣传方式单一}",
        "{报告: 2025, 段落: （三）, 引文: 宣传方式单一。}",
        "“宣传方式单一。”：引文首尾不要带标点（2025 年度报告 （三））；应为：宣传方式单一",
    ),
    Example(
        "{报告: 2025, 段落: （三）, 引文: 宣传方式单一}",
        "{报告: 2025, 段落: （四）, 引文: 宣传方式单一}",
        "2025 年度报告没有段落“（四）”，最接近的是“（二）”",
    ),
    Example(
        "{报告: 2025, 段落: （三）, 引文: 宣传方式单一}",
        "{报告: 2024, 段落: （三）, 引文: 宣传方式单一}",
        "没有收录 2024 年度的报告，最接近的是“2025”",
    ),
)

_LOOKED_AT = 2000  # paragraphs searched for words that stand elsewhere; the longest real report has a hundred


def check(data: Data) -> Iterator[Problem]:
    """Yield every quotation that does not stand in its paragraph, with the passage that comes closest."""
    for place, evidence in data.pieces(Evidence):
        yield from of_evidence(data, place, evidence)
    for report in data.reports:
        meta = report.meta.value
        own: dict[str, Sequence[ReportNote | Uncited]] = {"注": meta.notes, "未列入清单": meta.uncited}
        for key, items in own.items():
            for index, item in enumerate(items):
                place = partial(report.meta.place, key, index)
                yield from _quotation(place, report, item.paragraph, item.quote)


def stands(data: Data, evidence: Evidence) -> bool:
    """Tell whether the words of `evidence` stand where it says."""
    report = data.report(evidence.report)
    paragraph = report.paragraph(evidence.paragraph) if report else None
    return paragraph is not None and isinstance(locate(evidence.quote, paragraph), Found)


def of_evidence(data: Data, place: Callable[..., Place], evidence: Evidence) -> Iterator[Problem]:
    """Yield what is wrong with one piece of evidence. In: what tells the places of its fields."""
    report = data.report(evidence.report)
    if report is None:
        if f"reports/{evidence.report}" in data.known or "reports" in data.unread:
            return
        years = [str(report.year) for report in data.reports]
        message = f"没有收录 {evidence.report} 年度的报告，{nearest(str(evidence.report), years)}"
        yield Problem(place("报告"), NAME, message)
        return
    yield from _quotation(place, report, evidence.paragraph, evidence.quote)


def _quotation(place: Callable[..., Place], report: Report, label: str, quote: str) -> Iterator[Problem]:
    paragraph = report.paragraph(label)
    if paragraph is None:
        message = f"{report.year} 年度报告没有段落“{excerpt(label)}”，{_nearest_label(label, report)}"
        yield Problem(place("段落"), NAME, message)
        return
    result = locate(quote, paragraph)
    if isinstance(result, Found):
        return
    hint = f"；应为：{result.closest}" if result.closest else _elsewhere(report, quote)
    message = f"“{excerpt(quote)}”：{result.reason}（{report.year} 年度报告 {label}）{hint}"
    yield Problem(place("引文"), NAME, message)


def _nearest_label(label: str, report: Report) -> str:
    labels = [paragraph.label for paragraph in report.paragraphs]
    section = label.rstrip("0123456789")
    same = [other for other in labels if section and other.startswith(section)]
    return f"这一节有：{'、'.join(same)}" if same else nearest(label, labels)


def _elsewhere(report: Report, quote: str) -> str:
    looked_at = report.paragraphs[:_LOOKED_AT]
    for paragraph in looked_at:
        if isinstance(locate(quote, paragraph), Found):
            return f"；这句话在段落“{paragraph.label}”，请改“段落”"
    for paragraph in looked_at:
        if passage := closest(quote, paragraph):
            return f"；最接近的在段落“{paragraph.label}”：{passage}"
    return "；全文也没有相近的话，请从报告页复制原话"
