"""问答: what a resident asks, what the law answers, what it costs, and who is in charge."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints, field_validator

from .marks import Asked, In, InLibrary, OnlyIf, Past, Written
from .values import Day, Line, Lines, Record, Slug, written_one_way

MAX_ANSWER = 60
"""How many characters an answer may have: what can be taken in at a glance."""

_CUSTODY = "日（拘留）"
_ENDINGS = {"百分之": "%", "倍": "倍"}
"""Units of which the first part says what a share or a multiple is taken of, with what stands behind the number."""
_TEN_THOUSAND = 10_000

Amount = Annotated[
    str,
    StringConstraints(pattern=r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"),
    Written("只写半角数字，万、百分之写在单位里或者换算成元", "只写半角数字，例如 1000；单位另写"),
]


class Provision(Record):
    """依据: an article of a law, to its 款 and 项."""

    model_config = ConfigDict(title="条文出处")

    law: Annotated[Slug, InLibrary()] = Field(alias="法规", description="法规库里这部法规的标识。")
    article: Line | None = Field(
        None,
        alias="条",
        description="法规库给这部法规列出的条；还没有查到条号的不写，并在“待核”里说明。",
        examples=["第二十八条"],
    )
    paragraph: Line | None = Field(None, alias="款", description="条里的哪一款。", examples=["第一款"])
    item: Line | None = Field(None, alias="项", description="款里的哪一项。", examples=["第四项"])

    @property
    def place(self) -> str:
        """Where it stands in the law, for example 第四十九条第一款第四项; empty where the article is not known."""
        return "".join(filter(None, (self.article, self.paragraph, self.item)))


class Penalty(Record):
    """罚: whom it meets, for what, how much, and on what condition."""

    model_config = ConfigDict(title="处罚")

    who: Line = Field(alias="对象", description="罚谁，例如个人、单位。", examples=["个人"])
    act: Line = Field(alias="情形", description="做了什么。")
    least: Amount | None = Field(None, alias="下限", description="最少多少；条文没有写的不写。", examples=["100"])
    most: Amount | None = Field(None, alias="上限", description="最多多少；条文没有写的不写。", examples=["500"])
    unit: Line = Field("元", alias="单位", description="数额的单位；是钱的写元。")
    condition: Line | None = Field(None, alias="条件", description="什么条件下才罚，或者同时怎样处理。")
    handling: Line | None = Field(None, alias="处理", description="条文没有写数额的，写怎样处理。")

    @property
    def amount(self) -> str:
        """How much, in words: 5万至20万元, 5000元至2万元, 1000元以下, 建设工程造价的5%至10%; empty where none is stated."""
        if self.least is None and self.most is None:
            return ""
        before, behind = self._around
        least, most = _figure(self.least), _figure(self.most)
        if self.least == self.most:
            return f"{before}{most}{behind}"
        if least and most:
            each = behind if behind == "%" or least.endswith("万") != most.endswith("万") else ""
            return f"{before}{least}{each}至{most}{behind}"
        return f"{before}{most or least}{behind}{'以下' if most else '以上'}"

    @property
    def _around(self) -> tuple[str, str]:
        """What is written before and behind its numbers."""
        for ending, behind in _ENDINGS.items():
            if self.unit.endswith(ending):
                return self.unit.removesuffix(ending), behind
        return ("拘留", "日") if self.unit == _CUSTODY else ("", self.unit)


def _figure(value: str | None) -> str:
    """Return a number as readers take it in: 50000 is 5万."""
    if value is None:
        return ""
    number = int(value) if value.isdecimal() else 0
    return f"{number // _TEN_THOUSAND}万" if number and number % _TEN_THOUSAND == 0 else value


class Compared(Record):
    """核对: when an answer was compared with the words of its articles, and with which text."""

    model_config = ConfigDict(title="问答的核对")

    date: Annotated[Day, Past(), Asked("compared-on")] = Field(alias="日期", description="哪一天与条文对照过。")
    source: Annotated[Line, Asked("compared-with")] = Field(alias="来源", description="与哪里的条文、哪个版本对照。")


class Withdrawal(Record):
    """退出: an answer that no longer holds, and why."""

    model_config = ConfigDict(title="问答的退出")

    date: Annotated[Day, Past()] = Field(alias="日期", description="从哪一天起不再公开。")
    reason: Line = Field(alias="说明", description="为什么不再公开，读者会看到。")


class Answer(Record):
    """问答: a question of a resident with its answer, shown on the page of the entry that it belongs to."""

    model_config = ConfigDict(
        title="问答", json_schema_extra={"description": "一条是居民的一个问题，和法规的回答：能不能、罚多少、谁来管。"}
    )

    id: Annotated[
        str, StringConstraints(pattern=r"^WD-[0-9]{3,5}$"), Written("WD- 加三到五位数字"), Asked(never=True)
    ] = Field(alias="编号", description="公开以后不改、不删、不再用于别的问答。", examples=["WD-001"])
    entry: Line = Field(
        alias="条目", description="属于清单的哪一条，写编号；显示在那一条的网页上。", examples=["PF-001"]
    )
    name: Annotated[Line, Asked("question")] = Field(alias="问", description="居民怎样问。")
    also: Annotated[Lines, Asked("also")] = Field(
        (), alias="也问", description="同一个意思别的说法，用居民的话；搜索用它们找到这一条。"
    )
    text: Annotated[Line, StringConstraints(max_length=MAX_ANSWER), Asked("answer")] = Field(
        alias="答", description=f"用自己的话回答，最多 {MAX_ANSWER} 字；先说能不能、罚多少。"
    )
    laws: Annotated[tuple[Provision, ...], Asked("law")] = Field(
        alias="依据", min_length=1, description="哪部法规的哪一条、款、项。"
    )
    penalties: Annotated[tuple[Penalty, ...], Asked("penalty")] = Field(
        (), alias="罚", description="罚谁、什么情形、多少、什么条件；一种情形一行。"
    )
    handling: Line | None = Field(None, alias="处理", description="罚款以外怎样处理；没有的不写。")
    authority: Line = Field(
        alias="谁来管", description="条文写的机关；条文写“由政府确定的部门”的照写，不写成哪一个单位。"
    )
    reach: Annotated[Line, In("地方")] = Field(alias="地方", description="是全国的规定，还是本地的规定。")
    unverified: Lines = Field((), alias="待核", description="还不能确定的事，一句一项；没有的不写。")
    note: Line | None = Field(
        None, alias="备注", description="要让读者知道的其他事情；两处规定不一致的在这里写明“不一致”。"
    )
    confirmed: Annotated[Line, In("核定"), Asked(never=True)] = Field(
        "待核定", alias="核定", description="单位是否已经确认这一条；不写就是待核定。"
    )
    confirmed_on: Annotated[Day, OnlyIf("核定", ("已核定",)), Past(), Asked(never=True)] | None = Field(
        None, alias="核定日期", description="已核定的必须写，写实际核定的那一天；待核定的不写。"
    )
    compared: Compared = Field(alias="核对", description="哪一天、与哪里的条文对照过；没有对照过的不能公开。")
    withdrawn: Annotated[Withdrawal, Asked(never=True)] | None = Field(
        None, alias="退出", description="不再公开的写：哪一天、为什么；编号不再用于别的问答。"
    )

    _written_one_way = field_validator("id")(written_one_way)
