"""退出: an entry leaves its list by a last record and keeps its page; an answer is given no more and keeps its place."""

from ..model import Answer, Entry, facts_of
from ..model.load import Data
from ..model.parts import ALL_LISTS, ANSWERS
from ..model.sourced import Sourced
from ..model.status import RETIRED
from ..rules.retirement import retired
from ..source.amend import Amendment
from ..source.write import Value
from ..text.dates import Moment
from ..text.problem import nearest
from .added import record_added


class NotRetired(Exception):
    """The entry or answer cannot be retired; says why, in Chinese."""


Retirable = Sourced[Entry] | Sourced[Answer]


def thing_of(data: Data, id: str) -> Retirable:
    """Return the entry or answer with this 编号. Raises NotRetired when there is none, or when it is retired already."""
    every: tuple[Retirable, ...] = (*data.entries, *data.answers)
    things = {thing.value.id: thing for thing in every}
    if id not in things:
        raise NotRetired(f"{ALL_LISTS}和{ANSWERS.name}里没有“{id}”，{nearest(id, things)}")
    if left := _left(things[id].value):
        raise NotRetired(f"“{id}”已于 {left} 退出；要改原因或接续，请直接改那里")
    return things[id]


def _left(thing: Entry | Answer) -> Moment | None:
    if isinstance(thing, Answer):
        return thing.withdrawn.date if thing.withdrawn else None
    return thing.records[-1].date if retired(thing) else None


def retirement(thing: Retirable, day: str, reason: str, successors: list[str]) -> tuple[str, Amendment]:
    """Return the file in which an entry or answer is retired, and the words that do it there.

    Raises `NotRetired` for an answer with successors.
    """
    if isinstance(thing.value, Answer):
        if successors:
            raise NotRetired("问答没有“接续”；另有问答的，把它的编号写在原因里")
        file, path = thing.home("退出")
        return file.name, Amendment(path, {"日期": day, "说明": reason}, tuple(facts_of(Answer)))
    record: dict[str, Value] = {
        "日期": day,
        "状态": RETIRED,
        "说明": reason,
        **({"接续": successors} if successors else {}),
    }
    return record_added(thing, record)
