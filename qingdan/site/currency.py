"""时效: what grows old while nobody looks at it. No fault of the data, so `check` is silent about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Answer, Entry, Law, facts_of
from ..model.sourced import Sourced
from ..model.status import DONE, ENDED, UNMENTIONED
from ..text.dates import Moment
from ..text.problem import Place, Problem, excerpt
from .archive import missing_reports, newest_report
from .coverage import change_of
from .rewordings import likely, reworded, told
from .site import Site
from .statutes import citations_of
from .validity import checked_long_ago


@dataclass(frozen=True, slots=True, order=True)
class Reminder:
    """A thing to look at again: where it stands, what it is, and what has grown old."""

    place: Place
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Concern:
    """One way to grow old, what to do about it, and everything that has, in the order of files and lines."""

    name: str
    task: str
    remedy: str
    reminders: tuple[Reminder, ...]

    @property
    def count(self) -> int:
        """How many things are to be looked at; one that is named at several places counts once."""
        return len({one.subject for one in self.reminders})

    @property
    def to_do(self) -> str:
        """What to do, with how many: its task with the number in place of the blank."""
        return self.task.format(self.count)


def concerns(site: Site) -> tuple[Concern, ...]:
    """Return what has to be looked at again on the site's day; none where nothing has."""
    unchecked = "请打开来源，看状态和日期有没有变，再把“核对”的“日期”改为材料截至的那一天"
    unarchived = "请找到这份报告，收录进来；确实没有公开的，不用改"
    unmentioned = "请再看一遍报告；说到了的，在“记录”末尾添一条新记录，确实没有说到的，不用改"
    groundless = "请改用接续的法规，问答照新的条文改；没有接续的，由审核人员决定这一条是否退出"
    behind = "请把“最近修改”“修改施行”照原文的题注改好，再看“条文”的条号，改“核对”的“日期”"
    rewritten = "请与新的条文对照，照新的条号和话改，再把“核对”的“日期”改为对照的那一天；意思没有变的，只改日期"
    every = (
        Concern("核对过期", "核对 {} 部法规", unchecked, tuple(sorted(_unchecked(site)))),
        Concern("报告未收录", "收录 {} 份年度报告", unarchived, tuple(_unarchived(site))),
        Concern(UNMENTIONED, "照新的年度报告再看 {} 条", unmentioned, tuple(sorted(_unmentioned(site)))),
        Concern("依据失效", "给 {} 条换依据", groundless, tuple(sorted(_without_ground(site)))),
        Concern("条文有变化", "照新的条文看 {} 条", rewritten, tuple(sorted(_reworded(site)))),
        Concern("原文比登记新", "核对 {} 部法规的最近修改", behind, tuple(sorted(_behind(site)))),
    )
    return tuple(concern for concern in every if concern.reminders)


def summary(found: tuple[Concern, ...]) -> str:
    """Return in one line what is to be done; empty where nothing is."""
    return f"要做的：{'，'.join(concern.to_do for concern in found)}。" if found else ""


def as_problems(found: tuple[Concern, ...]) -> list[Problem]:
    """Return every reminder with its remedy, in the form in which `check` prints problems."""
    return [
        Problem(one.place, concern.name, f"{one.subject}：{one.reason}；{concern.remedy}")
        for concern in found
        for one in concern.reminders
    ]


def _finished(site: Site, entry: Entry) -> bool:
    return site.retired(entry) is not None or site.status(entry).name == DONE


def _subject(thing: Entry | Answer | Law) -> str:
    return f"{thing.id} {excerpt(thing.name, 60)}"


def _unchecked(site: Site) -> Iterator[Reminder]:
    """Yield laws whose check reaches back more than twelve months, or to no known day."""
    for law in site.data.laws:
        day = law.value.check.date
        place = law.place("核对", "日期")
        if not isinstance(day, Moment):
            yield Reminder(place, _subject(law.value), f"核对日期是“{day}”")
        elif checked_long_ago(day, site.as_of):
            yield Reminder(place, _subject(law.value), f"核对日期是 {day}，已经超过十二个月")


def _unarchived(site: Site) -> Iterator[Reminder]:
    """Yield each year whose report was due and is not archived, at the newest report that is."""
    if newest := newest_report(site):
        for year, due in missing_reports(site):
            yield Reminder(newest.meta.place("年度"), f"{year}年度报告", f"按规定应在 {due} 以前公开，本站没有收录")


def _unmentioned(site: Site) -> Iterator[Reminder]:
    """Yield the newest record of each entry of which the newest report says nothing."""
    term = site.shaped[UNMENTIONED]
    for entry in site.data.entries:
        if term in site.flags(entry.value):
            newest = site.records(entry.value)[-1]
            place = entry.place("记录", entry.value.records.index(newest))
            yield Reminder(place, _subject(entry.value), f"{term.name}，最近一条记录是 {newest.date}")


def _without_ground(site: Site) -> Iterator[Reminder]:
    """Yield each repealed or ended law that an unfinished entry or an answer rests on, where it names the law."""
    entries = (entry for entry in site.data.entries if not _finished(site, entry.value))
    answers = (answer for answer in site.data.answers if not answer.value.withdrawn)
    things: tuple[Sourced[Entry] | Sourced[Answer], ...] = (*entries, *answers)
    for thing in things:
        key = next(fact.key for fact in facts_of(type(thing.value)).values() if fact.attribute == "laws")
        for index, named in enumerate([one.law for one in thing.value.laws]):
            law = site.laws[named]
            if site.law_status(law).name in ENDED:
                alike = "".join(_alike(site, thing, index))
                yield Reminder(
                    thing.place(key, index), _subject(thing.value), f"依据 {law.id} {change_of(site, law)}{alike}"
                )


def _alike(site: Site, thing: Sourced[Entry] | Sourced[Answer], at: int) -> Iterator[str]:
    """Yield which article of the following law is most like each one cited, by its words: where to look first."""
    for index, cited, proven in citations_of(site, thing.value):
        if index == at and (found := likely(site, proven)):
            yield f"；{cited}的话，新的{found.article.number}最接近，供参考"


def _reworded(site: Site) -> Iterator[Reminder]:
    """Yield each citation of an article that a later archived wording has otherwise, with the words before and after."""
    for one in reworded(site):
        value = one.thing.value
        key = next(fact.key for fact in facts_of(type(value)).values() if fact.attribute == "laws")
        yield Reminder(one.thing.place(key, one.index), _subject(value), told(one))


def _behind(site: Site) -> Iterator[Reminder]:
    """Yield each law whose archived wording is newer than the last amendment that its record has."""
    for law in site.data.laws:
        texts = site.wordings.of(law.value.id)
        known = [day for day in (law.value.passed, law.value.amended) if isinstance(day, Moment)]
        if texts and known and texts[-1].version.first > max(day.last for day in known):
            reason = f"收录了 {texts[-1].version} 的原文，登记的最近修改是 {law.value.amended or '没有'}"
            yield Reminder(law.place("标识"), _subject(law.value), reason)
