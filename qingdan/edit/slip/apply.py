"""A 变更单 carried out: the new content of the files that it changes, or why it cannot be done."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ...model import Answer, StatusRecord, facts_of
from ...model.apart import FOLDER as APART
from ...model.file_kinds import first_line
from ...model.load import Data
from ...model.parts import FILED, Part
from ...model.status import RETIRED
from ...model.values import SLUG
from ...source.amend import Misplaced, amended
from ...source.files import NewFiles
from ...source.write import Value, block
from ..enter.numbers import next_number, used
from .edits import amendment, can_change, edits_between, path_of, value_at, with_edits
from .slip import ADD, CONFIRM, EDITS, RETIRE, Slip
from .thing import NoThing, Thing, id_of, jobs_of, list_named, name_of, seen, thing_of

_SLUG = re.compile(SLUG)
DONE = "没有要改的；这张变更单可能已经办过了"


class Refused(Exception):
    """The sheet cannot be carried out; each of its `reasons` is a Chinese sentence."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("；".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of the form stands afterwards: the path in the form, the file, the path there."""

    path: tuple[str | int, ...]
    file: Path
    there: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """What a sheet comes to: the files to write, what is to be told, what it was about, where its values then stand."""

    change: NewFiles
    id: str
    told: tuple[str, ...]
    spots: tuple[Spot, ...]


def applied(slip: Slip, data: Data, folder: Path) -> Applied:
    """Return what a sheet comes to in proven data. Raises Refused, Unwritable and NoneFree; nothing is written.

    In: the sheet, the data, and the folder that they were read from.
    """
    ours(slip, data)
    done = _added(slip, data) if slip.job == ADD else _changed(slip, data, folder)
    if not done.change:
        raise Refused(DONE)
    return done


def ours(slip: Slip, data: Data) -> None:
    """Raise Refused for a sheet of another site."""
    if slip.site != data.body.value.title:
        raise Refused(f"这张变更单是“{slip.site}”的，这里是“{data.body.value.title}”")


def _changed(slip: Slip, data: Data, folder: Path) -> Applied:
    try:
        thing = thing_of(data, slip.id or "")
    except NoThing as reason:
        raise Refused(str(reason)) from None
    if slip.job not in jobs_of(thing):
        raise Refused(f"{slip.id} 不能“{slip.job}”，能做的是：{'、'.join(jobs_of(thing))}")
    if slip.job in EDITS:
        return _edited(slip, thing, folder)
    return _apart(slip, thing, folder)


def _edited(slip: Slip, thing: Thing, folder: Path) -> Applied:
    """Change the words that stand in the files, all of them or none."""
    if conflicts := tuple(_conflicts(slip, thing)):
        raise Refused(*conflicts)
    left = tuple(edits_between(type(thing.value), thing.written, with_edits(thing.written, slip.edits)))
    files: dict[Path, bytes] = {}
    try:
        for edit in left:
            name, change = amendment(thing, edit)
            file = Path(name).relative_to(folder)
            files[file] = amended(files.get(file) or (folder / file).read_bytes(), [change])
    except Misplaced as misplaced:
        raise Refused(f"{thing.start}：“{misplaced}”这里的写法不能自动改，请照编辑指南改这个文件") from None
    spots = [Spot((), Path(thing.file.name).relative_to(folder), thing.home()[1])]
    spots += [Spot(one.path, Path(one.file.name).relative_to(folder), one.there) for one in thing.elsewhere]
    return Applied(files, slip.id or "", (), tuple(spots))


def _conflicts(slip: Slip, thing: Thing) -> Iterator[str]:
    """Yield what cannot be changed, and where the words are no longer those that the clerk saw, nor yet those wanted."""
    for edit in slip.edits:
        if not can_change(thing, path_of(edit)):
            yield f"“{edit.item}”这一项没有，或者不能改"
            continue
        now = value_at(thing.written, path_of(edit))
        if now not in (edit.old, edit.new):
            yield f"“{edit.item}”在写变更单以后改过：原来是{_shown(edit.old)}，现在是{_shown(now)}"


def _shown(value: object) -> str:
    return "空的" if value is None else f"“{value}”"


def _apart(slip: Slip, thing: Thing, folder: Path) -> Applied:
    """Write a record, a confirmation or a withdrawal into a file of its own."""
    key, value = _said(slip, thing)
    said: dict[str, Value] = {"编号": str(slip.id), **value}
    text = f"{first_line(APART)}\n\n{block(said)}"
    mark = hashlib.sha256(text.encode()).hexdigest()[:6]
    file = Path(APART, f"{str(slip.id).lower()}-{slip.made}-{mark}.yml")
    if (folder / file).is_file():
        raise Refused(DONE)
    if slip.before != (now := seen(thing, slip.job)):
        raise Refused(f"写这张变更单以后，{slip.id} 又改过：写的时候是“{slip.before or '没有写'}”，现在是“{now}”")
    return Applied({file: text.encode()}, str(slip.id), (), (Spot((), file, (0, *key)),))


def _said(slip: Slip, thing: Thing) -> tuple[tuple[str | int, ...], dict[str, Value]]:
    """Return what is written apart, and the way to the values of the form in it."""
    if slip.job == CONFIRM:
        return (), {"核定": "已核定", **_only(slip.content, "核定日期")}
    if isinstance(thing.value, Answer):
        return ("退出",), {"退出": _only(slip.content, "日期", "说明")}
    content = {**slip.content, "状态": RETIRED} if slip.job == RETIRE else slip.content
    return ("记录", 0), {"记录": [in_order(StatusRecord, content)]}


def _only(content: Mapping[str, Any], *keys: str) -> dict[str, Value]:
    return {key: content[key] for key in keys if key in content}


def in_order(model: type[BaseModel], content: Mapping[str, Any]) -> dict[str, Value]:
    """Return the values of a record as staff write them: in the model's order, without what is empty or goes without saying."""
    facts = facts_of(model)
    found: dict[str, Value] = {}
    for key in (*(key for key in facts if key in content), *(key for key in content if key not in facts)):
        value, fact = content[key], facts.get(key)
        if fact and fact.record and isinstance(value, dict):
            value = in_order(fact.record, value)
        elif fact and fact.record and isinstance(value, list):
            value = [in_order(fact.record, item) if isinstance(item, dict) else item for item in value]
        if value and (fact is None or value != fact.info.default):
            found[key] = value
    return found


def _added(slip: Slip, data: Data) -> Applied:
    """Write a new record of a list into a file of its own."""
    part = list_named(slip.part)
    if part is None:
        raise Refused(f"不能新增到“{slip.part or '（没有写）'}”；“清单”写：{'、'.join(part.name for part in FILED)}")
    identity = _identity(slip, part, data)
    record = in_order(part.record, {**slip.content, part.key_title: identity})
    for thing in data.lists[part.folder]:
        if (
            name_of(thing) in record.values()
            and in_order(part.record, {**thing.written, part.key_title: identity}) == record
        ):
            raise Refused(f"{DONE}：{id_of(thing)} 与它一样")
    file = Path(part.folder, f"{identity.lower()}.yml")
    text = f"{first_line(part.folder)}\n\n{block(record)}"
    told = (f"编号是 {identity}",) if part.prefix else ()
    return Applied({file: text.encode()}, identity, told, (Spot((), file, (0,)),))


def _identity(slip: Slip, part: Part, data: Data) -> str:
    """Return the next free 编号, or the 标识 that the sheet gives. Raises Refused."""
    if part.prefix:
        return next_number(part.prefix, data)
    slug = str(slip.content.get(part.key_title) or "")
    if not _SLUG.fullmatch(slug):
        raise Refused(f"“{part.key_title}”只能用小写英文、数字和连字符，例如 admin-penalty，现在是“{slug}”")
    if slug in used(data):
        raise Refused(f"“{slug}”已经用了，标识用过一次就不再给别的，请另起一个")
    return slug
