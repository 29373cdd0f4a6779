"""An answer to a 普法提示: what the list and the records say of the entries that it is about."""

from dataclasses import dataclass

from ...model import Entry, Publicity
from ...site.site import Site
from .duty import paragraphs_of
from .notes import of_entry, of_law
from .paper import Gap, Paper, Paragraph, Section, Sentence, ended, remark
from .told import announced, arranged, done, unsaid

LAW, ARTICLE = "法治宣传教育法", "第五十七条"
"""The law and the article on 普法提示; the library says what they ask for."""
_TYPED = "由起草的人在命令里写明，请与来文核对"


@dataclass(frozen=True, slots=True)
class Reminder:
    """The 普法提示 that was received: the 编号 of the entries that it is about, its date and number where they are known."""

    about: tuple[str, ...]
    received: str = ""
    number: str = ""


def reply(site: Site, year: int, reminder: Reminder) -> Paper:
    """Return the draft of the answer; `year` is that of the records. Raises KeyError where an entry is not there."""
    entries = [site.entries[id] for id in reminder.about]
    ahead = [one for one in entries if arranged(one, year)]
    return Paper(
        site.body.name,
        "关于普法提示办理情况的反馈",
        remark(f"“{site.body.title}”的清单和记录", site.as_of.isoformat()),
        (
            Section("", ((Gap("发来普法提示的单位"),), _opening(site, reminder))),
            Section(
                "一、提示所说的事项和落实情况",
                tuple(_about(site, one, year) for one in entries),
            ),
            Section("二、没有做到的和原因", ((Gap("提示指出的问题是否属实、原因是什么"),),)),
            Section(
                "三、改进措施",
                (
                    *((announced(site, one),) for one in ahead),
                    (Gap("改进措施、由谁负责、做到什么时候为止"),),
                ),
            ),
        ),
    )


def _opening(site: Site, reminder: Reminder) -> Paragraph:
    """Return what was received, and which article asks for an answer."""
    when = f"{reminder.received}收到" if reminder.received else ""
    which = f"普法提示（{reminder.number}）" if reminder.number else "普法提示"
    received = (Sentence(f"{when or '收到'}{which}。", (_TYPED,)),) if when or reminder.number else ()
    unknown = [name for name, known in (("收到的日期", when), ("文号", reminder.number)) if not known]
    lacking = (Gap(f"普法提示{'和'.join(unknown)}"),) if unknown else ()
    return (*received, *lacking, _grounds(site))


def _grounds(site: Site) -> Sentence | Gap:
    for law in site.laws.values():
        if law.name.endswith(LAW) and any(one.number == ARTICLE for one in law.articles):
            basis = (one.value for one in site.data.basis if one.value.law == law.id)
            demands = [one.text for some in basis for one in some.demands if ARTICLE in one.articles]
            return Sentence(
                f"按照《{law.name}》{ARTICLE}，将办理情况反馈如下。", (of_law(site, law, ARTICLE, demands),)
            )
    return Gap(f"反馈所依据的条文；法规库里没有{LAW}的{ARTICLE}")


def _about(site: Site, entry: Entry, year: int) -> Paragraph:
    """Return what the list and the records say of one entry."""
    if isinstance(entry, Publicity):
        return paragraphs_of(site, entry, year)
    promised = Sentence(f"{entry.name}：{ended(entry.content)}", (of_entry(site, entry),))
    return (promised, *(done(site, entry, year, named=False) or (unsaid(entry, year),)))
