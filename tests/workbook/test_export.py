"""The exported workbooks: made for people, and the same bytes every time."""

import re
import zipfile

import openpyxl
import pandas
import pytest

from conftest import contents
from qingdan.model.vocab import Vocabulary

from .conftest import LAWS, PUBLICITY, TASKS


@pytest.fixture
def book(office):
    return openpyxl.load_workbook(office.path(TASKS))


def test_each_list_is_one_workbook(office):
    assert sorted(path.name for path in office.books.iterdir()) == sorted(
        f"{t}.xlsx" for t in (PUBLICITY, TASKS, "问答", LAWS)
    )


def test_two_exports_are_the_same_bytes(office):
    before = contents(office.books)
    for path in office.books.iterdir():
        path.unlink()
    office.export()
    assert contents(office.books) == before


def test_no_time_but_the_given_day_is_in_the_file(office):
    with zipfile.ZipFile(office.path(TASKS)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        times = re.findall(r"\d{4}-\d\d-\d\dT[0-9:]+Z", parts.read("docProps/core.xml").decode())
    assert times == ["2026-11-23T00:00:00Z"] * 2


def test_an_independent_reader_sees_every_entry(office):
    frame = pandas.read_excel(office.path(TASKS), sheet_name=TASKS, dtype=str)
    assert list(frame["编号"]) == ["RW-001", "RW-002", "RW-003", "RW-004"]
    assert frame.set_index("编号").loc["RW-003", "内容"] == "改进宣传方式。"
    figures = pandas.read_excel(office.path(TASKS), sheet_name="指标", dtype=str)
    assert figures[["编号", "记录", "名称", "数值", "约数"]].values.tolist()[1] == [
        "RW-002",
        "2",
        "约谈用水户",
        "20",
        "是",
    ]


def test_header_and_number_stay_in_sight(book):
    assert {book[name].freeze_panes for name in (TASKS, "依据", "记录", "证据", "指标", "词表")} == {"B2"}


def test_what_helps_reading_is_shown_and_what_only_the_program_needs_is_hidden(book):
    assert [page.title for page in book if page.sheet_state == "visible"] == [
        TASKS,
        "时限出处",
        "依据",
        "回应",
        "数字出处",
        "清单原文",
        "记录",
        "证据",
        "指标",
        "词表",
    ]
    assert {page.sheet_state for page in book if page.title.startswith("导出")} == {"veryHidden"}


def test_every_header_has_a_note_that_says_what_it_means(book):
    for name in (TASKS, "依据", "记录", "证据", "指标"):
        for cell in book[name][1]:
            assert cell.value in cell.comment.text
            assert len(cell.comment.text) > len(cell.value) + 5


def test_the_note_of_a_closed_field_gives_its_words_with_their_meanings(book):
    note = book["记录"]["D1"].comment.text
    assert "已退出：" in note
    assert book["记录"]["D1"].value == "状态"


def test_closed_fields_have_a_drop_down_of_the_vocabulary(book):
    choices = {str(choice.sqref).split(":")[0]: choice for choice in book["记录"].data_validations.dataValidation}
    page, _, area = choices["D2"].formula1.partition("!")
    assert page == "'词表'"
    offered = [cell.value for [cell] in book["词表"][area.replace("$", "")]]
    assert offered == ["已列入计划", "推进中", "已落实", "长期坚持", "已退出"]
    assert choices["D2"].showErrorMessage


def test_a_field_of_several_words_offers_them_without_insisting(book):
    [headers] = book[TASKS].iter_rows(max_row=1, values_only=True)
    letter = openpyxl.utils.get_column_letter(headers.index("责任主体") + 1)
    [choice] = [c for c in book[TASKS].data_validations.dataValidation if str(c.sqref).startswith(f"{letter}2")]
    assert not choice.showErrorMessage


def test_every_closed_field_of_the_models_has_a_drop_down(book):
    sections = {row[0] for row in book["词表"].iter_rows(min_row=2, values_only=True)}
    assert sections == {"任务类别", "任务领域", "责任主体", "来源", "核定", "意见", "状态", "法规库"}
    assert sections - {"法规库"} <= {info.alias for info in Vocabulary.model_fields.values()}


def test_new_rows_are_text_too_so_that_dates_stay_as_typed(book):
    assert book["记录"].column_dimensions["C"].number_format == "@"
    assert {cell.number_format for row in book["记录"].iter_rows() for cell in row if cell.value} == {"@"}


def test_items_of_a_list_are_joined(real):
    book = openpyxl.load_workbook(real.path(TASKS))
    cells = {cell.value for [cell] in book[TASKS].iter_rows(min_col=5, max_col=5)}
    assert "委主要负责人、分管领导" in cells


@pytest.mark.parametrize("start", "=+-@")
def test_a_text_that_looks_like_a_formula_is_text(department, office, start):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n", f"名称: '{start}甲+甲'\n")
    office.export()
    book = openpyxl.load_workbook(office.path(TASKS))
    cell = book[TASKS]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{start}甲+甲", "s", True)
    with zipfile.ZipFile(office.path(TASKS)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "sheets/" in name)


def test_a_workbook_with_edits_that_are_not_imported_is_not_overwritten(office):
    with office.edit() as book:
        book.put(TASKS, ["RW-001"], "内容", "改了。")
    before = contents(office.books)
    status, said = office.run("export", "--out", office.books)
    assert status == 1
    assert said.splitlines()[0].endswith(f"{TASKS}.xlsx: 里面有还没有导入的改动；请先导入，或者改名、移走以后再导出")
    assert contents(office.books) == before


def test_a_workbook_whose_edits_are_imported_is_exported_anew(office):
    with office.edit() as book:
        book.put(TASKS, ["RW-001"], "内容", "改了。")
    assert office.bring()[0] == 0
    office.export()
    hidden = openpyxl.load_workbook(office.path(TASKS))[f"导出时的{TASKS}"]
    assert "改了。" in {cell.value for cell in hidden[2]}
    assert office.bring() == (0, "工作簿里没有改动，什么都没有写\n")


def test_faulty_data_is_not_exported(department, office):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n", "名称:\n")
    status, said = office.run("export", "--out", office.books)
    assert status == 1
    assert "tasks.yml:3:3: 文件写法:" in said
    assert said.endswith("清单里有 1 处问题，请先改好；什么都没有写\n")


@pytest.mark.parametrize("arguments", [["import"], ["export", "甲.xlsx"]])
def test_a_wrong_command_says_how_to_write_it(office, arguments):
    status, said = office.run(*arguments)
    assert (status, said) == (2, "写成 xlsx export [--out 文件夹]，或者 xlsx import 工作簿.xlsx\n")
