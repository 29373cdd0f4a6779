"""词表: the one vocabulary, read from `data/vocab.yml`; schema, legend, badges and rules all read it."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from .model import Evidence, LawRefs, Line, Lines, Record, Slug

_MONTH_OR_DAY = "|".join(
    f"({months})(-({days}))?"
    for months, days in [
        ("0[13578]|1[02]", "0[1-9]|[12][0-9]|3[01]"),
        ("0[469]|11", "0[1-9]|[12][0-9]|30"),
        ("02", "0[1-9]|[12][0-9]"),
    ]
)

Tone = Literal["灰", "蓝", "黄", "红"]


class Term(Record):
    """A word of a closed list, what it means, and where it comes from."""

    name: Line = Field(alias="名称")
    slug: Slug = Field(alias="标识")
    meaning: Line = Field(alias="定义")
    evidence: tuple[Evidence, ...] = Field((), alias="出处")
    laws: LawRefs = Field((), alias="依据")


class Shaped(Term):
    """A term that is shown as a badge: a shape beside the word, a tone behind it."""

    shape: Line = Field(alias="图形")
    tone: Tone = Field(alias="色调")


class Status(Shaped):
    """A state that a record may set."""

    set_by: Line = Field(alias="由谁设定")
    proof: Literal["需要", "不需要"] = Field(alias="证据")
    next: Lines | tuple[()] = Field(alias="可接续")


class Computed(Shaped):
    """A state that is worked out, never typed."""

    how: Line = Field(alias="算法")


class Occasion(Term):
    """节点: a day or month of the year; 时间 is MM-DD, MM or 待核."""

    time: str = Field(alias="时间", pattern=f"^(待核|{_MONTH_OR_DAY})$")


class Host(Term):
    """站点: an outside host that pages may link to."""

    kind: Literal["政府网站", "公开代码库", "媒体或转载"] = Field(alias="类别")


class Vocabulary(Record):
    """All lists of `data/vocab.yml`, by their Chinese names."""

    statuses: tuple[Status, ...] = Field(alias="状态", min_length=1)
    computed: tuple[Computed, ...] = Field(alias="推算状态", min_length=1)
    task_kinds: tuple[Term, ...] = Field(alias="任务类别", min_length=1)
    task_fields: tuple[Term, ...] = Field(alias="任务领域", min_length=1)
    natures: tuple[Term, ...] = Field(alias="性质", min_length=1)
    law_topics: tuple[Term, ...] = Field(alias="法规领域", min_length=1)
    audiences: tuple[Term, ...] = Field(alias="对象", min_length=1)
    forms: tuple[Term, ...] = Field(alias="形式", min_length=1)
    occasions: tuple[Occasion, ...] = Field((), alias="节点")
    owners: tuple[Term, ...] = Field(alias="责任主体", min_length=1)
    origins: tuple[Term, ...] = Field(alias="来源", min_length=1)
    confirmations: tuple[Term, ...] = Field(alias="核定", min_length=1)
    levels: tuple[Term, ...] = Field(alias="效力级别", min_length=1)
    law_statuses: tuple[Shaped, ...] = Field(alias="法规状态", min_length=1)
    confidences: tuple[Term, ...] = Field(alias="可信度", min_length=1)
    hosts: tuple[Host, ...] = Field((), alias="站点")
    synonyms: tuple[tuple[Line, ...], ...] = Field((), alias="同义词")

    @cached_property
    def lists(self) -> dict[str, tuple[Term, ...]]:
        """Every list of terms by its Chinese name, in the order of the file."""
        fields = type(self).model_fields.items()
        return {info.alias: getattr(self, name) for name, info in fields if name != "synonyms"}

    @cached_property
    def sections(self) -> dict[str, dict[str, Term]]:
        """Every list as 名称 → term, by the list's Chinese name."""
        return {alias: {term.name: term for term in terms} for alias, terms in self.lists.items()}

    def term(self, section: str, name: str) -> Term:
        """Return one term. Raises KeyError when the list has no such name."""
        return self.sections[section][name]
