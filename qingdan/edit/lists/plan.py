"""From a file to a plan: what is archived, which entries are written, which wait, which are there already."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from ...model import UNKNOWN, Entry, ListQuote, facts_of
from ...model.file_kinds import first_line
from ...model.load import Data
from ...model.parts import DOCUMENTS, LISTS, part_of
from ...model.sourced import Sourced
from ...rules.list_words import FIELDS
from ...source.amend import Amendment, amended
from ...source.files import NewFiles
from ...source.write import Value, block, page
from ...text.grid import READERS
from ...text.grid.package import Unusable
from ..enter.numbers import free_numbers
from ..enter.place import appended
from .draft import Draft, Maker, listed, quotes_in
from .laws import Library
from .layout import Found, find, rows_of
from .match import Match, match
from .words import Words

_YEAR = re.compile(r"((?:19|20)[0-9]{2})\s*年")
EVERY = "全部"
"""Stands for every row where rows are named."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk asked for; `given` matches words, `usual` fills in what rows do not say, `mapped` names columns."""

    kind: str | None = None
    year: int | None = None
    slug: str | None = None
    received: str = UNKNOWN
    source: str | None = None
    mapped: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    confirm: tuple[tuple[str, str], ...] = ()
    confirmed_on: str | None = None
    new: tuple[str, ...] = ()


@dataclass
class Plan:
    """What comes of a list: the files to write, and what there is to tell."""

    document: str
    year: int
    fresh: bool
    found: list[Found]
    told: list[tuple[str, str]]
    drafts: list[Draft] = field(default_factory=list)
    written: dict[str, Draft] = field(default_factory=dict)
    confirmed: dict[str, list[Draft]] = field(default_factory=dict)
    there: list[tuple[Draft, Match]] = field(default_factory=list)
    change: NewFiles = field(default_factory=dict)

    @property
    def waiting(self) -> list[Draft]:
        """The rows that lack something."""
        done = {
            id(one)
            for one in (*self.written.values(), *chain(*self.confirmed.values()), *(one for one, _ in self.there))
        }
        return [draft for draft in self.drafts if id(draft) not in done]


def plan(name: str, content: bytes, wanted: Wanted, data: Data, folder: Path) -> Plan:
    """Return what comes of a list. In: its file's name and bytes, the proven data and their folder.

    Raises Unusable where the file cannot be read or holds no list, and `enter.numbers.NoneFree`.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in READERS:
        raise Unusable(
            f"只能收录 .xlsx 和 .docx，“{name}”不是；请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 再试"
        )
    found, told = find(READERS[suffix](content), wanted.kind, wanted.mapped)
    if not any(one.rows for one in found):
        where = "".join(f"\n{place}: {what}" for place, what in told)
        raise Unusable(f"没有找到清单的表格：要有一行表头，其中有“普法内容”或者“重点任务”一类的列，下面是各行{where}")
    digest = hashlib.sha256(content).hexdigest()
    archived = next((one for one in data.documents if one.digest == digest), None)
    year = wanted.year or (archived.meta.value.year if archived else _year(found))
    if year is None:
        raise Unusable("看不出是哪一年的清单，请用 --year 写明，例如 --year 2026")
    slug = archived.id if archived else _slug(wanted, found, year, data)
    made = Plan(slug, year, archived is None, found, told)
    maker = Maker(
        data,
        Words(data.vocab.value, wanted.given),
        Library.of((one.value for one in data.laws), wanted.given),
        wanted.usual,
        slug,
        year,
    )
    made.drafts = [maker.draft(row, one.kind) for one, row in rows_of(found)]
    _place(made, wanted, data)
    files = {} if archived else _archive(made, wanted, data, (suffix, content))
    made.change = {**files, **_entries(made, data, folder), **_confirmed(made, wanted, data, folder)}
    return made


def _year(found: Sequence[Found]) -> int | None:
    years = [int(mark[1]) for one in found if (mark := _YEAR.search(one.title))]
    return years[0] if years else None


def _slug(wanted: Wanted, found: Sequence[Found], year: int, data: Data) -> str:
    """Return a free 标识 for a list: the one asked for, or the kind of list with its year."""
    if wanted.slug:
        if data.document(wanted.slug) or f"{DOCUMENTS.folder}/{wanted.slug}" in data.known:
            raise Unusable(f"--id：已经有标识是 {wanted.slug} 的单位清单，文件不同；请换一个，例如 {wanted.slug}-2")
        return wanted.slug
    usual = f"{found[0].kind}-{year}"
    tried = (usual, *(f"{usual}-{number}" for number in range(2, 1000)))
    return next(one for one in tried if f"{DOCUMENTS.folder}/{one}" not in data.known)


def _place(made: Plan, wanted: Wanted, data: Data) -> None:
    """Decide for each row whether it is written, added to an entry, there already, or waits."""
    free = {part.prefix: free_numbers(part.prefix, data) for part in LISTS}
    places = {place: number for number, place in wanted.confirm if place}
    open_ended = {number for number, place in wanted.confirm if not place}
    for draft in made.drafts:
        near = match(draft, data)
        asked = places.get(draft.row.place)
        if near and not asked and not near.quotes and near.entry.id in open_ended:
            asked = near.entry.id
        if asked:
            made.confirmed.setdefault(asked, []).append(draft)
        elif near and (near.quotes or not {draft.row.place, EVERY} & set(wanted.new)):
            made.there.append((draft, near))
        elif not draft.waits:
            made.written[next(free[draft.part.prefix])] = draft


def _archive(made: Plan, wanted: Wanted, data: Data, file: tuple[str, bytes]) -> dict[Path, bytes]:
    """Return the files that archive a list. In: the extension and the bytes of its file."""
    suffix, content = file
    first = made.found[0]
    title = next((one.title for one in made.found if one.title), "") or first.columns[0].title
    record: dict[str, Value] = {
        "标识": made.document,
        "名称": title,
        "单位": data.body.value.name,
        "年度": str(made.year),
        "收到": wanted.received,
        "来源": wanted.source or "收到的文件，按收到时的样子存档；从哪里得到待核。",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    if persons := list(dict.fromkeys(place for one in made.found for place in one.persons)):
        record["不公开"] = persons
    text = f"{first_line(DOCUMENTS.folder)}\n# 单位自己的清单的登记信息。原件在同一文件夹的 {made.document}{suffix}，一个字也不改。\n\n{page(record)}"
    path = Path(DOCUMENTS.folder, made.document)
    return {path.with_suffix(suffix): content, path.with_suffix(".yml"): text.encode()}


def _entries(made: Plan, data: Data, folder: Path) -> dict[Path, bytes]:
    """Return the files of the new entries: one a list, named after the document."""
    change: dict[Path, bytes] = {}
    for part in LISTS:
        if records := [draft.record(number) for number, draft in made.written.items() if draft.part is part]:
            path = Path(part.folder, f"{made.document}.yml")
            there = (
                (folder / path).read_bytes() if (folder / path).is_file() else f"{first_line(part.folder)}\n".encode()
            )
            change[path] = appended(there, block(*records))
    return change


def _confirmed(made: Plan, wanted: Wanted, data: Data, folder: Path) -> dict[Path, bytes]:
    """Return the files of the entries to which the words of the list are added, and 核定 where the clerk gave the day."""
    found: dict[Path, list[Amendment]] = {}
    for number, drafts in made.confirmed.items():
        entry = next((one for one in data.entries if one.value.id == number), None)
        if entry is None:
            raise Unusable(f"--confirm：清单里没有 {number}，请核对编号")
        if part_of(entry.value) is not drafts[0].part:
            raise Unusable(
                f"--confirm：{number} 是{part_of(entry.value).name}的，{drafts[0].row.place} 这一行不是，请核对"
            )
        changes = found.setdefault(Path(entry.file.name).relative_to(folder), [])
        changes += list(_additions(entry, drafts, wanted.confirmed_on))
    if unused := [number for number, _ in wanted.confirm if number not in made.confirmed]:
        said = "、".join(unused)
        raise Unusable(
            f"--confirm：没有哪一行与 {said} 相近，或者它已经引了这一行；要指定的，写成 --confirm {unused[0]}=格"
        )
    return {path: amended((folder / path).read_bytes(), changes) for path, changes in found.items()}


def _additions(entry: Sourced[Entry], drafts: Sequence[Draft], day: str | None) -> Iterator[Amendment]:
    """Yield what is added to an entry: the fields that only a list can fill, where it has none, and its words."""
    order, index, old = tuple(facts_of(type(entry.value))), entry.index or 0, entry.value.list_words
    for key in FIELDS:
        words = [word for draft in drafts for word in listed(draft.values, key)]
        if words and not getattr(entry.value, facts_of(type(entry.value))[key].attribute):
            yield Amendment((index, key), list(dict.fromkeys(words)), order)
    if day and entry.value.confirmed_on is None:
        yield Amendment((index, "核定"), "已核定", order)
        yield Amendment((index, "核定日期"), day, order)
    quotes = dict.fromkeys(one for draft in drafts for one in quotes_in(draft.values) if one not in old)
    words_of_list = [
        {fact.key: getattr(one, fact.attribute) for fact in facts_of(ListQuote).values()} for one in quotes
    ]
    if words_of_list and not old:
        yield Amendment((index, "清单原文"), words_of_list, order)
    elif words_of_list:
        yield from (
            Amendment((index, "清单原文", len(old) + number), one, order) for number, one in enumerate(words_of_list)
        )
