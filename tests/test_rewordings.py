"""What later wordings of a law changed for those who cite it, and what replaced an article of a law that was repealed."""

from datetime import date

import pytest

from conftest import AS_OF
from qingdan.model.wording import Proven
from qingdan.site import statutes
from qingdan.site.check import open_site
from qingdan.site.currency import concerns
from qingdan.site.rewordings import before, every_comparison, likely, marked, reworded, summary_of, told
from qingdan.site.statutes import citing, path_of_provision
from qingdan.text.statute.compare import CHANGED, GONE, MOVED, MOVED_AND_CHANGED

from .statutes import archive, drop, rewrite

LAW, LAWS, TASKS = "water-use-rules", "laws/laws.yml", "tasks/tasks.yml"
OLD = "laws/texts/water-use-rules.2023-11-30.txt"
NINTH = "- {条: 第九条, 说明: 不得擅自接管}"
END = "  核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n\n- 编号: WD-002"


@pytest.fixture
def site(department):
    """Return a function: the site of the department as it is now."""
    return lambda day=AS_OF: open_site(department.folder, day)


def of(site, version):
    return next(text for text in site.wordings.of(LAW) if str(text.version) == version)


def who(site):
    return [(one.thing.value.id, one.cited, one.pair.kind) for one in reworded(site)]


def test_who_cites_an_article_that_the_newest_wording_has_otherwise_is_told(site):
    found = site()
    assert who(found) == [
        ("PF-001", "第九条", MOVED_AND_CHANGED),
        ("RW-002", "第九条", MOVED_AND_CHANGED),
        ("WD-001", "第九条第一款", MOVED_AND_CHANGED),
    ]
    said = told(reworded(found)[-1])
    assert said.startswith(
        "water-use-rules 的第九条第一款，2026-06-01 的版本（2026-09-01 起施行）里是第十条，话变了：原“用水户不得擅自接管。"
    )
    assert "，现“用水户不得擅自接管。" in said


def test_an_article_whose_words_stayed_and_whose_number_did_not_is_told_with_its_new_number(department, site):
    rewrite(department, "2026-06-01", "处二百元以上一千元以下的罚款", "处一百元以上五百元以下的罚款")
    [*_, last] = reworded(site())
    assert last.pair.kind == MOVED
    assert told(last) == "water-use-rules 的第九条第一款，2026-06-01 的版本（2026-09-01 起施行）里是第十条，话没有变"


def test_an_article_that_changed_where_it_stands_keeps_its_number(department, site):
    drop(department, "2026-06-01")
    text = (department.folder / OLD).read_text("utf-8").replace("处一百元以上", "处三百元以上")
    archive(department, "2026-06-01", "2026-09-01", text)
    [*_, last] = reworded(site())
    assert last.pair.kind == CHANGED
    assert "里条号没有变，话变了：" in told(last)


def test_an_article_that_is_gone_is_told_with_the_words_that_it_had(department, site):
    drop(department, "2026-06-01")
    text = (department.folder / OLD).read_text("utf-8")
    head, _, rest = text.partition("　　第九条　")
    archive(department, "2026-06-01", "2026-09-01", f"{head}{rest[rest.index('第三章') :]}")
    found = [one for one in reworded(site()) if one.cited.startswith("第九条")]
    assert {one.pair.kind for one in found} == {GONE}
    assert "里没有了；原来是“用水户不得擅自接管。" in told(found[0])


def test_a_wording_that_is_not_in_force_yet_is_told_beforehand(site):
    assert who(site(date(2026, 8, 31))) == who(site())


def test_where_the_day_in_force_is_unknown_that_is_said(department, site):
    department.edit("laws/texts/water-use-rules.2026-06-01.yml", "施行: 2026-09-01", "施行: 待核")
    [*_, last] = reworded(site())
    assert "2026-06-01 的版本（施行日期待核）里是第十条" in told(last)


def test_withdrawn_answers_and_retired_entries_are_not_told(department, site):
    gone = END.replace("条文}\n", "条文}\n  退出: {日期: 2026-02-01, 说明: 不再适用。}\n")
    department.edit("answers/water.yml", END, gone)
    department.edit("vocab.yml", "常问: WD-001, ", "")
    assert [id for id, *_ in who(site())] == ["PF-001", "RW-002"]


def test_a_law_with_one_wording_or_none_tells_nothing(department, site):
    drop(department, "2026-06-01", "2020-03-01")
    assert who(site()) == []
    department.drop_texts()
    assert who(site()) == []


def test_what_an_old_wording_was_cited_for_is_marked_in_the_newest_one_with_where_from(site):
    found = site()
    old, new = of(found, "2023-11-30"), of(found, "2026-06-01")
    assert {anchor: one.since for anchor, one in marked(found, old).items()} == {"a-3": "", "a-9": ""}
    assert {anchor: one.since for anchor, one in marked(found, new).items()} == {
        "a-3": "照 2023-11-30 的版本",
        "a-10": "照 2023-11-30 的版本，那时是第九条",
    }
    assert marked(found, of(found, "2020-03-01")) == {}
    assert marked(found, new)["a-10"].citing.ids == ("WD-001", "PF-001", "RW-002")


def test_who_cites_an_article_is_known_by_the_wording_that_proves_it(site):
    found = citing(site())
    assert set(found) == {(LAW, "2023-11-30")}
    assert found[LAW, "2023-11-30"]["a-9"].anchors == ("a-9", "a-9-1")


def test_each_wording_but_the_first_is_compared_with_the_one_before_it_and_the_cited_articles_stand_first(site):
    found = site()
    assert list(every_comparison(found)) == [f"laws/{LAW}/{one}/changes/" for one in ("2023-11-30", "2026-06-01")]
    assert before(found, of(found, "2020-03-01")) is None
    comparison = every_comparison(found)[f"laws/{LAW}/2026-06-01/changes/"]
    assert comparison.pairs[0].old.number == "第九条"
    said = summary_of(found, comparison.old, comparison.text)
    assert said.startswith("2026-06-01 的版本（2026-09-01 起施行）与 2023-11-30 的版本比：")
    assert said.endswith("本站引用了其中改过的：PF-001、RW-002、WD-001。")


def test_an_answer_leads_to_the_place_that_proves_it(department, site):
    found = site()
    answer = found.answers["WD-001"]
    assert path_of_provision(found, answer, answer.laws[0]) == f"laws/{LAW}/2023-11-30/#a-9-1"
    department.drop_texts()
    bare = site()
    assert path_of_provision(bare, bare.answers["WD-001"], answer.laws[0]) == f"laws/{LAW}/#a-9"


@pytest.fixture
def replaced(department):
    """A department in which RW-001 rests on an article of a repealed law that is archived, like the law that replaced it."""
    text = (
        "示例旧用水办法\n（2001年1月1日示例区人民政府公布　自2001年2月1日起施行）\n\n"
        "　　第一条　为了管好用水，制定本办法。\n"
        "　　第二条　用水户不得擅自接管。个人擅自接管的，由水务部门责令改正，处五十元以上一百元以下的罚款。\n"
        "　　第三条　下雨天要带伞，晴天不用。\n"
    )
    archive(department, "2001-01-01", "2001-02-01", text, "old-water-rules")
    articles = "    - {条: 第二条, 说明: 不得擅自接管}\n    - {条: 第三条, 说明: 带伞}\n"
    department.edit(
        LAWS,
        "  被替代: water-use-rules\n  领域: [水务]\n",
        f"  被替代: water-use-rules\n  领域: [水务]\n  条文:\n{articles}",
    )
    department.edit(TASKS, "依据: [old-water-rules]", "依据: [{法规: old-water-rules, 条: [第二条, 第三条]}]")
    return department


def test_what_replaced_an_article_of_a_repealed_law_is_proposed_by_its_words(replaced, site):
    found = site()
    proven = found.wordings.listed("old-water-rules", "第二条")
    assert isinstance(proven, Proven)
    proposal = likely(found, proven)
    assert (str(proposal.text.version), proposal.article.number) == ("2026-06-01", "第十条")
    assert 0.4 <= proposal.likeness < 1


def test_nothing_is_proposed_where_nothing_is_alike(replaced, site):
    found = site()
    assert likely(found, found.wordings.listed("old-water-rules", "第三条")) is None


def test_nothing_is_proposed_where_the_following_law_is_not_archived_or_there_is_none(replaced, site):
    drop(replaced, "2020-03-01", "2023-11-30", "2026-06-01")
    found = site()
    assert likely(found, found.wordings.listed("old-water-rules", "第二条")) is None
    replaced.edit(LAWS, "  被替代: water-use-rules\n", "")
    found = site()
    assert likely(found, found.wordings.listed("old-water-rules", "第二条")) is None


def test_the_proposal_stands_with_the_reminder_that_the_law_has_ended(replaced, site):
    [ended] = [one for one in concerns(site()) if one.name == "依据失效"]
    [reminder] = ended.reminders
    assert reminder.reason.endswith("；第二条的话，新的第十条最接近，供参考")


def test_how_many_of_the_named_articles_are_proven_is_counted_law_by_law_with_the_reasons(department, site):
    found = {one.law.id: (one.proven, one.named, one.reason) for one in statutes.tested(site())}
    assert found[LAW] == (4, 4, "")
    proven, named, reason = found["yearly-report-rules"]
    assert (proven, reason) == (0, "原文没有收录")
    assert named > 0
    drop(department, "2023-11-30", "2026-06-01")
    lacking = "2023-11-30 修改以后的原文没有收录，收录的是 2020-03-01 的"
    assert next((one.proven, one.named, one.reason) for one in statutes.tested(site()) if one.law.id == LAW) == (
        0,
        4,
        lacking,
    )
