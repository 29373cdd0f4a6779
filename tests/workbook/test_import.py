"""What was edited in a workbook is changed in the YAML, and not a byte more."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from conftest import contents
from qingdan.edit.workbook.columns import Column
from qingdan.edit.workbook.tables import meant, shown
from qingdan.model import Law, facts_of
from qingdan.model.values import Line
from qingdan.source.read import decode, parse, values
from qingdan.source.write import why_unwritable

from .conftest import LAWS, PUBLICITY, TASKS

ALL = (PUBLICITY, TASKS, LAWS)
FILE = "tasks/tasks.yml"


def edited(office, *puts, title=TASKS):
    with office.edit(title) as book:
        for put in puts:
            book.put(*put)


def differences(before, after):
    """Return the lines taken out and put in, where the rest of the text is the same."""
    old, new = before.splitlines(), after.splitlines()
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def change(office, *puts, title=TASKS, file=FILE):
    """Edit, import, and return the lines taken out and put in; no other file may change."""
    before = contents(office.data)
    edited(office, *puts, title=title)
    status, said = office.bring(title)
    assert status == 0, said
    after = contents(office.data)
    assert [str(path) for path in before if before[path] != after[path]] == [file]
    path = next(path for path in before if str(path) == file)
    return differences(before[path].decode(), after[path].decode())


@pytest.mark.parametrize("title", ALL)
def test_a_round_trip_without_edits_changes_no_byte(office, title):
    before = contents(office.data)
    assert office.bring(title) == (0, "工作簿里没有改动，什么都没有写\n")
    assert contents(office.data) == before


@pytest.mark.parametrize("title", ALL)
def test_a_round_trip_of_lists_of_real_size_changes_no_byte(real, title):
    before = contents(real.data)
    with real.edit(title):
        pass
    assert real.bring(title) == (0, "工作簿里没有改动，什么都没有写\n")
    assert contents(real.data) == before


def test_sorted_rows_and_moved_columns_change_no_byte(office):
    before = contents(office.data)
    with office.edit() as book:
        for page in (book[TASKS], book["记录"], book["证据"]):
            header, *rows = [[cell.value for cell in row][::-1] for row in page.iter_rows()]
            for number, row in enumerate([header, *reversed(rows)], 1):
                for index, text in enumerate(row, 1):
                    page.cell(number, index).value = text
    assert office.bring() == (0, "工作簿里没有改动，什么都没有写\n")
    assert contents(office.data) == before


def test_one_changed_cell_changes_one_line(office):
    assert change(office, (TASKS, ["RW-002"], "内容", "改了。")) == (
        ["  内容: 约谈违规用水的用水户。"],
        ["  内容: 改了。"],
    )


def test_what_was_changed_is_said_with_its_cell(office):
    with office.edit() as book:
        cell = book.put(TASKS, ["RW-002"], "内容", "改了。")
    status, said = office.bring()
    assert (status, said.splitlines()[0]) == (0, f"{cell}: RW-002 的内容")


def test_a_text_gets_quotes_only_where_it_needs_them(office):
    assert change(office, (TASKS, ["RW-002"], "内容", "甲: 乙"))[1] == ["  内容: '甲: 乙'"]


def test_a_filled_field_is_inserted_where_staff_would_write_it(office):
    assert change(office, (TASKS, ["RW-001"], "备注", "有。")) == ([], ["  备注: 有。"])
    lines = (office.data / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[lines.index("  备注: 有。") - 1] == "  核定: 待核定"


def test_an_emptied_optional_field_is_removed(office):
    change(office, (TASKS, ["RW-001"], "备注", "有。"))
    office.export()
    assert change(office, (TASKS, ["RW-001"], "备注", None)) == (["  备注: 有。"], [])


def test_a_longer_list_keeps_its_brackets(office):
    puts = (PUBLICITY, ["PF-001"], "对象", "用水户、全体公民")
    change_ = change(office, puts, title=PUBLICITY, file="publicity/publicity.yml")
    assert change_ == (["  对象: [用水户]"], ["  对象: [用水户, 全体公民]"])


def test_a_value_within_a_single_record_is_changed(office):
    change_ = change(office, (LAWS, ["yearly-report-rules"], "核对日期", "2026-02"), title=LAWS, file="laws/laws.yml")
    assert change_ == (["    日期: 2026-01"], ["    日期: 2026-02"])


def test_articles_added_to_a_law_that_stands_alone(office):
    change_ = change(
        office, ("法规", ["PF-002", "1"], "条", "第二十四条"), title=PUBLICITY, file="publicity/publicity.yml"
    )
    assert change_ == (
        ["  法规: [yearly-report-rules]"],
        ["  法规: [{法规: yearly-report-rules, 条: [第二十四条]}]"],
    )


def append(office, *rows, title=TASKS):
    with office.edit(title) as book:
        for name, row in rows:
            book[name].append(row)


def test_a_new_record_with_its_evidence_and_figure_is_appended(office):
    append(
        office,
        ("记录", ["RW-001", None, "2025-12", "长期坚持", "又审核了文件。"]),
        ("证据", ["RW-001", "2", None, "2025", "（一）1", "由法规处审核文件7份"]),
        ("指标", ["RW-001", "2", None, "文件审核", "7", "份"]),
    )
    assert change(office) == (
        [],
        [
            "    - 日期: 2025-12",
            "      状态: 长期坚持",
            "      说明: 又审核了文件。",
            "      证据:",
            "        - {报告: 2025, 段落: （一）1, 引文: 由法规处审核文件7份}",
            "      指标:",
            "        - {名称: 文件审核, 数值: 7, 单位: 份}",
        ],
    )


def test_a_record_in_braces_is_followed_by_one_in_braces(office):
    append(office, ("记录", ["RW-004", "3", "2026-01-15", "已退出", "仍然退出。"]))
    edited(office, ("记录", ["RW-004", "2"], "状态", "已列入计划"))
    assert change(office)[1][-1] == "    - {日期: 2026-01-15, 状态: 已退出, 说明: 仍然退出。}"


def test_the_first_evidence_of_a_record_makes_a_new_list(office):
    append(office, ("证据", ["RW-002", "1", None, "2025", "（一）2", "二是约谈用水户近20户次"]))
    assert change(office) == (
        [],
        ["      证据:", "        - {报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}"],
    )


def test_a_removed_row_removes_its_line_only(office):
    with office.edit(PUBLICITY) as book:
        book["证据"].append(["PF-001", "1", None, "2025", "（二）2", "其中进社区2次"])
    assert office.bring(PUBLICITY)[0] == 0
    office.export()
    with office.edit(PUBLICITY) as book:
        book["证据"].delete_rows(3)
    change_ = change(office, title=PUBLICITY, file="publicity/publicity.yml")
    assert change_ == (["        - {报告: 2025, 段落: （二）2, 引文: 其中进社区2次}"], [])


def test_the_last_row_of_an_optional_list_takes_the_list_with_it(office):
    with office.edit() as book:
        book["指标"].delete_rows(book.cell("指标", ["RW-002", "2", "1"], "名称").row)
    taken = ["      指标:", "        - {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}"]
    assert change(office) == (taken, [])


def test_a_row_whose_cells_were_cleared_is_removed_like_a_deleted_one(office):
    with office.edit() as book:
        for header in ("名称", "数值", "单位", "约数"):
            book.put("指标", ["RW-002", "2", "1"], header, None)
    assert change(office)[0][0] == "      指标:"


def test_several_edits_of_one_entry_are_made_together(office):
    append(
        office,
        ("依据", ["RW-001", None, "water-use-rules", "第九条"]),
        ("依据", ["RW-001", "2", "yearly-report-rules"]),
    )
    old, new = change(office, (TASKS, ["RW-001"], "名称", "审核"), (TASKS, ["RW-001"], "备注", "有。"))
    assert (old[0], new[0]) == ("  名称: 文件审核", "  名称: 审核")
    assert "  依据: [old-water-rules, yearly-report-rules, {法规: water-use-rules, 条: [第九条]}]" in new
    assert new[-1] == "  备注: 有。"


def test_a_row_with_the_next_number_comes_before_one_without_number(office):
    append(office, ("依据", ["RW-001", None, "water-use-rules"]), ("依据", ["RW-001", "2", "yearly-report-rules"]))
    assert change(office)[1] == ["  依据: [old-water-rules, yearly-report-rules, water-use-rules]"]


def test_comments_order_quotes_and_line_ends_stay(department, office):
    file = department.folder / FILE
    text = file.read_text(encoding="utf-8").replace(
        "  内容: 文件出台前先审核。", "  # 话\n  内容: '文件出台前先审核。'  # 尾"
    )
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    office.export()
    before = file.read_bytes()
    change(office, (TASKS, ["RW-001"], "内容", "改了。"))
    assert file.read_bytes() == before.replace("'文件出台前先审核。'".encode(), "'改了。'".encode())


def test_a_year_typed_as_a_number_and_a_whole_day_typed_as_a_date_are_read(office):
    with office.edit() as book:
        year, day = book.cell(TASKS, ["RW-003"], "年度"), book.cell(TASKS, ["RW-002"], "核定日期")
        year.value, year.number_format = 2026, "General"
        day.value, day.number_format = datetime(2026, 5, 1), "yyyy/m/d"
    assert change(office) == change_of_both(office)


def change_of_both(office):
    lines = (office.data / FILE).read_text(encoding="utf-8").splitlines()
    first, last = lines.index("  核定日期: 2026-05-01"), lines.index("  年度: 2026")
    new = lines[first : last + 1]
    return ["  核定日期: 2026-04-01", *new[1:-1], "  年度: 2025"], new


def test_edits_already_made_in_the_file_are_nothing_to_do(department, office):
    edited(office, (TASKS, ["RW-001"], "内容", "改了。"))
    department.edit(FILE, "文件出台前先审核。", "改了。")
    assert office.bring() == (0, "工作簿里没有改动，什么都没有写\n")


def test_a_change_of_another_field_in_the_file_is_kept(department, office):
    department.edit(FILE, "名称: 旧的任务", "名称: 旧任务")
    assert change(office, (TASKS, ["RW-004"], "内容", "改了。")) == (["  内容: 已经不再做的事。"], ["  内容: 改了。"])
    assert department.count(FILE, "名称: 旧任务") == 1


TEXT = st.one_of(
    st.text(
        st.sampled_from("甲乙“”，：；、 \t'\"#:-?,[]{}&*!|>%@`~=+\\/0159onyes_x041…\U00020000"), min_size=1, max_size=12
    ),
    st.text(min_size=1, max_size=40),
).filter(lambda text: not why_unwritable(text))


def told(text):
    """Tell whether the lists take a text: it says something."""
    try:
        TypeAdapter(Line).validate_python(text)
    except ValidationError:
        return False
    return True


TYPED_IN = ("RW-001", "RW-002", "RW-003", "RW-004")


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(*[TEXT.filter(told)] * len(TYPED_IN)))
@example(("=1+1", "_x0041_", "007", "1.10"))
@example(("甲\t乙", "- 甲: 乙 # 丙", "甲" * 2000, "TRUE"))
def test_every_text_that_the_lists_accept_arrives_as_typed_and_comes_back(office, texts):
    for path in office.books.iterdir():
        path.unlink()
    office.export()
    edited(office, *((TASKS, [number], "备注", text) for number, text in zip(TYPED_IN, texts, strict=True)))
    status, said = office.bring()
    assert status == 0, said
    entries = {entry["编号"]: entry for entry in values(parse(decode(office.data / FILE, FILE), FILE))}
    assert [entries[number]["备注"] for number in TYPED_IN] == [*texts]
    office.export()
    assert office.bring() == (0, "工作簿里没有改动，什么都没有写\n")


LIST = Column(("待核事项",), facts_of(Law)["待核事项"], required=False)


@given(st.lists(TEXT, max_size=4).map(tuple))
@example(("甲、乙",))
@example(("甲、乙", "丙"))
def test_every_list_of_texts_fits_in_a_cell_and_comes_back(items):
    assert meant(LIST, shown(items)) == items
