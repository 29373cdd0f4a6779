"""The paragraphs of a received report as a table to look through, and the corrections ready for those in doubt."""

from collections.abc import Iterator, Sequence

from ...source.write import page
from ...text.folded import visible
from ...text.paragraphs import Paragraph
from ...text.problem import excerpt

_OPENING = 12


def paragraph_table(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield the lines to show: each paragraph's label and first words, 请看 where the program is unsure."""
    unsure = [one for one in paragraphs if one.unsure]
    yield f"段落（{len(paragraphs)} 个{f'，其中 {len(unsure)} 个请看' if unsure else ''}）："
    for one in paragraphs:
        doubt = f"　←请看：{one.unsure}" if one.unsure else ""
        yield f"  {one.label}  {excerpt(_shown(one))}{doubt}"
    if unsure:
        yield "\n请看的这些段落，编号不对的，把下面这几行移到登记里，只留要改的，改“段落”；不该分开的写“不分段”："
        rows = [{"段落": one.label, "开头": _shown(one)[:_OPENING]} for one in unsure]
        yield page({"更正": rows})


def _shown(paragraph: Paragraph) -> str:
    return " ".join(visible(paragraph.raw).split())
