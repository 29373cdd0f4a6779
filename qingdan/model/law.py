"""法规: the library that entries rest on."""

from typing import Annotated

from pydantic import ConfigDict, Field

from .marks import Asked, In, InLibrary, OnlyIf, Past
from .values import Day, DayOrUnknown, Line, LineOrUnknown, Lines, Record, Slug, SomeLines


class Article(Record):
    """条文: an article that matters here, with our own label for it."""

    model_config = ConfigDict(title="条文")

    number: Line = Field(alias="条", description="条号，照法规原文写。", examples=["第五条"])
    label: Line = Field(alias="说明", description="本站写的短标签，不是条文原文。")
    numbers: Lines = Field(
        (), alias="数字", description="条文里的数字，连同单位；问答用到的才写。", examples=[["5个工作日", "60日"]]
    )


class Source(Record):
    """来源: where a fact about a law was read."""

    model_config = ConfigDict(title="来源")

    name: Line = Field(alias="名称", description="来源的名称，可以带版本或日期。", examples=["示例区人民政府网站"])
    url: Line | None = Field(None, alias="网址", description="来源的网址；网站须列在词表“站点”里。")


class Check(Record):
    """核对: until when the evidence for a law's state reaches, and how sure it is."""

    model_config = ConfigDict(title="核对")

    date: Annotated[DayOrUnknown, Asked("checked-on"), Past()] = Field(
        alias="日期", description="所见的材料截至哪一天。", examples=["待核"]
    )
    sources: Annotated[tuple[Source, ...], Asked("source")] = Field(
        alias="来源", min_length=1, description="在哪里看到的，至少一处。"
    )
    confidence: Annotated[Line, In("可信度")] = Field(alias="可信度", description="来源有多可靠。", examples=["中"])


class Law(Record):
    """法规: a law, regulation, rule or document that entries rest on."""

    model_config = ConfigDict(
        title="法规", json_schema_extra={"description": "一条是一部法规、规章或文件，给清单的条目作依据。"}
    )

    id: Slug = Field(
        alias="标识", description="条目引用这部法规时写的名字，也是网址的一部分。", examples=["admin-penalty"]
    )
    name: Line = Field(alias="名称", description="法规全称，不带书名号。")
    short: Line = Field(alias="简称", description="列表和条目里用的短名称。")
    level: Annotated[Line, In("效力级别")] = Field(alias="级别", description="效力级别。")
    issuer: LineOrUnknown = Field(alias="制定机关", description="由谁制定。")
    number: LineOrUnknown = Field(alias="文号", description="公布令号或者发文字号。")
    passed: DayOrUnknown = Field(alias="通过日期", description="通过或者公布的日期。")
    effective: DayOrUnknown = Field(alias="施行日期", description="从哪一天起施行。")
    amended: DayOrUnknown | None = Field(
        None, alias="最近修改", description="最近一次修改通过的日期；没有修改过的不写。"
    )
    amendment_effective: Annotated[DayOrUnknown, OnlyIf("最近修改", required=False)] | None = Field(
        None, alias="修改施行", description="最近一次修改从哪一天起施行。"
    )
    status: Annotated[Line, In("法规状态")] = Field(alias="状态", description="到核对日期为止是否有效。")
    repealed: Annotated[Day, OnlyIf("状态", ("已废止",))] | None = Field(
        None, alias="废止日期", description="已废止的必须写；其他的不写。"
    )
    ended: Annotated[Day, OnlyIf("状态", ("已届满",))] | None = Field(
        None, alias="届满日期", description="已届满的必须写：规划等有期限的文件到哪一天为止；其他的不写。"
    )
    replaced_by: Annotated[Slug, InLibrary(), OnlyIf("状态", ("已废止", "已届满"), required=False)] | None = Field(
        None, alias="被替代", description="接续它的法规，写标识。"
    )
    replaces: tuple[Annotated[Slug, InLibrary()], ...] = Field((), alias="替代", description="它接续的旧法规，写标识。")
    topics: Annotated[SomeLines, In("法规领域"), Asked("topic")] = Field(
        alias="领域", description="管哪一方面的事，至少一项。"
    )
    audiences: Annotated[Lines, In("对象"), Asked("audience")] = Field(
        (), alias="对象", description="哪些人应当知道它。"
    )
    articles: Annotated[tuple[Article, ...], Asked("article")] = Field(
        (), alias="条文", description="与清单有关的条；条目只能引用这里列出的条。"
    )
    unverified: Lines = Field((), alias="待核事项", description="还没有见到原文、不能确定的事项。")
    note: Line | None = Field(None, alias="备注", description="要让读者知道的其他事情。")
    check: Check = Field(alias="核对", description="这些内容是什么时候、在哪里核对的。")
