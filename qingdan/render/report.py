"""A report's page: its text as archived, the quoted words marked, the entries beside each paragraph."""

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from ..model import Entry, ReportNote, Uncited
from ..model.load import Report
from ..site.site import Site, mark_anchor
from ..text.characters import odd
from ..text.folded import printed, visible
from ..text.paragraphs import Level, Paragraph
from .figures import figures_of
from .structured import json_ld, of_report
from .template import fill


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A paragraph with all that stands beside it."""

    paragraph: Paragraph
    blocks: list[tuple[str, Markup]]
    entries: list[Entry]
    notes: list[ReportNote]
    uncited: tuple[Uncited, ...]
    odd: tuple[str, ...]

    @property
    def ends(self) -> str:
        """The first and last words of the paragraph."""
        text = visible(self.paragraph.raw).replace("\n", "　")
        return text if len(text) <= 40 else f"{text[:24]}……{text[-14:]}"


def report_page(site: Site, year: int, root: str) -> str:
    """Return the page of the report on `year`. Raises KeyError when it is not archived."""
    report = site.data.report(year)
    if report is None:
        raise KeyError(year)
    headings = [paragraph for paragraph in report.paragraphs if paragraph.heading]
    rows = report_rows(site, report)
    return fill(
        "report",
        site=site,
        root=root,
        meta=report.meta.value,
        headings=headings,
        rows=rows,
        remarked=any(row.notes or row.uncited for row in rows),
        figures=[(figure, proof) for figure, proof in figures_of(site) if proof.evidence.report == year],
        structured=json_ld(of_report(site, report)),
    )


def report_rows(site: Site, report: Report) -> list[ParagraphRow]:
    """Return every paragraph of a report with its marked text, its entries, notes and reasons."""
    rows = []
    for paragraph in report.paragraphs:
        citations = site.cited.get((report.year, paragraph.label), ())
        spans = {(citation.found.start, citation.found.end): citation.anchor for citation in citations}
        for evidence in site.words_cited.get((report.year, paragraph.label), ()):
            found = site.found(evidence)
            spans[found.start, found.end] = mark_anchor(paragraph, found)
        entries = list({citation.entry.id: citation.entry for citation in citations}.values())
        notes = [note for note in report.meta.value.notes if note.paragraph == paragraph.label]
        uncited = site.uncited(report, paragraph.label)
        blocks = _blocks(paragraph, spans)
        rows.append(ParagraphRow(paragraph, blocks, entries, notes, uncited, odd(paragraph.raw)))
    return rows


def _blocks(paragraph: Paragraph, spans: dict[tuple[int, int], str]) -> list[tuple[str, Markup]]:
    """Cut a paragraph's text into lines, each an element; a part's or section's first line is its heading."""
    blocks: list[tuple[str, Markup]] = []
    start = 0
    for line in paragraph.raw.splitlines(keepends=True):
        end = start + len(line)
        if visible(line):
            heads = not blocks and line.strip() == paragraph.heading
            tag = {Level.PART: "h2", Level.SECTION: "h3"}[paragraph.level] if heads else "p"
            blocks.append((tag, _marked(paragraph.raw, start, end, spans)))
        start = end
    return blocks


def _marked(raw: str, start: int, end: int, spans: dict[tuple[int, int], str]) -> Markup:
    """Return raw[start:end] with a <mark> around each quoted span.

    Where spans cross, the later one is split; its further pieces name the first in `data-of`.
    """
    cuts = sorted({start, end, *(cut for span in spans for cut in span if start < cut < end)})
    html, opened, given = Markup(), list[tuple[int, int]](), set[tuple[int, int]]()
    for left, right in pairwise(cuts):
        active = sorted((span for span in spans if span[0] <= left and right <= span[1]), key=lambda s: (s[0], -s[1]))
        shared = 0
        while shared < min(len(opened), len(active)) and opened[shared] == active[shared]:
            shared += 1
        html += Markup("</mark>") * (len(opened) - shared)
        for span in active[shared:]:
            fresh = span[0] == left and span not in given
            html += Markup('<mark id="{}">' if fresh else '<mark data-of="{}">').format(spans[span])
            given.add(span)
        opened = active
        html += printed(raw[left:right]).rstrip("\r\n")
    return html + Markup("</mark>") * len(opened)
