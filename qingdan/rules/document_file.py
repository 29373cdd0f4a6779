"""A body's own list is never edited: digest, title and file name match what is registered."""

from collections.abc import Iterator

from ..model.archive import Document
from ..model.document import PLACE
from ..model.load import Data
from ..text.example import Example
from ..text.folded import folded
from ..text.problem import Problem, excerpt, nearest

NAME = "单位清单"
DEMAND = "存档的单位清单不许改动：文件的 SHA-256 和名称须与登记的一致，文件名是标识，“不公开”写的格要有。"
EXAMPLES = (
    Example(
        "sha256: 5f26a2c4631de62ad3e78392da7023211ab9250a8271f2462913b466fddf5d6f",
        "sha256: 0000000000000000000000000000000000000000000000000000000000000000",
        "tasks-2026.docx 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 5f26a2c4631de62ad3e78392da7023211ab9250a8271f2462913b466fddf5d6f",
        "documents/tasks-2026.yml",
    ),
    Example(
        "名称: 示例区水务局2026年法治政府建设重点任务分工表",
        "名称: 示例区水务局2026年重点任务分工表",
        "清单里没有“示例区水务局2026年重点任务分工表”，最接近的是“示例区水务局2026年法治政府建设重点任务分工表”",
        "documents/tasks-2026.yml",
    ),
    Example(
        "来源: 为测试编的。",
        "来源: 为测试编的。\n不公开: [表2!D]",
        "没有“表2”这张表，最接近的是“表1”",
        "documents/tasks-2026.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield lists whose archived file is not the one that was registered."""
    for document in data.documents:
        meta = document.meta
        if document.digest != meta.value.sha256:
            message = f"{document.file} 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 {document.digest}"
            yield Problem(meta.place("sha256"), NAME, message)
        titles = list(_titles(document))
        if not any(folded(meta.value.name) in folded(title) for title in titles):
            message = f"清单里没有“{excerpt(meta.value.name)}”，{nearest(meta.value.name, titles[:20])}"
            yield Problem(meta.place("名称"), NAME, message)
        if not meta.file.name.endswith(f"/{document.id}.yml"):
            stem = document.file.rpartition(".")[0]
            yield Problem(meta.place("标识"), NAME, f"标识是 {document.id}，文件名是 {stem}；请改成一样的")
        for index, place in enumerate(meta.value.withheld):
            if message := _nowhere(document, place):
                yield Problem(meta.place("不公开", index), NAME, message)


def _titles(document: Document) -> Iterator[str]:
    for table in document.tables:
        yield from table.before
        yield from (cell.text for cell in table.filled())


def _nowhere(document: Document, place: str) -> str:
    found = PLACE.fullmatch(place)
    names = [table.name for table in document.tables]
    if not found or not (found["column"] or found["row"]):
        return f"“{excerpt(place)}”的写法不对；请写一列（{names[0]}!D）、一行（{names[0]}!9）或者一格（{names[0]}!D9）"
    return "" if found["table"] in names else f"没有“{excerpt(found['table'])}”这张表，{nearest(found['table'], names)}"
