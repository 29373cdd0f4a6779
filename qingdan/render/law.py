"""A law's page and the library's overview."""

from collections import Counter
from collections.abc import Iterator

from ..model import UNKNOWN, Law
from ..model.law_history import complete, steps_of
from ..model.parts import LAWS, path_of
from ..model.status import ENDED
from ..site.repository import links_of
from ..site.rewordings import reworded
from ..site.site import Site, grouped
from ..site.statutes import leaves, shown_whole, standing
from ..site.stretches import stretches
from ..site.validity import validity
from ..text.dates import Moment
from .facets import facet
from .reference import hosted
from .statute import contents_of, rows_of, versions_of
from .structured import json_ld, of_law
from .template import fill
from .words import words_of_listed


def law_page(site: Site, id: str, root: str) -> str:
    """Return the page of the law with this 标识. Raises KeyError when there is none."""
    law = site.laws[id]
    cited_by, sources = site.by_law.get(id, ()), hosted(site, law.check.sources)
    text, whole = site.wordings.now(id), shown_whole(site, id)
    rows = rows_of(site, leaves(whole)[0], 3) if whole else []
    return fill(
        "law",
        site=site,
        root=root,
        law=law,
        facts=list(_facts(law)),
        history=history(site, law),
        answers=site.answers_by_law.get(id, ()),
        official=[source for source, host in sources if host and host.kind == "政府网站"],
        over=site.law_status(law).name in ENDED,
        cited_by=cited_by,
        explained={a.number: [entry for entry, ref in cited_by if a.number in ref.articles] for a in law.articles},
        text=text,
        standing=standing(site, text) if text else "",
        rows=rows,
        anchors={one.anchor for one in rows},
        words={a.number: words_of_listed(site, id, a.number) for a in law.articles},
        contents=contents_of(site, text) if text else [],
        pages=leaves(text) if text else (),
        versions=versions_of(site, id, text),
        reworded=[one for one in reworded(site) if one.old.text.law == id],
        sources=sources,
        own=links_of(site.repository, law, *site.lines[id], path_of(law)),
        structured=json_ld(of_law(site, law)),
    )


def history(site: Site, law: Law) -> list[tuple[str, str]]:
    """Return what happened to a law and when, earliest first, with its validity last; nothing where steps are missing."""
    if not complete(law):
        return []
    known = sorted(steps_of(law), key=lambda step: step.date.first)
    together = grouped((str(step.date), step.what) for step in known)
    today = (site.as_of.isoformat(), f"本页截止日期，{validity(site, law).name}")
    return [*((day, "、".join(whats)) for day, whats in together.items()), today]


def law_list(site: Site, root: str) -> str:
    """Return the library with what narrows it: as one table, by 效力级别, or its pages where it is too long for one."""
    laws, vocab = tuple(site.laws.values()), site.vocab
    marks, split = {law.id: law_marks(site, law) for law in laws}, stretches(site, LAWS)
    states = Counter(site.law_status(law).name for law in laws)
    narrowing = (
        ("level", "级别", vocab.levels),
        ("status", "效力", vocab.law_statuses),
        ("field", "领域", vocab.law_topics),
    )
    return fill(
        "laws",
        site=site,
        root=root,
        stretches=split,
        groups=() if split else by_level(laws),
        levels=[level for level in vocab.levels if any(law.level == level.name for law in laws)],
        by_status=[(term, states[term.name]) for term in vocab.law_statuses if states[term.name]],
        facets=[
            facet(name, title, marks.values(), ("", [(term.slug, term.name) for term in terms]))
            for name, title, terms in narrowing
        ],
        marks=marks,
    )


def by_level(laws: tuple[Law, ...]) -> tuple[tuple[str, tuple[Law, ...]], ...]:
    """Return laws in the library's order by 效力级别."""
    return tuple(grouped((law.level, law) for law in laws).items())


def law_marks(site: Site, law: Law) -> dict[str, str]:
    """Return what a law's row carries: its values in each facet, its first day, the words to be found that it does not show."""
    vocab = site.vocab
    return {
        "level": vocab.term("效力级别", law.level).slug,
        "status": site.law_status(law).slug,
        "field": " ".join(vocab.term("法规领域", topic).slug for topic in law.topics),
        **({"effective": law.effective.first.isoformat()} if isinstance(law.effective, Moment) else {}),
        "text": "；".join((*([] if law.short in law.name else [law.short]), law.issuer, law.number, *law.audiences)),
    }


def _facts(law: Law) -> Iterator[tuple[str, str]]:
    yield "简称", law.short
    yield "效力级别", law.level
    yield "制定机关", law.issuer
    yield "文号", law.number
    yield "通过日期", str(law.passed)
    yield "施行日期", str(law.effective)
    yield "最近修改", str(law.amended or "所据文本未载修改")
    if law.amendment_effective:
        yield "修改施行日期", str(law.amendment_effective)
    if law.repealed:
        yield "废止日期", str(law.repealed)
    if law.ended:
        yield "届满日期", str(law.ended)
    yield "领域", "、".join(law.topics)
    if law.audiences:
        yield "与谁有关", "、".join(law.audiences)
    yield "效力核对到", str(law.check.date or UNKNOWN)
    yield "可信度", law.check.confidence
