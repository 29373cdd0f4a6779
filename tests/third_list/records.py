"""The records of two further lists; the test puts this file into a copy of `qingdan/model/`."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from qingdan.model import Asked, Entry, In, LawRefs, Line, Lines, Own, Record


class Suggestion(Entry):
    """A list as 普法 and 任务 are: its entries have states, evidence and pages of their own."""

    model_config = ConfigDict(title="建议", json_schema_extra={"description": "一条是居民提的一个建议。"})

    id: Annotated[str, StringConstraints(pattern=r"^JY-[0-9]{3,5}$"), Asked(never=True)] = Field(
        alias="编号", description="编号。"
    )
    field: Annotated[Line, In("任务领域")] = Field(alias="领域", description="属于哪一方面。")
    askers: Annotated[Lines, In("对象"), Own("谁提的", facet="asker"), Asked("asker")] = Field(
        (), alias="提出人", description="谁。"
    )
    channel: Line | None = Field(None, alias="渠道", description="从哪里收到的。")
    laws: LawRefs = Field((), alias="依据", description="建议提到的法规。")


class Answer(Record):
    """A list without pages of its own: each record is shown on the page of its entry."""

    model_config = ConfigDict(title="问答", json_schema_extra={"description": "一条是一个问题。"})

    id: Annotated[str, StringConstraints(pattern=r"^WD-[0-9]{3,5}$"), Asked(never=True)] = Field(
        alias="编号", description="编号。"
    )
    name: Line = Field(alias="问题", description="居民怎样问。")
    entry: Line = Field(alias="条目", description="显示在哪一条的页面上。")
    text: Line = Field(alias="回答", description="怎样答。")
    topic: Annotated[Line, In("法规领域")] = Field(alias="领域", description="属于哪一方面。")
    laws: LawRefs = Field((), alias="依据", description="依据的法规。")
