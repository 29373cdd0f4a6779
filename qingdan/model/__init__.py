"""The records staff write: 条目, 记录, 证据, 指标, 法规, 报告. Frozen, with the YAML's Chinese keys as aliases.

A field annotated `In("词表名")` takes only terms of that list in `data/vocab.yml`; the rule 词表 enforces it. Titles and
descriptions are Chinese: editors show them, and the guide's table of fields is made from them.
"""

from .answer import Answer, Compared, Penalty, Provision, Withdrawal
from .document import OWN_LIST, ListDocument, ListQuote
from .entry import Entry, Evidence, Figure, LawRef, LawRefs, NumberSource, Publicity, Response, StatusRecord, Task
from .facts import Fact, facts_of
from .law import Article, Check, Law, Source
from .marks import Asked, Before, In, InLibrary, OnlyIf, Own, Past, Unknown, Written
from .report import ReportMeta, ReportNote, Uncited
from .values import (
    ALWAYS,
    NOT_STATED,
    UNKNOWN,
    Day,
    DayOrUnknown,
    Due,
    Line,
    LineOrUnknown,
    Lines,
    Record,
    Slug,
    SomeLines,
    Symbol,
    Year,
)
