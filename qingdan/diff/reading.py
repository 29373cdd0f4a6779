"""Values of the data as a reviewer reads them: one line of text each."""

from collections.abc import Mapping

from pydantic import BaseModel

from ..model import Evidence, Figure, LawRef, StatusRecord

Names = Mapping[str, str]
"""The short name of each law, by 标识."""

_HEAD = ("日期", "状态", "说明")


def shown(value: object, laws: Names) -> str:
    """Return a value of a record as text; empty for what is not filled in."""
    match value:
        case None | ():
            return ""
        case LawRef():
            return f"{laws.get(value.law, value.law)}{'、'.join(value.articles)}"
        case Evidence():
            return f"“{value.quote}”（{where(value)}）"
        case StatusRecord():
            more = _told({alias: text for alias, text in items(value, laws).items() if alias not in _HEAD})
            return f"{value.date}，{value.status}。{value.note}{'　' if more else ''}{more}"
        case BaseModel():
            return _told(items(value, laws))
        case tuple() | list():
            return ("；" if isinstance(value[0], BaseModel) else "、").join(shown(item, laws) for item in value)
    return str(value)


def items(record: BaseModel, laws: Names) -> dict[str, str]:
    """Return every item of a record as text, by its Chinese name."""
    found = {info.alias or name: shown(getattr(record, name), laws) for name, info in type(record).model_fields.items()}
    figures = [_figure(record, figure) for figure in record.figures] if isinstance(record, StatusRecord) else []
    return found | ({"指标": "；".join(figures)} if figures else {})


def _figure(record: StatusRecord, figure: Figure) -> str:
    subject, total = figure.subject and f"主体：{figure.subject}", "、".join(figure.total_of)
    return "，".join(filter(None, [f"{record.printed(figure)} {figure.name}", subject, total and f"{total}的合计"]))


def where(evidence: Evidence) -> str:
    """Return where the words of a piece of evidence stand."""
    return f"{evidence.report}年度报告 {evidence.paragraph}"


def _told(given: dict[str, str]) -> str:
    return "；".join(f"{alias}：{text}" for alias, text in given.items() if text)
