"""A job → its form: which record it fills, which fields come first, what stands in them; and what is filled in → a 变更单."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Item

from ..edit.slip.apply import in_order
from ..edit.slip.edits import edits_between, fixed
from ..edit.slip.slip import ADD, CONFIRM, EDITS, RETIRE, REVISE, Slip
from ..edit.slip.thing import NoThing, Thing, id_of, jobs_of, name_of, seen, thing_of
from ..model import Answer, Asked, Day, Entry, Line, Lines, Past, Record, StatusRecord, Unknown, Withdrawal, facts_of
from ..model.load import Data
from ..model.parts import FILED, LISTS, Part
from ..model.status import RETIRED
from .fields import Field, Values, fields_of, values_of, written_of
from .ground import Ground

LAW_FIRST = ("核对", "状态", "最近修改", "修改施行", "废止日期", "届满日期", "被替代", "条文")
"""What is written when a law has changed; the rest of it is folded away."""
RECORDS = "记录"
BY_JOBS = (RECORDS, "核定", "核定日期", "退出")
"""What has a job of its own; who changes words finds it folded away."""


class Confirmation(Record):
    """核定: the day on which the body confirmed it."""

    model_config = ConfigDict(title="核定")

    confirmed_on: Annotated[Day, Past()] = Item(alias="核定日期", description="单位实际确认这一条的那一天。")


class Departure(Record):
    """退出: why an entry leaves its list, and what goes on in its place."""

    model_config = ConfigDict(title="退出")

    date: Annotated[Day, Past()] = Item(alias="日期", description="从哪一天起不再列入。")
    note: Line = Item(alias="说明", description="为什么退出，读者会看到；有依据的写明依据。")
    successors: Lines = Item((), alias="接续", description="以后由哪几条接着做，写编号；没有的不写。")


@dataclass(frozen=True, slots=True)
class Form:
    """What is filled in for a job: the record, what it is about (None for a new one), and how the form begins."""

    job: str
    model: type[BaseModel]
    title: str
    intro: str
    fields: list[Field]
    values: Values
    thing: Thing | None = None
    part: Part | None = None
    before: dict[str, Any] = field(default_factory=dict)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The fields that the program fills."""
        return (self.part.key_title,) if self.part and self.part.prefix else ()


def form_of(job: str, id: str, data: Data) -> Form:
    """Return the form of a job on what goes by `id`, or of a new record of the part whose folder it is. Raises NoThing."""
    if job == ADD:
        return _new(id, data)
    thing = thing_of(data, id)
    if job not in jobs_of(thing):
        raise NoThing(f"{id} 不能“{job}”，能做的是：{'、'.join(jobs_of(thing))}")
    named = f"{id} {name_of(thing)}" if isinstance(thing.value, Entry | Answer) else name_of(thing)
    if job in EDITS:
        return _edit(job, thing, named, data)
    model, title, fields, values = _beside(job, thing, data)
    return Form(job, model, f"{title}：{named}", f"现在{seen(thing, job)}。", fields, values, thing)


def _beside(job: str, thing: Thing, data: Data) -> tuple[type[BaseModel], str, list[Field], Values]:
    """Return what is filled in for what is written apart: the model, the title, the fields, the values."""
    today = {"日期": data.as_of.isoformat()}
    if job == CONFIRM:
        return Confirmation, "核定一条", fields_of(Confirmation, data), {"核定日期": data.as_of.isoformat()}
    if job == RETIRE:
        model: type[BaseModel] = Withdrawal if isinstance(thing.value, Answer) else Departure
        return model, "退出一条", fields_of(model, data), {**values_of(model, {}), **today}
    shown = ("日期", "状态", "说明", "证据", "指标")
    fields = fields_of(StatusRecord, data, shown, hidden=("接续",))
    next(one for one in fields if one["path"] == "状态")["choices"] = list(_next(thing.value, data))
    return StatusRecord, "添一条记录", fields, {**values_of(StatusRecord, {}), **today}


def _next(entry: Entry, data: Data) -> Iterator[dict[str, str]]:
    """Yield the states that a new record may have, but for the one that retires."""
    states = {status.name: status for status in data.vocab.value.statuses}
    last = entry.records[-1].status if entry.records else ""
    for name in states[last].next if last in states else states:
        if name != RETIRED and name in states:
            proof = "要有报告原话。" if states[name].proof == "需要" else ""
            yield {"value": name, "label": name, "about": f"{states[name].meaning}{proof}"}


def _edit(job: str, thing: Thing, named: str, data: Data) -> Form:
    model: type[BaseModel] = type(thing.value)
    written = thing.written
    usual = tuple(key for key in facts_of(model) if key in written and key not in BY_JOBS)
    fields = fields_of(model, data, LAW_FIRST if job == REVISE else usual, hidden=fixed(thing))
    for one in fields:
        if one["path"] == RECORDS:
            one["fixed"], one["help"] = True, "以前的记录写错了才改；有了进展，请“添一条记录”。"
    intro = (
        "没有看到原文的，不改。不管改什么，“核对”都要写这次看的材料。" if job == REVISE else "只改要改的字，别的留着。"
    )
    return Form(job, model, f"{job}：{named}", intro, fields, values_of(model, written), thing, before=written)


def _new(folder: str, data: Data) -> Form:
    part = next((part for part in FILED if part.folder == folder), None)
    if part is None:
        raise NoThing(f"没有“{folder}”这个清单，可以写：{'、'.join(part.folder for part in FILED)}")
    facts = facts_of(part.record)
    asked = tuple(key for key, fact in facts.items() if not ((mark := fact.mark(Asked)) and mark.never))
    values = values_of(part.record, {}) | {key: value for key in facts if (value := _usual(key, part, data))}
    intro = "编号由程序给。" if part.prefix else "标识公开以后不改，请想好再写。"
    form = Form(ADD, part.record, f"新增一条：{part.name}", intro, [], values, part=part)
    return replace(form, fields=fields_of(part.record, data, asked, form.left_out))


def _usual(key: str, part: Part, data: Data) -> object:
    """Return what a field of a new record holds to begin with."""
    fact = facts_of(part.record)[key]
    if key == "年度" and part in LISTS:
        return str(data.as_of.year)
    default, unknown = fact.info.default, fact.mark(Unknown)
    instead = unknown.usual if unknown and fact.required else ""
    usual = default if isinstance(default, str) else instead
    return [usual] if usual and fact.many else usual


def slip_of(form: Form, values: Values, ground: Ground) -> Slip:
    """Return what is filled in as a 变更单; what is empty is left out."""
    said: dict[str, Any] = {
        "变更单": ground.data.body.value.title,
        "做什么": form.job,
        "日期": ground.data.as_of.isoformat(),
        "数据": ground.version,
        "提交": ground.commit or None,
    }
    if form.thing:
        said |= {"编号": id_of(form.thing), "名称": name_of(form.thing)}
    written = written_of(form.model, values, form.before)
    if form.thing and form.job in EDITS:
        kept = {key: form.before[key] for key in fixed(form.thing) if key in form.before}
        edits = edits_between(form.model, form.before, {**written, **kept})
        return Slip.model_validate(said | {"改动": tuple(edits)})
    if form.part:
        return Slip.model_validate(said | {"清单": form.part.name, "内容": in_order(form.part.record, written)})
    assert form.thing  # what is not new is about something
    return Slip.model_validate(said | {"原有": seen(form.thing, form.job), "内容": in_order(form.model, written)})
