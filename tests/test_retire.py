"""`retire`: one record more at the right place, every other byte as before, or nothing at all."""

import pytest

from qingdan.cli import main
from qingdan.site.check import open_site

from .test_agenda import AS_OF, TASKS

PUBLICITY = "publicity/publicity.yml"
RECORD = "    - 日期: 2026-11-23\n      状态: 已退出\n      说明: 不再做。\n"


@pytest.fixture
def retire(department, capsys):
    """Return a function that retires an entry of the department: arguments → exit code and what was said."""

    def run(*arguments):
        code = main(["retire", "--data", str(department.folder), "--as-of", "2026-11-23", *arguments])
        return code, capsys.readouterr().err

    return run


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_record_is_added_and_no_other_byte_changes(department, retire, ending):
    file = department.folder / TASKS
    file.write_bytes(file.read_bytes().replace(b"\n", ending.encode()))
    before, record = department.files(), RECORD.replace("\n", ending).encode()
    assert retire("RW-001", "--reason", "不再做。")[0] == 0
    after = department.files()
    assert after[TASKS].count(record) == 1
    assert {**after, TASKS: after[TASKS].replace(record, b"")} == before
    assert open_site(department.folder, AS_OF).entries["RW-001"].records[-1].status == "已退出"


def test_reason_day_and_successors_are_written(department, retire):
    assert retire("RW-001", "--reason", "并入：约谈 #甲", "--date", "2026-10", "--successor", "RW-002")[0] == 0
    site = open_site(department.folder, AS_OF)
    left = site.retired(site.entries["RW-001"])
    assert (str(left.date), left.note, left.successors) == ("2026-10", "并入：约谈 #甲", ("RW-002",))


def test_an_entry_without_records_gets_its_first(department, retire):
    text = (department.folder / PUBLICITY).read_text(encoding="utf-8")
    assert "- 编号: PF-002" in text
    entry = text[text.index("- 编号: PF-002") :]
    assert "记录" not in entry
    assert retire("PF-002", "--reason", "不再做。")[0] == 0
    after = (department.folder / PUBLICITY).read_text(encoding="utf-8")
    assert after == text + "  记录:\n" + RECORD


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("RW-009", "--reason", "不再做。"), "两份清单和问答里没有“RW-009”，最接近的是“RW-00"),
        (("RW-004", "--reason", "不再做。"), "“RW-004”已于 2025-01-15 退出"),
        (("RW-001", "--reason", "不再做。", "--date", "2026年"), "--date：“2026年”不是日期"),
        (("RW-001", "--reason", "不再做。", "--date", "2026-11-24"), "--date：2026-11-24 还没有到"),
        (("RW-001", "--reason", "不再做。", "--date", "2024-01"), "这条记录（2024-01）早于上一条（2025）"),
        (("RW-001", "--reason", " "), "没有内容"),
        (("RW-001", "--reason", "一\n二"), "文字里有换行"),
        (("RW-001", "--reason", "不再做。", "--successor", "RW-001"), "“RW-001”就是这一条自己"),
        (("RW-001", "--reason", "不再做。", "--successor", "RW-004"), "“RW-004”自己也已退出"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(department, retire, arguments, message):
    before = department.files()
    code, said = retire(*arguments)
    assert (code, message in said, "没有写任何文件" in said) == (1, True, True)
    assert department.files() == before


def test_a_folder_with_faults_is_left_alone(department, retire):
    department.edit(TASKS, "核定日期: 2026-04-01", "核定日期: 四月")
    before = department.files()
    code, said = retire("RW-001", "--reason", "不再做。")
    assert code == 1
    assert "“核定日期”" in said
    assert department.files() == before


def test_the_last_successor_of_another_entry_is_not_retired_unseen(department, retire):
    assert retire("RW-001", "--reason", "并入。", "--successor", "RW-002")[0] == 0
    code, said = retire("RW-002", "--reason", "不再做。", "--successor", "RW-003")
    assert code == 1
    assert "“RW-002”自己也已退出，请改写它的接续：RW-003" in said
