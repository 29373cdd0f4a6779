"""年度法治政府建设情况报告: the skeleton of a year's report, in the four parts that the rules on it ask for."""

from ...site.site import Site
from ...text.outline.numerals import han_numeral
from .paper import Gap, Paper, Paragraph, Section, remark
from .told import WANTING, announced, arranged, done, first_person, owed, publicity, shortfall, tasks, told


def annual(site: Site, year: int) -> Paper:
    """Return the draft of the report on `year`."""
    every = tasks(site)
    own = tuple(one for one in every if first_person(site, one))
    return Paper(
        site.body.name,
        f"{year}年度法治政府建设情况报告",
        remark(f"“{site.body.title}”的清单和记录", site.as_of.isoformat()),
        (
            Section(f"一、{year}年推进法治政府建设的主要举措和成效"),
            *_deeds(site, year),
            Section(f"二、{year}年推进法治政府建设存在的不足和原因", _shortfalls(site, year)),
            Section(
                "三、主要负责人履行推进法治建设第一责任人职责的情况",
                tuple(told(site, (one for one in own if one.kind != WANTING), year))
                or ((Gap(f"主要负责人{year}年履行推进法治建设第一责任人职责的情况"),),),
            ),
            Section(f"四、{year + 1}年推进法治政府建设的主要安排", _arrangements(site, year)),
        ),
    )


def _deeds(site: Site, year: int) -> tuple[Section, ...]:
    """Return what was done, a section for each field of tasks that has something to say, and one for the 普法 list."""
    plain = [one for one in tasks(site) if one.kind != WANTING and not first_person(site, one)]
    fields = ((field, (one for one in plain if one.field == field.name)) for field in site.vocab.task_fields)
    of_fields = [(field.name, tuple(told(site, ones, year))) for field, ones in fields]
    of_list = tuple(sentences for one in publicity(site) if (sentences := done(site, one, year)))
    found = [(name, paragraphs) for name, paragraphs in (*of_fields, ("落实普法责任制", of_list)) if paragraphs]
    if not found:
        return (Section("", ((Gap(f"{year}年的主要举措和成效"),),)),)
    return tuple(
        Section(f"（{han_numeral(number)}）{name}", paragraphs, level=2)
        for number, (name, paragraphs) in enumerate(found, 1)
    )


def _shortfalls(site: Site, year: int) -> tuple[Paragraph, ...]:
    wanting = (one for one in tasks(site) if one.kind == WANTING and owed(one, year))
    named = tuple(tuple(shortfall(site, one, year)) for one in wanting)
    return (*named, (Gap(f"{year}年的不足，以及各项不足的原因"),))


def _arrangements(site: Site, year: int) -> tuple[Paragraph, ...]:
    plain = (one for one in tasks(site) if one.kind != WANTING and arranged(one, year))
    return tuple((announced(site, one),) for one in plain) or ((Gap(f"{year + 1}年的主要安排"),),)
