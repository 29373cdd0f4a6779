"""法规原文 as published: one file a wording, its blocks in order with anchors, who cites each article.

Addresses follow the idea of ELI (European Legislation Identifier): law, version and article stand in the address.
"""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from ..model.law_text import ArchivedText
from ..site.rewordings import Marked, marked
from ..site.site import Site
from ..site.statutes import NOBODY, leaves
from ..text.statute import Article, Block, Clause, Heading, Item, Stretch
from .model import Address, Day, EntryId, LawText, Published, Slug

_KINDS = {"标题": "title", "题注": "history", "目录": "contents", "序言": "preamble", "附件": "annex"}
_LEVELS = {"编": "book", "分编": "subbook", "章": "chapter", "节": "section"}


class LawItem(Published, title="项或目"):
    """An item of a clause, or of another item."""

    number: int = Field(title="第几项", description="没有序号的为 0。")
    mark: str = Field(title="序号", description="照原文写，例如“（一）”；没有的为空。")
    anchor: str = Field(title="锚点", description="例如 a-46-1-3：第四十六条第一款第三项；再往下一层是目。")
    text: str = Field(title="文字", description="连同序号，不含下一层。")
    items: tuple["LawItem", ...] = Field(title="下一层")


class LawClause(Published, title="款"):
    """A paragraph of an article."""

    number: int = Field(title="第几款")
    anchor: str = Field(title="锚点")
    text: str = Field(title="文字", description="第一项以前的话，不含条号。")
    items: tuple[LawItem, ...] = Field(title="项")


class LawBlock(Published, title="一段原文"):
    """A heading, an article, or what else stands in the text."""

    kind: Literal["heading", "article", "title", "history", "contents", "preamble", "annex", "text"] = Field(
        title="是什么", description="标题、条、法规名称、题注、目录、序言、附件，或者别的。"
    )
    path: Address = Field(title="页面地址")
    anchor: str = Field(
        title="锚点", description="条是 a-46（第四十六条）、a-46z1（第四十六条之一）；附件里的前面加 f1-。"
    )
    level: Literal["book", "subbook", "chapter", "section"] | None = Field(
        title="层次", description="编、分编、章、节；不是标题的为 null。"
    )
    number: str | None = Field(title="序号", description="照原文写；没有的为 null。")
    name: str | None = Field(title="名称", description="编、章、节的名称；不是标题的为 null。")
    raw: str = Field(title="原文", description="一字不改；各段接起来就是全文，其 UTF-8 的 SHA-256 即 sha256。")
    clauses: tuple[LawClause, ...] = Field(title="款")
    entries: tuple[EntryId, ...] = Field(title="引用它的条目")
    answers: tuple[str, ...] = Field(title="引用它的问答")
    cited_in: str | None = Field(title="照哪个版本引用", description="照较早的版本引用的，写明；照这个版本的为 null。")


class LawStep(Published, title="题注里的一步"):
    """A step of a law's history as its text tells it."""

    date: Day = Field(title="日期")
    act: str = Field(title="做了什么", description="通过、公布、施行、修正、修订或者批准。")


class Statute(LawText, title="法规原文"):
    """An archived wording with its structure."""

    law: Slug = Field(title="法规标识")
    name: str = Field(title="法规名称")
    title: str = Field(title="原文的标题")
    steps: tuple[LawStep, ...] = Field(title="题注")
    blocks: tuple[LawBlock, ...] = Field(title="各段")


def file_of(root: str, text: ArchivedText) -> str:
    """Return the address of a wording's file. In: where the files of open data stand."""
    return f"{root}laws/{text.law}/{text.version}.json"


def law_text(root: str, text: ArchivedText) -> dict[str, object]:
    """Return what is told of a wording wherever it is named."""
    meta = text.meta.value
    return {
        "version": str(meta.version),
        "effective": str(meta.effective),
        "path": leaves(text)[0].path,
        "file": file_of(root, text),
        "source": meta.source,
        "sha256": meta.sha256,
    }


def statute(site: Site, root: str, text: ArchivedText) -> Statute:
    """Return a wording with its structure and who cites its articles."""
    cited = marked(site, text)
    return Statute.model_validate(
        {
            **law_text(root, text),
            "law": text.law,
            "name": site.laws[text.law].name,
            "title": text.statute.title,
            "steps": tuple({"date": str(step.day), "act": step.act} for step in text.statute.steps),
            "blocks": tuple(
                _block(block, leaf.path, cited.get(block.anchor, Marked(NOBODY)))
                for leaf in leaves(text)
                for block in leaf.blocks
            ),
        }
    )


def _block(block: Block, path: str, mark: Marked) -> dict[str, object]:
    kinds = {Heading: "heading", Article: "article"}
    return {
        "kind": _KINDS.get(block.kind, "text") if isinstance(block, Stretch) else kinds[type(block)],
        "path": path,
        "anchor": block.anchor,
        "level": _LEVELS[block.level] if isinstance(block, Heading) else None,
        "number": (block.number or None) if isinstance(block, Heading | Article) else None,
        "name": block.name if isinstance(block, Heading) else None,
        "raw": block.span.raw,
        "clauses": tuple(map(_clause, block.clauses)) if isinstance(block, Article) else (),
        "entries": tuple(one.id for one in mark.citing.entries),
        "answers": tuple(one.id for one in mark.citing.answers),
        "cited_in": mark.since or None,
    }


def _clause(clause: Clause) -> dict[str, object]:
    return {"number": clause.number, "anchor": clause.anchor, "text": clause.text, "items": tuple(_items(clause.items))}


def _items(items: tuple[Item, ...]) -> Iterator[dict[str, object]]:
    for item in items:
        below = tuple(_items(item.items))
        yield {"number": item.number, "mark": item.mark, "anchor": item.anchor, "text": item.text, "items": below}
