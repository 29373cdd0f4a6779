"""`new`: what it writes, where, with which number; what it refuses, and that nothing is written then."""

import os
import pty
import select
import shlex
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
import yaml

from qingdan.cli import main
from qingdan.edit.enter.answers import split, value_of
from qingdan.edit.enter.question import FORMS
from qingdan.model.address import every_address
from qingdan.model.load import load

DAY = ("--as-of", "2026-11-23")
TASK = {"name": "节水检查", "field": "依法行政", "owner": "法规处", "year": "2026", "due": "长期",
        "content": "检查用水户。", "origin": "法规整理"}  # fmt: skip
PUBLICITY = {"name": "新的普法", "nature": "专业", "field": "水务", "law": "用水条例:第三条、第九条", "audience": "用水户",
             "form": "执法普法", "owner": "待核定", "year": "2026", "due": "报告没有写", "content": "讲清。",
             "origin": "法规整理"}  # fmt: skip
LAW = {"id": "new-law", "name": "示例新办法", "short": "新办法", "level": "地方政府规章", "status": "现行有效",
       "topic": "水务", "source": "某网", "confidence": "高"}  # fmt: skip


def options(answers):
    return [word for option, answer in answers.items() for word in (f"--{option}", answer)]


@pytest.fixture
def new(department, capsys):
    def run(kind, answers, *more):
        status = main(["new", kind, "--data", str(department.folder), *DAY, *options(answers), *more])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def records(department, path):
    return yaml.load(department.folder.joinpath(path).read_bytes(), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    ("kind", "answers", "path"),
    [
        ("task", TASK, "tasks/rw-005.yml"),
        ("publicity", PUBLICITY, "publicity/pf-003.yml"),
        ("law", LAW, "laws/new-law.yml"),
    ],
)
def test_a_new_block_has_a_file_of_its_own_and_passes_check(department, new, kind, answers, path):
    before = department.files()
    status, said = new(kind, answers)
    assert status == 0, said
    after = department.files()
    assert {name for name in after if after[name] != before.get(name)} == {path}
    assert [one["名称"] for one in records(department, path)] == [answers["name"]]
    assert department.problems() == []


@pytest.mark.parametrize(
    ("kind", "answers", "path"),
    [
        ("task", TASK, "tasks/tasks.yml"),
        ("publicity", PUBLICITY, "publicity/publicity.yml"),
        ("law", LAW, "laws/laws.yml"),
    ],
)
def test_a_new_block_stands_at_the_end_of_the_named_file_and_passes_check(department, new, kind, answers, path):
    before = department.folder.joinpath(path).read_bytes()
    status, said = new(kind, answers, "--file", path.split("/")[1])
    after = department.folder.joinpath(path).read_bytes()
    assert status == 0, said
    assert after.startswith(before)
    assert records(department, path)[-1]["名称"] == answers["name"]
    assert department.problems() == []
    first = after.count(b"\n", 0, after.index(answers["name"].encode()))
    assert f"{path} 第 {first}—{after.count(bytes([10]))} 行" in said
    assert f"python -m qingdan check --data {department.folder}" in said


def test_fields_stand_in_the_order_of_the_lists(department, new):
    new("task", TASK, "--evidence", "2025", "（二）2", "开展讲座3次", "--status", "长期坚持", "--date", "2025",
        "--explanation", "开展讲座。", "--note", "备注。", "--law", "yearly-report-rules")  # fmt: skip
    task = records(department, "tasks/rw-005.yml")[-1]
    assert list(task) == [
        "编号",
        "名称",
        "领域",
        "责任主体",
        "年度",
        "时限",
        "依据",
        "内容",
        "来源",
        "核定",
        "备注",
        "记录",
    ]
    assert task["记录"] == [
        {"日期": "2025", "状态": "长期坚持", "说明": "开展讲座。",
         "证据": [{"报告": "2025", "段落": "（二）2", "引文": "开展讲座3次"}]}
    ]  # fmt: skip


def test_a_deadline_is_written_with_the_words_that_state_it(department, new):
    task = {**TASK, "due": "2026-12-31"}
    status, said = new("task", task)
    assert (status, "--due-words" in said) == (2, True)
    status, said = new("task", task, "--due-words", "2025", "（三）", "2026年12月30日前改进")
    assert (status, "引文不在该段原文中" in said) == (2, True)
    status, said = new("task", task, "--due-words", "2025", "（三）", "2026年12月31日前改进")
    assert status == 0, said
    written = records(department, "tasks/rw-005.yml")[-1]
    assert written["时限出处"] == [{"报告": "2025", "段落": "（三）", "引文": "2026年12月31日前改进"}]
    assert department.problems() == []


def test_laws_are_named_by_slug_or_name_with_their_articles(department, new):
    laws = ("示例用水条例：第三条，第九条", "年度报告规定", "old-water-rules")
    status, said = new("task", TASK, *(word for law in laws for word in ("--law", law)))
    assert status == 0, said
    assert records(department, "tasks/rw-005.yml")[-1]["依据"] == [
        {"法规": "water-use-rules", "条": ["第三条", "第九条"]},
        "yearly-report-rules",
        "old-water-rules",
    ]


def test_the_number_follows_the_highest_and_never_fills_a_gap(department, new):
    department.edit("tasks/tasks.yml", "- 编号: RW-003", "- 编号: RW-017")
    assert "RW-018" in new("task", TASK)[1]


def test_a_retired_entrys_number_is_not_used_again(department, new):
    assert department.count("tasks/tasks.yml", "状态: 已退出") == 1
    assert "RW-005" in new("task", TASK)[1]


REGISTRY = """\
- 日期: 2026-01-01
  事项: 收录
  地址: [{}, tasks/rw-041/, laws/former-rules/]
- {{日期: 2026-01-02, 事项: 改址, 原地址: tasks/rw-041/, 新地址: tasks/rw-001/, 理由: 编号写错了}}
- {{日期: 2026-01-02, 事项: 改址, 原地址: laws/former-rules/, 新地址: laws/water-use-rules/, 理由: 标识写错了}}
"""


@pytest.fixture
def registry(department):
    data, _ = load(department.folder, date(2026, 11, 23))
    path = department.folder / "registry.yml"
    path.write_text(REGISTRY.format(", ".join(every_address(data))), encoding="utf-8")
    assert department.problems() == []
    return path


def test_a_number_in_the_registry_is_not_used_again(new, registry):
    assert "RW-042" in new("task", TASK)[1]


def test_a_slug_in_the_registry_is_not_used_again(new, registry, unchanged):
    status, said = new("law", {**LAW, "id": "former-rules"})
    assert status == 2
    assert "“former-rules”已经用了" in said


def test_the_registry_is_left_to_the_program(department, new, registry):
    before = registry.read_bytes()
    assert new("law", LAW)[0] == 0
    assert registry.read_bytes() == before
    assert department.problems() == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_line_ends_of_the_file_are_kept(department, new, end, last):
    path = department.folder / "tasks/tasks.yml"
    text = path.read_bytes().decode().rstrip("\n") + last
    before = text.replace("\n", end).encode()
    path.write_bytes(before)
    assert new("task", TASK, "--file", "tasks.yml")[0] == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.decode().replace(end, "") == after.decode().replace("\r", "").replace("\n", "")
    assert f"{end}{end}- 编号: RW-005{end}  名称: 节水检查{end}" in after.decode()


def test_a_file_is_named_with_or_without_its_folders(department, new):
    path = department.folder / "tasks/tasks.yml"
    assert "tasks/tasks.yml 第" in new("task", TASK, "--file", "tasks.yml")[1]
    assert "tasks/tasks.yml 第" in new("task", TASK, "--file", str(path))[1]


def test_a_new_file_begins_with_the_line_for_editors(department, new):
    assert new("task", TASK, "--file", "more.yml")[0] == 0
    text = (department.folder / "tasks/more.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/tasks.json\n\n- 编号: RW-005\n")


@pytest.mark.parametrize("file", ["../laws/laws.yml", "laws/laws.yml", "清单.yml", "more.txt", "/more.yml", "a/b.yml"])
def test_other_files_are_refused(new, unchanged, file):
    status, said = new("task", TASK, "--file", file)
    assert status == 1
    assert "/tasks/ 里" in said
    assert "没有写入任何内容" in said


def test_all_that_is_missing_is_listed_at_once(new, unchanged):
    status, said = new("publicity", {"name": "新的普法"})
    assert status == 2
    listed = [line.split()[0] for line in said.splitlines() if line.startswith("  --")]
    assert listed == ["--nature", "--field", "--law", "--audience", "--form", "--owner", "--year", "--due", "--content",
                      "--origin"]  # fmt: skip
    assert "没有写入任何内容" in said


def test_an_entry_from_the_report_needs_a_record_with_evidence(new, unchanged):
    status, said = new("task", {**TASK, "origin": "年度报告"})
    assert (status, "--status" in said) == (2, True)
    record = {"origin": "年度报告", "status": "推进中", "date": "2025", "explanation": "开始。"}
    status, said = new("task", {**TASK, **record})
    assert (status, "--evidence" in said) == (2, True)


WRONG = [
    ({"field": "依法行整"}, "--field：“领域”没有“依法行整”，最接近的是“依法行政”"),
    ({"owner": "张三"}, "--owner：“责任主体”没有“张三”"),
    ({"year": "20x6"}, "--year：“年度”：“20x6”不是年份"),
    ({"year": "9999"}, "--year：“年度”：年份 9999 不在"),
    ({"due": "明年"}, "--due：“时限”：“明年”不是日期"),
    ({"law": "用水条列"}, "--law：法规库里没有“用水条列”，最接近的是“用水条例”"),
    ({"law": "用水条例:第八条"}, "--law：法规 water-use-rules 没有列出“第八条”，最接近的是“第九条”"),
    ({"name": "甲\n乙"}, "--name：“名称”文字里有换行"),
    ({"name": "甲\u200b"}, "--name：“名称”这里有看不见的字符 U+200B"),
    ({"name": "甲" * 2001}, "--name：“名称”有 2001 字，最多 2000 字"),
    ({"name": " "}, "--name：“名称”没有内容"),
    ({"kind": "整改", "answers": "RW-999"}, "--answers：任务清单里没有“RW-999”"),
]


@pytest.mark.parametrize(("answers", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_wrong_value_is_refused_with_the_nearest(new, unchanged, answers, message):
    status, said = new("task", {**TASK, **answers})
    assert status == 2
    assert message in said
    assert "没有写入任何内容" in said


@pytest.mark.parametrize("words", [("2025/（二）2/开展讲座3次",), ("2025", "（二）2", "开展讲座3次")])
def test_the_parts_of_evidence_are_written_in_one_word_as_the_help_shows_or_in_three(department, new, capsys, words):
    record = ("--status", "长期坚持", "--date", "2025", "--explanation", "开展讲座。")
    status, said = new("task", TASK, "--evidence", *words, *record)
    assert status == 0, said
    assert records(department, "tasks/rw-005.yml")[-1]["记录"][0]["证据"] == [
        {"报告": "2025", "段落": "（二）2", "引文": "开展讲座3次"}
    ]
    assert main(["new", "task", "--help", "--data", str(department.folder)]) == 0
    assert "--evidence 报告/段落/引文" in capsys.readouterr().out


def test_a_source_is_named_with_its_address_in_one_word(department, new):
    status, said = new("law", LAW, "--source", "示例政府网/https://www.example.gov.cn/water/rules/a.html")
    assert status == 0, said
    assert {"名称": "示例政府网", "网址": "https://www.example.gov.cn/water/rules/a.html"} in records(
        department, "laws/new-law.yml"
    )[-1]["核对"]["来源"]


EVIDENCE = [
    (("2024", "（二）2", "开展讲座3次"), "没有收录“2024”年度的报告，最接近的是“2025”"),
    (("2025", "（二）3", "开展讲座3次"), "2025 年度报告没有段落“（二）3”"),
    (("2025", "（二）2", "开展讲座"), "引文须是完整的分句，不能从句中截断（2025 年度报告 （二）2）；应为：开展讲座3次"),
    (("2025", "（二）2"), "“证据”要写 3 段：报告、段落、引文，中间用 / 隔开"),
]


SLASHES = ["2025/（二）2/开展讲座3次", " 2025 / （二）2 / 开展讲座3次", "2025／（二）2／开展讲座3次"]


@pytest.mark.parametrize("typed", [*([one] for one in SLASHES), ["2025", "（二）2", "开展讲座3次"]])
def test_evidence_may_be_typed_with_slashes_or_as_words(department, new, typed):
    record = ("--status", "长期坚持", "--date", "2025", "--explanation", "开展讲座。")
    status, said = new("task", TASK, *record, "--evidence", *typed)
    assert status == 0, said
    written = records(department, "tasks/rw-005.yml")[0]["记录"][0]["证据"]
    assert written == [{"报告": "2025", "段落": "（二）2", "引文": "开展讲座3次"}]


def test_other_answers_of_several_parts_may_be_typed_with_slashes(department, new):
    source = "某网/https://www.example.gov.cn/rules/2"
    status, said = new("law", {**LAW, "source": source, "article": "第一条/节约用水"})
    assert status == 0, said
    [law] = records(department, "laws/new-law.yml")
    assert law["核对"]["来源"] == [{"名称": "某网", "网址": "https://www.example.gov.cn/rules/2"}]
    assert law["条文"] == [{"条": "第一条", "说明": "节约用水"}]


def test_too_many_or_too_few_parts_are_refused_with_how_to_write_them(new, unchanged):
    for typed in ("2025", "2025/（二）2"):
        status, said = new("task", TASK, "--evidence", typed)
        assert (status, "“证据”要写 3 段：报告、段落、引文，中间用 / 隔开" in said) == (2, True)


def helped(department, kind, capsys):
    """Return the examples of a form's help: option → what stands behind it."""
    assert main(["new", kind, "--help", "--data", str(department.folder), *DAY]) == 0
    lines = [line.split("例如 --", 1)[1] for line in capsys.readouterr().out.splitlines() if "例如 --" in line]
    return {line.split()[0]: shlex.split(line)[1:] for line in lines}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_every_example_of_the_help_is_an_answer_that_is_taken(department, capsys, form):
    examples, data = helped(department, form.kind, capsys), load(department.folder, date(2026, 11, 23))[0]
    empty = {"occasion"}  # the fixture has no such word
    assert set(examples) == {question.option for question in form.questions} - empty
    for question in form.questions:
        if question.option in examples:
            [typed] = examples[question.option]
            assert value_of(question, [split(question, [typed] if question.parts else typed)], data)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_the_examples_of_what_must_be_filled_make_a_record(department, new, capsys, form):
    answers = {option: typed for option, [typed] in helped(department, form.kind, capsys).items()}
    needed = {q.option for q in form.questions if q.fact.required and q.within != "记录"}
    chosen = {option: text for option, text in answers.items() if option in needed - {"confirmed", "origin"}}
    chosen |= {"origin": "法规整理"} if "origin" in answers else {}
    status, said = new(form.kind, chosen)
    assert status == 0, said


@pytest.mark.parametrize(("evidence", "message"), EVIDENCE, ids=[message for _, message in EVIDENCE])
def test_evidence_that_does_not_stand_is_refused(new, unchanged, evidence, message):
    status, said = new("task", TASK, "--evidence", *evidence)
    assert status == 2
    assert message in said


def test_what_only_the_full_check_finds_is_refused_too(new, unchanged):
    status, said = new("task", TASK, "--confirmed-on", "2026-11-23")
    assert status == 1
    assert "tasks/rw-005.yml:" in said
    assert ": 核定: " in said
    assert "qingdan-" not in said


def test_a_list_that_is_faulty_already_is_mended_first(department, new):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n  领域: 依法行政", "名称: 文件审核\n  领域: 依法行整")
    before = (department.folder / "tasks/tasks.yml").read_bytes()
    status, said = new("task", TASK)
    assert status == 1
    assert "先有这 1 处问题" in said
    assert (department.folder / "tasks/tasks.yml").read_bytes() == before


def test_a_law_that_is_there_already_is_refused(new, unchanged):
    status, said = new("law", {**LAW, "id": "water-use-rules"})
    assert (status, "“water-use-rules”已经用了" in said) == (2, True)


def test_a_law_with_an_unlisted_host_is_refused(new, unchanged):
    status, said = new("law", LAW, "--source", "某网", "https://nowhere.example.com/")
    assert (status, ": 网址: " in said) == (1, True)


def test_unknown_facts_of_a_law_are_left_to_be_verified(department, new):
    new("law", LAW)
    law = records(department, "laws/new-law.yml")[-1]
    assert {key for key, value in law.items() if value == "待核"} == {"制定机关", "文号", "通过日期", "施行日期"}
    assert law["核对"] == {"日期": "待核", "来源": [{"名称": "某网"}], "可信度": "高"}


PATIENCE = 60
LISTENING = 0.5
"""Seconds until a program that has printed its prompt waits for the answer; before that it hears no signal."""


class Terminal:
    """A person at a terminal: types, and sees what the program prints."""

    def __init__(self, *arguments):
        self.master, slave = pty.openpty()
        environment = {**os.environ, "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "qingdan", "new", *arguments, *DAY]
        self.run = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)
        self.seen = ""

    def type(self, *lines):
        for line in lines:
            self.wait_for("> ")
            os.write(self.master, f"{line}\n".encode())
            self.wait_for("\n")
        return self

    def wait_for(self, words):
        fresh = b""
        while words.encode() not in fresh:
            fresh += self._read(1)
        self.seen += fresh.decode()

    def _read(self, size):
        if not select.select([self.master], [], [], PATIENCE)[0]:
            self.run.kill()
            raise AssertionError(f"nothing more is said after: {self.seen}")
        return os.read(self.master, size)

    def end(self):
        while True:
            try:
                chunk = self._read(65536)
            except OSError:
                break
            if not chunk:
                break
            self.seen += chunk.decode()
        os.close(self.master)
        return self.run.wait(30)


def test_a_person_is_asked_for_each_value_and_again_after_a_wrong_one(department):
    terminal = Terminal("task", "--data", str(department.folder), "--name", "节水检查")
    terminal.type("", "依法行整", "1", "9", "待核定，2", "", "2026", "长期", "用水条列", "用水条例:第九条", "")
    terminal.type("检查用水户。", "年度报告", "", "", "长期坚持", "2025", "开展讲座。")
    terminal.type("2025", "（二）2", "开展讲座", "2025", "（二）2", "开展讲座3次", "")
    assert terminal.end() == 0, terminal.seen
    task = records(department, "tasks/rw-005.yml")[-1]
    assert (task["名称"], task["责任主体"], task["年度"]) == ("节水检查", ["待核定", "法规处"], "2026")
    assert task["记录"][0]["证据"] == [{"报告": "2025", "段落": "（二）2", "引文": "开展讲座3次"}]
    for words in (
        "领域（必填）：",
        "备注（可以不填）：",
        "  1 依法行政：",
        "“领域”没有“依法行整”，最接近的是“依法行政”；可选的词见 vocab.yml 的“任务领域”，真是新的词，在那里加一行“- {名称: 依法行整, 标识: 英文, 定义: 一句话}”；请重写",
        "“责任主体”没有“9”，可以写：待核定、法规处；可选的词见 vocab.yml 的“责任主体”，真是新的词，在那里加一行“- {名称: 9, 标识: 英文, 定义: 一句话}”；请重写",
        "这一项必须填",
        "应为：开展讲座3次；请重写",
    ):
        assert words in terminal.seen, terminal.seen


@pytest.mark.parametrize("how", ["end of input", "interrupt"])
def test_breaking_off_leaves_everything_as_it_was(department, unchanged, how):
    terminal = Terminal("task", "--data", str(department.folder)).type("节水检查", "", "1")
    terminal.wait_for("> ")
    if how == "interrupt":
        time.sleep(LISTENING)
        terminal.run.send_signal(signal.SIGINT)
    else:
        os.write(terminal.master, b"\x04")
    assert terminal.end() == 130
    assert "已中断，没有写入任何内容" in terminal.seen
    assert "Traceback" not in terminal.seen
