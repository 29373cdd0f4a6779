"""The published JSON files, each as a record: what it begins with and what it lists."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .lists import Counts
from .model import (
    ChangedEntry,
    CoveredParagraph,
    Digest,
    EntryId,
    Evidence,
    File,
    Law,
    LawReference,
    Published,
    Report,
    Slug,
)


class LawsFile(File, title="法规库"):
    """laws.json."""

    laws: tuple[Law, ...] = Field(title="法规", description="按效力级别排列。")


class ReportsFile(File, title="年度报告"):
    """reports.json."""

    reports: tuple[Report, ...] = Field(title="报告", description="最新的在前。")


class CoverageFile(File, title="核对情况"):
    """coverage.json."""

    paragraphs: tuple[CoveredParagraph, ...] = Field(title="报告的每一段落到哪里")
    entries_without_evidence: tuple[EntryId, ...] = Field(title="没有证据的条目", description="不含已退出的。")
    entries_on_changed_laws: tuple[ChangedEntry, ...] = Field(title="依据已变动的条目", description="不含已退出的。")
    laws_without_entries: tuple[Slug, ...] = Field(title="没有条目引用的法规")


class Term(Published, title="词条"):
    """A word of the vocabulary with its meaning."""

    slug: Slug = Field(title="标识", description="公开后不改。")
    name: str = Field(title="名称")
    meaning: str = Field(title="定义")
    evidence: tuple[Evidence, ...] = Field(title="出处", description="这个词在年度报告里的原话。")
    laws: tuple[LawReference, ...] = Field(title="依据", description="这个词来自哪部法规。")


class Shaped(Term, title="带图形的词"):
    """A word that is shown as a badge."""

    shape: str = Field(title="图形")
    tone: str = Field(title="色调")


class Status(Shaped, title="记录的状态"):
    """A state that a record may set."""

    set_by: str = Field(title="由谁设定")
    needs_evidence: bool = Field(title="需要证据")
    next: tuple[Slug, ...] = Field(title="可接续", description="后一条记录可以是哪些状态。")


class Computed(Shaped, title="推算的状态"):
    """A state that is worked out."""

    how: str = Field(title="算法")


class Occasion(Term, title="节点"):
    """A day or month of the year."""

    time: str = Field(title="时间", description="月-日、月，或“待核”。")


class Host(Term, title="站外网站"):
    """An outside host that pages may link to."""

    kind: str = Field(title="类别")


class VocabFile(File, title="词表"):
    """vocab.json."""

    statuses: tuple[Status, ...] = Field(title="状态")
    computed: tuple[Computed, ...] = Field(title="推算状态")
    task_kinds: tuple[Term, ...] = Field(title="任务类别")
    task_fields: tuple[Term, ...] = Field(title="任务领域")
    natures: tuple[Term, ...] = Field(title="性质")
    law_topics: tuple[Term, ...] = Field(title="法规领域")
    audiences: tuple[Term, ...] = Field(title="对象")
    forms: tuple[Term, ...] = Field(title="形式")
    occasions: tuple[Occasion, ...] = Field(title="节点")
    owners: tuple[Term, ...] = Field(title="责任主体")
    origins: tuple[Term, ...] = Field(title="来源")
    confirmations: tuple[Term, ...] = Field(title="核定")
    levels: tuple[Term, ...] = Field(title="效力级别")
    law_statuses: tuple[Shaped, ...] = Field(title="法规状态")
    confidences: tuple[Term, ...] = Field(title="可信度")
    hosts: tuple[Host, ...] = Field(title="站点")
    synonyms: tuple[tuple[str, ...], ...] = Field(title="同义词")


class Listed(Published, title="文件"):
    """One published file."""

    path: Annotated[str, StringConstraints(pattern=r"^[a-z0-9./-]+[a-z0-9]$")] = Field(
        title="地址", description="从网站根目录算起。"
    )
    bytes: int = Field(title="字节数")
    sha256: Digest = Field(title="SHA-256")


class IndexFile(File, title="目录"):
    """index.json."""

    title: str = Field(title="网站名称")
    licence: str | None = Field(title="使用许可", description="主办单位还没有说明的为 null。")
    counts: Counts = Field(title="数量")
    files: tuple[Listed, ...] = Field(title="文件", description="除这个目录以外的全部数据文件，按地址排列。")
