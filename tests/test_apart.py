"""What is written apart counts as if it stood with its entry: read, compared, listed, exported, changed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qingdan.cli import main
from qingdan.diff.summary import differences
from qingdan.model.load import load
from qingdan.site.check import open_site, problems_in

SECOND, DAY = Path("tests/fixtures/second"), date(2026, 11, 23)
LAST = "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n"
FIRST, NEXT = (
    "    - {日期: 2026-03, 状态: 推进中, 说明: 开始改。}\n",
    "    - {日期: 2026-05, 状态: 推进中, 说明: 改了一半。}\n",
)


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "data", ignore=shutil.ignore_patterns("schema", ".qingdan-change")))


def put(folder, name, text):
    (folder / "records" / name).write_text(text, encoding="utf-8")


def of(folder, id):
    return next(entry for entry in load(folder, DAY)[0].entries if entry.value.id == id)


def test_records_apart_are_the_same_as_records_with_their_entry(folder, tmp_path):
    tasks, together = folder / "tasks/tasks.yml", tmp_path / "together"
    shutil.copytree(folder, together)
    put(folder, "b.yml", f"- 编号: RW-003\n  记录:\n{FIRST}")
    put(folder, "a.yml", f"- 编号: RW-003\n  记录:\n{NEXT}")
    text = tasks.read_text(encoding="utf-8")
    (together / "tasks/tasks.yml").write_text(text.replace(LAST, LAST + FIRST + NEXT), encoding="utf-8")
    apart, both = load(folder, DAY)[0], load(together, DAY)[0]
    assert differences(apart, both) == ()
    assert [one.value for one in apart.entries] == [one.value for one in both.entries]
    assert problems_in(folder, DAY) == []


def test_each_record_keeps_the_place_where_it_was_written(folder):
    put(folder, "a.yml", f"# 一行\n- 编号: RW-003\n  记录:\n{NEXT}{FIRST}")
    entry = of(folder, "RW-003")
    assert [str(record.date) for record in entry.value.records] == ["2025", "2026-03", "2026-05"]
    places = [entry.place("记录", index, "日期") for index in range(3)]
    assert [(Path(place.path).name, place.line) for place in places] == [("tasks.yml", 58), ("a.yml", 5), ("a.yml", 4)]


def test_a_year_is_not_earlier_than_a_month_of_it(folder):
    put(folder, "a.yml", f"- 编号: RW-003\n  记录:\n{FIRST}")
    put(folder, "b.yml", "- 编号: RW-003\n  记录:\n    - {日期: 2026, 状态: 推进中, 说明: 全年。}\n")
    assert [record.note for record in of(folder, "RW-003").value.records][-1] == "开始改。"


def test_a_confirmation_apart_confirms(folder):
    put(folder, "a.yml", "- 编号: RW-001\n  核定: 已核定\n  核定日期: 2026-05-01\n")
    put(folder, "b.yml", "- 编号: RW-001\n  核定: 已核定\n  核定日期: 2026-04-01\n")
    entry = of(folder, "RW-001")
    assert (entry.value.confirmed, str(entry.value.confirmed_on)) == ("已核定", "2026-05-01")
    assert Path(entry.place("核定").path).name == "a.yml"


def test_an_answer_is_withdrawn_apart(folder):
    put(folder, "a.yml", "- 编号: WD-002\n  退出: {日期: 2026-04-01, 说明: 问法变了。}\n")
    site = open_site(folder, DAY)
    assert "WD-002" not in {answer.id for answer in site.given}


def test_retire_writes_behind_the_last_record_wherever_it_stands(folder):
    put(folder, "a.yml", f"- 编号: RW-003\n  记录:\n{FIRST}")
    before = (folder / "tasks/tasks.yml").read_bytes()
    assert main(["retire", "RW-003", "--reason", "并入别处。", "--data", str(folder), "--as-of", "2026-11-23"]) == 0
    assert (folder / "tasks/tasks.yml").read_bytes() == before
    assert "已退出" in (folder / "records/a.yml").read_text(encoding="utf-8")
    assert of(folder, "RW-003").value.records[-1].status == "已退出"


def test_a_workbook_shows_and_changes_what_stands_apart(folder, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    put(folder, "a.yml", f"- 编号: RW-003\n  记录:\n{FIRST}")
    options = ["--data", str(folder), "--as-of", "2026-11-23"]
    assert main(["xlsx", "export", "--out", str(tmp_path), *options]) == 0
    path = tmp_path / "法治建设任务清单.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["记录"]
    row = next(row for row in sheet.iter_rows() if any(cell.value == "开始改。" for cell in row))
    cell = next(cell for cell in row if cell.value == "开始改。")
    cell.value = "开始改进。"
    book.save(path)
    assert main(["xlsx", "import", str(path), *options]) == 0
    assert FIRST.replace("开始改", "开始改进") in (folder / "records/a.yml").read_text(encoding="utf-8")


def test_of_two_withdrawals_the_first_counts_and_is_where_it_was_written(folder):
    put(folder, "a.yml", "- 编号: WD-002\n  退出: {日期: 2026-04-01, 说明: 一。}\n")
    put(folder, "b.yml", "- 编号: WD-002\n  退出: {日期: 2026-05-01, 说明: 二。}\n")
    answer = next(one for one in load(folder, DAY)[0].answers if one.value.id == "WD-002")
    assert (answer.value.withdrawn.reason, Path(answer.place("退出").path).name) == ("一。", "a.yml")
