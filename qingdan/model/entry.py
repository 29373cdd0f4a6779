"""条目: the entries of the lists, their 记录, and the 证据 and 指标 these rest on."""

import re
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, field_validator

from ..text.folded import folded, printed
from ..text.numbers import Number, numbers_in, value_of
from .document import ListQuote
from .marks import Asked, Before, In, InLibrary, OnlyIf, Own, Past, Unknown, Written
from .values import ALWAYS, NOT_STATED, Day, Due, Line, Lines, Record, Slug, SomeLines, Year, written_one_way


class Evidence(Record):
    """证据: words that stand in one paragraph of an archived report."""

    model_config = ConfigDict(title="证据")

    report: Year = Field(
        alias="报告", title="报告年度", description="引自哪一年度的报告，这份报告须已存档。", examples=["2024"]
    )
    paragraph: Line = Field(
        alias="段落", title="段落编号", description="引文所在段落的编号，照报告页段落旁边的写。", examples=["一（四）2"]
    )
    quote: Line = Field(
        alias="引文", description="报告的原话，一字不差；是完整的分句，从标点后面开始，到标点前面为止，首尾不带标点。"
    )


ABOUT = ("近", "约", "大约", "将近", "接近")
"""The words that 约数: 是 stands for."""
_INSIDE = "余多"
_SCALED = re.compile(r"([万亿]*)(.*)", re.DOTALL)


class Figure(Record):
    """指标: a number the report gives, never split, never rounded."""

    model_config = ConfigDict(title="指标")

    name: Line = Field(alias="名称", description="这个数字数的是什么。", examples=["规范性文件审核"])
    value: Annotated[
        str,
        StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)?[余多]?$"),
        Written("半角数字，照引文可以带“余”“多”", "只写半角数字，例如 128、30余；“近”“超过”等字写进约数"),
    ] = Field(alias="数值", description="数字照引文写，不换算，不取整，不拆分。", examples=["128"])
    unit: Annotated[
        str,
        StringConstraints(pattern=r"^[^0-9.].{0,19}$"),
        Written("一个单位，不带数字", "只写单位，不带数字，例如 份、次、%"),
    ] = Field(alias="单位", description="单位照引文写。", examples=["份"])
    about: Annotated[
        str,
        StringConstraints(pattern=r"^[^0-9]{1,20}$"),
        Written("引文里的那个词，例如 近、约、超过、以上；没有的不写", "只写引文里的那个词，例如 近、约、超过、以上"),
    ] = Field(
        "否",
        alias="约数",
        description="限定数字的词：报告写“近30件”的，数值写 30，这里写“近”；近、约一类的也可以写“是”。",
        examples=["近"],
    )
    total_of: Lines = Field((), alias="合计", description="报告把几类合起来写成一个数的，写明是哪几类。")
    subject: Line | None = Field(None, alias="主体", description="数字说的不是整个单位的，写明是谁的。")

    @property
    def digits(self) -> str:
        """Its value without 余 and 多."""
        return self.value.rstrip(_INSIDE)

    def found_in(self, quote: str) -> tuple[Number, ...]:
        """Return the numbers of a quotation that have its value and its unit, whatever qualifies them."""
        scale, unit = _SCALED.fullmatch(folded(self.unit)).groups()  # type: ignore[union-attr]  # matches anything
        value, usual = value_of(self.digits, scale), self.digits == f"{value_of(self.digits).normalize():f}"
        return tuple(
            number
            for number in numbers_in(printed(quote), unit)
            if (number.value, number.unit) == (value, unit) and (usual or self.digits in number.words)
        )

    def keeps(self, number: Number) -> bool:
        """Tell whether it says all that qualifies a number: in 数值 what stands inside, the rest in 约数."""
        inside = self.value[-1] if self.value.endswith(tuple(_INSIDE)) else ""
        if inside and inside != number.inside:
            return False
        rest = tuple(word for word in number.qualifiers if not (inside and word == number.inside))
        return {"否": not rest, "是": len(rest) == 1 and rest[0] in ABOUT}.get(self.about, self.about == "…".join(rest))


class StatusRecord(Record):
    """记录: what was the state of an entry at a date, and which words prove it."""

    model_config = ConfigDict(title="记录")

    date: Annotated[Day, Past()] = Field(
        alias="日期", description="情况发生或者材料写成的时间；后写的记录不早于前一条。", examples=["2024"]
    )
    status: Annotated[Line, In("状态")] = Field(
        alias="状态", description="到这个日期为止的状态；最新一条记录就是当前状态。", examples=["推进中"]
    )
    note: Annotated[Line, Asked("explanation")] = Field(
        alias="说明", description="用一句话说明做了什么；只写材料里有的。"
    )
    evidence: tuple[Evidence, ...] = Field((), alias="证据", description="证明这一状态的报告原话；有的状态必须有证据。")
    figures: Annotated[tuple[Figure, ...], Asked(never=True)] = Field(
        (), alias="指标", description="报告给出的数字；数字要出现在本条记录的引文里。"
    )
    unsaid: Annotated[Lines, Asked(never=True)] = Field(
        (), alias="报告没有写", description="读者会问、报告却没有写的事，几个字一项。", examples=[["次数", "人数"]]
    )
    successors: Annotated[tuple[Line, ...], Asked(never=True)] = Field(
        (),
        alias="接续",
        description="只有退出的记录写：以后由哪几条接着做，写它们的编号；没有的不写。",
        examples=[["RW-001"]],
    )

    def number(self, figure: Figure) -> Number | None:
        """Return one of its figures as its quotations print it; None where they do not."""
        found = [number for evidence in self.evidence for number in figure.found_in(evidence.quote)]
        return next(filter(figure.keeps, found), None)

    def printed(self, figure: Figure) -> str:
        """Return one of its figures in the words of its quotations, for example 近30件."""
        number = self.number(figure)
        return number.words if number else f"{figure.value}{figure.unit}"


class Response(Record):
    """回应: what the body itself has said of an entry, and where."""

    model_config = ConfigDict(title="回应")

    date: Annotated[Day, Past()] = Field(alias="日期", description="回应的日期。")
    opinion: Annotated[Line, In("意见")] = Field(alias="意见", description="同意、不同意，还是补充。")
    words: Line = Field(alias="原话", description="回应的原话。")
    source: Line = Field(alias="来源", description="回应写在哪里，例如来函的名称和日期。")


class NumberSource(Record):
    """数字出处: where a number was read that stands in no quotation of its entry."""

    model_config = ConfigDict(title="数字的出处")

    number: Line = Field(alias="数字", description="说明、内容或名称里的那个数字，连同单位。", examples=["31份"])
    source: Line = Field(alias="来源", description="数字写在哪份材料里，写材料的名称。", examples=["2024年度考核通报"])
    url: Line | None = Field(None, alias="网址", description="材料的网址；网站须列在词表“站点”里。")


class LawRef(Record):
    """依据: a law by its 标识, and the articles where they are known."""

    model_config = ConfigDict(title="引用的法规")

    law: Annotated[Slug, InLibrary()] = Field(alias="法规", description="法规库里这部法规的标识。")
    articles: Lines = Field(
        (), alias="条", description="法规库给这部法规列出的条；不清楚是哪一条的不写。", examples=["第九条"]
    )


def _law_ref(value: object) -> object:
    return {"法规": value} if isinstance(value, str) else value


LawRefs = Annotated[
    tuple[
        Annotated[LawRef, BeforeValidator(_law_ref, json_schema_input_type=Annotated[Slug, InLibrary()] | LawRef)], ...
    ],
    Field(examples=[["admin-penalty"]]),
    Asked("law"),
]


class Entry(Record):
    """条目: what all lists have in common. Each list adds `field` (领域), `laws` and what else it classifies by."""

    id: Line = Field(alias="编号", description="公开以后不改、不删、不再用于别的条目。")
    name: Line = Field(alias="名称", description="这一条叫什么，几个字到十几个字。")
    owners: Annotated[SomeLines, In("责任主体"), Unknown("材料没有写明的写“待核定”"), Asked("owner")] = Field(
        alias="责任主体", description="由谁负责；只写材料里写明的。"
    )
    year: Year = Field(alias="年度", description="这一条出自哪一年度的报告或者清单。")
    due: Due = Field(alias="时限", description="做到什么时候为止；只写材料里写明的。")
    due_words: Annotated[tuple[Evidence, ...], OnlyIf("时限", unless=(ALWAYS, NOT_STATED))] = Field(
        (), alias="时限出处", description="时限是日期的必须写：写明这个时限的报告原话；其他的不写。"
    )
    content: Line = Field(alias="内容", description="用居民看得懂的话说明要做什么；没有出处的话不写。")
    origin: Annotated[Line, In("来源")] = Field(alias="来源", description="这一条是根据什么整理的。")
    confirmed: Annotated[Line, In("核定"), Unknown("还没有确认的写“待核定”", "待核定")] = Field(
        alias="核定", description="清单说的单位是否已经确认这一条。"
    )
    confirmed_on: Annotated[Day, OnlyIf("核定", ("已核定",)), Past()] | None = Field(
        None, alias="核定日期", description="已核定的必须写，写实际核定的那一天；待核定的不写。"
    )
    responses: Annotated[tuple[Response, ...], Asked(never=True)] = Field(
        (), alias="回应", description="清单说的单位对这一条的回应，按日期先后排列；没有回应的不写。"
    )
    related: Annotated[Lines, Written("条目的编号，写成 [RW-001, PF-002]"), Asked(never=True)] = Field(
        (),
        alias="相关条目",
        description="说的是同一件事的其他条目，写编号；对方的网页上也会显示。",
        examples=[["RW-002"]],
    )
    number_sources: Annotated[tuple[NumberSource, ...], Asked(never=True)] = Field(
        (), alias="数字出处", description="名称、内容、说明里的数字，引文和依据里都没有的，写明从哪里来；其他的不写。"
    )
    note: Line | None = Field(None, alias="备注", description="要让读者知道的其他事情。")
    offices: Annotated[Lines, Asked(never=True)] = Field(
        (),
        alias="责任科室",
        description="单位自己的清单写的科室、部门，照原文写；没有清单的不写。",
        examples=[["法规处"]],
    )
    lead: Annotated[Lines, Asked(never=True)] = Field(
        (), alias="牵头单位", description="单位自己的清单写的牵头单位，照原文写。", examples=[["法规处"]]
    )
    helpers: Annotated[Lines, Asked(never=True)] = Field(
        (), alias="配合单位", description="单位自己的清单写的配合单位，照原文写。", examples=[["各处室"]]
    )
    measures: Annotated[Lines, Asked(never=True)] = Field(
        (),
        alias="措施",
        description="单位自己的清单写的措施、载体、次数，照原文写。",
        examples=[["现场宣传", "每季度1次"]],
    )
    standards: Annotated[Lines, Asked(never=True)] = Field(
        (), alias="标准", description="单位自己的清单写的完成标准，照原文写。", examples=[["…"]]
    )
    list_words: Annotated[tuple[ListQuote, ...], Asked(never=True)] = Field(
        (), alias="清单原文", description="单位自己的清单里写这一条的原话；来源是“单位清单”的必须写。"
    )
    records: tuple[StatusRecord, ...] = Field(
        (), alias="记录", description="每次变化添一条，按日期先后排列；只在末尾添加，不改以前的。"
    )

    if TYPE_CHECKING:  # every list has these, each in its own words
        field: str
        laws: tuple[LawRef, ...]

    _written_one_way = field_validator("id")(written_one_way)

    @property
    def sort(self) -> str:
        """What search calls such an entry; a list may tell several sorts apart."""
        return str(type(self).model_config["title"])


class Task(Entry):
    """任务: an entry of 法治建设任务清单."""

    model_config = ConfigDict(
        title="任务", json_schema_extra={"description": "一条是报告写明要做或者已做的一件依法行政的事。"}
    )

    id: Annotated[
        str, StringConstraints(pattern=r"^RW-[0-9]{3,5}$"), Written("RW- 加三到五位数字"), Asked(never=True)
    ] = Field(alias="编号", description="公开以后不改、不删、不再用于别的条目。", examples=["RW-001"])
    kind: Annotated[Line, In("任务类别"), Own(facet="kind"), Before("责任主体")] = Field(
        "任务", alias="类别", description="是一般任务，还是报告写明的不足（整改）。"
    )
    field: Annotated[Line, In("任务领域"), Before("责任主体")] = Field(alias="领域", description="属于哪一方面的工作。")
    laws: Annotated[LawRefs, Before("内容")] = Field((), alias="依据", description="做这件事所依据的法规。")
    answers: Annotated[
        tuple[Line, ...],
        Written("任务的编号，写成 [RW-001, RW-002]"),
        OnlyIf("类别", ("整改",)),
        Own(numbers="整改条目由哪几条任务来改（本站的理解）。"),
        Before("记录"),
    ] = Field(
        (), alias="对应安排", description="整改条目必须写：由哪几条任务来改；其他条目不写。", examples=[["RW-001"]]
    )

    @property
    def sort(self) -> str:
        """任务 or 整改."""
        return self.kind


class Publicity(Entry):
    """普法条目: an entry of 普法责任清单."""

    model_config = ConfigDict(
        title="普法条目", json_schema_extra={"description": "一条写明要向谁讲清哪些法律法规，用什么方式讲。"}
    )

    id: Annotated[
        str, StringConstraints(pattern=r"^PF-[0-9]{3,5}$"), Written("PF- 加三到五位数字"), Asked(never=True)
    ] = Field(alias="编号", description="公开以后不改、不删、不再用于别的条目。", examples=["PF-001"])
    nature: Annotated[Line, In("性质"), Before("责任主体")] = Field(
        alias="性质", description="各部门都要普及的，还是与单位的业务有关的。"
    )
    field: Annotated[Line, In("法规领域"), Before("责任主体")] = Field(alias="领域", description="属于哪一方面的法规。")
    laws: Annotated[LawRefs, Before("责任主体")] = Field(
        alias="法规", min_length=1, description="要普及的法规，至少一部。"
    )
    audiences: Annotated[
        SomeLines, In("对象"), Own("普法对象", facet="audience"), Before("责任主体"), Asked("audience")
    ] = Field(alias="对象", description="讲给谁听，至少一类。")
    forms: Annotated[SomeLines, In("形式"), Own("普法形式"), Before("责任主体"), Asked("form")] = Field(
        alias="形式", description="用什么办法普法，至少一种。"
    )
    occasions: Annotated[Lines, In("节点"), Before("责任主体"), Asked("occasion")] = Field(
        (), alias="节点", description="在哪些日子或者月份集中普法。"
    )

    @property
    def sort(self) -> str:
        """普法."""
        return "普法"
