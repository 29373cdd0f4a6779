"""`import-list`: the body's own list is archived, its rows become entries that quote its cells, nothing is doubled or lost."""

import io
import shutil
import zipfile

import docx
import openpyxl
import pytest

from conftest import FIXTURES, SECOND, contents
from qingdan.cli import main
from qingdan.edit.lists.laws import Library, named_in, numeral
from qingdan.edit.lists.titles import item_of
from qingdan.edit.lists.when import when
from qingdan.model.load import load
from qingdan.text.dates import as_of

LISTS = FIXTURES / "lists"
DAY = ("--as-of", "2026-11-23")


@pytest.fixture
def folder(tmp_path):
    """A department that has archived no list yet."""
    data = tmp_path / "data"
    shutil.copytree(SECOND, data, ignore=shutil.ignore_patterns("documents", "schema", ".qingdan-change"))
    file = data / "publicity/publicity.yml"
    file.write_text(file.read_text("utf-8").partition("  牵头单位: [宣传处]")[0], "utf-8")
    return data


@pytest.fixture
def bring(folder, capsys):
    def bring(file, *options):
        try:
            status = main(["import-list", str(file), "--data", str(folder), *DAY, *options])
        except SystemExit as ended:
            status = ended.code
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return status, said.out + said.err

    return bring


def entries(folder):
    data, problems = load(folder, as_of("2026-11-23"))
    assert problems == []
    return {entry.value.id: entry.value for entry in data.entries}


def book(path, *rows, merged=(), title="Sheet1"):
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(path)
    return path


def test_a_word_table_becomes_tasks_that_quote_their_cells(folder, bring):
    status, said = bring(LISTS / "tasks.docx", "--set", "领域=依法行政")
    assert status == 0
    assert (folder / "documents/tasks-2026.docx").read_bytes() == (LISTS / "tasks.docx").read_bytes()
    task = entries(folder)["RW-005"]
    assert (task.name, str(task.due), task.origin, task.lead, task.helpers) == (
        "节水宣传周",
        "2026-05",
        "单位清单",
        ("宣传处",),
        ("各所",),
    )
    assert [(one.cell, one.quote) for one in task.list_words][:2] == [
        ("表1!B6", "节水宣传周"),
        ("表1!C6", "组织节水宣传周"),
    ]
    assert main(["check", "--data", str(folder), *DAY]) == 0
    assert "RW-002 约谈用水户（名称相同）" in said
    assert "清单写“2026-12”，条目写“报告没有写”" in said


def test_a_second_run_doubles_nothing(folder, bring):
    bring(LISTS / "tasks.docx", "--set", "领域=依法行政")
    before = contents(folder)
    status, said = bring(LISTS / "tasks.docx", "--set", "领域=依法行政")
    assert status == 0
    assert contents(folder) == before
    assert "RW-005 节水宣传周（已经引了这一行）" in said


def test_a_row_that_waits_is_written_once_its_words_are_there(folder, bring):
    _, said = bring(LISTS / "tasks.docx")
    assert "RW-005" not in entries(folder)
    line = next(line.strip() for line in said.splitlines() if "名称: 普法," in line)
    vocab = folder / "vocab.yml"
    vocab.write_text(vocab.read_text("utf-8").replace("任务领域:\n", f"任务领域:\n  {line}\n"), "utf-8")
    assert bring(LISTS / "tasks.docx")[0] == 0
    assert entries(folder)["RW-005"].field == "普法"


def test_a_confirmed_entry_keeps_its_report_and_gains_the_words_of_the_list(folder, bring):
    status, _ = bring(LISTS / "tasks.docx", "--confirm", "RW-002", "--confirm", "RW-001=表1!B3", "--date", "2026-01-15")
    assert status == 0
    found = entries(folder)
    assert found["RW-001"].confirmed == "已核定"
    assert str(found["RW-001"].confirmed_on) == "2026-01-15"
    assert str(found["RW-002"].confirmed_on) == "2026-04-01"
    for id in ("RW-001", "RW-002"):
        assert found[id].list_words
        assert any(record.evidence for record in found[id].records)


def test_a_workbook_with_two_header_rows_and_merged_cells_is_read_with_its_places(folder, bring):
    status, said = bring(LISTS / "publicity.xlsx", "--new", "Sheet1!B6", "--word", "执法过程普法=执法普法")
    assert status == 0
    entry = entries(folder)["PF-003"]
    assert entry.forms == ("执法普法",)
    assert entry.offices == ("执法大队",)
    assert str(entry.due) == "长期"
    assert "Sheet1!B5 的“中华人民共和国民法典”，法规库里没有" in said
    assert "--id min-fa-dian --name 中华人民共和国民法典" in said
    assert "Sheet1!B6: “（罚则部分）”放不进“法规”" in said
    assert "不公开: [Sheet1!8]" in (folder / "documents/publicity-2026.yml").read_text("utf-8")


def test_names_of_persons_and_what_is_hidden_are_not_taken(folder, bring, tmp_path):
    path = book(
        tmp_path / "清单.xlsx", ["2026年普法责任制四清单"],
        ["序号", "内容清单", "责任清单", None, None, "措施清单", None, "标准清单"],
        [None, None, "责任领导", "责任人", "责任处室", "普法对象", "方式措施", None],
        [1, "《示例年度报告规定》第二十四条", "王某某", "李某某", "法规处", "用水户", "执法普法，每月1次", "完成任务"],
        [2, "《示例用水条例》", "王某某", "李某某", "法规处", "全体公民", "执法普法", "完成"],
        merged=("A1:H1", "A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:H3"),
    )  # fmt: skip
    hidden = openpyxl.load_workbook(path)
    hidden.active.row_dimensions[5].hidden = True
    hidden.save(path)
    status, said = bring(path)
    assert status == 0
    entry = entries(folder)["PF-003"]
    assert entry.laws[0].articles == ("第二十四条",)
    assert entry.standards == ("完成任务",)
    assert entry.measures == ("执法普法，每月1次",)
    assert "王某某" not in (folder / "publicity/publicity-2026.yml").read_text("utf-8")
    assert "不公开: [Sheet1!C, Sheet1!D]" in (folder / "documents/publicity-2026.yml").read_text("utf-8")
    assert "Sheet1!A5: 隐藏的行，没有收" in said


def test_a_column_that_is_not_known_can_be_given(folder, bring, tmp_path):
    rows = (["2026年任务表"], ["工作任务", "承办股", "完成时限"], ["约谈新户", "法规处", "长期"])
    path = book(tmp_path / "a.xlsx", *rows)
    _, said = bring(path, "--set", "领域=依法行政", "--dry-run")
    assert "B 列  承办股 → 不认识，没有收" in said
    for column in ("承办股", "B"):
        status, said = bring(path, "--set", "领域=依法行政", "--dry-run", "--map", f"{column}=责任科室")
        assert status == 0
        assert "责任科室: [法规处]" in said
    assert not (folder / "documents").exists()


def test_vertical_merges_repeated_headers_sums_and_a_table_that_goes_on(folder, bring, tmp_path):
    document = docx.Document()
    document.add_paragraph("2026年重点任务分解表")
    rows = [
        ["重点任务", "工作措施", "责任单位"], ["健全制度", "制定计划", "法规处"], ["", "召开会议", "法规处"],
        ["重点任务", "工作措施", "责任单位"], ["合计", "", ""], ["清理文件", "清理10份", "法规处"],
    ]  # fmt: skip
    for part in (rows, [["编制手册", "编制手册1本", "法规处"]]):
        table = document.add_table(rows=0, cols=3)
        for row in part:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("")
    document.tables[0].cell(1, 0).merge(document.tables[0].cell(2, 0))
    document.save(tmp_path / "b.docx")
    status, said = bring(tmp_path / "b.docx", "--set", "领域=依法行政")
    assert status == 0
    found = entries(folder)
    assert [found[id].name for id in ("RW-005", "RW-006", "RW-007")] == ["健全制度", "清理文件", "编制手册"]
    assert found["RW-005"].measures == ("制定计划", "召开会议")
    assert "表1!A4: 又一次的表头，略过" in said
    assert "表1!A5: 合计行，略过" in said


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("全年", "长期"), ("长期坚持", "长期"), ("2026年12月底前", "2026-12"), ("12月底前", "2026-12"), ("5月", "2026-05"),
        ("2026年6月30日前完成", "2026-06-30"), ("2026.9", "2026-09"), ("第二季度", "报告没有写"), ("3月-5月", "报告没有写"),
        ("每季度1次", "报告没有写"), ("3月22日世界水日", "报告没有写"), ("全年，12月集中", "报告没有写"), ("13月", "报告没有写"), ("", "报告没有写"),
    ],
)  # fmt: skip
def test_a_deadline_is_taken_only_where_it_is_plain(said, due):
    assert when([said] if said else [], 2026, ()).due == due


@pytest.mark.parametrize(
    ("said", "law", "articles"),
    [
        ("《示例用水条例》第三条、第九条", "water-use-rules", ("第三条", "第九条")),
        ("《用水条例》第三条至第五条", "water-use-rules", ("第三条", "第四条", "第五条")),
        ("《示例用水条例（2020年修订）》第3、9条", "water-use-rules", ("第三条", "第九条")),
        ("《中华人民共和国示例用水条例》", "water-use-rules", ()),
        ("1.示例用水条例", "water-use-rules", ()),
        ("《别市示例用水条例》", None, ()),
        ("《示例用水条列》", None, ()),
    ],
)
def test_a_law_is_found_by_its_names_and_a_near_one_is_only_proposed(said, law, articles):
    data, _ = load(SECOND, as_of("2026-11-23"))
    [found], _ = named_in([said], Library.of((one.value for one in data.laws), {}))
    assert (found.law.id if found.law else None, found.articles) == (law, articles)


def test_numbers_of_articles_are_written_as_laws_write_them():
    assert [numeral(number) for number in (5, 10, 24, 103, 110, 260, 1001)] == [
        "五", "十", "二十四", "一百零三", "一百一十", "二百六十", "一千零一",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "publicity", "tasks"),
    [
        ("责任 处室", "责任科室", "责任科室"), ("普法责任领导", "人名", "人名"), ("责任单位及责任人", "人名", "人名"),
        ("重点普法内容", "法规", "依据"), ("工作内容", "措施", "任务"), ("学习宣传载体", "措施", "措施"), ("普法方式", "形式", "措施"),
        ("重要时间节点", "时间", "时间"), ("协办单位", "配合单位", "配合单位"), ("标准清单", "标准", "标准"), ("No.", None, None),
    ],
)  # fmt: skip
def test_titles_of_columns_are_known(title, publicity, tasks):
    assert [found and found[0] for found in (item_of(title, "publicity"), item_of(title, "tasks"))] == [
        publicity,
        tasks,
    ]


def doctype():
    data = io.BytesIO((LISTS / "publicity.xlsx").read_bytes())
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text if name != "xl/workbook.xml" else b'<!DOCTYPE x [<!ENTITY a "b">]>' + text)
    return out.getvalue()


def macros():
    out = io.BytesIO((LISTS / "publicity.xlsx").read_bytes())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "文件是空的"),
        ("a.xlsx", b"hello", "内容不是 .xlsx 或 .docx"),
        ("a.xlsx", b"PK\x03\x04 broken", "文件坏了"),
        ("a.xls", b"x", "只能收录 .xlsx 和 .docx"),
        ("a.docx", (LISTS / "publicity.xlsx").read_bytes(), "扩展名与内容不符"),
        ("a.docx", b"\xd0\xcf\x11\xe0 old", "旧格式"),
        ("a.xlsx", doctype(), "DTD"),
        ("a.xlsx", macros(), "宏"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_written(folder, bring, tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    before = contents(folder)
    status, told = bring(tmp_path / name)
    assert status == 1
    assert said in told
    assert "没有写入任何内容" in told
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--map", "普法对象"), "要写成 甲=乙 的样子"),
        (("--map", "普法对象=听众"), "--map：没有“听众”这一项"),
        (("--set", "领域=园艺"), "--set：“领域”没有“园艺”"),
        (("--set", "电话=1"), "--set：没有“电话”这一项"),
        (("--date", "去年"), "--date："),
        (("--year", "二六"), "--year："),
        (("--id", "清单"), "--id："),
        (("--new", "Sheet1!Z9"), "“Sheet1!Z9”不是哪一行的格"),
    ],
)
def test_an_option_that_cannot_be_taken_is_refused(folder, bring, options, said):
    before = contents(folder)
    status, told = bring(LISTS / "publicity.xlsx", *options)
    assert status == 2
    assert said in told
    assert contents(folder) == before


@pytest.mark.parametrize("confirm", ["RW-999=表1!B3", "RW-003", "PF-001=表1!B3"])
def test_an_entry_that_is_no_match_is_not_confirmed(folder, bring, confirm):
    before = contents(folder)
    assert bring(LISTS / "tasks.docx", "--confirm", confirm)[0] == 1
    assert contents(folder) == before


def test_words_that_look_like_markup_and_are_no_text_of_ours_stay_text(folder, bring, tmp_path):
    path = book(
        tmp_path / "c.xlsx",
        ["2026年任务清单"],
        ["工作任务", "责任科室"],
        ["<b>{{ x }}</b>：- [甲]，#乙", "法\u2f54处\u200b"],
    )
    assert bring(path, "--set", "领域=依法行政")[0] == 0
    entry = entries(folder)["RW-005"]
    assert entry.name == "<b>{{ x }}</b>：- [甲]，#乙"
    assert entry.offices == ("法水处",)


def rewritten(name, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(LISTS / name) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            text = old.read(one)
            new.writestr(one, change(text) if one == part else text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.xlsx",
            rewritten(
                "publicity.xlsx",
                "xl/worksheets/sheet1.xml",
                lambda text: text.replace(b'r="A1"', b'r="XFD1048576"', 1),
            ),
        ),
        (
            "a.docx",
            rewritten(
                "tasks.docx",
                "word/document.xml",
                lambda text: text.replace(
                    b"</w:tr>", b'<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc>' * 600 + b"</w:tr>", 1
                ),
            ),
        ),
    ],
    ids=["a cell far away", "cells over many columns"],
)
def test_a_table_that_is_far_too_large_is_refused_before_it_is_built(bring, tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    status, said = bring(tmp_path / name)
    assert status == 1
    assert "不像一份清单" in said
