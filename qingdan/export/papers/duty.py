"""普法责任制履职报告: which laws the list wants told to whom, and what the records of a year say of it."""

from collections.abc import Iterator

from ...model import Publicity, Task
from ...site.draft import UNCONFIRMED
from ...site.site import Site
from ...text.outline.numerals import han_numeral
from .notes import of_entry
from .paper import Gap, Paper, Paragraph, Piece, Section, Sentence, remark
from .told import WANTING, announced, arranged, deeds, done, owed, publicity, shortfall, tasks, told

WORD = "普法"
"""What the field or the name of a task has in it that is about 普法."""


def duty(site: Site, year: int) -> Paper:
    """Return the draft of the report on how 普法 was done in `year`."""
    about = [one for one in tasks(site) if WORD in one.field or WORD in one.name]
    plain = [one for one in about if one.kind != WANTING]
    told_above = {
        done_by.id for one in _listed(site, year) for done_by in site.related(one) if deeds(site, done_by, year)
    }
    wanting = (one for one in about if one.kind == WANTING and owed(one, year))
    ahead = (one for one in plain if arranged(one, year))
    return Paper(
        site.body.name,
        f"{year}年度普法责任制履职情况报告",
        remark(f"“{site.body.title}”的普法责任清单和记录", site.as_of.isoformat()),
        (
            Section("一、普法责任清单的落实情况"),
            *_lists(site, year),
            Section(
                "二、其他普法工作",
                tuple(told(site, (one for one in plain if one.id not in told_above), year))
                or ((Gap(f"{year}年清单以外的普法工作"),),),
            ),
            Section(
                "三、不足和原因",
                (
                    *(tuple(shortfall(site, one, year)) for one in wanting),
                    (Gap(f"{year}年普法工作的不足和原因"),),
                ),
            ),
            Section(
                f"四、{year + 1}年的安排",
                tuple((announced(site, one),) for one in ahead) or ((Gap(f"{year + 1}年的普法安排"),),),
            ),
        ),
    )


def _listed(site: Site, year: int) -> list[Publicity]:
    return [one for one in publicity(site) if one.year <= year]


def _lists(site: Site, year: int) -> tuple[Section, ...]:
    """Return the entries of the list, a section for each 性质 that has some."""
    every = _listed(site, year)
    natures = [(term.name, [one for one in every if one.nature == term.name]) for term in site.vocab.natures]
    found = [(name, ones) for name, ones in natures if ones]
    if not found:
        return (Section("", ((Gap("普法责任清单：向谁讲什么法，用什么形式"),),)),)
    return tuple(
        Section(f"（{han_numeral(number)}）{name}内容", tuple(tuple(_entry(site, one, year)) for one in ones), level=2)
        for number, (name, ones) in enumerate(found, 1)
    )


def _entry(site: Site, entry: Publicity, year: int) -> Iterator[Piece]:
    """Yield what the list asks for, then what was done: by the entry's records, and by those of the tasks related to it."""
    yield promise(site, entry)
    related = (one for one in site.related(entry) if isinstance(one, Task) and one.kind != WANTING)
    said = [*done(site, entry, year, named=False), *(sentence for one in related for sentence in done(site, one, year))]
    yield from said
    if not said and owed(entry, year):
        yield Gap(f"{entry.id} {entry.name}，{year}年讲了没有、怎样讲的")


def promise(site: Site, entry: Publicity) -> Sentence:
    """Return which laws an entry wants told, to whom, in what form, when and by whom."""
    laws = "，".join(f"《{site.laws[one.law].name}》{'、'.join(one.articles)}" for one in entry.laws)
    when = f"，在{'、'.join(entry.occasions)}集中进行" if entry.occasions else ""
    owners = [owner for owner in entry.owners if owner != UNCONFIRMED]
    who = f"，由{'、'.join(owners)}负责" if owners else ""
    text = f"{entry.name}：向{'、'.join(entry.audiences)}讲{laws}，形式是{'、'.join(entry.forms)}{when}{who}。"
    return Sentence(text, (of_entry(site, entry),))


def paragraphs_of(site: Site, entry: Publicity, year: int) -> Paragraph:
    """Return what a paper says of one entry of the list."""
    return tuple(_entry(site, entry, year))
