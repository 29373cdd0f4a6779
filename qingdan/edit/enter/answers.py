"""An answer as typed → the value that goes into the list, or why it cannot be taken and what to write instead."""

import re
from collections.abc import Sequence

from pydantic import ValidationError

from ...model import Evidence, Provision
from ...model.explain import explain
from ...model.load import Data
from ...model.meant import advice
from ...model.parts import TASKS
from ...source.read import parse
from ...source.write import Value, page, why_unwritable
from ...text.problem import nearest
from ...text.quotation import Found, locate
from .numbers import used
from .question import Question

Answer = str | Sequence[str]
"""What was typed: one text, or the pieces of a composite answer."""

_ARTICLES = re.compile(r"\s*[:：/／]\s*")
_SLASH = re.compile(r"\s*[/／]\s*")
_COMMA = re.compile(r"\s*[,，、]\s*")


class Wrong(ValueError):
    """An answer that cannot be taken; says why, in Chinese."""


def value_of(question: Question, given: Sequence[Answer], data: Data) -> Value:
    """Return the value that the answers give to a question: a list where it takes several. Raises Wrong."""
    values = [_read(question, answer, data) for answer in given]
    if len(values) > 1 and not question.fact.many:
        raise Wrong(f"“{question.key}”只能写一个")
    value = values if question.fact.many else values[0]
    if reason := _refused_by_model(question, value):
        raise Wrong(reason)
    return value


def split(question: Question, words: Answer) -> Answer:
    """Return the pieces of a composite answer that was typed as one word with slashes; any other as it is.

    The last piece keeps the slashes in it. 报告/段落/引文 → 报告, 段落, 引文.
    """
    if isinstance(words, str) or not question.parts or len(words) != 1:
        return words
    return _SLASH.split(words[0].strip(), maxsplit=len(question.parts) - 1)


def _read(question: Question, answer: Answer, data: Data) -> Value:
    if isinstance(answer, str):
        text = _writable(question.key, answer)
        if not question.fact.section:
            return _text(question, text, data)
        if text not in data.vocab.value.sections[question.fact.section]:
            raise Wrong(f"“{question.key}”没有“{text}”，{advice(text, question.fact.section, data.vocab.value)}")
        return text
    if not len(question.parts) - question.spare <= len(answer) <= len(question.parts):
        parts = f"{len(question.parts)} 段：{'、'.join(question.parts)}"
        raise Wrong(f"“{question.key}”要写 {parts}，中间用 / 隔开；有空格的用引号括起来")
    given = dict(zip(question.parts, answer, strict=False))
    pieces = {part: _writable(part, piece) for part, piece in given.items() if piece.strip() or part in question.needed}
    if question.fact.record is Evidence:
        _proven(pieces, data)
    if question.fact.record is Provision:
        pieces["法规"] = _law(pieces["法规"], data)
    return pieces


def _writable(name: str, text: str) -> str:
    text = text.strip()
    if reason := why_unwritable(text):
        raise Wrong(f"“{name}”{reason}")
    return text


def _text(question: Question, text: str, data: Data) -> Value:
    match question.key:
        case "依据" | "法规":
            return _law_reference(text, data)
        case "被替代" | "替代":
            return _law(text, data)
        case "标识" if text in used(data):
            raise Wrong(f"“{text}”已经用了，标识用过一次就不再给别的法规，请另起一个")
        case "对应安排":
            tasks = [task.value.id for task in data.lists[TASKS.folder]]
            if text not in tasks:
                raise Wrong(f"任务清单里没有“{text}”，{nearest(text, tasks)}")
    return text


def _law(text: str, data: Data) -> str:
    """Return the 标识 of the law that goes by this 标识, 名称 or 简称."""
    names = {name: law.value.id for law in data.laws for name in (law.value.short, law.value.name, law.value.id)}
    if text not in names:
        raise Wrong(f"法规库里没有“{text}”，{nearest(text, names)}；要新增的，先运行 python -m qingdan new law")
    return names[text]


def _law_reference(text: str, data: Data) -> Value:
    name, *articles = _ARTICLES.split(text, maxsplit=1)
    slug = _law(name, data)
    if not articles:
        return slug
    listed = [article.number for law in data.laws if law.value.id == slug for article in law.value.articles]
    wanted = _COMMA.split(articles[0])
    for article in wanted:
        if article not in listed:
            raise Wrong(f"法规 {slug} 没有列出“{article}”，{nearest(article, listed)}；条要先加到法规库的“条文”里")
    return {"法规": slug, "条": wanted}


def _proven(pieces: dict[str, str], data: Data) -> None:
    """Raise Wrong when the words do not stand in the paragraph of the report."""
    year, label, quote = pieces["报告"], pieces["段落"], pieces["引文"]
    years = {str(report.year): report for report in data.reports}
    if year not in years:
        raise Wrong(f"没有收录“{year}”年度的报告，{nearest(year, years)}")
    paragraph = years[year].paragraph(label)
    if paragraph is None:
        labels = [paragraph.label for paragraph in years[year].paragraphs]
        raise Wrong(f"{year} 年度报告没有段落“{label}”，{nearest(label, labels)}")
    found = locate(quote, paragraph)
    if not isinstance(found, Found):
        closest = f"；应为：{found.closest}" if found.closest else ""
        raise Wrong(f"{found.reason}（{year} 年度报告 {label}）{closest}")


def _refused_by_model(question: Question, value: Value) -> str:
    """Return the first thing that the model has against `value`; empty when it takes it."""
    answer = {question.key: value}
    try:
        question.model.model_validate(answer)
    except ValidationError as error:
        if root := parse(page(answer), ""):
            problems = explain(error, root, question.model)
            return next((problem.message for problem in problems if problem.place != root.place), "")
    return ""
