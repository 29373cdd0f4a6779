"""The summary as Markdown: words of the data come out as they went in, and as nothing but text."""

import shutil

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Department
from qingdan.cli import main
from qingdan.diff.change import Change, ItemChange, Remark, Subject
from qingdan.diff.markdown import as_markdown
from qingdan.diff.summary import Summary
from qingdan.text.folded import visible
from qingdan.text.problem import Place, Problem

from .statutes import drop, rewrite

TASKS = "tasks/tasks.yml"
ELEMENTS = {"h2", "p", "b", "ul", "li", "code", "details", "summary", "table", "tbody", "tr", "th", "td"}
HOSTILE = [  # shared/bad_inputs, and what only GitHub would make something of
    '听证<script>window.__xss="A01"</script>告知',
    "<details open ontoggle=\"window.__xss='A03'\"><summary>听证</summary></details>",
    '<a href="java&#115;cript:void(window.__xss=5)">依据</a>',
    "[依据](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "<style>article *{display:none!important}</style>听证",
    "听证<!-- 备注",
    "听证</td></tr></table></article>",
    "</code></li></ul>听证",
    '<base href="https://evil.invalid/">听证',
    "![听证](https://evil.invalid/t.png)",
    "*听证*{: onmouseover=\"window.__xss='A16'\" id=pwn }",
    "听证<textarea>",
    "听证 {{ 7*7 }} 告知 {% raw %}",
    "第*四*条 _规定_ **重点** 3*4*5 snake_case_name",
    "见[附件][1]及[^1]脚注 [ ] [x]",
    "<mailto:a@b.c> <https://例子.测试> https://evil.invalid www.evil.invalid",
    "@github @org/team #1 GH-1 org/repo#2 :tada: 72e265852629fe7a43f1d5a6c2a6d3cbb2ffb0dd",
    "`代码` ``` ~~~ | 列 | $x^2$",
    "::error file=x::写到日志里",
    "&lt;b&gt; &amp; &#64;",
]


def blocks(markdown):
    return [block for block in markdown.split("\n\n") if block.strip()]


def parsed(markdown):
    """Return the elements of the summary's HTML blocks; what is not HTML must be one of our own fixed lines."""
    html = []
    for block in blocks(markdown):
        if block.lstrip("\n").startswith(("### ", "> ")):
            assert "<" not in block
            assert "\n" not in block.strip()
        else:
            assert block.startswith(("<h2>", "<p>", "<details>")), block  # such a block ends at the next blank line
            html.append(block)
    return html5lib.parseFragment("\n".join(html), namespaceHTMLElements=False)


def codes(tree):
    return [element.text or "" for element in tree.iter("code") if not len(element)]


def of_one_text(text):
    subject = Subject("法治建设任务清单", "RW-001", text, text)
    remark = Remark("其他字段", "名称：原“{}”，现“{}”", (text, text))
    change = Change(subject, (remark,), (ItemChange("名称", text, "别的"), ItemChange("内容", text, text)))
    problem = Problem(Place("data/tasks/tasks.yml"), "词表", text)
    return as_markdown(Summary("main", (change,), (), (problem,)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_real_data_come_out_as_text(department, tmp_path, capsys, text):
    old = tmp_path / "old"
    shutil.copytree(department.folder, old)
    quoted = "'" + text.replace("'", "''") + "'"
    department.edit(TASKS, "名称: 旧的任务", f"名称: {quoted}")
    department.edit(TASKS, "说明: 报告写明不足。", f"说明: {quoted}")
    Department(old).edit(TASKS, "内容: 已经不再做的事。", f"内容: {quoted}")
    assert main(["diff", str(old), "--data", str(department.folder), "--format", "markdown"]) == 0
    tree = parsed(capsys.readouterr().out)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} - {"DOCUMENT_FRAGMENT"} <= ELEMENTS
    assert {name for element in tree.iter() for name in element.attrib} <= {"colspan"}
    assert codes(tree).count(text) >= 4  # the name above and twice below, the content before
    assert any(text in code and code != text for code in codes(tree))  # in the record


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_in_the_text_of_a_law_come_out_as_text(department, tmp_path, capsys, text):
    old = tmp_path / "old"
    shutil.copytree(department.folder, old)
    drop(Department(old), "2026-06-01")
    rewrite(department, "2026-06-01", "结清水费。", f"结清水费。{text}")
    rewrite(department, "2023-11-30", "因擅自接管造成损失的，应当赔偿。", f"应当赔偿。{text}")
    assert main(["diff", str(old), "--data", str(department.folder), "--format", "markdown"]) == 0
    tree = parsed(capsys.readouterr().out)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} - {"DOCUMENT_FRAGMENT"} <= ELEMENTS
    assert {name for element in tree.iter() for name in element.attrib} <= {"colspan"}
    shown = visible(text)
    assert sum(shown in code for code in codes(tree)) >= 3  # the new article, and the old one before and after
    for code in tree.iter("code"):
        code.text = ""
    assert shown not in "".join(tree.itertext())


def test_a_word_outside_code_would_be_seen():
    tree = parsed("<p>@github</p>")
    assert codes(tree) == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_text_comes_out_as_it_went_in(text):
    tree = parsed(of_one_text(text))
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} - {"DOCUMENT_FRAGMENT"} <= ELEMENTS
    problem = f"data/tasks/tasks.yml:1:1: 词表: {text}"
    assert codes(tree) == ["main", problem, "RW-001", text, text, text, text, "别的", text]


@pytest.mark.parametrize("text", ["一\n\n# 二", "一\r\r# 二", "一\r\n\r\n<script>"])
def test_line_breaks_never_end_the_html(text):
    assert not any(
        block.startswith(("#", "<script")) and not block.startswith("### ") for block in blocks(of_one_text(text))
    )


def many(count):
    return tuple(
        Change(
            Subject("法治建设任务清单", f"RW-{number:05}", "名称"),
            (Remark("其他字段", "内容：原“{}”，现“{}”", ("甲" * 300, "乙" * 300)),),
            (ItemChange("内容", "甲" * 300, "乙" * 300),),
        )
        for number in range(count)
    )


def test_a_summary_with_room_is_whole():
    text = as_markdown(Summary("main", many(20), (), ()))
    assert text.count("<details>") == 20
    assert "没有列完" not in text


def test_a_summary_keeps_to_its_size_and_gives_up_the_tables_first():
    text = as_markdown(Summary("main", many(400), (), ()))
    assert 900_000 < len(text.encode()) <= 1_000_000
    assert text.count("<ul>") == 400
    assert 0 < text.count("<details>") < 400
    assert text.endswith("可以看到全部。\n")
    parsed(text)


def test_a_summary_without_room_for_all_sentences_says_so():
    text = as_markdown(Summary("main", many(2000), (), ()))
    assert len(text.encode()) <= 1_000_000
    assert 0 < text.count("<ul>") < 2000
    assert "没有列完" in text
    parsed(text)


def test_problems_are_listed_up_to_a_hundred():
    problems = tuple(Problem(Place("data/x.yml", line), "词表", "错" * 900) for line in range(1, 131))
    text = as_markdown(Summary("main", (), (), problems))
    assert text.count("<li>") == 101
    assert "还有 30 处" in text
    assert "错" * 500 not in text


def test_nothing_to_compare_is_told(department, tmp_path, capsys):
    old = tmp_path / "old"
    shutil.copytree(department.folder, old)
    (department.folder / "vocab.yml").unlink()
    assert main(["diff", str(old), "--data", str(department.folder), "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    assert "没法比较" in said
    assert "缺少这个文件" in said


def test_the_table_shows_each_item_before_and_after(department, tmp_path, capsys):
    old = tmp_path / "old"
    shutil.copytree(department.folder, old)
    department.edit(TASKS, "内容: 已经不再做的事。", "内容: 不再做的事。")
    assert main(["diff", str(old), "--data", str(department.folder), "--format", "markdown"]) == 0
    said = capsys.readouterr().out
    rows = {
        "".join(row.find("th").itertext()): ["".join(cell.itertext()) for cell in row.iter("td")]
        for row in parsed(said).iter("tr")
    }
    assert rows["● 内容"] == ["已经不再做的事。", "不再做的事。"]
    assert rows["名称"] == ["旧的任务"]
    assert rows["时限"] == ["报告没有写"]
    assert "tasks/rw-004/index.html" in said
