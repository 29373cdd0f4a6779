"""What the base publishes, the change keeps: its addresses, registered or not, its numbers, and its registrations."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from ..edit.enter.numbers import NoneFree, free_numbers
from ..model import Answer, Entry, Law
from ..model.address import every_address
from ..model.load import Data
from ..model.parts import FILED, Part
from ..model.registry import FILE, LISTED
from ..model.sourced import Sourced
from ..rules.registry import lost, what_to_do
from ..text.problem import Place, Problem

_NAME = "已公开的"
_ALIKE = 0.4
"""From this likeness on, an entry that was renamed is taken for the same one, rewritten."""

Filed = Entry | Answer | Law


def not_kept(old: Data, new: Data) -> Iterator[Problem]:
    """Yield what the old data have made public and the new data have lost, or given to something else."""
    for part in FILED:
        yield from _taken(part, old, new)
    place, today = Place(Path(new.body.file.name).with_name(FILE).as_posix()), new.as_of.isoformat()
    registered = _registered(old)
    live = every_address(new)
    for address in lost(new, live, sorted({*every_address(old), *registered})):
        line = f"- {{日期: {today}, 事项: {LISTED}, 地址: [{address}]}}"
        first = "" if address in registered else f"（改址以前，先在 {FILE} 末尾补一行“{line}”）"
        yield Problem(place, _NAME, what_to_do(address, today) + first)
    texts = {(text.law, str(text.version)) for text in new.texts}
    for text in old.texts:
        if (text.law, str(text.version)) not in texts and "texts" not in new.unread:
            message = (
                f"{text.law} {text.version} 的原文收录过，这里没有了；条文的地址要一直有效，请从旧版本取回它的两个文件"
            )
            yield Problem(Place(text.meta.file.name), _NAME, message)
    if gone := sorted(registered - _registered(new)):
        message = f"旧版本登记过 {len(gone)} 个地址，这里没有了：{'、'.join(gone[:3])}{'等' * (len(gone) > 3)}"
        yield Problem(place, _NAME, f"{message}；{FILE} 只在末尾添加，请从旧版本取回删去的行")


def _registered(data: Data) -> set[str]:
    return {address for one in data.registry or () for address in one.value.addresses}


def _taken(part: Part, old: Data, new: Data) -> Iterator[Problem]:
    """Yield records that bear a published number which is another's, each with a free number of its own."""
    published: dict[str, Filed] = {one.value.id: one.value for one in old.lists[part.folder]}
    bearers = defaultdict[str, list[Sourced[Filed]]](list)
    for one in new.lists[part.folder]:
        bearers[one.value.id].append(one)
    free = free_numbers(part.prefix, new) if part.prefix else None
    for number, members in bearers.items():
        if number not in published:
            continue
        for one in _others(published[number], members):
            message = f"“{number}”已经公开，是“{published[number].name}”，编号归它"
            missing = "" if len(members) > 1 else "，请从旧版本取回那一条"
            yield Problem(
                one.place(part.key_title),
                _NAME,
                f"{message}{missing}；请把这一条“{one.value.name}”{_instead(free)}",
            )


def _others(was: Filed, members: Sequence[Sourced[Filed]]) -> list[Sourced[Filed]]:
    """Return those that are not the published record: all but the one most like it, and that too where it is another."""
    keeper = max(members, key=lambda one: _likeness(was, one.value)) if len(members) > 1 else members[0]
    others = [one for one in members if one is not keeper]
    return others if _is_same(was, keeper.value) else [keeper, *others]


def _is_same(was: Filed, now: Filed) -> bool:
    kept = (
        isinstance(was, Entry)
        and isinstance(now, Entry)
        and was.records
        and all(one in now.records for one in was.records)
    )
    return was.name == now.name or bool(kept) or _likeness(was, now) >= _ALIKE


def _likeness(was: Filed, now: Filed) -> float:
    """Return how alike what two records say is, from 0 to 1, and one more where their names are the same."""
    return (was.name == now.name) + SequenceMatcher(None, _said(was), _said(now), autojunk=False).ratio()


def _said(record: Filed) -> str:
    return f"{record.name}{record.content}" if isinstance(record, Entry) else record.name


def _instead(free: Iterator[str] | None) -> str:
    """Return what to write instead: the next free number, where records are numbered."""
    if free is None:
        return "换一个没用过的标识"
    try:
        return f"改成 {next(free)}"
    except NoneFree as reason:
        return f"换一个编号；{reason}"
