"""制度依据: the documents that require the lists and the reports (`data/basis.yml`)."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from . import In, InLibrary, Line, LineOrUnknown, Lines, Record, Slug, Source
from .parts import LISTS, REPORTS

SUBJECTS = {**{part.name: part.folder for part in (*LISTS, REPORTS)}, "公开方式": "disclosure"}
"""What a document can be about, and the anchor under which the page shows it."""

Subject = Literal[*SUBJECTS]  # type: ignore[valid-type]  # mypy takes only words that are written out


class Demand(Record):
    """要求: what a document demands, in our own words, with its article where it is known."""

    model_config = ConfigDict(title="要求")

    text: Line = Field(alias="内容", description="文件要求什么，用本站自己的话写。")
    articles: Lines = Field((), alias="条", description="写在哪一条；不清楚的不写。", examples=["第九条"])


class Basis(Record):
    """A document and its demands.

    One that is in the library is named by its 标识 alone; the library has its name, number, issuer and state; 日期
    may add when it was published. Any other brings all of them along. The rule 制度依据 holds the two apart.
    """

    model_config = ConfigDict(
        title="制度依据",
        json_schema_extra={
            "description": "一条是一份要求有清单和报告的文件。在法规库里的只写“法规”；不在的，名称、文号、机关、日期、状态、来源都要写。"
        },
    )

    subject: Subject = Field(alias="关于", description="这份文件要求的是哪一件事。")
    law: Annotated[Slug, InLibrary()] | None = Field(None, alias="法规", description="文件在法规库里的标识。")
    name: Line | None = Field(None, alias="名称", description="文件的名称；写了“法规”的不写。")
    number: LineOrUnknown | None = Field(None, alias="文号", description="文件的文号；写了“法规”的不写。")
    issuer: Line | None = Field(None, alias="机关", description="发文机关；写了“法规”的不写。")
    date: Line | None = Field(None, alias="日期", description="什么时候公布。")
    status: Annotated[Line | None, In("法规状态")] = Field(
        None, alias="状态", description="现在是否有效；写了“法规”的不写。"
    )
    demands: tuple[Demand, ...] = Field(alias="要求", min_length=1, description="这份文件提出的要求，至少一项。")
    unverified: Lines = Field((), alias="待核事项", description="还没有查实的事项。")
    sources: tuple[Source, ...] = Field((), alias="来源", description="在哪里看到的；写了“法规”的不写。")
