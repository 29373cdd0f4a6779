"""What became of the vocabulary, the glossary, the basis and the facts about the body."""

from collections.abc import Iterator

from ..model.basis import Basis
from ..model.load import Data
from ..model.registry import Registration
from ..model.vocab import Term
from .change import Change, ItemChange, Remark, Subject, change
from .reading import shown
from .sides import GROUND, Sides


def term_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each term of the vocabulary, known by its 标识, and of the synonyms."""
    old, new = (_terms(data) for data in (sides.old, sides.new))
    for key in {**old, **new}:
        yield sides.compared(
            old.get(key),
            new.get(key),
            subject=lambda term, section=key[0]: Subject("词表", section, term.name, term.meaning),
            lost=("", GROUND),
            remarks=lambda before, after: sides.fields(before, after, {}),
        )
    rows = (["、".join(row) for row in data.vocab.value.synonyms] for data in (sides.old, sides.new))
    yield _listed(Subject("词表", "同义词", ""), *rows)


def registry_change(sides: Sides) -> Iterator[Change | None]:
    """Yield what was added to the register of addresses, and what was lost of it."""
    rows = ([_event(one.value) for one in data.registry or ()] for data in (sides.old, sides.new))
    yield _listed(Subject("登记", "", "网页地址"), *rows)


def _event(one: Registration) -> str:
    """Say what was registered; the addresses themselves are those of the things that were added."""
    moved = f"{one.old} → {one.new}，{one.reason}" if one.old else f"{len(one.addresses)} 个地址"
    return f"{one.day} {one.kind}：{moved}"


def _listed(subject: Subject, before: list[str], after: list[str]) -> Change | None:
    """Return what became of a list of lines, which has no items to name."""
    pairs = [ItemChange(subject.id or "登记", line if line in before else "", line) for line in after]
    pairs += [ItemChange(subject.id or "登记", line, "") for line in before if line not in after]
    changed = [row for row in pairs if row.changed]
    remarks = [
        Remark("其他字段", f"{'增加' if row.after else '删去'}“{{}}”", (row.after or row.before,)) for row in changed
    ]
    return change(subject, remarks, changed)


def _terms(data: Data) -> dict[tuple[str, str], Term]:
    return {(section, term.slug): term for section, terms in data.vocab.value.lists.items() for term in terms}


def meaning_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each explained word."""
    old, new = ({meaning.value.slug: meaning.value for meaning in data.glossary} for data in (sides.old, sides.new))
    for slug in {**old, **new}:
        yield sides.compared(
            old.get(slug),
            new.get(slug),
            subject=lambda meaning: Subject("名词解释", "", meaning.name, meaning.meaning, "glossary/"),
            lost=((old.get(slug) or new[slug]).name, GROUND),
            remarks=lambda before, after: sides.fields(before, after, {}),
        )


def basis_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of each document that demands the lists."""
    old, new = ({_document(basis.value): basis.value for basis in data.basis} for data in (sides.old, sides.new))
    for key in {**old, **new}:
        yield sides.compared(
            old.get(key),
            new.get(key),
            subject=lambda basis: Subject(
                "制度依据", basis.subject, _named(sides, basis), shown(basis.demands, {}), "basis/"
            ),
            lost=("", GROUND),
            remarks=lambda before, after: sides.fields(before, after, {}),
        )


def _document(basis: Basis) -> tuple[str, str]:
    return basis.subject, basis.law or basis.name or ""


def _named(sides: Sides, basis: Basis) -> str:
    return basis.name or sides.laws[1].get(basis.law) or sides.laws[0].get(basis.law) or basis.law or ""


def body_changes(sides: Sides) -> Iterator[Change | None]:
    """Yield what became of the facts about whose site this is."""
    yield sides.compared(
        sides.old.body.value,
        sides.new.body.value,
        subject=lambda body: Subject("网站信息", "", body.title),
        lost=("", GROUND),
        remarks=lambda before, after: sides.fields(before, after, {}),
    )
