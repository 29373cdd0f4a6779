"""Of answers and articles that pass, any digit of an amount, and any cited number, that is changed is refused where it stands."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qingdan import rules
from qingdan.model import Answer
from qingdan.model.load import Data
from qingdan.model.wording import Proven, Wordings, wordings_of
from qingdan.rules import cited_amounts
from qingdan.site.check import examine
from qingdan.text.statute.amounts import amounts_in

from .sample import AS_OF, SECOND

_OTHER = {
    **dict(zip("一二三四五六七八九", "二三四五六七八九一", strict=True)),
    "两": "三",
    "百": "千",
    "千": "百",
    "万": "亿",
}
_ORDINAL = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change for the worse: what it is, the data with it, the lines on which it has to be refused."""

    what: str
    data: Data
    lines: tuple[int, ...]

    @property
    def refused(self) -> bool:
        """Whether a rule refuses it at its place."""
        return any(problem.place.line in self.lines for problem in rules.check(self.data))


def _with_answer(data: Data, at: int, answer) -> Data:
    """Return the data with this one answer in the place of all."""
    one = replace(data.answers[at], value=answer)
    return replace(data, lists={**data.lists, "answers": (one,)})


def _digits(number: str) -> Iterator[str]:
    """Yield a number with each of its digits changed in turn."""
    for at, digit in enumerate(number):
        if digit.isdecimal():
            yield f"{number[:at]}{(int(digit) + 1) % 9 + 1}{number[at + 1 :]}"


def amounts_of_answers(data: Data) -> Iterator[Mutant]:
    """Yield each proven answer with one digit of one amount changed."""
    wordings = wordings_of(data)
    for at, answer in enumerate(data.answers):
        if cited_amounts._stated(answer.value, wordings) is None:
            continue
        for index, row in enumerate(answer.value.penalties):
            for key in ("least", "most"):
                for other in _digits(getattr(row, key) or ""):
                    rows = list(answer.value.penalties)
                    rows[index] = row.model_copy(update={key: other})
                    changed = answer.value.model_copy(update={"penalties": tuple(rows)})
                    what = f"{answer.value.id} {row.amount} → {rows[index].amount}"
                    yield Mutant(what, _with_answer(data, at, changed), (answer.place("罚", index).line,))


def places_of_answers(data: Data) -> Iterator[Mutant]:
    """Yield each answer with the 款 or 项 of a proven citation that has been raised beyond the last, or left out of the article."""
    wordings = wordings_of(data)
    for at, answer in enumerate(data.answers):
        for index, one in enumerate(answer.value.laws):
            proven = wordings.cited(one, answer.value.compared.date.last)
            if not isinstance(proven, Proven):
                continue
            count = len(proven.found.article.clauses)
            items = max((len(clause.items) for clause in proven.found.article.clauses), default=0)
            changes = [{"paragraph": f"第{_han(count + more)}款"} for more in (1, 2, 5)]
            changes += [{"item": f"第{_han(items + more)}项"} for more in (1, 2, 5)]
            changes += [{"article": f"第{_han(len(proven.text.statute.articles) + more)}条"} for more in (300, 500)]
            for change in changes:
                laws = list(answer.value.laws)
                laws[index] = one.model_copy(update=change)
                changed = answer.value.model_copy(update={"laws": tuple(laws)})
                what = f"{answer.value.id} {one.law} {one.place} → {laws[index].place}"
                yield Mutant(what, _with_answer(data, at, changed), (answer.place("依据", index).line,))


def _borne_out(answer: Answer, wordings: Wordings) -> bool:
    stated = cited_amounts._stated(answer, wordings) or ()
    return all(any(cited_amounts._same(row, one) for one in stated) for row in answer.penalties if row.amount)


def neighbours_of_answers(data: Data) -> Iterator[Mutant]:
    """Yield each answer with amounts, the 条 or 款 that states them replaced by every other one of the law and its article."""
    wordings = wordings_of(data)
    for at, answer in enumerate(data.answers):
        if cited_amounts._stated(answer.value, wordings) is None:
            continue
        if not any(row.amount for row in answer.value.penalties):
            continue
        for index, one in enumerate(answer.value.laws):
            rest = answer.value.model_copy(
                update={"laws": (*answer.value.laws[:index], *answer.value.laws[index + 1 :])}
            )
            if _borne_out(rest, wordings):
                continue  # what the others state is enough: this one is cited for something else
            proven = wordings.cited(one, answer.value.compared.date.last)
            others = [
                {"article": other.number} for other in proven.text.statute.articles if other.number != one.article
            ]
            if one.paragraph:
                numbers = range(1, len(proven.found.article.clauses) + 1)
                others += [{"paragraph": f"第{_han(n)}款"} for n in numbers if f"第{_han(n)}款" != one.paragraph]
            for change in others:
                laws = list(answer.value.laws)
                laws[index] = one.model_copy(update=change)
                changed = answer.value.model_copy(update={"laws": tuple(laws)})
                rows = [answer.place("罚", n).line for n, row in enumerate(answer.value.penalties) if row.amount]
                what = f"{answer.value.id} {one.law} {one.place} → {laws[index].place}"
                yield Mutant(what, _with_answer(data, at, changed), (answer.place("依据", index).line, *rows))


def words_of_laws(data: Data) -> Iterator[Mutant]:
    """Yield the data with one digit changed in the words of an article, of an amount that an answer states and cites once."""
    wordings = wordings_of(data)
    for at, answer in enumerate(data.answers):
        if cited_amounts._stated(answer.value, wordings) is None:
            continue
        for one in answer.value.laws:
            proven = wordings.cited(one, answer.value.compared.date.last)
            raw, start = proven.found.article.span.raw, proven.found.article.span.start
            for amount in amounts_in(raw):
                rows = [n for n, row in enumerate(answer.value.penalties) if cited_amounts._same(row, amount)]
                if not rows or raw.count(amount.words) != 1:
                    continue
                here = start + raw.index(amount.words)
                for offset, digit in enumerate(amount.words):
                    other = _OTHER.get(digit) or (str(int(digit) % 9 + 1) if digit.isdecimal() else "")
                    if not other:
                        continue
                    where = here + offset
                    text = f"{proven.text.text[:where]}{other}{proven.text.text[where + 1 :]}"
                    digest = hashlib.sha256(text.encode()).hexdigest()
                    meta = replace(proven.text.meta, value=proven.text.meta.value.model_copy(update={"sha256": digest}))
                    fresh = replace(proven.text, meta=meta, text=text, digest=digest)
                    texts = tuple(fresh if old is proven.text else old for old in data.texts)
                    alone = _with_answer(data, at, answer.value)
                    lines = tuple(answer.place("罚", n).line for n in rows)
                    what = f"{answer.value.id} {one.law} {one.place}：{amount.words} 的“{digit}”→“{other}”"
                    yield Mutant(what, replace(alone, texts=texts), lines)


def listed_articles(data: Data) -> Iterator[Mutant]:
    """Yield the data with an article of the library raised beyond the last of its law."""
    wordings = wordings_of(data)
    for at, law in enumerate(data.laws):
        for index, article in enumerate(law.value.articles):
            proven = wordings.listed(law.value.id, article.number)
            if not isinstance(proven, Proven):
                continue
            for more in (301, 502):
                other = article.model_copy(update={"number": f"第{_han(len(proven.text.statute.articles) + more)}条"})
                articles = (*law.value.articles[:index], other, *law.value.articles[index + 1 :])
                one = replace(law, value=law.value.model_copy(update={"articles": articles}))
                laws = (*data.laws[:at], one, *data.laws[at + 1 :])
                what = f"{law.value.id} {article.number} → {other.number}"
                changed = replace(data, lists={**data.lists, "laws": laws})
                yield Mutant(what, changed, (law.place("条文", index, "条").line,))


def _han(number: int) -> str:
    """Return a number below ten thousand as articles are numbered."""
    if number <= 10:
        return _ORDINAL[number]
    if number < 20:
        return f"十{_ORDINAL[number - 10]}"
    if number < 100:
        return f"{_ORDINAL[number // 10]}十{_ORDINAL[number % 10] if number % 10 else ''}"
    if number < 1000:
        rest = number % 100
        return f"{_ORDINAL[number // 100]}百" + (
            "" if not rest else f"零{_ORDINAL[rest]}" if rest < 10 else f"{'一' if rest < 20 else ''}{_han(rest)}"
        )
    rest = number % 1000
    return f"{_ORDINAL[number // 1000]}千" + ("" if not rest else f"{'零' if rest < 100 else ''}{_han(rest)}")


KINDS = (amounts_of_answers, places_of_answers, neighbours_of_answers, words_of_laws, listed_articles)


def test_every_change_for_the_worse_is_refused_at_its_place():
    data, problems = examine(SECOND, AS_OF)
    assert problems == []
    for kind in KINDS:
        mutants = list(kind(data))
        assert mutants, kind.__name__
        assert [one.what for one in mutants if not one.refused] == [], kind.__name__
