"""A data folder full of mistakes: each is reported, in full, at its place, and nothing else is."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from qingdan import rules
from qingdan.cli import main
from qingdan.site.check import problems_in
from qingdan.text.announce import announce
from qingdan.text.problem import Place, Problem

ROOT = Path(__file__).parents[1]
MISTAKES, SECOND = Path("tests/fixtures/mistakes/data"), Path("tests/fixtures/second")
EXPECTED = (ROOT / "tests/fixtures/mistakes/expected.txt").read_text("utf-8").splitlines()
AS_OF = date(2026, 11, 23)
ANNOTATION = re.compile(r"::error file=([^:,]+),line=(\d+),col=(\d+),title=([^:,]+)::(.+)")


def check(*options, **environment):
    """Run `python -m qingdan check` as a person would, on 23 November 2026."""
    inherited = {name: value for name, value in os.environ.items() if name not in ("DATA_DIR", "SOURCE_DATE_EPOCH")}
    return subprocess.run(
        [sys.executable, "-m", "qingdan", "check", "--as-of", "2026-11-23", *map(str, options)],
        cwd=ROOT,
        env={**inherited, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs `check` within this process: options → exit code, stdout, stderr."""
    monkeypatch.chdir(ROOT)
    for name in ("DATA_DIR", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*options):
        try:
            code = main(["check", "--as-of", "2026-11-23", *map(str, options)])
        except SystemExit as ended:
            code = ended.code
        return (code, *capsys.readouterr())

    return run


def relative(text):
    return text.replace(f"{MISTAKES.as_posix()}/", "")


def problem_of(line):
    """Return what a line of expected.txt says, as its four parts and the message."""
    path, number, column, rule, message = re.fullmatch(r"([^:]+):(\d+):(\d+): ([^:]+): (.+)", line).groups()
    return path, int(number), int(column), rule, message


def test_every_mistake_is_reported_at_its_place_and_nothing_else_is(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert [relative(str(problem)) for problem in problems_in(MISTAKES, AS_OF)] == EXPECTED


def test_every_file_with_a_mistake_is_named_and_every_file_without_is_not():
    named = {problem_of(line)[0] for line in EXPECTED}
    for path in (ROOT / MISTAKES).rglob("*.*"):
        name = path.relative_to(ROOT / MISTAKES).as_posix()
        marked = path.suffix == ".yml" and "# 错误：" in path.read_text("utf-8", errors="ignore")
        encoded = name in ("publicity/gbk.yml", "publicity/utf-16.yml")
        stray = name in ("tasks/notes.txt", "reports/2020.txt", "laws/texts/old-water-rules.2005-01-01.txt")
        repeated = name in ("tasks/tasks.yml", "tasks/duplicate-id.yml")  # reported where the number stands second
        assert repeated or (name in named) == (marked or encoded or stray), name


def test_every_rule_is_broken_by_at_least_one_of_the_mistakes():
    broken = {problem_of(line)[3] for line in EXPECTED}
    assert {rule.NAME for rule in rules.RULES} <= broken
    assert {"文件写法", "文件位置", "条目写法", "不可用的字符"} <= broken


def test_the_command_prints_every_mistake_to_stderr_with_their_number_and_exits_1():
    result = check("--data", MISTAKES)
    assert result.returncode == 1
    assert result.stdout == b""
    *lines, count = relative(result.stderr.decode()).splitlines()
    assert lines == EXPECTED
    assert count == f"共 {len(EXPECTED)} 处问题，改好后再查一次"
    assert b"Traceback" not in result.stderr


def test_several_processes_find_what_one_finds():
    script = (
        "import os, sys; from qingdan import cli, rules; rules._MUCH = -1; os.cpu_count = lambda: 3; "
        "os.register_at_fork(after_in_parent=lambda: print('一个进程')); sys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "check", "--as-of", "2026-11-23", "--data", str(MISTAKES)]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout.count("一个进程") == 3
    assert relative(found.stderr).splitlines()[: len(EXPECTED)] == EXPECTED


def test_the_folder_may_be_given_by_the_environment_too():
    result = check(DATA_DIR=str(MISTAKES))
    assert relative(result.stderr.decode()).splitlines()[:-1] == EXPECTED


def test_json_says_the_same_and_nothing_but_json_goes_to_stdout():
    result = check("--data", MISTAKES, "--format", "json")
    rows = json.loads(result.stdout)
    assert result.returncode == 1
    assert all(list(row) == ["path", "line", "column", "rule", "message"] for row in rows)
    assert [tuple(row.values()) for row in json.loads(relative(result.stdout.decode()))] == [
        problem_of(line) for line in EXPECTED
    ]
    assert result.stderr.decode() == f"共 {len(EXPECTED)} 处问题，改好后再查一次\n"


def test_github_annotations_say_the_same_one_a_line():
    result = check("--data", MISTAKES, "--format", "github")
    assert result.returncode == 1
    said = []
    for line in relative(result.stdout.decode()).splitlines():
        path, number, column, rule, message = ANNOTATION.fullmatch(line).groups()
        said.append((path, int(number), int(column), rule, message.replace("%25", "%")))
    assert said == [problem_of(line) for line in EXPECTED]


def test_with_annotations_the_log_lists_everything_as_text_too():
    result = check("--data", MISTAKES, "--format", "github")
    assert relative(result.stderr.decode()).splitlines()[:-1] == EXPECTED


@pytest.mark.parametrize("data", [ROOT / MISTAKES, f"./{MISTAKES}", f"tests/../{MISTAKES}"])
def test_github_annotations_name_files_as_the_repository_does_however_the_folder_is_given(data):
    result = check("--data", data, "--format", "github")
    files = {ANNOTATION.fullmatch(line)[1] for line in result.stdout.decode().splitlines()}
    assert files == {f"{MISTAKES.as_posix()}/{problem_of(line)[0]}" for line in EXPECTED}


def test_github_annotations_name_files_from_the_root_when_run_below_it(run, department, monkeypatch):
    (department.folder.parent / ".git").mkdir()
    department.edit("tasks/tasks.yml", "状态: 推进中", "状态: 推进")
    monkeypatch.chdir(department.folder)
    _, out, _ = run("--data", ".", "--format", "github")
    assert out.startswith("::error file=data/tasks/tasks.yml,line=35,")


def test_files_outside_of_the_repository_keep_their_names(run, department):
    department.edit("tasks/tasks.yml", "状态: 推进中", "状态: 推进")
    _, out, _ = run("--data", department.folder, "--format", "github")
    assert out.startswith(f"::error file={department.folder.as_posix()}/tasks/tasks.yml,line=35,")


def test_github_annotations_escape_what_would_end_a_property_or_the_line():
    problem = Problem(Place("data/50%, a:b.yml", 3, 7), "规则: 甲,乙", "共 50%:\r\n::error::假的, 真的")
    assert announce([problem], "github") == (
        "::error file=data/50%25%2C a%3Ab.yml,line=3,col=7,title=规则%3A 甲%2C乙::共 50%25:%0D%0A::error::假的, 真的\n"
    )


@pytest.mark.parametrize(("form", "stdout"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_a_folder_without_mistakes_exits_0_and_says_so(run, form, stdout):
    code, out, err = run("--data", SECOND, "--format", form)
    assert (code, out) == (0, stdout)
    assert err == "tests/fixtures/second 没有问题\n"


def test_a_folder_that_does_not_exist_is_reported(run):
    code, _, err = run("--data", "no-such-folder")
    assert code == 1
    assert err.splitlines()[0] == "no-such-folder:1:1: 文件位置: 没有这个数据文件夹；请核对 --data 或 DATA_DIR 写的位置"


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-02-30", "日历上没有“2026-02-30”这一天"),
        ("2026", "“2026”须写到日，例如 2026-11-23"),
        ("2026-11", "“2026-11”须写到日，例如 2026-11-23"),
        ("today", "“today”不是日期，"),
        ("2026/11/23", "“2026/11/23”不是日期，"),
        ("2126-11-23", "年份 2126 不在 1949—2049 之间，请核对是否写错"),
    ],
)
def test_a_day_that_is_none_exits_2_and_says_why_in_one_chinese_line(run, day, message):
    code, out, err = run("--as-of", day, "--data", SECOND)
    assert (code, out) == (2, "")
    assert err.startswith(f"--as-of: {message}")
    assert err.count("\n") == 1


WRONG_COMMANDS = [
    (["--date", "2026-11-23"], "，没有“--date 2026-11-23”"),
    (["--format", "xml"], ""),
    (["--data"], ""),
    (["extra"], "，没有“extra”"),
]


@pytest.mark.parametrize(("options", "what"), WRONG_COMMANDS)
def test_a_command_written_wrongly_exits_2_in_one_chinese_line(run, options, what):
    assert run(*options) == (2, "", f"命令写法不对{what}；用法见 python -m qingdan --help\n")


def test_an_unknown_option_exits_2_without_a_traceback_as_a_command_too():
    result = check("--date", "2026-11-23", DATA_DIR=str(SECOND))
    assert result.returncode == 2
    assert result.stderr.decode() == "命令写法不对，没有“--date 2026-11-23”；用法见 python -m qingdan --help\n"


def test_a_console_that_lacks_a_character_gets_no_traceback():
    result = check("--data", MISTAKES, "--format", "github", PYTHONIOENCODING="gbk")
    assert result.returncode == 1
    assert result.stderr.decode("gbk").splitlines()[-1] == f"共 {len(EXPECTED)} 处问题，改好后再查一次"
    assert len(result.stdout.decode("gbk").splitlines()) == len(EXPECTED)


@pytest.mark.parametrize("escape", [r"\u200b", r"\u2f54", r"\xa0", r"\0", r"\t"])
def test_an_unusable_character_written_as_an_escape_is_reported(department, escape):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n", f'名称: "文件{escape}审核"\n')
    (problem,) = department.problems()
    assert problem.startswith("tasks/tasks.yml:3:")
