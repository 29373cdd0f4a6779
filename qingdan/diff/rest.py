"""What became of the vocabulary, the glossary, the basis and the facts about the body."""

from collections.abc import Iterator, Sequence

from ..model.registry import Registration
from .change import Change, ItemChange, Remark, Subject, change
from .reading import shown
from .sides import Sides


def other_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of terms (known by their 标识), synonyms, filler, words of praise, explained words, documents, the body and the register."""
    yield from sides.changes(
        lambda data: {(name, term.slug): term for name, terms in data.vocab.value.lists.items() for term in terms},
        lambda key, term: Subject("词表", key[0], term.name, term.meaning),
    )
    synonyms = (["、".join(row) for row in data.vocab.value.synonyms] for data in (sides.old, sides.new))
    yield from _listed(Subject("词表", "同义词", ""), *synonyms)
    yield from _listed(Subject("词表", "填充词", ""), *(data.vocab.value.filler for data in (sides.old, sides.new)))
    yield from _listed(Subject("词表", "评价词", ""), *(data.vocab.value.praise for data in (sides.old, sides.new)))
    yield from sides.changes(
        lambda data: {meaning.value.slug: meaning.value for meaning in data.glossary},
        lambda _, meaning: Subject("名词解释", "", meaning.name, meaning.meaning, "glossary/"),
        known=lambda meaning: meaning.name,
    )
    laws = {**sides.laws[0], **sides.laws[1]}
    yield from sides.changes(
        lambda data: {(one.value.subject, one.value.law or one.value.name or ""): one.value for one in data.basis},
        lambda key, one: Subject(
            *("制度依据", one.subject, one.name or laws.get(key[1], key[1])), shown(one.demands, {}), "basis/"
        ),
    )
    yield from sides.changes(lambda data: {"": data.body.value}, lambda _, body: Subject("网站信息", "", body.title))
    events = ([_event(one.value) for one in data.registry or ()] for data in (sides.old, sides.new))
    yield from _listed(Subject("登记", "", "网页地址"), *events)


def _event(one: Registration) -> str:
    """Say what was registered; the addresses themselves are those of the things that were added."""
    moved = f"{one.old} → {one.new}，{one.reason}" if one.old else f"{len(one.addresses)} 个地址"
    return f"{one.day} {one.kind}：{moved}"


def _listed(subject: Subject, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield what became of a list of lines, which has no items to name."""
    name = subject.id or "登记"
    come = [ItemChange(name, "", line) for line in after if line not in before]
    gone = [ItemChange(name, line, "") for line in before if line not in after]
    told = [Remark("其他字段", "增加“{}”", (row.after,)) for row in come]
    told += [Remark("其他字段", "删去“{}”", (row.before,)) for row in gone]
    if found := change(subject, told, [*come, *gone]):
        yield found
