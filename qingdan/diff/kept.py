"""What the base publishes, the change keeps: its addresses, registered or not, its numbers, and its registrations."""

from collections.abc import Iterator
from pathlib import Path

from ..edit.enter.numbers import next_number
from ..model.address import every_address
from ..model.load import Data
from ..model.parts import FILED
from ..model.registry import FILE, LISTED
from ..rules.registry import lost, what_to_do
from ..text.problem import Place, Problem

_NAME = "已公开的"


def not_kept(old: Data, new: Data) -> Iterator[Problem]:
    """Yield what the old data have made public and the new data have lost, or given to something else too."""
    yield from _taken(old, new)
    place, today = Place(Path(new.body.file.name).with_name(FILE).as_posix()), new.as_of.isoformat()
    registered = _registered(old)
    live = every_address(new)
    for address in lost(new, live, sorted({*every_address(old), *registered})):
        line = f"- {{日期: {today}, 事项: {LISTED}, 地址: [{address}]}}"
        first = "" if address in registered else f"（改址以前，先在 {FILE} 末尾补一行“{line}”）"
        yield Problem(place, _NAME, what_to_do(address, today) + first)
    if gone := sorted(registered - _registered(new)):
        message = f"旧版本登记过 {len(gone)} 个地址，这里没有了：{'、'.join(gone[:3])}{'等' * (len(gone) > 3)}"
        yield Problem(place, _NAME, f"{message}；{FILE} 只在末尾添加，请从旧版本取回删去的行")


def _registered(data: Data) -> set[str]:
    return {address for one in data.registry or () for address in one.value.addresses}


def _taken(old: Data, new: Data) -> Iterator[Problem]:
    """Yield records that bear a published number which another record keeps, each with a free number."""
    for part in FILED:
        names = {one.value.id: one.value.name for one in old.lists[part.folder]}
        seen = [one.value.id for one in new.lists[part.folder]]
        for one in new.lists[part.folder]:
            number, name = one.value.id, one.value.name
            if seen.count(number) > 1 and number in names and name != names[number]:
                free = f"改成 {next_number(part.prefix, new)}" if part.prefix else "换一个没用过的标识"
                message = f"“{number}”已经公开，是“{names[number]}”，编号归它；请把这一条“{name}”{free}"
                yield Problem(one.place(part.key_title), _NAME, message)
