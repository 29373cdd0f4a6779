"""What became of an entry: its state, its records, its evidence, its laws, its confirmation, the rest."""

from collections.abc import Callable, Iterator
from functools import partial

from ..model import Entry, LawRef, StatusRecord, facts_of
from ..model.parts import LISTS
from ..model.status import records_until, status_of
from .change import Change, ItemChange, Remark
from .reading import items, shown, where
from .sides import Sides

_REMARKS = {"核定": "核定变化", "核定日期": "核定变化", "记录": ""}

Pair = tuple[StatusRecord | None, StatusRecord | None]


def entry_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of each entry of the lists."""
    for part in LISTS:
        yield from sides.filed(part, _gist, partial(_remarks, sides), partial(_rows, sides))


def _gist(entry: Entry) -> str:
    return "　".join([entry.content, *(shown(record, {}) for record in entry.records)])


def _remarks(sides: Sides, old: Entry, new: Entry) -> Iterator[Remark]:
    was, now = status_of(old, sides.old.as_of), status_of(new, sides.new.as_of)
    if was != now:
        yield _new_state(was, now, records_until(new, sides.new.as_of))
    for before, after in paired(old.records, new.records):
        if before is None:
            yield Remark("记录新增", "“{}”", (shown(after, sides.laws[1]),))
        elif after is None:
            yield Remark("记录改动", "删去记录“{}”", (shown(before, sides.laws[0]),))
        elif before != after:
            yield from _rewritten(sides, before, after)
    laws = {fact.key: "依据法规变动" for fact in facts_of(type(new)).values() if fact.record is LawRef}
    yield from sides.fields(old, new, laws | _REMARKS)


def _new_state(was: str, now: str, records: tuple[StatusRecord, ...]) -> Remark:
    proofs = records[-1].evidence if records else ()
    if not proofs:
        return Remark("状态变化", "从“{}”变为“{}”，没有证据", (was, now))
    words = [word for proof in proofs for word in (proof.quote, where(proof))]
    return Remark("状态变化", f"从“{{}}”变为“{{}}”，依据{'、'.join(['“{}”（{}）'] * len(proofs))}", (was, now, *words))


def _rewritten(sides: Sides, old: StatusRecord, new: StatusRecord) -> Iterator[Remark]:
    date = str(new.date)
    before, after = items(old, sides.laws[0]), items(new, sides.laws[1])
    for name in after:
        if name != "证据" and before[name] != after[name]:
            words = (date, before[name] or "无", after[name] or "无")
            yield Remark("记录改动", f"{{}} 的记录，{name}：原“{{}}”，现“{{}}”", words)
    for proof in dict.fromkeys(new.evidence):
        if proof not in old.evidence:
            yield Remark("记录改动", "{} 的记录增加证据“{}”（{}）", (date, proof.quote, where(proof)))
    if set(new.evidence) == set(old.evidence) and old.evidence != new.evidence:
        yield Remark("记录改动", "{} 的记录，证据的次序或重复有改动", (date,))


def _rows(sides: Sides, old: Entry | None, new: Entry | None) -> Iterator[ItemChange]:
    yield from (row for row in sides.rows(old, new) if row.name != "记录")
    for before, after in paired(old.records if old else (), new.records if new else ()):
        yield ItemChange("记录", shown(before, sides.laws[0]), shown(after, sides.laws[1]))


def paired(old: tuple[StatusRecord, ...], new: tuple[StatusRecord, ...]) -> list[Pair]:
    """Pair the records that are the same, or were once: same date and state, same date, or same words; by date."""
    left, right = list(old), list(new)
    pairs: list[Pair] = []
    for mark in _MARKS:
        for record in tuple(left):
            partner = next((other for other in right if mark(other) == mark(record)), None)
            if partner is not None:
                pairs.append((record, partner))
                left.remove(record)
                right.remove(partner)
    pairs += ((record, None) for record in left)
    pairs += ((None, record) for record in right)
    return sorted(pairs, key=lambda pair: next(filter(None, reversed(pair))).date.first)


_MARKS: tuple[Callable[[StatusRecord], object], ...] = (
    lambda record: record,
    lambda record: (record.date, record.status),
    lambda record: record.date,
    lambda record: record.note,
)
