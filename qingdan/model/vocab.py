"""词表: the one vocabulary, read from `data/vocab.yml`; schema, legend, badges and rules all read it."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from ..text.dates import MONTH_OR_DAY
from . import Day, Evidence, In, LawRefs, Line, Lines, Record, Slug, Symbol, Unknown, Written, facts_of

Tone = Literal["灰", "蓝", "黄", "红"]


class Term(Record):
    """A word of a closed list, what it means, and where it comes from."""

    model_config = ConfigDict(title="词条")

    name: Line = Field(alias="名称", description="写进清单的字。")
    slug: Slug = Field(alias="标识", description="网址和数据文件里用的名字。")
    meaning: Line = Field(alias="定义", description="给公众看的一句话：这个词在本站是什么意思。")
    evidence: tuple[Evidence, ...] = Field((), alias="出处", description="这个词在年度报告里的原话。")
    laws: LawRefs = Field((), alias="依据", description="这个词来自哪部法规。")


class Topic(Term):
    """领域 of laws: what residents call it, and the question about it that is asked most."""

    model_config = ConfigDict(title="法规的领域")

    common: Line | None = Field(None, alias="俗称", description="居民的叫法，首页和问答用它；与名称相同的不写。")
    asked: Line | None = Field(
        None, alias="常问", description="首页上问的那一条问答，写编号；不放在首页的不写。", examples=["WD-001"]
    )

    @property
    def title(self) -> str:
        """What residents call it."""
        return self.common or self.name


class Shaped(Term):
    """A term that is shown as a badge: a shape beside the word, a tone behind it."""

    model_config = ConfigDict(title="法规的效力")

    shape: Symbol = Field(
        alias="图形", description="标签上的图形；不同的状态用不同的图形，不只靠颜色区分。", examples=["●"]
    )
    tone: Tone = Field(alias="色调", description="标签的颜色。")


class Status(Shaped):
    """A state that a record may set."""

    model_config = ConfigDict(title="记录的状态")

    set_by: Line = Field(alias="由谁设定", description="谁可以把条目改成这个状态。")
    proof: Literal["需要", "不需要"] = Field(alias="证据", description="写这个状态的记录是否必须有证据（报告原话）。")
    next: Annotated[Lines, In("状态")] = Field(
        alias="可接续", description="后一条记录可以写哪些状态；不再变化的写 []。"
    )


class Computed(Shaped):
    """A state that is worked out, never typed."""

    model_config = ConfigDict(title="推算的状态")

    how: Line = Field(alias="算法", description="程序怎样算出这个状态；给公众看的说明。")
    stopped: Day | None = Field(None, alias="停用", description="从哪一天起不再推算；还在推算的不写。")


class Occasion(Term):
    """节点: a day or month of the year; 时间 is MM-DD, MM or 待核."""

    model_config = ConfigDict(title="宣传的日子或月份")

    time: Annotated[
        str,
        StringConstraints(pattern=f"^(待核|{MONTH_OR_DAY})$"),
        Written("写成 12-04（月-日）或 '05'（月，加单引号）", "写成 12-04（月-日）、05（月）或 待核"),
        Unknown("不知道的写“待核”"),
    ] = Field(alias="时间", description="每年的哪一天或者哪个月。")


class Host(Term):
    """站点: an outside host that pages may link to."""

    model_config = ConfigDict(title="站外网站")

    kind: Literal["政府网站", "新闻媒体"] = Field(
        alias="类别",
        description="是什么网站，链接旁边会写明。文库、下载站、转载站和代码库不列，来源只写名称和“网址待核”。",
    )


class Vocabulary(Record):
    """All lists of `data/vocab.yml`, by their Chinese names."""

    model_config = ConfigDict(
        title="词表", json_schema_extra={"description": "全站唯一的用词来源；分类只能用这里的名称。"}
    )

    statuses: tuple[Status, ...] = Field(alias="状态", min_length=1, description="条目的记录可以写的状态。")
    computed: tuple[Computed, ...] = Field(
        alias="推算状态", min_length=1, description="程序按日期算出的状态；词由程序规定，这里写它们的定义。"
    )
    task_kinds: tuple[Term, ...] = Field(alias="任务类别", min_length=1, description="任务的“类别”。")
    task_fields: tuple[Term, ...] = Field(alias="任务领域", min_length=1, description="任务的“领域”。")
    natures: tuple[Term, ...] = Field(alias="性质", min_length=1, description="普法条目的“性质”。")
    law_topics: tuple[Topic, ...] = Field(alias="法规领域", min_length=1, description="普法条目和法规的“领域”。")
    audiences: tuple[Term, ...] = Field(alias="对象", min_length=1, description="普法条目和法规的“对象”。")
    forms: tuple[Term, ...] = Field(alias="形式", min_length=1, description="普法条目的“形式”。")
    occasions: tuple[Occasion, ...] = Field((), alias="节点", description="普法条目的“节点”。")
    owners: tuple[Term, ...] = Field(alias="责任主体", min_length=1, description="条目的“责任主体”。")
    origins: tuple[Term, ...] = Field(alias="来源", min_length=1, description="条目的“来源”。")
    confirmations: tuple[Term, ...] = Field(alias="核定", min_length=1, description="条目的“核定”。")
    levels: tuple[Term, ...] = Field(alias="效力级别", min_length=1, description="法规的“级别”。")
    opinions: tuple[Term, ...] = Field(alias="意见", min_length=1, description="“回应”的“意见”。")
    reaches: tuple[Term, ...] = Field((), alias="地方", description="问答的“地方”：是全国的规定，还是本地的规定。")
    law_statuses: tuple[Shaped, ...] = Field(alias="法规状态", min_length=1, description="法规的“状态”。")
    confidences: tuple[Term, ...] = Field(alias="可信度", min_length=1, description="核对的“可信度”。")
    hosts: tuple[Host, ...] = Field((), alias="站点", description="页面可以链接的站外网站；没有列出的网址不能写。")
    synonyms: Annotated[tuple[tuple[Line, ...], ...], Written("一组一行，例如 - [自来水, 饮用水]")] = Field(
        (),
        alias="同义词",
        description="意思相同的说法；查其中一个，也找得到其他几个。",
        examples=[[["自来水", "饮用水"]]],
    )
    filler: Lines = Field(
        (),
        alias="填充词",
        description="问话里不说是什么事的字，查找时不算；整句都是这样的字，照样查。",
        examples=[["怎么办", "请问"]],
    )
    praise: Lines = Field(
        (),
        alias="评价词",
        description="夸大或者说死的词；名称、内容、说明里用到的，引文或者所列条文的标签里要有同样的词。",
        examples=[["圆满", "无一"]],
    )

    @cached_property
    def lists(self) -> dict[str, tuple[Term, ...]]:
        """Every list of terms by its Chinese name, in the order of the file."""
        facts = facts_of(type(self)).values()
        return {fact.key: getattr(self, fact.attribute) for fact in facts if fact.record}

    @property
    def computed_now(self) -> tuple[Computed, ...]:
        """The states that are still worked out."""
        return tuple(term for term in self.computed if not term.stopped)

    @cached_property
    def sections(self) -> dict[str, dict[str, Term]]:
        """Every list as 名称 → term, by the list's Chinese name."""
        return {alias: {term.name: term for term in terms} for alias, terms in self.lists.items()}

    def term(self, section: str, name: str) -> Term:
        """Return one term. Raises KeyError when the list has no such name."""
        return self.sections[section][name]
