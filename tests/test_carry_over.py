"""Last year's entries in a new report: what is proposed, ticked in a workbook and applied, all or nothing."""

from datetime import date

import openpyxl
import pytest
import yaml

from qingdan.cli import main
from qingdan.edit.incoming.plans import plans
from qingdan.site.check import problems_in
from qingdan.text.paragraphs import parse

DAY = "2032-12-31"
REPORT = """\
示例区水务局2026年度法治政府建设情况报告
一、2026年主要举措和成效
（一）依法办事。一是由法规处审核文件9份；二是约谈用水户近30户次。
（二）推进普法。开展讲座5次，其中进社区2次。
二、2027年工作安排
（一）加强普法。印发普法清单1份。
（二）清洗水箱，全年不少于两次。
"""


@pytest.fixture
def run(department, capsys, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")

    def run(*words):
        command = ["import-report", *words, "--year", "2026", "--data", str(department.folder), "--as-of", DAY]
        status = main(command)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def book(run, tmp_path):
    """Return the workbook of proposals after the report was archived, with a way to tick rows."""
    path = tmp_path / "建议.xlsx"
    status, _, said = run(str(tmp_path / "report.txt"), "--proposals", str(path))
    assert status == 0, said
    return Book(path)


class Book:
    def __init__(self, path):
        self.path = path

    def rows(self, sheet):
        head, *rows = openpyxl.load_workbook(self.path)[sheet].iter_rows(values_only=True)
        return [dict(zip(head, (text or "" for text in row), strict=True)) for row in rows]

    def tick(self, sheet, chosen, **filled):
        book = openpyxl.load_workbook(self.path)
        page = book[sheet]
        head = [cell.value for cell in page[1]]
        for row in page.iter_rows(min_row=2):
            texts = dict(zip(head, (cell.value or "" for cell in row), strict=True))
            if chosen(texts):
                for key, text in {"采用": "是", **filled}.items():
                    row[head.index(key)].value = text
        book.save(self.path)


def records(department, number):
    for path in (department.folder).rglob("*.yml"):
        found = (
            yaml.load(path.read_bytes(), Loader=yaml.BaseLoader) if path.parent.name in ("tasks", "publicity") else []
        )
        for entry in found:
            if entry["编号"] == number:
                return entry
    raise KeyError(number)


def test_the_plans_of_a_report_are_told_from_what_was_done():
    assert plans(parse(REPORT), 2026) == {"二", "二（一）", "二（二）"}


@pytest.mark.parametrize(
    ("heading", "told"),
    [("下一步工作打算", True), ("2027年推进法治政府建设的主要安排", True), ("2027年思路", True), ("存在的问题和下一步打算", False),
     ("2026年计划落实情况", False), ("2026年主要做法", False)],
)  # fmt: skip
def test_a_part_on_plans_is_known_by_its_heading(heading, told):
    assert bool(plans(parse(f"某局2026年度法治政府建设情况报告\n一、{heading}\n（一）甲。\n"), 2026)) == told


def test_what_is_only_planned_again_proves_nothing(run, department, tmp_path):
    text = REPORT.replace("开展讲座5次，其中进社区2次", "没有开展").replace("清洗水箱", "开展讲座3次，其中进社区2次")
    (tmp_path / "report.txt").write_text(text, "utf-8")
    _, proposed, _ = run(str(tmp_path / "report.txt"))
    assert "PF-001" not in {one["编号"] for one in yaml.safe_load(proposed)}
    assert "# 只是又写进了安排，不能证明做到，没有列出：PF-001" in proposed


def test_what_is_ticked_and_filled_is_written(run, book, department):
    book.tick("记录", lambda row: row["编号"] == "RW-002", 说明="约谈近30户次。", 状态="已落实")
    book.tick("新安排", lambda row: "清洗水箱" in row["引文"], 名称="清洗水箱", 领域="依法行政", 内容="清洗水箱。")
    book.tick("未列入", lambda row: row["段落"] == "标题")
    status, _, said = run("--apply", str(book.path))
    assert status == 0, said
    assert said.splitlines() == [
        "RW-002 添了一条记录",
        "RW-005 清洗水箱：新的条目",
        "reports/2026.yml 添了 1 条未列入清单的理由",
        f"接着：有数字的记录补“指标”；运行 python -m qingdan check --data {department.folder}，提交合并请求，请同事审核。",
    ]
    last = records(department, "RW-002")["记录"][-1]
    assert (last["日期"], last["状态"], last["说明"]) == ("2026", "已落实", "约谈近30户次。")
    assert last["证据"] == [{"报告": "2026", "段落": "一（一）2", "引文": "二是约谈用水户近30户次"}]
    new = records(department, "RW-005")
    assert (new["年度"], new["记录"][0]["状态"], new["责任主体"]) == ("2027", "已列入计划", ["待核定"])
    assert problems_in(department.folder, date(2032, 12, 31)) == []


def test_a_second_run_doubles_nothing(run, book, department):
    book.tick("记录", lambda row: row["编号"] == "RW-002", 说明="约谈近30户次。", 状态="已落实")
    book.tick("新安排", lambda row: "清洗水箱" in row["引文"], 名称="清洗水箱", 领域="依法行政", 内容="清洗水箱。")
    book.tick("未列入", lambda row: row["段落"] == "标题")
    run("--apply", str(book.path))
    before = department.files()
    status, _, said = run("--apply", str(book.path))
    assert status == 0
    assert "RW-002 已经有 2026 年度报告的记录，没有再加" in said
    assert "已经是 RW-005 的引文，没有再加" in said
    assert department.files() == before


def test_a_row_that_is_not_filled_is_named_and_nothing_is_written(run, book, department):
    before = department.files()
    book.tick("记录", lambda row: row["编号"] == "RW-002", 说明="约谈。", 状态="已落实")
    book.tick("记录", lambda row: row["编号"] == "RW-001")
    assert [row["编号"] for row in book.rows("记录")][1] == "RW-001"
    status, _, said = run("--apply", str(book.path))
    assert status == 1
    assert "“记录”第 3 行：说明还没有填，填好再采用" in said
    assert department.files() == before


def test_what_the_check_refuses_is_not_written(run, book, department):
    before = department.files()
    book.tick("记录", lambda row: row["编号"] == "RW-002", 说明="约谈近30户次。", 状态="做好了")
    status, _, said = run("--apply", str(book.path))
    assert (status, "“状态”没有“做好了”" in said) == (1, True)
    assert department.files() == before


def test_nothing_ticked_says_how_to_tick(run, book, department):
    before = department.files()
    status, _, said = run("--apply", str(book.path))
    assert (status, said) == (0, "没有采用的行：要采用的，在“采用”写“是”，存好再运行\n")
    assert department.files() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", ""), (b"nothing", ""), (None, "没有“")],
    ids=["an empty file", "another file", "no file"],
)
def test_what_is_no_workbook_of_proposals_is_refused(run, book, department, content, message):
    book.path.unlink() if content is None else book.path.write_bytes(content)
    before = department.files()
    status, _, said = run("--apply", str(book.path))
    assert status == 1
    assert message in said
    assert said.endswith("没有写入任何内容\n")
    assert department.files() == before


def test_what_is_ticked_twice_is_written_once(run, book, department):
    copied = openpyxl.load_workbook(book.path)
    for name in ("新安排", "未列入"):
        copied[name].append([cell.value for cell in copied[name][copied[name].max_row]])
    copied.save(book.path)
    book.tick("新安排", lambda row: "清洗水箱" in row["引文"], 名称="清洗水箱", 领域="依法行政")
    book.tick("未列入", lambda row: row["段落"] == "标题")
    status, _, said = run("--apply", str(book.path))
    assert status == 0, said
    assert "“新安排”第 4 行已经是 RW-005 的引文，没有再加" in said
    assert "reports/2026.yml 添了 1 条未列入清单的理由" in said
    assert not (department.folder / "tasks/rw-006.yml").exists()


@pytest.mark.parametrize("state", ["已落实", "长期坚持", "推进中"])
def test_a_plan_is_not_taken_as_proof_whatever_is_ticked(run, book, department, state):
    before = department.files()
    quote = "印发普法清单1份"
    book.tick("记录", lambda row: row["编号"] == "RW-002", 段落="二（一）", 引文=quote, 说明="印发了。", 状态=state)
    status, _, said = run("--apply", str(book.path))
    assert status == 1
    assert f"“记录”第 4 行：“二（一）”写的是以后的安排，不能证明“{state}”" in said
    assert department.files() == before


def test_what_is_only_planned_again_is_told_on_a_sheet_of_its_own(run, tmp_path):
    text = REPORT.replace("开展讲座5次，其中进社区2次", "没有开展").replace("清洗水箱", "开展讲座3次，其中进社区2次")
    (tmp_path / "report.txt").write_text(text, "utf-8")
    path = tmp_path / "建议.xlsx"
    run(str(tmp_path / "report.txt"), "--proposals", str(path))
    assert {(row["编号"], row["段落"]) for row in Book(path).rows("只是安排")} == {("PF-001", "二（二）")}
    assert "PF-001" not in {row["编号"] for row in Book(path).rows("记录")}


def test_what_of_an_entry_was_not_found_is_told_in_its_rows(run, department, tmp_path):
    tasks, quoted = (
        department.folder / "tasks/tasks.yml",
        "        - {报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}\n",
    )
    more = f"{quoted}        - {{报告: 2025, 段落: （三）, 引文: 宣传方式单一}}\n"
    tasks.write_text(tasks.read_text("utf-8").replace(quoted, more), "utf-8")
    path = tmp_path / "建议.xlsx"
    run(str(tmp_path / "report.txt"), "--proposals", str(path))
    lost = {row["编号"]: row["没有找到的"] for row in Book(path).rows("记录")}
    assert (lost["RW-001"], lost["RW-002"]) == ("", "宣传方式单一")


def test_the_words_of_an_arrangement_are_proposed_as_what_is_to_be_done(book):
    assert [row["内容"] for row in book.rows("新安排")] == ["印发普法清单1份。", "清洗水箱，全年不少于两次。"]


def test_the_import_says_how_the_ticked_workbook_is_applied(run, department, tmp_path):
    path = tmp_path / "建议.xlsx"
    _, _, said = run(str(tmp_path / "report.txt"), "--proposals", str(path))
    assert f"运行 python -m qingdan import-report --apply {path} --year 2026 --data {department.folder}；" in said


@pytest.mark.parametrize("option", ["--title", "--publisher", "--published", "--source", "--proposals"])
def test_options_of_a_report_are_refused_with_apply(run, book, department, option):
    before = department.files()
    given = {"--published": "2027-03-20"}.get(option, "示例")
    status, _, said = run("--apply", str(book.path), option, given)
    assert (status, f"{option}：采用建议时不用写" in said) == (2, True)
    assert department.files() == before


def test_a_workbook_without_its_sheets_is_refused(run, book):
    other = openpyxl.Workbook()
    other.save(book.path)
    status, _, said = run("--apply", str(book.path))
    assert (status, "工作簿里没有“记录”这一页" in said) == (1, True)


def test_words_that_look_like_a_formula_are_none(run, department, tmp_path):
    (tmp_path / "report.txt").write_text(REPORT.replace("清洗水箱", "=1+1水箱"), "utf-8")
    path = tmp_path / "建议.xlsx"
    run(str(tmp_path / "report.txt"), "--proposals", str(path))
    cells = [cell for page in openpyxl.load_workbook(path) for row in page.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_a_file_and_apply_exclude_each_other(run, book, tmp_path):
    assert run("--apply", str(book.path), str(tmp_path / "report.txt"))[0] == 2
    assert run()[0] == 2


def test_the_same_proposals_give_the_same_bytes(run, book, tmp_path):
    again = tmp_path / "again.xlsx"
    assert run(str(tmp_path / "report.txt"), "--proposals", str(again))[0] == 0
    assert again.read_bytes() == book.path.read_bytes()
