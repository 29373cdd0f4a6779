"""问答 from end to end: on pages and in search, in the open data and the registry, when they move, end or lose their law."""

import json
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import AS_OF
from qingdan.cli import main
from qingdan.export.published import published
from qingdan.model.registry import FILE
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.currency import concerns
from qingdan.site.events import events
from qingdan.site.search import search_documents

ANSWERS, LAWS = "answers/water.yml", "laws/laws.yml"
ENDED = "  状态: 已废止\n  废止日期: 2026-06-30\n"


def page(site, macro, argument):
    return LexborHTMLParser(MACROS[macro](site, argument, root="../../"))


def text(node):
    return " ".join(node.text().split())


@pytest.fixture
def site(department):
    return open_site(department.folder, AS_OF)


@pytest.fixture
def run(department, capsys):
    def run(*arguments):
        status = main([*arguments, "--data", str(department.folder), "--as-of", AS_OF.isoformat()])
        return status, capsys.readouterr().err

    return run


@pytest.mark.parametrize(("macro", "argument"), [("entry_page", "PF-001"), ("topic_page", "water")])
def test_an_answer_stands_with_amount_article_and_authority_on_its_entry_and_its_topic(site, macro, argument):
    answer = page(site, macro, argument).css_first("#wd-001")
    assert text(answer.css_first("h2")) == "能不能擅自接管？"
    assert text(answer.css_first(".qa__text")) == "不能。擅自接管的罚100至500元。"
    rows = [[text(cell) for cell in row.css("th, td")] for row in answer.css("tbody tr")]
    assert rows[0][:3] == ["个人", "擅自接管", "100至500元"]
    assert rows[1] == ["单位", "擅自接管", "责令改正"]
    assert "谁来管：水务部门" in text(answer)
    links = [link.attributes["href"] for link in answer.css("a")]
    assert "../../laws/water-use-rules/2023-11-30/#a-9-1" in links
    assert page(site, "statute_page", "laws/water-use-rules/2023-11-30/").css_first("#a-9-1")


def test_an_answer_on_a_law_without_archived_words_leads_to_the_laws_page(department):
    department.drop_texts()
    links = page(open_site(department.folder, AS_OF), "entry_page", "PF-001").css("#wd-001 a")
    assert "../../laws/water-use-rules/#a-9" in [link.attributes["href"] for link in links]


def test_the_home_page_asks_the_question_of_each_topic_that_has_one(site):
    home = LexborHTMLParser(MACROS["home"](site, root="./"))
    [topic] = home.css(".topics-grid li")
    assert [(text(a), a.attributes["href"]) for a in topic.css("a")] == [
        ("用水", "./topics/water/"),
        ("能不能擅自接管？", "./topics/water/#wd-001"),
    ]


def test_a_law_shows_what_residents_ask_about_it(site):
    asked = page(site, "law_page", "water-use-rules").css_first(".asked")
    assert ("能不能擅自接管？", "../../publicity/pf-001/#wd-001") in [
        (text(a), a.attributes["href"]) for a in asked.css("a")
    ]


def test_an_answer_on_a_law_that_ended_is_never_shown_as_current(department):
    department.drop_texts()
    department.edit(LAWS, "  状态: 现行有效\n  领域: [水务]", f"{ENDED}  领域: [水务]")
    before, after = (open_site(department.folder, day) for day in (date(2026, 6, 29), AS_OF))
    assert not page(before, "topic_page", "water").css("#wd-001 .notice")
    notice = page(after, "topic_page", "water").css_first("#wd-001 .notice")
    assert text(notice).startswith("依据已变动：")
    found = {one.number: one.status.name if one.status else "" for one in search_documents(after)}
    assert found["WD-001"] == "依据已变动"
    told = json.loads(dict(published(after))["data/v1/answers.json"])["answers"]
    assert [one["law_changed"] for one in told] == [True, True, False]
    [ended] = [concern for concern in concerns(after) if concern.name == "依据失效"]
    assert any(one.subject.startswith("WD-001") for one in ended.reminders)


def test_a_withdrawn_answer_keeps_its_place_with_the_reason_and_is_found_nowhere_else(site):
    gone = page(site, "entry_page", "PF-001").css_first("#wd-003")
    assert text(gone) == "问答 WD-003 2025-12-06 起不再公开：与另一条重复。"
    assert not page(site, "topic_page", "water").css("#wd-003")
    assert "WD-003" not in {one.number for one in search_documents(site)}
    assert ("退出", "publicity/pf-001/#wd-003") in {(one.kind, one.path) for one in events(site)}


def test_retire_withdraws_an_answer(department, run):
    department.edit("vocab.yml", "常问: WD-001, ", "")
    assert run("retire", "WD-001", "--reason", "法规改了。")[0] == 0
    assert department.problems() == []
    [answer] = [one for one in open_site(department.folder, AS_OF).data.answers if one.value.id == "WD-001"]
    assert (str(answer.value.withdrawn.date), answer.value.withdrawn.reason) == (AS_OF.isoformat(), "法规改了。")
    assert "“WD-001”已于 2026-11-23 退出" in run("retire", "WD-001", "--reason", "再退。")[1]


def test_an_answer_has_no_successor(run):
    status, said = run("retire", "WD-002", "--reason", "不要。", "--successor", "WD-001")
    assert status == 1
    assert "问答没有“接续”" in said


def test_the_question_on_the_home_page_cannot_be_withdrawn_unnoticed(run):
    status, said = run("retire", "WD-001", "--reason", "法规改了。")
    assert status == 1
    assert "“水务”的常问“WD-001”已经退出" in said


def test_an_answer_that_is_lost_or_moved_is_refused_until_the_registry_says_where_it_went(department, run):
    assert run("register")[0] == 0
    department.edit(ANSWERS, "- 编号: WD-001\n  条目: PF-001", "- 编号: WD-001\n  条目: RW-002")
    department.edit("vocab.yml", "常问: WD-001, ", "")
    assert run("register")[0] == 1
    lost = [problem for problem in department.problems() if "数据里却没有 WD-001 了" in problem]
    assert len(lost) == 1
    assert "在它的末尾加“退出: {日期: 2026-11-23, 说明: 原因}”" in lost[0]
    with (department.folder / FILE).open("a", encoding="utf-8") as registry:
        registry.write(
            "\n- {日期: 2026-11-23, 事项: 收录, 地址: ['tasks/rw-002/#wd-001']}\n"
            "- {日期: 2026-11-23, 事项: 改址, 原地址: 'publicity/pf-001/#wd-001',"
            " 新地址: 'tasks/rw-002/#wd-001', 理由: 放错了条目}\n"
        )
    assert department.problems() == []
    site = open_site(department.folder, AS_OF)
    left = page(site, "entry_page", "PF-001").css_first("#wd-001")
    assert left.css_first("a").attributes["href"] == "../../tasks/rw-002/#wd-001"
    assert page(site, "entry_page", "RW-002").css_first("#wd-001 .qa__text")


def test_new_asks_for_an_answer_and_writes_it(department, run):
    department.drop_texts()
    status, said = run(
        *("new", "answer", "--entry", "PF-001", "--question", "水管漏水找谁？", "--answer", "找水务部门。"),
        *("--also", "漏水", "--law", "water-use-rules", "第三条", "--reach", "本地", "--authority", "水务部门"),
        *("--penalty", "个人", "不修", "", "200", "", "", ""),
        *("--compared-on", "2026-11-20", "--compared-with", "示例政府网的条文"),
    )
    assert status == 0, said
    assert department.problems() == []
    answer = open_site(department.folder, AS_OF).answers["WD-004"]
    assert (answer.also, answer.penalties[0].amount) == (("漏水",), "200元以下")


def test_an_answer_may_stand_on_the_page_of_an_entry_of_any_list(department):
    department.edit("vocab.yml", "常问: WD-001, ", "")
    department.edit(ANSWERS, "- 编号: WD-001\n  条目: PF-001", "- 编号: WD-001\n  条目: RW-001")
    site = open_site(department.folder, AS_OF)
    told = json.loads(dict(published(site))["data/v1/answers.json"])["answers"]
    assert told[0]["field"] == {"slug": "lawful", "name": "依法行政"}
    assert page(site, "entry_page", "RW-001").css_first("#wd-001 .qa__text")


@pytest.mark.parametrize(("written", "usual"), [("WD-0003", "请写 WD-003"), ("WD-000", "编号从 WD-001 起")])
def test_the_number_of_an_answer_is_written_one_way(department, written, usual):
    department.edit(ANSWERS, "编号: WD-003", f"编号: {written}")
    assert any("“编号”" in problem and problem.endswith(usual) for problem in department.problems())


def test_a_number_of_more_than_three_digits_is_taken(department):
    department.edit(ANSWERS, "编号: WD-003", "编号: WD-1003")
    assert not [problem for problem in department.problems() if "条目写法" in problem]
