"""The records staff write: 条目, 记录, 证据, 指标, 法规, 报告. Frozen, with the YAML's Chinese keys as aliases.

A field annotated `In("词表名")` takes only terms of that list in `data/vocab.yml`; the rule 词表 enforces it. Titles and
descriptions are Chinese: editors show them, and the guide's table of fields is made from them.
"""

from .entry import Entry, Evidence, Figure, LawRef, LawRefs, Publicity, StatusRecord, Task
from .law import Article, Check, Law, Source
from .report import ReportMeta, ReportNote, Uncited
from .values import (
    ALWAYS,
    UNKNOWN,
    Day,
    DayOrAlways,
    DayOrUnknown,
    In,
    InLibrary,
    Line,
    Lines,
    Own,
    Record,
    Slug,
    SomeLines,
    Year,
)

__all__ = [
    "ALWAYS",
    "UNKNOWN",
    "Article",
    "Check",
    "Day",
    "DayOrAlways",
    "DayOrUnknown",
    "Entry",
    "Evidence",
    "Figure",
    "In",
    "InLibrary",
    "Law",
    "LawRef",
    "LawRefs",
    "Line",
    "Lines",
    "Own",
    "Publicity",
    "Record",
    "ReportMeta",
    "ReportNote",
    "Slug",
    "SomeLines",
    "Source",
    "StatusRecord",
    "Task",
    "Uncited",
    "Year",
]
