"""The records staff write: 条目, 记录, 证据, 指标, 法规, 报告. Frozen, with the YAML's Chinese keys as aliases.

A field annotated `In("词表名")` takes only terms of that list in `data/vocab.yml`; the rule 词表 enforces it.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from .moment import Moment

UNKNOWN = "待核"
ALWAYS = "长期"
_FOUR_DIGITS = re.compile(r"[0-9]{4}")


@dataclass(frozen=True, slots=True)
class In:
    """Marks a field whose values are names from one list of the vocabulary."""

    section: str


def _moment(value: object) -> Moment:
    if isinstance(value, Moment):
        return value
    try:
        return Moment.parse(value)
    except (TypeError, ValueError) as error:
        reason = str(error) if isinstance(value, str) else "这里应写日期"
        raise PydanticCustomError("moment", "{reason}", {"reason": reason}) from None


def _moment_or(word: str) -> BeforeValidator:
    def read(value: object) -> object:
        if value == word:
            return value
        try:
            return _moment(value)
        except PydanticCustomError as error:
            reason = f"{error.context['reason']}；也可以写“{word}”"
            raise PydanticCustomError("moment", "{reason}", {"reason": reason}) from None

    return BeforeValidator(read)


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _law_ref(value: object) -> object:
    return {"法规": value} if isinstance(value, str) else value


def _year(value: object) -> int:
    if isinstance(value, str) and _FOUR_DIGITS.fullmatch(value):
        return _moment(value).year
    what = f"“{value}”不是年份，" if isinstance(value, str) else ""
    raise PydanticCustomError("moment", "{reason}", {"reason": f"{what}请只写四位年份，例如 2024"})


Line = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Day = Annotated[Moment, BeforeValidator(_moment)]
DayOrUnknown = Annotated[Moment | str, _moment_or(UNKNOWN)]
DayOrAlways = Annotated[Moment | str, _moment_or(ALWAYS)]
Year = Annotated[int, BeforeValidator(_year)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(_as_list)]


class Record(BaseModel):
    """Base of all records: frozen, Chinese aliases, no unknown key."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)


class Evidence(Record):
    """证据: words that stand in one paragraph of an archived report."""

    report: Year = Field(alias="报告", title="报告年度")
    paragraph: Line = Field(alias="段落", title="段落编号")
    quote: Line = Field(alias="引文", title="引文")


class Figure(Record):
    """指标: a number the report gives, never split, never rounded."""

    name: Line = Field(alias="名称")
    value: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)?$")] = Field(alias="数值")
    unit: Annotated[str, StringConstraints(pattern=r"^[^0-9.].{0,19}$")] = Field(alias="单位")
    about: Literal["是", "否"] = Field("否", alias="约数")
    total_of: Lines = Field((), alias="合计")
    subject: Line | None = Field(None, alias="主体")

    @property
    def text(self) -> str:
        """The figure as the report writes it, for example 近30件."""
        return f"{'近' if self.about == '是' else ''}{self.value}{self.unit}"


class StatusRecord(Record):
    """记录: what was the state of an entry at a date, and which words prove it."""

    date: Day = Field(alias="日期")
    status: Annotated[Line, In("状态")] = Field(alias="状态")
    note: Line = Field(alias="说明")
    evidence: tuple[Evidence, ...] = Field((), alias="证据")
    figures: tuple[Figure, ...] = Field((), alias="指标")


class LawRef(Record):
    """依据: a law by its 标识, and the articles where they are known."""

    law: Slug = Field(alias="法规")
    articles: Lines = Field((), alias="条")


LawRefs = tuple[Annotated[LawRef, BeforeValidator(_law_ref)], ...]


class Entry(Record):
    """条目: what both lists have in common."""

    id: Line = Field(alias="编号")
    name: Line = Field(alias="名称")
    owners: Annotated[Lines, In("责任主体")] = Field(alias="责任主体", min_length=1)
    year: Year = Field(alias="年度")
    due: DayOrAlways = Field(alias="时限")
    content: Line = Field(alias="内容")
    origin: Annotated[Line, In("来源")] = Field(alias="来源")
    confirmed: Annotated[Line, In("核定")] = Field(alias="核定")
    confirmed_on: Day | None = Field(None, alias="核定日期")
    note: Line | None = Field(None, alias="备注")
    records: tuple[StatusRecord, ...] = Field((), alias="记录")


class Task(Entry):
    """任务: an entry of 法治建设任务清单."""

    id: Annotated[str, StringConstraints(pattern=r"^RW-[0-9]{3,5}$")] = Field(alias="编号")
    kind: Annotated[Line, In("任务类别")] = Field("任务", alias="类别")
    field: Annotated[Line, In("任务领域")] = Field(alias="领域")
    laws: LawRefs = Field((), alias="依据")
    answers: tuple[Line, ...] = Field((), alias="对应安排")


class Publicity(Entry):
    """普法条目: an entry of 普法责任清单."""

    id: Annotated[str, StringConstraints(pattern=r"^PF-[0-9]{3,5}$")] = Field(alias="编号")
    nature: Annotated[Line, In("性质")] = Field(alias="性质")
    field: Annotated[Line, In("法规领域")] = Field(alias="领域")
    laws: LawRefs = Field(alias="法规", min_length=1)
    audiences: Annotated[Lines, In("对象")] = Field(alias="对象", min_length=1)
    forms: Annotated[Lines, In("形式")] = Field(alias="形式", min_length=1)
    occasions: Annotated[Lines, In("节点")] = Field((), alias="节点")


class Article(Record):
    """条文: an article that matters here, with our own label for it."""

    number: Line = Field(alias="条")
    label: Line = Field(alias="说明")


class Source(Record):
    """来源: where a fact about a law was read."""

    name: Line = Field(alias="名称")
    url: Line | None = Field(None, alias="网址")


class Check(Record):
    """核对: until when the evidence for a law's state reaches, and how sure it is."""

    date: DayOrUnknown = Field(alias="日期")
    sources: tuple[Source, ...] = Field(alias="来源", min_length=1)
    confidence: Annotated[Line, In("可信度")] = Field(alias="可信度")


class Law(Record):
    """法规: a law, regulation, rule or document that entries rest on."""

    id: Slug = Field(alias="标识")
    name: Line = Field(alias="名称")
    short: Line = Field(alias="简称")
    level: Annotated[Line, In("效力级别")] = Field(alias="级别")
    issuer: Line = Field(alias="制定机关")
    number: Line = Field(alias="文号")
    passed: DayOrUnknown = Field(alias="通过日期")
    effective: DayOrUnknown = Field(alias="施行日期")
    amended: DayOrUnknown | None = Field(None, alias="最近修改")
    amendment_effective: DayOrUnknown | None = Field(None, alias="修改施行")
    status: Annotated[Line, In("法规状态")] = Field(alias="状态")
    repealed: Day | None = Field(None, alias="废止日期")
    ended: Day | None = Field(None, alias="届满日期")
    replaced_by: Slug | None = Field(None, alias="被替代")
    replaces: tuple[Slug, ...] = Field((), alias="替代")
    topics: Annotated[Lines, In("法规领域")] = Field(alias="领域", min_length=1)
    audiences: Annotated[Lines, In("对象")] = Field((), alias="对象")
    articles: tuple[Article, ...] = Field((), alias="条文")
    unverified: Lines = Field((), alias="待核事项")
    note: Line | None = Field(None, alias="备注")
    check: Check = Field(alias="核对")


class ReportNote(Record):
    """注: an editor's remark beside a paragraph, marked as ours, never mixed with the report's text."""

    paragraph: Line = Field(alias="段落")
    quote: Line = Field(alias="引文")
    note: Line = Field(alias="说明")
    laws: LawRefs = Field((), alias="法规")


class Uncited(Record):
    """未列入清单: a paragraph, or words of one, on which no entry rests, and why."""

    paragraph: Line = Field(alias="段落")
    quote: Line = Field(alias="引文")
    reason: Line = Field(alias="理由")


class ReportMeta(Record):
    """报告: the facts about an archived report; its text lies beside it, byte for byte."""

    year: Year = Field(alias="年度")
    title: Line = Field(alias="标题")
    publisher: Line = Field(alias="发布单位")
    published: DayOrUnknown = Field(alias="公布日期")
    source: Line = Field(alias="来源")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(alias="sha256")
    notes: tuple[ReportNote, ...] = Field((), alias="注")
    uncited: tuple[Uncited, ...] = Field((), alias="未列入清单")
