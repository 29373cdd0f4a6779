"""What has grown old is listed with its place and remedy, and kept in one issue; plain `check` is silent about it."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import html5lib
import pytest

from qingdan.cli import main
from qingdan.render.reminder import LIMIT, reminder_issue
from qingdan.site.check import open_site, problems_in
from qingdan.site.currency import Concern, Reminder, as_problems, concerns
from qingdan.site.repository import Repository
from qingdan.text.problem import Place

ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github/workflows/currency.yml"
LAWS, TASKS, PUBLICITY = "laws/laws.yml", "tasks/tasks.yml", "publicity/publicity.yml"
CHECKED = "    日期: 2026-01-01\n    来源:\n      - {名称: 示例政府网, 网址"
HOSTILE = (
    "@octocat <img src=x onerror=alert(1)> [甲](javascript:a) #12 a/b#3 `乙` ``` **丙** :tada: </code> &lt; | www.a.cn"
)


@pytest.fixture
def told(department):
    """Return a function: day → what is listed, as lines with paths relative to the folder."""

    def told(day):
        found = as_problems(concerns(open_site(department.folder, day)))
        return [str(problem).replace(f"{department.folder.as_posix()}/", "") for problem in found]

    return told


def of(kind, lines):
    return [line for line in lines if line.split(": ")[1] == kind]


def test_each_kind_is_told_with_its_place_its_reason_and_its_remedy(told):
    check = "请打开来源，看状态和日期有没有变，再把“核对”的“日期”改为材料截至的那一天"
    report = "请找到这份报告，收录进来；确实没有公开的，不用改"
    gone = "请改用接续的法规，问答照新的条文改；没有接续的，由审核人员决定这一条是否退出"
    assert told(date(2027, 4, 1)) == [
        f"laws/laws.yml:19:9: 核对过期: water-use-rules 示例用水条例：核对日期是 2026-01-01，已经超过十二个月；{check}",
        f"laws/laws.yml:37:9: 核对过期: old-water-rules 示例旧用水办法：核对日期是 2026-01-01，已经超过十二个月；{check}",
        f"laws/laws.yml:55:9: 核对过期: yearly-report-rules 示例年度报告规定：核对日期是 2026-01，已经超过十二个月；{check}",
        f"reports/2025.yml:2:5: 报告未收录: 2026年度报告：按规定应在 2027-04-01 以前公开，本站没有收录；{report}",
        "tasks/tasks.yml:8:8: 依据失效: RW-001 文件审核：依据 old-water-rules 《示例旧用水办法》2020-05-01已废止，"
        f"接续的是《示例用水条例》；{gone}",
    ]


@pytest.mark.parametrize(
    ("checked", "day", "old"),
    [
        ("2026-01-01", date(2027, 1, 1), False),
        ("2026-01-01", date(2027, 1, 2), True),
        ("2026-01", date(2027, 1, 31), False),
        ("2026-01", date(2027, 2, 1), True),
        ("2026", date(2027, 12, 31), False),
        ("2028-02-29", date(2029, 2, 28), False),
        ("2028-02-29", date(2029, 3, 1), True),
    ],
)
def test_a_check_is_old_when_more_than_twelve_months_have_surely_passed(department, told, checked, day, old):
    department.edit(LAWS, CHECKED, CHECKED.replace("2026-01-01", checked))
    assert any("water-use-rules 示例用水条例：" in line for line in of("核对过期", told(day))) == old


def test_a_check_without_a_known_day_is_told_at_once(department, told):
    department.edit(LAWS, CHECKED, CHECKED.replace("2026-01-01", "待核"))
    [line] = of("核对过期", told(date(2026, 5, 2)))
    assert line.startswith("laws/laws.yml:19:9: 核对过期: water-use-rules 示例用水条例：核对日期是“待核”；")


def test_a_report_is_missed_from_the_day_it_had_to_be_public(told):
    assert of("报告未收录", told(date(2027, 3, 31))) == []
    assert [line.split(": ")[2][:4] for line in of("报告未收录", told(date(2028, 4, 1)))] == ["2026", "2027"]


def test_an_entry_that_a_new_report_does_not_mention_is_told_at_its_newest_record(department, told):
    assert of("年度报告没有提到", told(date(2027, 4, 1))) == []
    department.add_report(2026, "（一）没有提到。")
    look = "请再看一遍报告；说到了的，在“记录”末尾添一条新记录，确实没有说到的，不用改"
    assert of("年度报告没有提到", told(date(2027, 4, 1))) == [
        f"publicity/publicity.yml:17:7: 年度报告没有提到: PF-001 用水条例：2026年度报告没有提到，最近一条记录是 2025；{look}",
        f"tasks/tasks.yml:13:7: 年度报告没有提到: RW-001 文件审核：2026年度报告没有提到，最近一条记录是 2025；{look}",
        f"tasks/tasks.yml:58:7: 年度报告没有提到: RW-003 宣传方式整改：2026年度报告没有提到，最近一条记录是 2025；{look}",
    ]


def test_law_that_has_ended_is_told_from_the_day_it_ended_and_without_a_follower_when_there_is_none(department, told):
    department.edit(LAWS, "  状态: 已废止\n  废止日期: 2020-05-01\n", "  状态: 已届满\n  届满日期: 2026-06-30\n")
    department.edit(LAWS, "  被替代: water-use-rules\n", "")
    assert of("依据失效", told(date(2026, 6, 29))) == []
    [line] = of("依据失效", told(date(2026, 6, 30)))
    assert "依据 old-water-rules 《示例旧用水办法》2026-06-30已届满；请改用" in line


def test_law_that_an_entry_of_publicity_rests_on_is_told_where_the_entry_names_it(department, told):
    department.edit(PUBLICITY, "法规: [yearly-report-rules]", "法规: [yearly-report-rules, old-water-rules]")
    [line, _] = of("依据失效", told(date(2026, 11, 23)))
    assert line.startswith("publicity/publicity.yml:29:29: 依据失效: PF-002 年度报告规定：依据 old-water-rules ")


def test_a_retired_entry_is_not_told(department, told):
    department.edit(TASKS, "  内容: 已经不再做的事。\n", "  内容: 已经不再做的事。\n  依据: [old-water-rules]\n")
    assert not any("RW-004" in line for line in told(date(2030, 1, 1)))


def test_a_finished_entry_is_not_told(department, told):
    assert any("RW-001" in line for line in of("依据失效", told(date(2026, 11, 23))))
    department.edit(TASKS, "      状态: 长期坚持\n", "      状态: 已落实\n")
    assert not any("RW-001" in line for line in told(date(2030, 1, 1)))


def test_plain_check_says_nothing_of_it(department):
    assert problems_in(department.folder, date(2030, 1, 1)) == []


def run(capsys, department, *options):
    code = main(["currency", "--data", str(department.folder), *options])
    return (code, *capsys.readouterr())


def test_the_command_exits_0_whatever_is_on_the_list(capsys, department):
    code, out, err = run(capsys, department, "--as-of", "2027-04-01")
    assert (code, len(out.splitlines()), err) == (0, 6, "以 2027-04-01 为准，有 5 处要核对\n")


def test_the_first_line_says_what_to_do_and_how_many(capsys, department):
    _, out, _ = run(capsys, department, "--as-of", "2027-04-01")
    assert out.splitlines()[0] == "要做的：核对 3 部法规，收录 1 份年度报告，给 1 条换依据。"
    assert out.splitlines()[0] in issue_of(department).splitlines()[0]


def test_an_entry_named_at_two_places_is_one_thing_to_do(department):
    department.edit(PUBLICITY, "法规: [yearly-report-rules]", "法规: [old-water-rules, yearly-report-rules]")
    found = concerns(open_site(department.folder, date(2026, 11, 23)))
    twice = replace(found[0], reminders=found[0].reminders * 2)
    assert (found[0].to_do, twice.to_do) == ("给 2 条换依据", "给 2 条换依据")


def test_nothing_to_tell_gives_no_output_and_no_body(capsys, department):
    department.edit(TASKS, "  依据: [old-water-rules]\n", "")
    for form, expected in (("text", ""), ("issue", ""), ("json", "[]\n")):
        assert run(capsys, department, "--as-of", "2026-11-23", "--format", form) == (
            0,
            expected,
            "以 2026-11-23 为准，有 0 处要核对\n",
        )


def test_json_has_the_keys_of_check(capsys, department):
    _, out, _ = run(capsys, department, "--as-of", "2026-11-23", "--format", "json")
    [row] = json.loads(out)
    assert list(row) == ["path", "line", "column", "rule", "message"]
    assert (row["rule"], row["line"], row["column"]) == ("依据失效", 8, 8)


def test_faulty_data_is_refused_with_its_problems_and_no_list(capsys, department):
    department.edit(TASKS, "状态: 推进中", "状态: 推进")
    code, out, err = run(capsys, department, "--as-of", "2026-11-23", "--format", "issue")
    assert (code, out) == (1, "")
    assert err.endswith("共 1 处问题，改好后才能列出要核对的\n")
    assert "tasks.yml:35:11: 词表: " in err


def issue_of(department, day=date(2027, 4, 1)):
    here = department.folder.parent
    (here / ".git").mkdir()
    environment = {"GITHUB_REPOSITORY": "owner/name", "GITHUB_SHA": "a" * 40}
    site = open_site(department.folder, day, Repository.known_to(environment, here))
    return reminder_issue(site, concerns(site))


def test_the_issue_links_each_reminder_to_its_line_in_the_commit(department):
    links = html5lib.parse(issue_of(department), namespaceHTMLElements=False).findall(".//li/a")
    assert len(links) == 5
    assert links[0].get("href") == f"https://github.com/owner/name/blob/{'a' * 40}/data/laws/laws.yml#L19"
    assert links[0].find("code").tail == " 第 19 行"


def test_no_word_of_the_data_breaks_the_issue_or_calls_anyone(department):
    (department.folder / TASKS).rename(department.folder / "tasks/@octocat #1.yml")
    department.edit("tasks/@octocat #1.yml", "名称: 文件审核\n", f"名称: '{HOSTILE}'\n")
    department.edit(LAWS, "名称: 示例旧用水办法", f"名称: '{HOSTILE}'")
    body = issue_of(department)
    assert "\n\n" not in body.removesuffix("\n")
    assert all(line.startswith("<") for line in body.splitlines())
    tree = html5lib.parse(body, namespaceHTMLElements=False)
    shown = {element.tag for element in tree.find("body").iter()}
    assert shown == {"body", "p", "h3", "ul", "li", "a", "code"}
    words = [code.text for code in tree.iter("code")]
    assert f"RW-001 {HOSTILE[:60]}…" in words
    for code in tree.iter("code"):
        code.text = ""
    assert not set("@#`[*&<|") & set("".join(tree.itertext()))


def test_a_long_list_is_cut_and_says_how_many_are_left_out(department):
    site = open_site(department.folder, date(2026, 11, 23))
    many = tuple(Reminder(Place("tasks/a.yml", line), "&" * 60, "&" * 100) for line in range(1, 10_001))
    found = tuple(Concern(name, "看 {} 处", "请看。", many) for name in ("甲", "乙"))
    body = reminder_issue(site, found)
    listed = body.count("<li>")
    assert 0 < listed < 200
    assert len(body) <= LIMIT
    assert body.count(f"还有 {10_000 - listed // 2} 处没有列出") == 2


FAKE_GH = """#!{python}
import json, os, sys
with open(os.environ["LOG"], "a", encoding="utf-8") as log:
    log.write(json.dumps(sys.argv[1:], ensure_ascii=False) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"])
"""


@pytest.fixture
def keep(tmp_path):
    """Return a function that runs .ci/currency beside a fake `gh`: body, number of the open issue → calls of gh."""
    gh, log, file = tmp_path / "gh", tmp_path / "log", tmp_path / "body.md"
    gh.write_text(FAKE_GH.format(python=sys.executable), encoding="utf-8")
    gh.chmod(0o755)

    def keep(body, number):
        file.write_text(body, encoding="utf-8")
        environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "LOG": str(log), "OPEN": number}
        subprocess.run([ROOT / ".ci/currency", file], env=environment, check=True, capture_output=True)
        return [json.loads(line) for line in log.read_text("utf-8").splitlines()]

    return keep


def test_the_open_issue_is_looked_for_by_label_and_title(keep):
    [looked] = keep("", "")
    assert looked[:6] == ["issue", "list", "--state", "open", "--label", "时效"]
    assert looked[-1] == '[.[] | select(.title == "时效提醒") | .number] | min // empty'


def test_the_first_list_opens_an_issue(keep, tmp_path):
    _, label, issue = keep("<p>甲</p>\n", "")
    assert label[:4] == ["label", "create", "时效", "--force"]
    body = str(tmp_path / "body.md")
    assert issue == ["issue", "create", "--title", "时效提醒", "--label", "时效", "--body-file", body]


def test_the_next_list_updates_the_open_issue(keep, tmp_path):
    assert keep("<p>甲</p>\n", "7")[1:] == [["issue", "edit", "7", "--body-file", str(tmp_path / "body.md")]]


def test_an_empty_list_closes_the_open_issue(keep):
    assert keep("", "7")[1:] == [["issue", "close", "7", "--comment", "都处理好了。"]]


@pytest.mark.parametrize(
    "command",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
        ["zizmor", "--offline", "--persona=auditor"],
    ],
    ids=lambda command: command[0],
)
def test_the_workflow_is_well_formed_and_safe(command):
    done = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:], WORKFLOW], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode()
