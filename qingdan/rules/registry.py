"""No address is lost and none is given twice: what the registry names is in the data, moves lead to what is there."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

from ..model.address import Places, every_address
from ..model.load import Data
from ..model.parts import ANSWERS, DOCUMENTS, LAWS, LISTS, REPORTS, part_at
from ..model.registry import FILE, LISTED, MOVED, Registration
from ..model.sourced import Sourced
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "登记"
DEMAND = "收录过的地址一个不少、不再挪用：条目不删只退出，换了地址的写改址。新的地址由程序登记。"
EXAMPLES = (
    Example(
        "    - tasks/rw-003/\n    - tasks/rw-004/",
        "    - tasks/rw-003/\n    - tasks/rw-004/\n    - tasks/rw-005/",
        "“tasks/rw-005/”收录过，数据里却没有 RW-005 了；请恢复它，不再列入清单的，在它的“记录”末尾加“- {日期: 2026-11-23, 状态: 已退出, 说明: 原因}”；换了编号或标识的，在 registry.yml 末尾加一行“- {日期: 2026-11-23, 事项: 改址, 原地址: tasks/rw-005/, 新地址: 现在的地址, 理由: 原因}”",
        FILE,
    ),
    Example(
        "    - reports/2025/",
        "    - reports/2025/\n- {日期: 2026-11-23, 事项: 改址, 原地址: laws/old-rules/, 新地址: laws/water-use-rules/, 理由: 标识写错}\n- 日期: 2026-11-23\n  事项: 收录\n  地址:",
        "“laws/old-rules/”没有收录过，不用改址；最接近的是“laws/old-water-rules/”",
        FILE,
    ),
)

Registrations = tuple[Sourced[Registration], ...]

_KEYS = {LISTED: {"地址": "addresses"}, MOVED: {"原地址": "old", "新地址": "new", "理由": "reason"}}
_HOW = {"地址": "[tasks/rw-001/]", "原地址": "laws/old-name/", "新地址": "laws/new-name/", "理由": "标识写错了"}


def check(data: Data) -> Iterator[Problem]:
    """Yield what is wrong with the registry; where events are incomplete, nothing is compared with the data yet."""
    if data.registry is None:
        return
    incomplete = [problem for one in data.registry for problem in _incomplete(one)]
    yield from incomplete
    if incomplete:
        return
    live = every_address(data)
    listed: Places = {}
    for one in data.registry:
        for index, address in enumerate(one.value.addresses):
            place = partial(one.place, "地址", index)
            if listed.setdefault(address, place) is not place:
                first = listed[address]().line
                message = f"“{address}”在第 {first} 行已经收录过；编号和地址用过一次就不再用，请删去这一处"
                yield Problem(place(), NAME, message)
    yield from _out_of_order(data.registry)
    yield from _moves(data.registry, data, live, listed)
    yield from _lost(data, live, listed)


def _incomplete(one: Sourced[Registration]) -> Iterator[Problem]:
    kind = one.value.kind
    wanted = _KEYS[kind]
    if missing := [key for key, name in wanted.items() if not getattr(one.value, name)]:
        how = "，".join(f"{key}: {_HOW[key]}" for key in missing)
        yield Problem(one.place("事项"), NAME, f"“{kind}”要写{'、'.join(wanted)}，还缺：{how}")
    for key in (key for keys in _KEYS.values() for key in keys if key not in wanted):
        if key in one.keys:
            message = f"“{kind}”不写“{key}”，只写日期、事项、{'、'.join(wanted)}；两件事请分成两条"
            yield Problem(one.place(key), NAME, message)


def _out_of_order(registry: Registrations) -> Iterator[Problem]:
    for earlier, later in pairwise(registry):
        if later.value.day.first < earlier.value.day.first:
            message = f"日期 {later.value.day} 早于上一条（{earlier.value.day}）；新登记的写在最后，日期写登记的那一天"
            yield Problem(later.place("日期"), NAME, message)


def _moves(registry: Registrations, data: Data, live: Places, listed: Places) -> Iterator[Problem]:
    moves = [(one, one.value.old, one.value.new) for one in registry if one.value.old and one.value.new]
    targets = {old: new for _, old, new in reversed(moves)}
    first = {old: one for one, old, _ in reversed(moves)}
    for one, old, new in moves:
        if old not in listed:
            yield Problem(one.place("原地址"), NAME, f"“{old}”没有收录过，不用改址；{nearest(old, listed)}")
        elif old in live:
            still = f"“{old}”还在使用（{live[old]().path} 第 {live[old]().line} 行）"
            yield Problem(one.place("原地址"), NAME, f"{still}，旧地址不能再给别的内容；请给那里换一个没用过的编号")
        elif first[old] is not one:
            where = first[old].place("原地址").line
            yield Problem(one.place("原地址"), NAME, f"“{old}”在第 {where} 行已经改址，请只留一处")
        if new in targets:
            yield Problem(one.place("新地址"), NAME, _chain(new, targets))
        elif not _has(data, live, new):
            yield Problem(one.place("新地址"), NAME, f"没有“{new}”这个地址，{nearest(new, live)}")


def _chain(new: str, targets: dict[str, str]) -> str:
    """Say where a move to an address that was itself moved has to lead."""
    seen, final = [new], targets[new]
    while final in targets and final not in seen:
        seen.append(final)
        final = targets[final]
    if final in targets:
        return f"改址绕成了圈（{' → '.join([*seen, final])}），请改成最终的地址"
    return f"“{new}”自己也已改址，请直接写最终的地址“{final}”"


def _lost(data: Data, live: Places, listed: Places) -> Iterator[Problem]:
    for address in lost(data, live, listed):
        yield Problem(listed[address](), NAME, what_to_do(address, data.as_of.isoformat()))


def lost(data: Data, live: Places, addresses: Iterable[str]) -> Iterator[str]:
    """Yield those addresses that the data, which have the `live` ones, neither have nor have moved.

    Not where a refused record, or one of two with one id, may be what is missing.
    """
    moved = {one.value.old for one in data.registry or ()}
    twins = (folder for folder, records in data.lists.items() if len({one.value.id for one in records}) < len(records))
    uncertain = {*data.refused, *twins}
    for address in addresses:
        if address not in moved and part_at(address).folder not in uncertain and not _has(data, live, address):
            yield address


def what_to_do(address: str, today: str) -> str:
    """Return the message about an address that was public and is gone: restore it, end it, or say where it moved."""
    part = part_at(address)
    retire = {
        **dict.fromkeys(LISTS, f"不再列入清单的，在它的“记录”末尾加“- {{日期: {today}, 状态: 已退出, 说明: 原因}}”"),
        LAWS: "不再有效的，状态写“已废止”并写废止日期",
        ANSWERS: f"不再公开的，在它的末尾加“退出: {{日期: {today}, 说明: 原因}}”",
    }.get(part, "收录过的不能删")
    move = f"- {{日期: {today}, 事项: {MOVED}, 原地址: {address}, 新地址: 现在的地址, 理由: 原因}}"
    return f"“{address}”收录过，数据里却没有 {part.known_as(address)} 了；请恢复它，{retire}；换了编号或标识的，在 {FILE} 末尾加一行“{move}”"


def _has(data: Data, live: Places, address: str) -> bool:
    """Tell whether the data have this address, or would have it if their files could be read."""
    part = part_at(address)
    name = address.rstrip("/") if part in (REPORTS, DOCUMENTS) else part.known_as(address)
    may_be = part.folder in data.unread or (not part.section and not part.holder and name in data.known)
    return address in live or may_be
