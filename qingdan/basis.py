"""制度依据: the documents that require the lists and the reports (`data/basis.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from .model import In, Line, Lines, Record, Slug, Source

Subject = Literal["普法责任清单", "法治建设任务清单", "年度报告", "公开方式"]


class Demand(Record):
    """要求: what a document demands, in our own words, with its article where it is known."""

    text: Line = Field(alias="内容")
    articles: Lines | tuple[()] = Field((), alias="条")


class Basis(Record):
    """A document and its demands.

    One that is in the library is named by its 标识 alone; the library has its name, number, issuer and state; 日期
    may add when it was published. Any other brings all of them along. The rule 制度依据 holds the two apart.
    """

    subject: Subject = Field(alias="关于")
    law: Slug | None = Field(None, alias="法规")
    name: Line | None = Field(None, alias="名称")
    number: Line | None = Field(None, alias="文号")
    issuer: Line | None = Field(None, alias="机关")
    date: Line | None = Field(None, alias="日期")
    status: Annotated[Line | None, In("法规状态")] = Field(None, alias="状态")
    demands: tuple[Demand, ...] = Field(alias="要求", min_length=1)
    unverified: Lines | tuple[()] = Field((), alias="待核事项")
    sources: tuple[Source, ...] = Field((), alias="来源")
