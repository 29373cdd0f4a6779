"""A small department in which every kind of record occurs, and every text field of it: found from the models themselves."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from qingdan.model.file_kinds import FILE_KINDS
from qingdan.source.read import decode, parse, values
from qingdan.source.write import Unwritable, block, page

SECOND = Path(__file__).parents[1] / "fixtures/second"
AS_OF = date(2026, 11, 23)
OLD = "laws/older-rules/"


def sample() -> dict[str, object]:
    """Return the files of the second department by path, with one of each record that it lacks."""
    files = {
        path.relative_to(SECOND).as_posix(): values(parse(decode(path, path.name), path.name))
        for path in sorted(SECOND.rglob("*.yml"))
    }
    promise, task = files["publicity/publicity.yml"][0], files["tasks/tasks.yml"]
    promise["节点"] = ["节水周"]
    promise["数字出处"] = [{"数字": "31人", "来源": "示例通报", "网址": "https://www.example.gov.cn/numbers"}]
    promise["记录"][0]["报告没有写"] = ["人数"]
    task[3]["记录"][1]["接续"] = ["RW-001"]
    files["vocab.yml"] |= {
        "节点": [{"名称": "节水周", "标识": "saving-week", "时间": "05", "定义": "集中宣传节水。"}],
        "同义词": [["节水", "省水"]],
    }
    remark = {"段落": "（三）", "引文": "宣传方式单一", "说明": "这里是不足。", "法规": ["water-use-rules"]}
    files["reports/2025.yml"]["注"] = [remark]
    files["reports/2025.yml"]["更正"] = [{"段落": "网页文字", "开头": "来源：示例区水务局"}]
    quoted = {"报告": "2025", "段落": "（三）", "引文": "宣传方式单一"}
    files["glossary.yml"][0] |= {"别名": ["省水"], "除外": ["省水器"], "出处": [quoted]}
    files["records/notes.yml"] += [
        {"编号": "RW-003", "记录": [{"日期": "2026-01", "状态": "推进中", "说明": "开始改进。"}]},
        {"编号": "WD-002", "退出": {"日期": "2026-01-02", "说明": "问法变了。"}},
    ]
    files["registry.yml"] = [
        {"日期": "2026-01-01", "事项": "收录", "地址": [*_addresses(files), OLD]},
        {"日期": "2026-02-01", "事项": "改址", "原地址": OLD, "新地址": "laws/water-use-rules/", "理由": "标识写错。"},
    ]
    return files


def _addresses(files: dict) -> Iterator[str]:
    for folder in ("tasks", "publicity"):
        yield from (f"{folder}/{entry['编号'].lower()}/" for entry in files[f"{folder}/{folder}.yml"])
    yield from (f"laws/{law['标识']}/" for law in files["laws/laws.yml"])
    yield from (f"owners/{owner['标识']}/" for owner in files["vocab.yml"]["责任主体"])
    yield from (f"topics/{topic['标识']}/" for topic in files["vocab.yml"]["法规领域"])
    for answer in files["answers/water.yml"]:
        yield f"publicity/{answer['条目'].lower()}/#{answer['编号'].lower()}"
    yield "reports/2025/"


def write(files: dict[str, object], folder: Path, report: str | None = None) -> None:
    """Write the files as staff would have typed them; what cannot be typed so, as JSON, which is YAML too.

    In: the report's text, where it is not the second department's; its digest is registered.
    """
    shutil.copytree(SECOND, folder)
    if report is not None:
        content = report.encode()
        (folder / "reports/2025.txt").write_bytes(content)
        files = {
            **files,
            "reports/2025.yml": {**files["reports/2025.yml"], "sha256": hashlib.sha256(content).hexdigest()},
        }
    for path, content in files.items():
        (folder / path).write_bytes(_typed(json.dumps(content, ensure_ascii=False)))


@lru_cache(maxsize=100)
def _typed(written: str) -> bytes:
    content = json.loads(written)
    try:
        text = block(*content) if isinstance(content, list) else page(content)
    except Unwritable:
        text = written
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of one record of the sample: its file, the way to the record, its name, how many lists it stands in."""

    path: str
    way: tuple[str | int, ...]
    name: str
    lists: int
    model: type[BaseModel]

    def __str__(self) -> str:
        names = (step for step in (*self.way, self.name) if isinstance(step, str))
        return f"{Path(self.path).stem}:{'.'.join(names)}"

    def record(self, files: dict[str, object]) -> dict:
        """Return the record that the field stands in."""
        found = files[self.path]
        for step in self.way:
            found = found[step]
        return found

    def text(self, files: dict[str, object]) -> str | None:
        """Return what the field says now, the first item of a list; None where it is empty or something else."""
        found = self.record(files).get(self.name)
        while isinstance(found, list) and found:
            found = found[0]
        return found if isinstance(found, str) else None

    def put(self, files: dict[str, object], text: str) -> None:
        """Write a text into the field, as the first item where it is a list."""
        record = self.record(files)
        record[self.name] = _first(record.get(self.name), text, self.lists)


def _first(value: object, text: str, lists: int) -> object:
    if not lists:
        return text
    items = value if isinstance(value, list) else []
    return [_first(items[0] if items else None, text, lists - 1), *items[1:]]


def fields(files: dict[str, object]) -> list[Field]:
    """Return every text field of the sample, one of each place in each kind of file, one that says something if there is."""
    found: dict[str, Field] = {}
    for kind in FILE_KINDS:
        for path in (path for path in files if Path(path).match(kind.files) or path == kind.files):
            records = enumerate(files[path]) if kind.listed else [((), files[path])]
            for at, record in records:
                for field in _fields(kind.model, record, path, (at,) if kind.listed else ()):
                    if str(field) not in found or found[str(field)].text(files) is None:
                        found[str(field)] = field
    return list(found.values())


def _fields(model: type[BaseModel], record: dict, path: str, way: tuple) -> Iterator[Field]:
    for info in model.model_fields.values():
        depth = _lists_of_text(info.annotation)
        if depth is not None:
            yield Field(path, way, info.alias, depth, model)
        for inner in models_in(info.annotation):
            value = record.get(info.alias)
            items = enumerate(value) if isinstance(value, list) else [((), value)]
            for at, item in items:
                if isinstance(item, dict):
                    yield from _fields(inner, item, path, (*way, info.alias, *((at,) if at != () else ())))


def _lists_of_text(kind: object) -> int | None:
    """Return in how many tuples a text stands in a type; None where it holds none."""
    if kind is str or get_origin(kind) is Literal:
        return 0
    if get_origin(kind) is Annotated:
        return _lists_of_text(get_args(kind)[0])
    depths = [depth for part in get_args(kind) if (depth := _lists_of_text(part)) is not None]
    if get_origin(kind) in (Union, UnionType):
        return min(depths, default=None)
    return depths[0] + 1 if get_origin(kind) is tuple and depths else None


def models_in(kind: object) -> Iterator[type[BaseModel]]:
    """Yield the records that a type holds."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from models_in(part)


def every_model() -> set[type[BaseModel]]:
    """Return every record that can stand in the data."""
    found, waiting = set(), [kind.model for kind in FILE_KINDS]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for info in model.model_fields.values() for inner in models_in(info.annotation)]
    return found
