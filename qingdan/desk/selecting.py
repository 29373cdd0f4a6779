"""Words marked in a report → a quotation, and the numbers in it as 指标 that could be recorded."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import ValidationError

from ..model.entry import Figure
from ..model.load import Data
from ..text.numbers import Number, numbers_in
from ..text.quotation import clauses_around

_DIGITS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)([万亿]*)")
_INSIDE = ("余", "多")


def selected(data: Data, year: int, label: str, start: int, end: int) -> tuple[str, list[dict[str, str]]]:
    """Return the whole clauses around marked words, and the figures in them.

    In: year and label of the paragraph, and the span in UTF-16 units, as a browser counts. Out: an empty quotation where
    nothing can be quoted. Raises KeyError where there is no such paragraph.
    """
    report = data.report(year)
    paragraph = report.paragraph(label) if report else None
    if paragraph is None:
        raise KeyError(label)
    quote = clauses_around(paragraph, _characters(paragraph.raw, start), _characters(paragraph.raw, end))
    return quote, list(figures_in(quote))


def _characters(text: str, units: int) -> int:
    """Return how many characters the first so many UTF-16 units of a text are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore"))


def figures_in(quote: str) -> Iterator[dict[str, str]]:
    """Yield each number of a quotation that counts something, as a 指标 without its name."""
    for number in numbers_in(quote):
        figure = _figure(number)
        if figure and figure.keeps(number) and number in figure.found_in(quote):
            yield {
                "名称": "",
                "数值": figure.value,
                "单位": figure.unit,
                "约数": "" if figure.about == "否" else figure.about,
            }


def _figure(number: Number) -> Figure | None:
    """Return a number as a 指标, its digits as they are printed; None for a date, a range, and what counts nothing."""
    if not isinstance(number.value, Decimal) or not number.unit:
        return None
    printed = _DIGITS.search(number.words)
    digits, scale = printed.groups() if printed else (f"{number.value.normalize():f}", "")
    about = "…".join(word for word in number.qualifiers if word not in _INSIDE)
    inside = number.inside if number.inside in _INSIDE else ""
    said = {"名称": "数", "数值": f"{digits.replace(',', '')}{inside}", "单位": f"{scale}{number.unit}"}
    try:
        return Figure.model_validate(said | ({"约数": about} if about else {}))
    except ValidationError:
        return None
