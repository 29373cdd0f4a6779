"""Workbooks that cannot be taken over: a message at the cell, in Chinese, and nothing is written."""

from datetime import datetime, time

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from .conftest import LAWS, PUBLICITY, TASKS

FILE = "tasks/tasks.yml"


def test_a_renamed_column(office):
    with office.edit() as book:
        book[TASKS]["B1"].value = "任务名称"
    assert office.refusal() == [
        f"{TASKS}!B1: 没有“任务名称”这一列，最接近的是“名称”；列名不能改，列也不能加",
        f"{TASKS}!1: 缺少“名称”这一列，请恢复（列名在第一行）",
    ]


def test_an_added_column(office):
    with office.edit() as book:
        book["记录"]["H1"].value = "经办人"
        book["记录"]["H2"].value = "甲"
    [line] = office.refusal()
    assert line.startswith("记录!H1: 没有“经办人”这一列，")


def test_a_deleted_column_of_numbers(office):
    with office.edit() as book:
        book["记录"].delete_cols(1)
    assert office.refusal() == ["记录!1: 缺少“编号”这一列，请恢复（列名在第一行）"]


def test_a_deleted_header_row(office):
    with office.edit() as book:
        book[TASKS].delete_rows(1)
    lines = office.refusal()
    assert lines[0].startswith(f"{TASKS}!A1: 没有“RW-001”这一列")
    assert f"{TASKS}!1: 缺少“编号”这一列，请恢复（列名在第一行）" in lines


def test_a_column_twice(office):
    with office.edit() as book:
        book[TASKS]["Z1"].value = "名称"
    assert office.refusal() == [f"{TASKS}!Z1: 有两列都叫“名称”，请只留一列"]


def test_a_note_beside_the_table(office):
    with office.edit() as book:
        book[TASKS]["Z3"].value = "这条要问一下"
    assert office.refusal() == [f"{TASKS}!Z3: 这一列没有列名，放不进清单；请删去"]


@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://example.com","点")', ArrayFormula("B2", "=A1:A2")])
def test_a_formula(office, formula):
    with office.edit() as book:
        book[TASKS]["B2"].value = formula
    assert office.refusal() == [f"{TASKS}!B2: 这里是公式，程序不替你计算；请复制后用“选择性粘贴—数值”换成结果"]


def test_merged_cells(office):
    with office.edit() as book:
        book["证据"].merge_cells("D2:E3")
    assert office.refusal() == ["证据!D2:E3: 这些单元格合并了，请取消合并，每格各写各的"]


AS_TEXT = "请把单元格格式设为“文本”再输入"
DAYS = "写成 2024、2024-05 或 2024-05-01"
TYPED = [
    (45992, "General", f"这里是数字 45992，像是表格的日期序号；{AS_TEXT}，{DAYS}"),
    (2026.5, "General", f"这里被表格变成了数字 2026.5，看不出原来怎样写（例如 1.10 会变成 1.1），{AS_TEXT}"),
    (2026, "0%", f"这里被表格变成了数字 2026，看不出原来怎样写（例如 1.10 会变成 1.1），{AS_TEXT}"),
    (datetime(2026, 5, 1), "mmm-yy", f"这里被表格变成了日期，看不出写的是年、月还是日；{AS_TEXT}，{DAYS}"),
    (datetime(2026, 5, 1), 'm"月"d"日"', f"这里被表格变成了日期，看不出写的是年、月还是日；{AS_TEXT}，{DAYS}"),
    (datetime(2026, 5, 1, 9), "yyyy-mm-dd", f"这里被表格变成了日期，看不出写的是年、月还是日；{AS_TEXT}，{DAYS}"),
    (time(9), "h:mm", f"这里被表格变成了时间，{AS_TEXT}"),
    (True, "General", f"这里被表格变成了逻辑值，{AS_TEXT}"),
    ("#REF!", "General", "这里是错误值 #REF!，请改写"),
]


@pytest.mark.parametrize(("value", "number_format", "message"), TYPED)
def test_a_date_that_is_no_text(office, value, number_format, message):
    with office.edit() as book:
        cell = book.cell(TASKS, ["RW-003"], "时限")
        cell.value, cell.number_format = value, number_format
    assert office.refusal() == [f"{TASKS}!{cell.coordinate}: {message}"]


@pytest.mark.parametrize(
    ("value", "number_format", "message"),
    [
        (1.1, "General", f"这里被表格变成了数字 1.1，看不出原来怎样写（例如 1.10 会变成 1.1），{AS_TEXT}"),
        (10**15, "General", f"这里被表格变成了数字 1e+15，看不出原来怎样写（例如 1.10 会变成 1.1），{AS_TEXT}"),
        (datetime(2026, 5, 1), "yyyy-mm-dd", f"这里被表格变成了日期，{AS_TEXT}"),
    ],
)
def test_a_text_that_became_something_else(office, value, number_format, message):
    with office.edit() as book:
        cell = book.cell(TASKS, ["RW-003"], "内容")
        cell.value, cell.number_format = value, number_format
    assert office.refusal() == [f"{TASKS}!{cell.coordinate}: {message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲\n乙", "文字里有换行，请写在一行内"),
        ("甲\xa0乙", "这里有看不见的字符 U+00A0，请删去后重新输入"),
        ("甲_xD83D_乙", "这里有看不见的字符 U+D83D，请删去后重新输入"),
    ],
)
def test_characters_that_the_lists_do_not_take(office, text, message):
    with office.edit() as book:
        cell = book.cell(TASKS, ["RW-003"], "内容")
        cell.value = text
    assert office.refusal() == [f"{TASKS}!{cell.coordinate}: {message}"]


def test_an_emptied_field_that_must_be_filled(office):
    with office.edit() as book:
        cell = book.put(TASKS, ["RW-003"], "内容", None)
    assert office.refusal() == [f"{cell}: “内容”必须填，不能空"]


def test_a_word_outside_the_vocabulary_is_said_at_its_cell(office):
    with office.edit() as book:
        cell = book.put(TASKS, ["RW-003"], "领域", "依法行攻")
    [line] = office.refusal()
    assert line.startswith(f"{cell}: 词表: “领域”没有“依法行攻”，最接近的是“依法行政”")


def test_a_quotation_that_is_not_in_the_report_is_said_at_its_cell(office):
    with office.edit() as book:
        cell = book.put("证据", ["RW-001", "1", "1"], "引文", "由法规处审核文件8份")
    lines = office.refusal()
    assert any(line.startswith(f"{cell}: 引文:") for line in lines)


def test_what_breaks_a_rule_in_another_file_is_said_at_that_file(office):
    with office.edit(LAWS) as book:
        book["条文"].delete_rows(book.cell("条文", ["yearly-report-rules", "1"], "条").row)
    lines = office.refusal(LAWS)
    assert any(line.startswith(f"{office.data.as_posix()}/vocab.yml:") for line in lines)


def test_every_fault_is_listed_not_only_the_first(office):
    with office.edit() as book:
        book[TASKS]["B2"].value = "=1"
        book["记录"]["C2"].value = 45992
        book["证据"].merge_cells("D2:E2")
    assert [line.split(": ")[0] for line in office.refusal()] == [f"{TASKS}!B2", "记录!C2", "证据!D2:E2"]


def test_a_new_entry_is_sent_to_the_command_for_it(office):
    with office.edit() as book:
        book[TASKS].append(["RW-005", "新的"])
    assert office.refusal() == [
        f"{TASKS}!A6: 没有“RW-005”。编号不能改；新的一条请用 python -m qingdan new 加，再重新导出"
    ]


def test_a_changed_number(office):
    with office.edit() as book:
        book[TASKS]["A2"].value = "RW-010"
    lines = office.refusal()
    assert lines[0].startswith(f"{TASKS}!A2: 没有“RW-010”。编号不能改")
    assert (
        f"{TASKS}: “RW-001”这一行不见了；公开过的不能删，也不能改编号，请恢复；不再列入的用 python -m qingdan retire"
        in lines
    )


def test_a_number_twice(office):
    with office.edit() as book:
        book[TASKS].append([cell.value for cell in book[TASKS][2]])
    assert office.refusal() == [f"{TASKS}!A6: “RW-001”写了两次（前一次在第 2 行），请只留一行"]


def test_a_number_of_a_row_twice(office):
    with office.edit() as book:
        book["记录"].append(["RW-001", "1", "2026", "长期坚持", "又一次。"])
    assert office.refusal() == ["记录!B8: “RW-001 1”写了两次（前一次在第 2 行），请只留一行"]


def test_a_number_that_leaves_a_gap(office):
    with office.edit() as book:
        book["记录"].append(["RW-001", "5", "2026", "长期坚持", "又一次。"])
    assert office.refusal() == ["记录!B8: 新加的行序号应是 2，现为 5；也可以不写"]


def test_a_record_of_an_unknown_entry(office):
    with office.edit() as book:
        book["记录"].append(["RW-009", None, "2026", "长期坚持", "又一次。"])
    assert office.refusal() == [f"记录!A8: 工作表“{TASKS}”里没有 RW-009，这一行不知道放在哪里"]


def test_evidence_of_an_unknown_record(office):
    with office.edit() as book:
        book["证据"].append(["RW-001", "7", None, "2025", "（一）1", "由法规处审核文件7份"])
    [line] = office.refusal()
    assert line == "证据!B5: 工作表“记录”里没有 RW-001 的第 7 条，这一行不知道放在哪里"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ([None, None], "记录!A8: 缺少“编号”，程序不知道这一行属于哪一条；请补上，整行不要的请整行删去"),
        (["RW-001", "二"], "记录!B8: “序号”应是从 1 起的数字，现为“二”"),
        (["RW-001", "0"], "记录!B8: “序号”应是从 1 起的数字，现为“0”"),
    ],
)
def test_a_row_whose_place_is_not_said(office, key, message):
    with office.edit() as book:
        book["记录"].append([*key, "2026", "长期坚持", "又一次。"])
    assert office.refusal() == [message]


def test_a_deleted_record(office):
    with office.edit() as book:
        book["记录"].delete_rows(2)
        book["证据"].delete_rows(2)
        book["指标"].delete_rows(2)
    assert "记录: RW-001 的“记录”少了第 1 条；记录只在末尾添加，不能删，请恢复" in office.refusal()


def test_the_only_law_of_an_entry_deleted(office):
    with office.edit(PUBLICITY) as book:
        book["法规"].delete_rows(2)
    assert office.refusal(PUBLICITY) == ["法规: PF-001 的“法规”至少要有一行，请恢复"]


def test_a_new_record_that_is_not_filled_in(office):
    with office.edit() as book:
        book["记录"].append(["RW-001", None, "2026", "长期坚持"])
    assert office.refusal() == ["记录!E8: “说明”必须填，不能空"]


def test_the_same_field_changed_in_the_file_since(department, office):
    with office.edit() as book:
        cell = book.put(TASKS, ["RW-001"], "内容", "在这里改了。")
    department.edit(FILE, "文件出台前先审核。", "在文件里改了。")
    [line] = office.refusal()
    assert line.startswith(
        f"{cell}: 这里改成了“在这里改了。”，可是导出以后清单里也改了，现在是“在文件里改了。”；请重新导出"
    )


def test_a_row_added_to_a_list_that_grew_in_the_file_since(department, office):
    with office.edit() as book:
        book["依据"].append(["RW-001", None, "water-use-rules"])
    department.edit(FILE, "依据: [old-water-rules]", "依据: [old-water-rules, yearly-report-rules]")
    [line] = office.refusal()
    assert line.startswith("依据: RW-001 的“依据”在导出以后已经改过，行数对不上；请重新导出")


def test_a_missing_sheet(office):
    with office.edit() as book:
        del book.book["记录"]
    assert office.refusal() == [f"{TASKS}.xlsx: 缺少工作表“记录”，请恢复"]


def test_a_renamed_or_added_sheet(office):
    with office.edit() as book:
        book.book.create_sheet("草稿")
    assert office.refusal() == ["草稿: 没有这个工作表，放不进清单；请删去，或者改回原来的名字"]


def test_a_changed_vocabulary(office):
    with office.edit() as book:
        book["词表"]["C2"].value = "另一个定义"
    assert office.refusal() == ["词表!C2: 词表不从工作簿改，请恢复；要改词表请改 vocab.yml"]


def test_hidden_sheets_taken_away(office):
    with office.edit() as book:
        del book.book["导出时的记录"]
    [line] = office.refusal()
    assert line.startswith(f"{TASKS}.xlsx: 隐藏的工作表被删去了，认不出改了哪些；请重新导出")


@pytest.mark.parametrize("header", ["编号", "序号"])
def test_hidden_sheets_changed(office, header):
    with office.edit() as book:
        book.put("导出时的记录", ["RW-001", "1"], header, None)
    [line] = office.refusal()
    assert line.startswith(f"{TASKS}.xlsx: 隐藏的工作表被改动了，认不出改了哪些；请重新导出")


def test_a_workbook_that_was_not_exported(office):
    book = openpyxl.Workbook()
    book.active.append(["编号", "名称"])
    book.save(office.path(TASKS))
    [line] = office.refusal()
    assert line.startswith(f"{TASKS}.xlsx: 不是导出的工作簿，或者它隐藏的工作表被删去了；请重新导出")


def test_a_workbook_of_another_department(department, office):
    department.edit("site.yml", "主体: ", "主体: 另一个")
    [line] = office.refusal()
    assert "的清单，这里是“另一个" in line


def test_a_workbook_of_another_version(office):
    with office.edit() as book:
        book["导出信息"]["A2"].value = "0"
    [line] = office.refusal()
    assert line.startswith(f"{TASKS}.xlsx: 是另一个版本的程序导出的；请重新导出")


def test_one_cell_at_the_far_end(office):
    with office.edit() as book:
        book["记录"]["XFD1048576"].value = "甲"
    assert office.refusal() == [
        "记录: 最后一格在第 1048576 行、第 16384 列，太大了；请删去多余的空行空列，或者重新导出再改"
    ]


def test_faulty_data_takes_nothing_over(department, office):
    department.edit(FILE, "名称: 旧的任务\n", "名称:\n")
    status, said = office.bring()
    assert status == 1
    assert said.endswith("清单里有 1 处问题，请先改好；什么都没有写\n")
