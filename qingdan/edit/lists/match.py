"""Which entry is there already for a row of a list: the same one, or one that looks like it, and how they differ."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from ...model import NOT_STATED, Entry
from ...model.load import Data
from ...model.own import named
from ...model.parts import part_of
from ...text.folded import folded
from .draft import LIBRARY, UNASSIGNED, Draft, listed, quotes_in
from .titles import PUBLICITY

_ALIKE = 0.75
_COMPARED = (("责任主体", "owners"), ("时限", "due"), ("对象", "audiences"), ("形式", "forms"), ("节点", "occasions"))


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a row seems to be, why, and whether that is certain: it quotes the row already, or has its name."""

    entry: Entry
    why: str
    quotes: bool = False


def match(draft: Draft, data: Data) -> Match | None:
    """Return the entry that a row is, or is likely to be; None where none comes close."""
    entries = [one.value for one in data.lists[draft.part.folder]]
    own = {cell.address for cell in draft.row.main}
    cells = {(one.document, one.cell) for one in quotes_in(draft.values) if one.cell in own}
    for entry in entries:
        if cells & {(one.document, one.cell) for one in entry.list_words}:
            return Match(entry, "已经引了这一行", quotes=True)
    wanted = folded(draft.name)
    for entry in entries:
        if wanted == folded(entry.name):
            return Match(entry, "名称相同")
    if draft.laws and not any(one.section == LIBRARY for one in draft.waits):
        for entry in entries:
            if draft.laws == tuple(sorted({one.law for one in entry.laws})) and set(listed(draft.values, "对象")) & set(
                _of(entry, "audiences")
            ):
                return Match(entry, "法规相同，对象也有相同的")
    if draft.part.folder == PUBLICITY:  # what it is about are its laws; like names tell nothing
        return None
    close = [(_likeness(wanted, folded(entry.name)), entry) for entry in entries]
    best = max(close, key=lambda pair: pair[0], default=None)
    return Match(best[1], "名称相近") if best and best[0] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """Return how alike two names are; 1 where the shorter one stands whole within the other and is no mere word."""
    short, long = sorted((one, other), key=len)
    if len(short) >= 4 and short in long:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _of(entry: Entry, attribute: str) -> tuple[str, ...]:
    return tuple(map(str, named(entry, attribute))) if attribute in type(entry).model_fields else ()


def differences(draft: Draft, entry: Entry) -> list[str]:
    """Return in Chinese how a row and an entry differ, field by field; what the row does not say is no difference."""
    assert part_of(entry) is draft.part
    found = []
    for key, attribute in _COMPARED:
        new, old = tuple(listed(draft.values, key)), _of(entry, attribute)
        if new and new not in ((UNASSIGNED,), (NOT_STATED,)) and set(new) != set(old):
            found.append(f"{key}：清单写“{'、'.join(new)}”，条目写“{'、'.join(old) or '（没有）'}”")
    if draft.laws and set(draft.laws) != {one.law for one in entry.laws}:
        found.append(
            f"法规：清单写 {'、'.join(draft.laws)}，条目写 {'、'.join(one.law for one in entry.laws) or '（没有）'}"
        )
    return found
