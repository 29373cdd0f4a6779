"""What is written apart belongs to an entry or an answer that is there, and is of its kind."""

from collections.abc import Iterator

from ..model import Answer, Entry
from ..model.apart import Apart
from ..model.load import Data
from ..model.parts import ALL_LISTS, ANSWERS, LISTS
from ..model.sourced import Sourced
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "另记"
DEMAND = "另记写给清单里的一个条目或问答；条目写记录、核定，问答写核定、退出。"
_FILE = "records/notes.yml"
EXAMPLES = (
    Example("- 编号: WD-001\n", "- 编号: WD-01\n", f"{ALL_LISTS}和问答里没有“WD-01”，最接近的是“WD-001”", _FILE),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield what is written apart for nothing that is there, and what such a thing cannot have."""
    every: tuple[Sourced[Entry] | Sourced[Answer], ...] = (*data.entries, *data.answers)
    things = {thing.value.id: thing.value for thing in every}
    unread = any(part.folder in data.unread | data.refused for part in (*LISTS, ANSWERS))
    for one in data.apart:
        thing = things.get(one.value.id)
        if thing is not None:
            yield from _unfit(one, thing)
        elif not unread:
            message = f"{ALL_LISTS}和{ANSWERS.name}里没有“{one.value.id}”，{nearest(one.value.id, things)}"
            yield Problem(one.place("编号"), NAME, message)


def _unfit(one: Sourced[Apart], thing: Entry | Answer) -> Iterator[Problem]:
    said = one.value
    if not (said.records or said.confirmed or said.confirmed_on or said.withdrawn):
        yield Problem(one.start, NAME, "没有写要记什么；请写“记录”、“核定”或“退出”，不需要的整条删去")
    if said.confirmed_on and not said.confirmed:
        yield Problem(one.place("核定日期"), NAME, "写了核定日期，没有写“核定: 已核定”，请补上")
    if isinstance(thing, Entry) and said.withdrawn:
        yield Problem(one.place("退出"), NAME, "条目的退出写成一条状态为“已退出”的记录，请改写")
    if isinstance(thing, Answer):
        if said.records:
            yield Problem(one.place("记录"), NAME, "问答没有“记录”，请删去")
        if said.withdrawn and said.withdrawn != thing.withdrawn:
            yield Problem(one.place("退出"), NAME, f"“{thing.id}”已经退出了，请删去这一处")
