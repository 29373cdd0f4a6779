"""The published JSON files, each as a record: what it begins with and what it lists."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .lists import Counts
from .model import (
    Answer,
    ChangedEntry,
    CoveredParagraph,
    Digest,
    EntryId,
    File,
    Law,
    ListDocument,
    Published,
    Report,
    Slug,
    made,
    several,
)
from .statutes import Statute


class AnswersFile(File, title="问答"):
    """answers.json."""

    answers: tuple[Answer, ...] = Field(title="问答", description="按编号排列，退出的也在。")


class LawsFile(File, title="法规库"):
    """laws.json."""

    laws: tuple[Law, ...] = Field(title="法规", description="按效力级别排列。")


class ReportsFile(File, title="年度报告"):
    """reports.json."""

    reports: tuple[Report, ...] = Field(title="报告", description="最新的在前。")


class DocumentsFile(File, title="单位清单"):
    """documents.json."""

    documents: tuple[ListDocument, ...] = Field(title="单位清单", description="还没有收到的为空。")


class StatuteFile(File, title="法规原文"):
    """laws/<标识>/<版本>.json."""

    statute: Statute = Field(title="法规原文")


class CoverageFile(File, title="核对情况"):
    """coverage.json."""

    paragraphs: tuple[CoveredParagraph, ...] = Field(title="报告的每一段落到哪里")
    entries_without_evidence: tuple[EntryId, ...] = Field(title="没有报告原话的条目", description="不含已退出的。")
    entries_on_changed_laws: tuple[ChangedEntry, ...] = Field(title="依据已变动的条目", description="不含已退出的。")
    laws_without_entries: tuple[Slug, ...] = Field(title="没有条目引用的法规")


class Listed(Published, title="文件"):
    """One published file."""

    path: Annotated[str, StringConstraints(pattern=r"^[a-z0-9./-]+[a-z0-9]$")] = Field(
        title="地址", description="从网站根目录算起。"
    )
    bytes: int = Field(title="字节数")
    sha256: Digest = Field(title="SHA-256")


_FIELDS = {
    "title": (str, Field(title="网站名称")),
    "licence": (str | None, Field(title="使用许可", description="还没有说明的为 null。")),
    "counts": (Counts, Field(title="数量")),
    "files": (several(Listed), Field(title="文件", description="除这个目录以外的全部数据文件，按地址排列。")),
}

IndexFile = made("IndexFile", File, "目录", _FIELDS)
"""index.json."""
