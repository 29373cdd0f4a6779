"""What became of an entry: its state, its records, its evidence, its laws, its confirmation, the rest."""

from collections.abc import Callable, Iterator

from ..model import Entry, StatusRecord
from ..model.parts import part_of, path_of
from ..model.status import records_until, status_of
from .change import Change, ItemChange, Remark, Subject
from .reading import items, shown, where
from .sides import Sides, evidence_of

_REMARKS = {"核定": "核定变化", "核定日期": "核定变化", "记录": ""}

Pair = tuple[StatusRecord | None, StatusRecord | None]


def entry_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each entry of the lists."""
    old, new = ({entry.value.id: entry.value for entry in data.entries} for data in (sides.old, sides.new))
    for id in {**old, **new}:
        part = part_of(new.get(id) or old[id])
        yield sides.compared(
            old.get(id),
            new.get(id),
            subject=lambda entry: Subject(part_of(entry).name, entry.id, entry.name, _gist(entry), path_of(entry)),
            lost=(id, part.folder),
            remarks=lambda before, after: _remarks(sides, before, after),
            rows=lambda before, after: _rows(sides, before, after),
        )


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
    yield from sides.fields(old, new, {type(new).model_fields["laws"].alias: "依据法规变动", **_REMARKS})


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
    had = evidence_of(old)
    for proof in evidence_of(new):
        if proof not in had:
            yield Remark("记录改动", "{} 的记录增加证据“{}”（{}）", (date, proof.quote, where(proof)))
    if set(evidence_of(new)) == set(had) and old.evidence != new.evidence:
        yield Remark("记录改动", "{} 的记录，证据的次序或重复有改动", (date,))


def _rows(sides: Sides, old: Entry | None, new: Entry | None) -> Iterator[ItemChange]:
    yield from sides.rows(old, new)
    for before, after in paired(old.records if old else (), new.records if new else ()):
        yield ItemChange("记录", shown(before, sides.laws[0]), shown(after, sides.laws[1]))


def paired(old: tuple[StatusRecord, ...], new: tuple[StatusRecord, ...]) -> list[Pair]:
    """Pair the records that are the same, or were once: same date and state, same date, or same words; by date."""
    left, right, pairs = list(old), list(new), []
    for mark in _MARKS:
        for record in tuple(left):
            partner = next((other for other in right if mark(other) == mark(record)), None)
            if partner is not None:
                pairs.append((record, partner))
                left.remove(record)
                right.remove(partner)
    pairs += [(record, None) for record in left] + [(None, record) for record in right]
    return sorted(pairs, key=lambda pair: (pair[1] or pair[0]).date.first)


_MARKS: tuple[Callable[[StatusRecord], object], ...] = (
    lambda record: record,
    lambda record: (record.date, record.status),
    lambda record: record.date,
    lambda record: record.note,
)
