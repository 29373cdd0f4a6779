"""变更单: what a sheet says is done, to the letter and nowhere else; what no longer fits, or is no sheet, is refused in words."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qingdan.cli import main
from qingdan.desk.addresses import Host
from qingdan.desk.desk import Desk
from qingdan.edit.slip.slip import Unreadable, read, written
from qingdan.model.load import load
from qingdan.site.check import problems_in

SECOND, DAY = Path("tests/fixtures/second"), date(2026, 11, 23)
TITLE = "示例区水务局法治责任清单"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "data", ignore=shutil.ignore_patterns("schema", ".qingdan-change")))


@pytest.fixture
def apply(folder, tmp_path, capsys):
    """Return the function that carries out a sheet by the command: its status and what it says."""

    def run(text):
        sheet = tmp_path / "变更单.yml"
        sheet.write_bytes(text if isinstance(text, bytes) else text.encode())
        status = main(["apply", str(sheet), "--data", str(folder), "--as-of", DAY.isoformat()])
        return status, capsys.readouterr().err

    return run


def sheet(job, id, rest, site=TITLE):
    return f"变更单: {site}\n做什么: {job}\n编号: {id}\n日期: 2026-11-23\n数据: 某一天的\n{rest}"


RECORD = "原有: 有 1 条记录，最新是 2025 已列入计划\n内容:\n  状态: 推进中\n  日期: 2026-03\n  说明: 开始改。\n"
EDIT = "改动:\n  - {项: 内容, 原: 文件出台前先审核。, 改为: 文件出台以前先审核。}\n  - {项: 备注, 改为: 说明一句。}\n"


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_record_goes_into_a_file_of_its_own_and_no_other_byte_changes(folder, apply):
    before = contents(folder)
    status, said = apply(sheet("添一条记录", "RW-003", RECORD))
    assert status == 0
    (fresh,) = contents(folder).keys() - before.keys()
    assert fresh.startswith("records/rw-003-2026-11-23-")
    assert fresh in said
    assert {path: content for path, content in contents(folder).items() if path != fresh} == before
    assert (
        contents(folder)[fresh]
        .decode()
        .endswith("- 编号: RW-003\n  记录:\n    - 日期: 2026-03\n      状态: 推进中\n      说明: 开始改。\n")
    )
    assert problems_in(folder, DAY) == []


def test_words_are_changed_where_they_stand_and_the_comments_stay(folder, apply):
    tasks = folder / "tasks/tasks.yml"
    before = tasks.read_text("utf-8").splitlines()
    assert apply(sheet("改文字", "RW-001", EDIT))[0] == 0
    after = tasks.read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  内容: 文件出台以前先审核。", "  备注: 说明一句。"]
    assert [line for line in before if line not in after] == ["  内容: 文件出台前先审核。"]


def test_words_that_stand_apart_are_changed_there(folder, apply):
    apply(sheet("添一条记录", "RW-003", RECORD))
    edit = "改动:\n  - {项: 记录/1/说明, 原: 开始改。, 改为: 开始改进。}\n"
    assert apply(sheet("改文字", "RW-003", edit))[0] == 0
    (file,) = (folder / "records").glob("rw-003*")
    assert "开始改进。" in file.read_text("utf-8")


def test_a_sheet_is_carried_out_once(folder, apply):
    for one in (sheet("添一条记录", "RW-003", RECORD), sheet("改文字", "RW-001", EDIT)):
        assert apply(one)[0] == 0
        before = contents(folder)
        status, said = apply(one)
        assert (status, contents(folder)) == (1, before)
        assert "可能已经办过了" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            sheet("添一条记录", "RW-003", RECORD.replace("2025", "2024")),
            "写这张变更单以后，RW-003 又改过：写的时候是“有 1 条记录，最新是 2024 已列入计划”，现在是“有 1 条记录，最新是 2025 已列入计划”",
        ),
        (
            sheet("改文字", "RW-001", EDIT.replace("文件出台前", "文件出台时")),
            "“内容”在写变更单以后改过：原来是“文件出台时先审核。”，现在是“文件出台前先审核。”",
        ),
        (sheet("添一条记录", "RW-009", RECORD), "没有“RW-009”，最接近的是“RW-00"),
        (sheet("添一条记录", "../../etc", RECORD), "没有“../../etc”"),
        (sheet("添一条记录", "RW-004", RECORD), "RW-004 不能“添一条记录”，能做的是：改文字、核定"),
        (
            sheet("核定", "water-use-rules", "内容: {核定日期: 2026-05-01}\n"),
            "不能“核定”，能做的是：法规有了变化、改文字",
        ),
        (sheet("添一条记录", "RW-003", RECORD, "别的网站"), f"这张变更单是“别的网站”的，这里是“{TITLE}”"),
        (sheet("改文字", "RW-001", "改动: [{项: ../x, 改为: 甲}]\n"), "“../x”这一项没有，或者不能改"),
        (sheet("改文字", "RW-001", "改动: [{项: 编号, 原: RW-001, 改为: RW-099}]\n"), "“编号”这一项没有，或者不能改"),
        (sheet("改文字", "RW-001", "改动: [{项: 记录/0/随便, 改为: 甲}]\n"), "“记录/0/随便”这一项没有，或者不能改"),
        (sheet("改文字", "RW-001", "改动: [{项: 记录/9/说明, 改为: 甲}]\n"), "没有写入任何内容"),
        (sheet("改文字", "RW-001", "改动: [{项: 内容/名称, 改为: 甲}]\n"), "“内容/名称”这一项没有，或者不能改"),
        (sheet("改文字", "RW-001", "改动: [{项: 内容/0, 改为: 甲}]\n"), "没有写入任何内容"),
        (sheet("添一条记录", "RW-003", RECORD.replace("推进中", "长期坚特")), "照这张变更单写进去，会有这 1 处问题"),
        (sheet("新增", "x", "清单: 不是清单\n内容: {名称: 甲}\n"), "不能新增到“不是清单”；“清单”写：普法责任清单、"),
        (sheet("新增", "x", "清单: 法规库\n内容: {标识: ../../x, 名称: 甲}\n"), "“标识”只能用小写英文、数字和连字符"),
        (sheet("新增", "x", "清单: 法规库\n内容: {标识: water-use-rules, 名称: 甲}\n"), "“water-use-rules”已经用了"),
        (sheet("烧掉", "RW-003", RECORD), "“做什么”的写法不对"),
        ("一段话", "这不是变更单"),
        ("编号: RW-001\n", "这不是变更单：变更单的第一行是“变更单: 网站的名称”"),
        ("- 变更单: 甲\n", "这不是变更单"),
        (f"变更单: {TITLE}\n做什么: !!python/object:os.system 甲\n", "不支持标签（!）"),
        (f"变更单: &a {TITLE}\n做什么: *a\n", "不支持锚点和引用"),
        (sheet("添一条记录", "RW-003", RECORD) + "多出来: 甲\n", "没有“多出来”这一项"),
        (sheet("添一条记录", "RW-003", RECORD).replace("开始改", "开始\u200b改"), "看不见的字符"),
        (b"\xff\xfe" + "变更单".encode("utf-16-le"), "UTF-16"),
        (b"x" * 200_000, "变更单没有这么大"),
        ("", "这不是变更单"),
    ],
)
def test_what_does_not_fit_is_refused_in_words_and_nothing_is_written(folder, apply, text, said):
    before = contents(folder)
    status, told = apply(text)
    assert (status, contents(folder)) == (1, before)
    assert said in told
    assert told.endswith("没有写入任何内容\n")


def test_html_in_a_sheet_is_text_on_the_page(folder, apply):
    hostile = RECORD.replace("开始改。", "'<script>alert</script>开始改。'")
    assert apply(sheet("添一条记录", "RW-003", hostile))[0] == 0
    html = Desk(folder, DAY, Host()).see("改文字", "RW-003", _values(folder, "RW-003", 备注="一句。"))["html"]
    assert "<script>alert" not in html


def _values(folder, id, **changed):
    return Desk(folder, DAY, Host()).form("改文字", id)["values"] | changed


def test_a_file_that_is_not_there_is_named(folder, capsys):
    assert main(["apply", "没有.yml", "--data", str(folder), "--as-of", DAY.isoformat()]) == 1
    assert "没有.yml 打不开" in capsys.readouterr().err


def test_faulty_data_is_mended_first(folder, apply):
    (folder / "tasks/tasks.yml").write_text("- 编号: RW-001\n", "utf-8")
    status, said = apply(sheet("添一条记录", "RW-003", RECORD))
    assert status == 1
    assert "请改好再办变更单" in said


def test_a_sheet_is_read_as_it_was_written():
    for text in (sheet("添一条记录", "RW-003", RECORD), sheet("改文字", "RW-001", EDIT)):
        slip = read(text.encode(), "x")
        assert read(written(slip).encode(), "x") == slip


def test_who_makes_a_sheet_of_something_else_is_told_where():
    with pytest.raises(Unreadable) as told:
        read(f"变更单: {TITLE}\n做什么: 核定\n日期: 昨天\n数据: x\n".encode(), "我的.yml")
    assert [(problem.place.path, problem.place.line) for problem in told.value.problems] == [("我的.yml", 3)]


def test_data_that_moved_on_elsewhere_is_told_and_the_rest_is_done(folder, apply):
    assert "数据又改过；与它有关的地方没有变" in apply(sheet("添一条记录", "RW-003", RECORD))[1]


def test_a_new_entry_gets_the_next_number_even_if_another_was_first(folder, apply):
    desk = Desk(folder, DAY, Host())
    values = desk.form("新增", "tasks")["values"] | {
        "名称": "宣传节水",
        "领域": "依法行政",
        "责任主体": ["法规处"],
        "时限": "长期",
        "内容": "宣传节水。",
        "来源": "法规整理",
        "依据": [{"法规": "water-use-rules", "条": ["第三条"]}],
    }
    assert desk.check("新增", "tasks", values)["messages"] == []
    slip = desk.hand("新增", "tasks", values)["slip"]
    assert "编号是 RW-005" in apply(slip)[1]
    assert "可能已经办过了：RW-005 与它一样" in apply(slip)[1]
    assert "编号是 RW-006" in apply(slip.replace("宣传节水", "宣传爱水"))[1]
    assert {"宣传节水", "宣传爱水"} <= {entry.value.name for entry in load(folder, DAY)[0].entries}
