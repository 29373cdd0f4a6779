"""A correction of a report's paragraphs says which one it means, and changes something."""

from collections.abc import Iterator

from ..model.load import Data, Report
from ..text.example import Example
from ..text.folded import visible
from ..text.outline.corrections import Correction, places_of
from ..text.outline.place import ANNEX, NAMES, UNDIVIDED, read_label
from ..text.paragraphs import parse
from ..text.problem import Problem, excerpt

NAME = "段落更正"
DEMAND = "报告的更正要说得准：开头的字在原文里只有一处，编号写得对、没有别的段落在用，而且真的改了什么。"
EXAMPLES = (
    Example(
        "未列入清单:",
        "更正:\n  - {段落: （五）, 开头: 推进普法宣传}\n未列入清单:",
        "原文里没有一行或一句以“推进普法宣传”开头；请照原文写这一段开头的字",
        "reports/2025.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield the corrections that mean no paragraph, or that leave every paragraph as it was."""
    for report in data.reports:
        ruled = [Correction(one.paragraph, one.opening) for one in report.meta.value.corrections]
        for index, correction in enumerate(ruled):
            others = [*ruled[:index], *ruled[index + 1 :]]
            if fault := _fault(report, correction, others):
                key, message = fault
                yield Problem(report.meta.place("更正", index, key), NAME, message)


def _fault(report: Report, correction: Correction, others: list[Correction]) -> tuple[str, str] | None:
    """Return what is wrong with a correction and at which of its keys, if anything is."""
    label, opening = correction.label, correction.opening
    if label != UNDIVIDED and read_label(label) is None:
        names = "、".join((*NAMES, ANNEX))
        return "段落", f"“{label}”不是段落编号；请写 一（四）2 这样的编号，或 {names}，多分出的写 {UNDIVIDED}"
    places = places_of(report.text, opening)
    if not places:
        return "开头", f"原文里没有一行或一句以“{excerpt(opening)}”开头；请照原文写这一段开头的字"
    if len(places) > 1:
        return "开头", f"原文里有 {len(places)} 处以“{excerpt(opening)}”开头；请把开头写长一点，只剩一处"
    here = next((one for one in report.paragraphs if places[0] in range(one.start, one.start + len(one.raw))), None)
    if label != UNDIVIDED and here and here.label != label and (taken := report.paragraph(label)):
        start = excerpt(" ".join(visible(taken.raw).split()), 12)
        return "段落", f"编号“{label}”已经有一段在用，它的开头是“{start}”；请换一个编号，或先更正那一段"
    if _shape(report) == [(one.label, one.start) for one in parse(report.text, others, report.meta.value.title)]:
        return "段落", "不写这一条，段落也是这样分的；请删掉这一条"
    return None


def _shape(report: Report) -> list[tuple[str, int]]:
    return [(one.label, one.start) for one in report.paragraphs]
