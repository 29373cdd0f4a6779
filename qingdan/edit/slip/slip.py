"""变更单: what a sheet says, how it is written and how it is read."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, ValidationError

from ...model import Day, Line, Record, facts_of
from ...model.explain import explain
from ...source.read import Map, Refused, decoded, parse, values
from ...source.write import Value, page
from ...text.problem import Place, Problem
from ...text.reading import FORM

ADD_RECORD, EDIT, CONFIRM, RETIRE, ADD, REVISE = "添一条记录", "改文字", "核定", "退出", "新增", "法规有了变化"
JOBS = {
    ADD_RECORD: "事情有了进展或者结果，添一条新的记录",
    EDIT: "写错了、写得不清楚，改已经写下的字",
    CONFIRM: "清单说的单位确认了这一条",
    RETIRE: "不再列入，写明原因；网页留着",
    ADD: "清单里要多一条",
    REVISE: "修改了、废止了，或者重新核对过",
}
"""What can be done, with what it is for."""
EDITS = (EDIT, REVISE)
"""The jobs that change words which stand already."""
MAX_BYTES = 100_000

_JOB = f"^({'|'.join(JOBS)})$"


class Unreadable(Exception):
    """It is no 变更单, or one that was spoilt; carries what is wrong, each with its line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("；".join(dict.fromkeys(problem.message for problem in problems)))
        self.problems = problems


class Edit(Record):
    """改动: a value before and after; without 原 it is new, without 改为 it is taken out."""

    model_config = ConfigDict(title="改动")

    item: Line = Field(alias="项", description="改哪一项，从外往里写，中间用 / 隔开。", examples=["记录/1/说明"])
    old: Any = Field(None, alias="原", description="原来写的。")
    new: Any = Field(None, alias="改为", description="改成什么。")


class Slip(Record):
    """变更单: for which site, what to do to what, and what the clerk saw when writing it."""

    model_config = ConfigDict(title="变更单")

    site: Line = Field(alias="变更单", description="是哪个网站的。")
    job: Annotated[str, StringConstraints(pattern=_JOB)] = Field(alias="做什么", description="、".join(JOBS))
    id: Line | None = Field(None, alias="编号", description="改哪一条；新增的不写。")
    part: Line | None = Field(None, alias="清单", description="新增到哪里；其他的不写。")
    name: Line | None = Field(None, alias="名称", description="给人看的：这一条叫什么。")
    made: Day = Field(alias="日期", description="哪一天写的。")
    data: Line = Field(alias="数据", description="写的时候数据是哪一份，由程序填。")
    commit: Line | None = Field(None, alias="提交", description="写的时候仓库到哪一次提交，由程序填。")
    before: Line | None = Field(None, alias="原有", description="写的时候那里是什么，由程序填。")
    content: dict[str, Any] = Field({}, alias="内容", description="要写进去的内容。")
    edits: tuple[Edit, ...] = Field((), alias="改动", description="改哪几处，各从什么改成什么。")


def written(slip: Slip) -> str:
    """Return the sheet as a file: YAML that a person can read. Raises Unwritable."""
    said: dict[str, Value] = {}
    for key, fact in facts_of(Slip).items():
        value = getattr(slip, fact.attribute)
        if key == "改动":
            value = [{f.key: v for f in facts_of(Edit).values() if (v := getattr(one, f.attribute))} for one in value]
        if value:
            said[key] = str(value) if key == "日期" else value
    return page(said)


def read(content: bytes, name: str) -> Slip:
    """Return what a sheet says. In: the bytes of the file and its name for messages. Raises Unreadable."""
    if len(content) > MAX_BYTES:
        raise Unreadable(
            [Problem(Place(name), FORM, f"变更单没有这么大（超过 {MAX_BYTES // 1000} KB），请核对是不是选错了文件")]
        )
    try:
        node = parse(decoded(content, name), name)
    except Refused as refused:
        raise Unreadable(list(refused.problems)) from None
    if not isinstance(node, Map) or "变更单" not in node.items:
        raise Unreadable([Problem(Place(name), FORM, "这不是变更单：变更单的第一行是“变更单: 网站的名称”")])
    try:
        return Slip.model_validate(values(node))
    except ValidationError as error:
        raise Unreadable(list(explain(error, node, Slip))) from None
