"""`data/` → typed records with their places: everything that is read, before it is linked."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..source.files import JOURNAL, NO_NEW_FILES, SCHEMAS, NewFiles, half_done, no_data, shown, unusable
from ..source.outline import Outline, Outlines, Part
from ..source.read import MAX_PROBLEMS, Refused, content_of, decoded, node_at
from ..source.read import kept as yaml_of
from ..text.grid import READERS
from ..text.grid.package import Unusable
from ..text.paragraphs import Correction, Paragraph, parse
from ..text.problem import Place, Problem
from ..text.reading import PLACE as RULE
from . import Answer, Entry, Law, Line, ListDocument, Record, ReportMeta, facts_of
from .apart import FOLDER as APART
from .apart import Apart, joined
from .archive import Document, read_document
from .basis import Basis
from .explain import explain
from .glossary import Meaning
from .law_text import FOLDER as TEXTS
from .law_text import MAX_TEXT, SUFFIX, ArchivedText, LawText
from .parts import ANSWERS, DOCUMENTS, FILED, FOLDERS, LISTS
from .registry import FILE as REGISTRY
from .registry import Registration
from .sourced import Sourced, YamlFile
from .vocab import Vocabulary
from .walk import walk

EMPTY = "这个文件没有内容；请补上，不需要的文件请删去"
UNFINISHED = "上次写到一半断了，这里的文件有新有旧；请把那条命令再运行一次，它会先恢复原样（运行 python -m qingdan register 也会）"
MAX_REPORT = 300_000
SUFFIXES = (".yml", ".yaml")

T = TypeVar("T", bound=BaseModel)


class Body(Record):
    """主体: which site this is, and which body it tells of (`data/site.yml`)."""

    model_config = ConfigDict(
        title="网站", json_schema_extra={"description": "这个网站的名称，说的是哪个单位，由谁主办。"}
    )

    title: Line = Field(alias="网站名称", description="显示在每一页的上方。")
    name: Line = Field(alias="主体", description="单位的全称。")
    short: Line = Field(alias="简称", description="单位的简称；网页上的句子用它。")
    district: Line = Field(alias="地区", description="单位在哪个区。")
    about: Line = Field(alias="简介", description="一句话说明这个网站有什么，显示在首页和搜索引擎里。")
    host: Line | None = Field(
        None, alias="主办单位", description="由谁主办这个网站。还没有定的不写，网页上写“主办单位待定”。"
    )
    origin: Line | None = Field(
        None, alias="清单来历", description="清单原文有没有、收没收到，显示在“关于本站”；没有要说的不写。"
    )
    searches: tuple[Line, ...] = Field(
        (),
        alias="搜索示例",
        description="首页和搜索页举的例子：查得到的字词。不写的不举例。",
        examples=[["节约用水", "7份"]],
    )

    @property
    def publisher(self) -> str:
        """Who publishes: who runs the site; where that is not settled, the site itself, never the body it tells of."""
        return self.host or self.title


@dataclass(frozen=True, slots=True)
class Report:
    """An archived report: its metadata, its text as received and its paragraphs."""

    meta: Sourced[ReportMeta]
    text: str
    digest: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def year(self) -> int:
        """The year it reports on."""
        return self.meta.value.year

    def paragraph(self, label: str) -> Paragraph | None:
        """Return the paragraph with this label, if there is one."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.label == label), None)


@dataclass(frozen=True, slots=True)
class Data:
    """All that stands in `data/`, read and typed, not yet proven.

    `apart` has what was written apart from the entries and answers, in which it stands too. `known` also names records that were refused; `unread` names folders of which a file could not be read, so that
    rules do not call missing what is only unreadable; `refused` names those that hold a refused record. `lists` has the
    records of each part that is kept in lists, by its folder; `registry` is None where there is none that can be read.
    """

    body: Sourced[Body]
    vocab: Sourced[Vocabulary]
    lists: Mapping[str, tuple[Sourced[Any], ...]]
    glossary: tuple[Sourced[Meaning], ...]
    basis: tuple[Sourced[Basis], ...]
    reports: tuple[Report, ...]
    registry: tuple[Sourced[Registration], ...] | None
    known: frozenset[str]
    unread: frozenset[str]
    refused: frozenset[str]
    as_of: date
    documents: tuple[Document, ...] = ()
    apart: tuple[Sourced[Apart], ...] = ()
    texts: tuple[ArchivedText, ...] = ()

    @property
    def entries(self) -> tuple[Sourced[Entry], ...]:
        """The entries of all lists, list after list."""
        return tuple(entry for part in LISTS for entry in self.lists[part.folder])

    @property
    def answers(self) -> tuple[Sourced[Answer], ...]:
        """The answers to residents' questions."""
        return self.lists["answers"]

    @property
    def laws(self) -> tuple[Sourced[Law], ...]:
        """The library."""
        return self.lists["laws"]

    @property
    def records(self) -> tuple[Sourced[BaseModel], ...]:
        """Every record that stands in a file of its own kind."""
        return (
            *chain.from_iterable(self.lists.values()),
            *self.glossary,
            *self.basis,
            *(report.meta for report in self.reports),
            *(document.meta for document in self.documents),
            *(text.meta for text in self.texts),
            *(self.registry or ()),
        )

    def pieces(self, wanted: type[T]) -> Iterator[tuple[Callable[..., Place], T]]:
        """Yield every `wanted` record in the vocabulary and in all records, with what tells the place of a path in it."""
        for source in (self.vocab, *self.records):
            for path, piece in walk(source.value, wanted):
                yield partial(source.place, *path), piece

    def report(self, year: int) -> Report | None:
        """Return the report on `year`, if it is archived."""
        return next((report for report in self.reports if report.year == year), None)

    def document(self, slug: str) -> Document | None:
        """Return the body's own list with this 标识, if it is archived."""
        return next((document for document in self.documents if document.id == slug), None)


def load(folder: Path, as_of: date, change: NewFiles = NO_NEW_FILES) -> tuple[Data | None, list[Problem]]:
    """Read everything below `folder` as it would be after `change`, of which nothing is written.

    Out: the data (None where its ground is missing) and every problem found.
    """
    if half_done(folder):
        return None, [Problem(Place(shown(folder / JOURNAL)), RULE, UNFINISHED)]
    reader = _Folder(folder, change)
    if not folder.is_dir():
        return None, [Problem(Place(str(folder)), RULE, "没有这个数据文件夹；请核对 --data 或 DATA_DIR 写的位置")]
    body = reader.single("site.yml", Body)
    vocab = reader.single("vocab.yml", Vocabulary)
    lists = {part.folder: tuple(reader.listed(reader.files(part.folder), part.record)) for part in FILED}
    apart = tuple(reader.listed(reader.files(APART), Apart))
    for part in (*LISTS, ANSWERS):
        lists[part.folder] = joined(lists[part.folder], apart)
    glossary = tuple(reader.listed([folder / "glossary.yml"], Meaning))
    basis = tuple(reader.listed([folder / "basis.yml"], Basis))
    reports = tuple(sorted(reader.reports(), key=lambda report: -report.year))
    documents = tuple(reader.documents())
    texts = tuple(sorted(reader.texts(), key=lambda text: (text.law, text.version.first)))
    registry = reader.registry()
    reader.strangers()
    reader.outlines.keep()
    if body is None or vocab is None:
        return None, reader.problems
    names = frozenset(reader.known), frozenset(reader.unread), frozenset(reader.refused)
    return Data(
        body, vocab, lists, glossary, basis, reports, registry, *names, as_of, documents, apart, texts
    ), reader.problems


class _Folder:
    """Reads the files of one data folder and gathers what is wrong with them."""

    def __init__(self, folder: Path, change: NewFiles) -> None:
        self.folder = folder
        self.fresh = {folder / path: content for path, content in change.items()}
        self.unusable = unusable(folder)
        self.problems = [Problem(Place(shown(path)), RULE, reason) for path, reason in self.unusable.items()]
        self.known: set[str] = set()
        below = [path.relative_to(folder) for path in self.unusable]
        self.unread = {name.as_posix() for path in below for name in (path, path.parent)}
        self.refused: set[str] = set()
        self.seen: set[Path] = set()
        self.outlines = Outlines(folder)

    def note(self, path: Path, message: str) -> None:
        self.problems.append(Problem(Place(shown(path)), RULE, message))

    def folder_of(self, path: Path) -> str:
        """Return the folder that a file lies in, as it is named below the data."""
        return path.parent.relative_to(self.folder).as_posix()

    def usable(self, path: Path) -> bool:
        """Tell whether a file may be opened: neither it nor the folder that it lies in is among the unusable."""
        return not self.unusable or self.unusable.keys().isdisjoint((path, *path.parents))

    def present(self, path: Path) -> bool:
        return path in self.fresh or (self.usable(path) and path.is_file())

    def content(self, path: Path) -> bytes:
        """Return what a file holds, or will hold. Raises Refused."""
        return self.fresh[path] if path in self.fresh else content_of(path, shown(path))

    def read(self, path: Path) -> tuple[YamlFile, Outline | None]:
        self.seen.add(path)
        name = shown(path)
        try:
            file = YamlFile(name, decoded(self.content(path), name))
            return file, self.outlines.of(file.text, name)
        except Refused as refused:
            self.problems.extend(refused.problems)
            self.unread.add(self.folder_of(path))
            return YamlFile(name, ""), None

    def typed(self, file: YamlFile, part: Part, model: type[T], index: int | None = None) -> Sourced[T] | None:
        try:
            return Sourced(model.model_validate(part.value), file, index, part.place, part.last)
        except ValidationError as error:
            root = yaml_of(file.text, file.name)
            assert root  # it has this part
            self.problems.extend(explain(error, node_at(root, () if index is None else (index,)), model))
            return None

    def single(self, name: str, model: type[T]) -> Sourced[T] | None:
        path = self.folder / name
        if self.present(path):
            return self.mapping(path, model)
        if self.usable(path):
            self.note(path, f"缺少这个文件；每个数据文件夹都要有 {name}，请放回")
        return None

    def mapping(self, path: Path, model: type[T]) -> Sourced[T] | None:
        before = len(self.problems)
        file, outline = self.read(path)
        if not outline or outline.listed or not isinstance(outline.parts[0].value, dict):
            if len(self.problems) == before:
                self.note(path, "这个文件应写成“项目: 值”，每行一项，开头没有“- ”")
            return None
        return self.typed(file, outline.parts[0], model)

    def listed(self, paths: list[Path], model: type[T], bare: bool = False) -> Iterator[Sourced[T]]:
        """Yield the records of files that each hold a list; `bare` files may hold nothing."""
        key = next(iter(facts_of(model)))
        for path in filter(self.present, paths):
            before = len(self.problems)
            file, outline = self.read(path)
            if outline is None:
                if len(self.problems) == before and not bare:
                    self.note(path, EMPTY)
                continue
            if not outline.listed:
                message = f"这个文件应是列表，每条以“- {key}: ”开头，下面各行缩进两格"
                self.problems.append(Problem(outline.parts[0].place, RULE, message))
                continue
            for index, item in enumerate(outline.parts):
                if len(self.problems) - before > MAX_PROBLEMS:
                    self.unread.add(self.folder_of(path))
                    break
                if not isinstance(item.value, dict):
                    self.problems.append(Problem(item.place, RULE, f"这一条应以“- {key}: ”开头，下面各行写“项目: 值”"))
                    continue
                if (identity := item.value.get(key)) is not None:
                    self.known.add(str(identity))
                if record := self.typed(file, item, model, index):
                    yield record
                else:
                    self.refused.add(self.folder_of(path))

    def reports(self) -> Iterator[Report]:
        for path in self.files("reports"):
            meta = self.mapping(path, ReportMeta)
            content = self.archived(path.with_suffix(".txt"), "报告原文", MAX_REPORT, "一份报告")
            if meta is None:
                self.unread.add("reports")
                continue
            self.known.add(f"reports/{meta.value.year}")
            if content is not None:
                text = content.decode()
                ruled = [Correction(one.paragraph, one.opening) for one in meta.value.corrections]
                yield Report(meta, text, hashlib.sha256(content).hexdigest(), parse(text, ruled, meta.value.title))

    def documents(self) -> Iterator[Document]:
        for path in self.files(DOCUMENTS.folder):
            if meta := self.mapping(path, ListDocument):
                self.known.add(f"{DOCUMENTS.folder}/{meta.value.id}")
            file = next((file for suffix in READERS if self.present(file := path.with_suffix(suffix))), None)
            if file is None:
                self.note(path, f"缺少原件，请把收到的文件存成 {path.stem}.xlsx 或 {path.stem}.docx")
            else:
                self.seen.add(file)
            if meta and file and (document := self.document(meta, file)):
                yield document
            else:
                self.unread.add(DOCUMENTS.folder)

    def document(self, meta: Sourced[ListDocument], file: Path) -> Document | None:
        try:
            return read_document(meta, file.name, self.content(file))
        except Refused as refused:
            self.problems.extend(refused.problems)
        except Unusable as reason:
            self.note(file, str(reason))
        return None

    def registry(self) -> tuple[Sourced[Registration], ...] | None:
        path, before = self.folder / REGISTRY, len(self.problems)
        if not self.present(path):
            return None
        found = tuple(self.listed([path], Registration, bare=True))
        return found if len(self.problems) == before else None

    def texts(self) -> Iterator[ArchivedText]:
        for path in self.files(TEXTS):
            meta = self.mapping(path, LawText)
            content = self.archived(path.with_suffix(SUFFIX), "法规原文", MAX_TEXT, "一部法规")
            if meta is None:
                self.unread.add(TEXTS)
                continue
            self.known.add(f"{TEXTS}/{meta.value.stem}")
            if content is not None:
                yield ArchivedText(meta, content.decode(), hashlib.sha256(content).hexdigest())

    def archived(self, path: Path, what: str, most: int, one: str) -> bytes | None:
        """Return an archived text as received, or None after noting why it cannot be used."""
        self.seen.add(path)
        if not self.usable(path):
            return None
        if not self.present(path):
            self.note(path, f"缺少{what}，请把收到的文字存成这个文件")
            return None
        try:
            content = self.content(path)
            if len(content) <= most:
                decoded(content, shown(path))
                return content
        except Refused as refused:
            self.problems.extend(refused.problems)
            return None
        size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} KB"
        self.note(path, f"{what}超过 {size}；{one}没有这么长，请核对是不是放错了文件")
        return None

    def files(self, name: str) -> list[Path]:
        folder = self.folder / name
        found = {*self.fresh, *(folder.glob("*") if self.usable(folder) else ())}
        named = (path for path in found if path.parent == folder and path.suffix in SUFFIXES)
        return sorted(path for path in named if not no_data(path, folder) and self.present(path))

    def strangers(self) -> None:
        for path in sorted({*self.fresh, *self.folder.rglob("*")}):
            if path.parent == self.folder / SCHEMAS and path.suffix == ".json":
                continue
            if no_data(path, self.folder) or not self.usable(path):
                continue
            if path.is_dir() and path.suffix in SUFFIXES:
                self.note(path, "这是文件夹，不是文件，不会被读取；请改名或移出去")
            if self.present(path) and path not in self.seen:
                message = f"这个文件不会被读取；清单放在 {'、'.join(FOLDERS)} 里，扩展名为 .yml"
                if path.parent.name == DOCUMENTS.folder and path.suffix in READERS:
                    message = f"这份单位清单还没有登记；请移出去，再运行 python -m qingdan import-list {path.name}"
                if path.parent.name == "reports" and path.suffix == ".txt":
                    message = f"这份报告还没有登记，请写 {path.stem}.yml"
                if self.folder_of(path) == TEXTS:
                    message = (
                        f"这份法规原文还没有登记；请移出去，再运行 python -m qingdan import-law {path.name} --law 标识"
                    )
                self.note(path, message)
