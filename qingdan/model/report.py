"""报告: what is registered about an archived report, and our remarks beside its paragraphs."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from .entry import LawRefs
from .marks import Past, Written
from .values import DayOrUnknown, Line, Record, Year

DECLARED = "编辑拟定"
_PARAGRAPH = "段落编号，照报告页段落旁边的写。"
_QUOTE = "这一段里的原话，一字不差。"


class ReportNote(Record):
    """注: an editor's remark beside a paragraph, marked as ours, never mixed with the report's text."""

    model_config = ConfigDict(title="编者注")

    paragraph: Line = Field(alias="段落", title="段落编号", description=_PARAGRAPH, examples=["一（四）2"])
    quote: Line = Field(alias="引文", description=_QUOTE)
    note: Line = Field(alias="说明", description="本站要说明的话，显示在这一段旁边。")
    laws: LawRefs = Field((), alias="法规", description="说明里提到的法规。")


class Uncited(Record):
    """未列入清单: a paragraph, or words of one, on which no entry rests, and why."""

    model_config = ConfigDict(title="未列入清单")

    paragraph: Line = Field(alias="段落", title="段落编号", description=_PARAGRAPH, examples=["一（四）2"])
    quote: Line = Field(alias="引文", description=_QUOTE)
    reason: Line = Field(alias="理由", description="为什么没有条目以它为证据。")


class ParagraphCorrection(Record):
    """段落更正: the right label of a paragraph that the program reads wrongly."""

    model_config = ConfigDict(title="段落更正")

    paragraph: Line = Field(
        alias="段落",
        title="段落编号",
        description="这一段该叫什么：照顺序该有的编号，或标题、导语、发布信息、网页文字、目录、落款、附件；程序多分出的写“不分段”。",
        examples=["二（一）3"],
    )
    opening: Line = Field(alias="开头", description="这一段开头的字，照原文写，够认出是哪一段就行。")


class ReportMeta(Record):
    """报告: the facts about an archived report; its text lies beside it, byte for byte."""

    model_config = ConfigDict(
        title="年度报告",
        json_schema_extra={"description": "一份存档报告的登记信息；原文在同名的 .txt 文件里，一字不改。"},
    )

    year: Year = Field(alias="年度", description="报告说的是哪一年。")
    title: Line = Field(alias="标题", description="报告的标题，照原文写；原文没有的由编辑拟，并写“标题来源”。")
    title_source: Literal["编辑拟定"] | None = Field(
        None, alias="标题来源", description="原文没有标题、由编辑拟的，写“编辑拟定”；照原文的不写。"
    )
    publisher: Line = Field(alias="发布单位", description="报告由谁发布。")
    published: Annotated[DayOrUnknown, Past()] = Field(alias="公布日期", description="报告在哪一天公布。")
    source: Line = Field(alias="来源", description="报告文字从哪里得到。")
    sha256: Annotated[
        str,
        StringConstraints(pattern=r"^[0-9a-f]{64}$"),
        Written("64 位小写十六进制", "请写报告原文的 SHA-256，64 位小写十六进制"),
    ] = Field(alias="sha256", title="原文的 SHA-256", description="证明存档的原文没有改动；由程序算出。")
    corrections: tuple[ParagraphCorrection, ...] = Field(
        (), alias="更正", title="段落更正", description="程序分错的段落，该怎样分；原文不改。"
    )
    notes: tuple[ReportNote, ...] = Field((), alias="注", title="编者注", description="本站加在段落旁边的说明。")
    uncited: tuple[Uncited, ...] = Field(
        (), alias="未列入清单", description="没有条目引用的段落，或段落里的话，各写明理由。"
    )
