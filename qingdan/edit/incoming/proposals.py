"""Proposals: which entries a new report seems to speak of again, each as a record for an editor to review."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...model import UNKNOWN, Entry, Evidence, StatusRecord
from ...model.load import Data
from ...model.sourced import Sourced
from ...model.status import PLANNED, RETIRED
from ...source.write import Value, block
from ...text.folded import folded
from ...text.paragraphs import Paragraph
from .likeness import Candidate, passage_like
from .plans import plans


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry, its newest record with evidence, and what the new report says in place of each quotation."""

    entry: Sourced[Entry]
    record: StatusRecord
    matches: tuple[tuple[Evidence, Candidate | None], ...]
    planned: tuple[tuple[Evidence, Candidate], ...] = ()

    @property
    def passages(self) -> tuple[Candidate, ...]:
        """The passages found, each once."""
        return tuple({(one.label, one.quote): one for _, one in self.matches if one}.values())

    @property
    def lost(self) -> tuple[Evidence, ...]:
        """The quotations that nothing in what was done is like."""
        return tuple(evidence for evidence, one in self.matches if one is None)

    @property
    def status(self) -> str:
        """The state to propose: the last one; what was only planned until now has none, an editor says which."""
        last = self.entry.value.records[-1].status
        return UNKNOWN if last == PLANNED else last


def proposals(data: Data, year: int, paragraphs: Sequence[Paragraph]) -> Iterator[Proposal]:
    """Yield a proposal for each entry of which a quotation has a close match in the report on `year`.

    A match among the report's plans proves nothing that was done: it stands in `planned` alone. Entries that are
    retired, already rest on this report, or have a record later than `year` are passed over.
    """
    ahead = plans(paragraphs, year)
    alike = cache(lambda quote: passage_like(quote, paragraphs))
    for entry in data.entries:
        record = _newest_quoting(entry.value, year)
        if record is None:
            continue
        found = [(evidence, alike(evidence.quote)) for evidence in record.evidence]
        matches = tuple((evidence, None if one and one.label in ahead else one) for evidence, one in found)
        planned = tuple((evidence, one) for evidence, one in found if one and one.label in ahead)
        if planned or any(one for _, one in matches):
            yield Proposal(entry, record, matches, planned)


def _newest_quoting(entry: Entry, year: int) -> StatusRecord | None:
    """Return the newest record with evidence; None where the entry has none, or takes no record on `year`."""
    cited = {evidence.report for record in entry.records for evidence in record.evidence}
    last = entry.records[-1] if entry.records else None
    if last is None or last.status == RETIRED or last.date.year > year or year in cited:
        return None
    return next((record for record in reversed(entry.records) if record.evidence), None)


def quoted(data: Data, year: int) -> dict[tuple[str, str], str]:
    """Return what entries quote of the report on `year`: by paragraph and words, the 编号 of one that does."""
    return {
        (evidence.paragraph, folded(evidence.quote)): entry.value.id
        for entry in data.entries
        for record in entry.value.records
        for evidence in record.evidence
        if evidence.report == year
    }


def text_of(found: Sequence[Proposal], year: int) -> str:
    """Return the proposals as YAML to review: each 记录 can be moved as it is to the end of its entry's 记录."""
    heading = f"""\
# 给编辑看的建议，不是清单：{year}年度报告里，与以前的引文相近的话。程序只比较文字，不懂意思。
# 每一条都要对照报告原文：说明由编辑写，状态核对后再定，有数字的照新引文补“指标”。
# 看过以后，把“记录”下面的几行移到清单里同一编号的“记录”末尾；不合适的不用。
"""
    proven = [proposal for proposal in found if proposal.passages]
    only_planned = [proposal.entry.value for proposal in found if not proposal.passages]
    if only_planned:
        heading += f"# 只是又写进了安排，不能证明做到，没有列出：{'、'.join(entry.id for entry in only_planned)}\n"
    return "\n".join([heading, block(*(_reviewed(proposal, year) for proposal in proven))]) if proven else heading


def _reviewed(proposal: Proposal, year: int) -> dict[str, Value]:
    entry, place = proposal.entry.value, proposal.entry.start
    lost = [evidence.quote for evidence in proposal.lost]
    figures = [f"{figure.name}（以前是{proposal.record.printed(figure)}）" for figure in proposal.record.figures]
    return {
        "编号": entry.id,
        "名称": entry.name,
        "位置": f"{place.path} 第 {place.line} 行",
        "相似度": f"{max(passage.likeness for passage in proposal.passages):.2f}",
        "以前的引文": [
            {"相似度": f"{passage.likeness:.2f}", "报告": str(one.report), "段落": one.paragraph, "引文": one.quote}
            for one, passage in proposal.matches
            if passage
        ],
        **({"没有找到相近的": lost} if lost else {}),
        **({"指标待填": figures} if figures else {}),
        "记录": [
            {
                "日期": str(year),
                "状态": proposal.status,
                "说明": UNKNOWN,
                "证据": [
                    {"报告": str(year), "段落": passage.label, "引文": passage.quote} for passage in proposal.passages
                ],
            }
        ],
    }
