"""The vocabulary as published: its kinds of words, its file, made from the typed vocabulary."""

from pydantic import Field

from ..model import facts_of, vocab
from ..site.site import Site
from .model import Day, Evidence, File, LawReference, Published, Slug, made, several
from .records import published


class Term(Published, title="词条"):
    """A word of the vocabulary with its meaning."""

    slug: Slug = Field(title="标识", description="公开后不改。")
    name: str = Field(title="名称")
    meaning: str = Field(title="定义")
    evidence: tuple[Evidence, ...] = Field(title="出处", description="这个词在年度报告里的原话。")
    laws: tuple[LawReference, ...] = Field(title="依据", description="这个词来自哪部法规。")


class Topic(Term, title="词条"):
    """领域 of laws."""

    common: str | None = Field(title="俗称", description="居民的叫法；与名称相同的为 null。")
    asked: str | None = Field(title="常问", description="首页上问的那一条问答的编号；不在首页的为 null。")


class Shaped(Term, title="带图形的词"):
    """A word that is shown as a badge."""

    shape: str = Field(title="图形")
    tone: str = Field(title="色调")


class Status(Shaped, title="记录的状态"):
    """A state that a record may set."""

    set_by: str = Field(title="由谁设定")
    needs_evidence: bool = Field(title="需要报告原话")
    next: tuple[Slug, ...] = Field(title="可接续", description="后一条记录可以是哪些状态。")


class Computed(Shaped, title="推算的状态"):
    """A state that is worked out."""

    how: str = Field(title="算法")
    stopped: Day | None = Field(title="停用", description="从哪一天起不再推算；还在推算的为 null。")


class Occasion(Term, title="节点"):
    """A day or month of the year."""

    time: str = Field(title="时间", description="月-日、月，或“待核”。")


class Host(Term, title="站外网站"):
    """An outside host that pages may link to."""

    kind: str = Field(title="类别")


_KINDS: dict[object, type[Term]] = {
    vocab.Term: Term,
    vocab.Topic: Topic,
    vocab.Shaped: Shaped,
    vocab.Status: Status,
    vocab.Computed: Computed,
    vocab.Occasion: Occasion,
    vocab.Host: Host,
}

_LISTS = {fact.attribute: fact for fact in facts_of(vocab.Vocabulary).values() if fact.record}

_FIELDS = {
    **{name: (several(_KINDS[fact.record]), Field(title=fact.key)) for name, fact in _LISTS.items()},
    "synonyms": (tuple[tuple[str, ...], ...], Field(title="同义词")),
    "filler": (tuple[str, ...], Field(title="填充词", description="问话里不说是什么事的字，查找时不算。")),
    "praise": (tuple[str, ...], Field(title="评价词", description="名称、内容、说明里用到的，引文里要有同样的词。")),
}

VocabFile = made("VocabFile", File, "词表", _FIELDS)
"""vocab.json."""


def lists(site: Site) -> dict[str, tuple[Term, ...]]:
    """Return every list of terms by its English name."""
    return {name: tuple(_term(site, term) for term in getattr(site.vocab, name)) for name in _LISTS}


def _term(site: Site, term: vocab.Term) -> Term:
    if isinstance(term, vocab.Status):
        following = tuple(site.vocab.term("状态", name).slug for name in term.next)
        return published(site, Status, term, needs_evidence=term.proof == "需要", next=following)
    return published(site, _KINDS[type(term)], term)
