"""What a report itself says of its title, its publication and its publisher, with the line in which it stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...text.folded import visible
from ...text.outline.front import GUESSED
from ...text.outline.lines import Line, every_line
from ...text.outline.place import TITLE
from ...text.paragraphs import Paragraph
from ...text.problem import excerpt

_DATE = r"([0-9]{4})\s*[-年./]\s*([0-9]{1,2})\s*[-月./]\s*([0-9]{1,2})"
_PUBLISHED = re.compile(rf"(?:发布|公布|公开)\s*(?:时间|日期)[\s:|]*{_DATE}")
_PLAIN = re.compile(rf"(?:^|\s)(?:时间|日期)\s*[:|]\s*{_DATE}")
_PUBLISHER = re.compile(r"(?:发布|公开|制发)\s*(?:机构|单位)[\s:|]*([\u4e00-\u9fff（）()]{2,40})")
_SOURCE = re.compile(r"来源\s*[:|]\s*([\u4e00-\u9fff（）()]{2,40})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A value to be registered, and where it was read: shown to the editor, who may overrule it."""

    key: str
    value: str
    where: str

    def __str__(self) -> str:
        """Return the line that the import shows."""
        return f"{self.key} {self.value}（{self.where}）"


def printed_title(paragraphs: Sequence[Paragraph]) -> str:
    """Return the title as printed, its lines joined; empty where the report has none, or one that is only guessed."""
    title = _title(paragraphs)
    return "".join(visible(line) for line in title.raw.splitlines()) if title and title.unsure != GUESSED else ""


def guessed_title(paragraphs: Sequence[Paragraph]) -> str:
    """Return the short first line that stands for a title where none names a report; empty where there is none."""
    title = _title(paragraphs)
    return visible(title.raw) if title and title.unsure == GUESSED else ""


def _title(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    return next((one for one in paragraphs if one.label == TITLE), None)


def facts_of(text: str, paragraphs: Sequence[Paragraph], body: str, year: int, day: date) -> Iterator[Fact]:
    """Yield 发布单位 and 公布日期 where the text names them.

    A date counts only between the end of the report's year and `day`; the date of the signature is none of publication.
    """
    starts = [one.start for one in paragraphs]
    framing = [
        (number, line)
        for number, line in enumerate(every_line(text), start=1)
        if paragraphs[bisect_right(starts, line.start) - 1].is_frame
    ]
    if found := _publisher(framing, paragraphs, body):
        yield found
    for form in (_PUBLISHED, _PLAIN):
        for number, line in framing:
            if (match := form.search(line.bare)) and (published := _day(match, year, day)):
                yield Fact("公布日期", published, _at(number, line))
                return


def _publisher(framing: Sequence[tuple[int, Line]], paragraphs: Sequence[Paragraph], body: str) -> Fact | None:
    for number, line in framing:
        if match := _PUBLISHER.search(line.bare):
            return Fact("发布单位", match[1], _at(number, line))
    if body in printed_title(paragraphs) or body in guessed_title(paragraphs):
        return Fact("发布单位", body, "标题里写着本站的主体")
    for number, line in framing:
        if match := _SOURCE.search(line.bare):
            return Fact("发布单位", match[1], _at(number, line))
    return None


def _day(match: re.Match[str], year: int, day: date) -> str:
    try:
        found = date(*map(int, match.groups()))
    except ValueError:
        return ""
    return found.isoformat() if year < found.year and found <= day else ""


def _at(number: int, line: Line) -> str:
    return f"第 {number} 行：{excerpt(visible(line.raw))}"
