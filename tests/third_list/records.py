"""The records of a further list; the test puts this file into a copy of `qingdan/model/`."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from qingdan.model import Asked, Entry, In, LawRefs, Line, Lines, Own


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
