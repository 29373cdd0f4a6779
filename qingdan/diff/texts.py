"""What became of the archived words of the laws: wordings that came, and what they mean for what cites their articles."""

from collections.abc import Iterator

from ..model.law_text import FOLDER, ArchivedText
from ..model.load import Data
from ..site.rewordings import before, changes_from, reworded, summary_of, told
from ..site.site import Site
from ..text.statute import Article
from ..text.statute.compare import SAME
from .change import TEXTS, Change, ItemChange, Remark, Subject, change
from .sides import Sides, hidden


def text_changes(sides: Sides) -> Iterator[Change]:
    """Yield what became of each archived wording; of a new one also what it changed and who cites that."""
    old, new = _texts(sides.old), _texts(sides.new)
    site = Site(sides.new)
    for (law, version), text in {**old, **new}.items():
        subject = Subject(TEXTS, law, f"{_name(sides, law)}：{version} 的版本", text.meta.value.source)
        was, now = old.get((law, version)), new.get((law, version))
        if was is None and hidden(sides.old, f"{FOLDER}/{text.meta.value.stem}", FOLDER):
            found = change(subject, [Remark("读不出", "原来的这一项有错，读不出，没法比较")], ())
        elif was is None:
            found = change(subject, _arrived(site, text), _rows(site, text))
        elif now is None and hidden(sides.new, f"{FOLDER}/{text.meta.value.stem}", FOLDER):
            found = change(subject, [Remark("读不出", "现在的这一项有错，读不出，没法比较")], ())
        elif now is None:
            found = change(subject, [Remark("删去", "“{}”", (subject.name,))], ())
        else:
            found = change(
                subject,
                [*_rewritten(was, now), *sides.fields(was.meta.value, now.meta.value)],
                sides.rows(was.meta.value, now.meta.value),
            )
        if found:
            yield found


def _texts(data: Data) -> dict[tuple[str, str], ArchivedText]:
    return {(text.law, str(text.version)): text for text in data.texts}


def _name(sides: Sides, law: str) -> str:
    return sides.laws[1].get(law) or sides.laws[0].get(law, law)


def _arrived(site: Site, text: ArchivedText) -> Iterator[Remark]:
    yield Remark("新增", "收录了 {} 的原文，{} 条", (str(text.version), str(len(text.statute.articles))))
    if text.law in site.laws and (old := before(site, text)):
        yield Remark("原文改动", "{}", (summary_of(site, old, text),))
        for one in reworded(site):
            if one.new is text:
                yield Remark("依据法规变动", "{}：{}", (one.thing.value.id, told(one)))


def _rows(site: Site, text: ArchivedText) -> Iterator[ItemChange]:
    """Yield the articles that a wording changed, before and after."""
    old = before(site, text) if text.law in site.laws else None
    for pair in changes_from(old, text) if old else ():
        if pair.kind != SAME:
            names = dict.fromkeys(one.number for one in (pair.old, pair.new) if one)
            yield ItemChange(" → ".join(names), pair.old.whole if pair.old else "", pair.new.whole if pair.new else "")


def _rewritten(was: ArchivedText, now: ArchivedText) -> Iterator[Remark]:
    if was.digest == now.digest:
        return
    for pair in changes_from(was, now):
        if pair.kind != SAME:
            words = (_line(pair.old), _line(pair.new))
            number = (pair.new or pair.old).number  # type: ignore[union-attr]  # a pair has one of them
            yield Remark("原文改动", "{}：原“{}”，现“{}”", (number, *words))


def _line(article: Article | None) -> str:
    """Return the words of an article in one line; empty where there is none."""
    return article.whole.replace("\n", "") if article else ""
