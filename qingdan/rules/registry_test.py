from datetime import date

import pytest

from qingdan.model.address import every_address
from qingdan.model.registry import FILE, register
from qingdan.site.check import open_site

DAY = date(2026, 11, 23)
TASKS, LAWS = "tasks/tasks.yml", "laws/laws.yml"
MOVE = "- {{日期: 2026-11-23, 事项: 改址, 原地址: {}, 新地址: {}, 理由: 换了编号}}\n"
LIST = "- {{日期: {}, 事项: 收录, 地址: [{}]}}\n"


@pytest.fixture
def department(department):
    """A department all of whose addresses are registered."""
    addresses = every_address(open_site(department.folder, DAY).data)
    (department.folder / FILE).write_text(register("", addresses, DAY), encoding="utf-8")
    assert department.problems() == []
    return department


def add(department, *lines):
    """Write lines at the end of the registry."""
    file = department.folder / FILE
    file.write_text(file.read_text(encoding="utf-8") + "".join(lines), encoding="utf-8")


def place(department, words, path=FILE):
    """Return the place of `words`, which stand in a file once, as `check` prints it."""
    text = (department.folder / path).read_text(encoding="utf-8")
    assert text.count(words) == 1
    before = text[: text.index(words)]
    return f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def rename(department, old, new):
    department.edit(TASKS, f"编号: {old}", f"编号: {new}")


def found(department):
    """Return the place and the message of each problem; all must be this rule's."""
    return [tuple(problem.split(": 登记: ", 1)) for problem in department.problems()]


def test_without_a_registry_nothing_is_said(department):
    (department.folder / FILE).unlink()
    rename(department, "RW-004", "RW-005")
    assert department.problems() == []


def test_an_address_that_is_not_registered_yet_is_no_fault(department):
    (department.folder / FILE).write_text("# 登记\n", encoding="utf-8")
    assert department.problems() == []


def test_a_deleted_entry_is_missed_with_the_way_to_retire_or_to_move_it(department):
    task = (department.folder / TASKS).read_text(encoding="utf-8")
    department.edit(TASKS, task[task.index("- 编号: RW-004") :], "")
    [(where, message)] = found(department)
    assert where == place(department, "tasks/rw-004/")
    assert message == (
        "“tasks/rw-004/”收录过，数据里却没有 RW-004 了；请恢复它，"
        "不再列入清单的，在它的“记录”末尾加“- {日期: 2026-11-23, 状态: 已退出, 说明: 原因}”；"
        "换了编号或标识的，在 registry.yml 末尾加一行"
        "“- {日期: 2026-11-23, 事项: 改址, 原地址: tasks/rw-004/, 新地址: 现在的地址, 理由: 原因}”"
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "lost", "advice"),
    [
        (LAWS, "标识: old-water-rules", "标识: older-water-rules", "laws/old-water-rules/", "状态写“已废止”"),
        ("vocab.yml", "标识: legal\n", "标识: lawyers\n", "owners/legal/", "收录过的不能删"),
    ],
)
def test_a_lost_law_or_owner_is_missed_too(department, path, old, new, lost, advice):
    department.edit(path, old, new)
    [message] = [said for said in department.problems() if said.startswith(place(department, lost))]
    assert f": 登记: “{lost}”收录过" in message
    assert advice in message
    assert "不再列入清单" not in message


def test_a_renamed_entry_passes_once_its_move_is_written(department):
    rename(department, "RW-004", "RW-005")
    add(department, MOVE.format("tasks/rw-004/", "tasks/rw-005/"))
    assert department.problems() == []


def test_what_a_refused_or_a_doubled_record_hides_is_not_called_lost(department):
    rename(department, "RW-004", "RW4")
    assert not any("登记" in problem for problem in department.problems())
    rename(department, "RW4", "RW-003")
    assert not any("登记" in problem for problem in department.problems())


def test_what_an_unreadable_file_hides_is_not_called_lost(department):
    department.edit(LAWS, "- 标识: water-use-rules", "-标识: water-use-rules")
    assert not any("登记" in problem for problem in department.problems())


def test_an_address_is_listed_once(department):
    first = place(department, "laws/water-use-rules/").split(":")[1]
    add(department, LIST.format("2026-11-23", "laws/water-use-rules/"))
    message = f"“laws/water-use-rules/”在第 {first} 行已经收录过；编号和地址用过一次就不再用，请删去这一处"
    assert found(department) == [(place(department, "laws/water-use-rules/]"), message)]


@pytest.fixture
def moved(department):
    """RW-004 is now RW-005."""
    rename(department, "RW-004", "RW-005")
    add(department, LIST.format("2026-11-23", "tasks/rw-005/"), MOVE.format("tasks/rw-004/", "tasks/rw-005/"))
    assert department.problems() == []
    return department


def test_a_moved_address_is_not_given_to_something_else(moved):
    rename(moved, "RW-003", "RW-004")
    line = place(moved, "RW-004", TASKS).split(":")[1]
    still = f"“tasks/rw-004/”还在使用（{TASKS} 第 {line} 行），旧地址不能再给别的内容；请给那里换一个没用过的编号"
    assert (place(moved, "tasks/rw-004/, 新地址"), still) in found(moved)


def test_a_move_to_a_moved_address_is_refused_with_the_final_one(moved):
    rename(moved, "RW-005", "RW-006")
    add(moved, LIST.format("2026-11-23", "tasks/rw-006/"), MOVE.format("tasks/rw-005/", "tasks/rw-006/"))
    [(where, message)] = found(moved)
    assert where == place(moved, "tasks/rw-005/, 理由")
    assert message == "“tasks/rw-005/”自己也已改址，请直接写最终的地址“tasks/rw-006/”"
    moved.edit(FILE, "新地址: tasks/rw-005/", "新地址: tasks/rw-006/")
    assert moved.problems() == []


def test_moves_that_go_round_are_shown_as_a_ring(moved):
    add(moved, MOVE.format("tasks/rw-005/", "tasks/rw-004/"))
    messages = [message for _, message in found(moved)]
    assert "改址绕成了圈（tasks/rw-005/ → tasks/rw-004/ → tasks/rw-005/），请改成最终的地址" in messages
    assert "改址绕成了圈（tasks/rw-004/ → tasks/rw-005/ → tasks/rw-004/），请改成最终的地址" in messages


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tasks/rw-004/", "tasks/rw-009/", "没有“tasks/rw-009/”这个地址，最接近的是“tasks/rw-005/”"),
        ("tasks/rw-044/", "tasks/rw-005/", "“tasks/rw-044/”没有收录过，不用改址；最接近的是“tasks/rw-004/”"),
    ],
)
def test_a_move_from_or_to_nowhere_is_refused(moved, old, new, message):
    moved.edit(FILE, "原地址: tasks/rw-004/, 新地址: tasks/rw-005/", f"原地址: {old}, 新地址: {new}")
    assert message in [said for _, said in found(moved)]


def test_an_address_is_moved_once(moved):
    first = place(moved, "tasks/rw-004/, 新地址").split(":")[1]
    add(moved, MOVE.format("tasks/rw-004/", "tasks/rw-001/"))
    message = f"“tasks/rw-004/”在第 {first} 行已经改址，请只留一处"
    assert found(moved) == [(place(moved, "tasks/rw-004/, 新地址: tasks/rw-001/"), message)]


def test_events_run_from_early_to_late(department):
    rename(department, "RW-004", "RW-005")
    add(department, MOVE.format("tasks/rw-004/", "tasks/rw-005/"))
    add(department, LIST.format("2026-11-22", "tasks/rw-005/"))
    message = "日期 2026-11-22 早于上一条（2026-11-23）；新登记的写在最后，日期写登记的那一天"
    assert found(department) == [(place(department, "2026-11-22"), message)]


WRONG = [
    ("事项: 收录}", "收录}", "登记", "“收录”要写地址，还缺：地址: [tasks/rw-001/]"),
    (
        "事项: 改址, 原地址: tasks/rw-001/, 新地址: tasks/rw-002/}",
        "改址,",
        "登记",
        "“改址”要写原地址、新地址、理由，还缺：理由: 标识写错了",
    ),
    (
        "事项: 收录, 地址: [laws/a/], 理由: 新增}",
        "新增",
        "登记",
        "“收录”不写“理由”，只写日期、事项、地址；两件事请分成两条",
    ),
    (
        "事项: 收录, 地址: [laws/a]}",
        "laws/a]",
        "条目写法",
        "“地址”的写法不对：“laws/a”。写网站里的地址，网页末尾有斜线，例如 tasks/rw-001/、laws/admin-penalty/、reports/2024/；问答写它在网页上的位置，例如 publicity/pf-001/#wd-001",
    ),
    ("事项: 删除}", "删除", "条目写法", "“事项”不能是“删除”，只能写：收录、改址"),
]


@pytest.mark.parametrize(("line", "at", "rule", "message"), WRONG)
def test_an_event_that_is_written_wrong_is_all_that_is_reported(department, line, at, rule, message):
    add(department, "- {日期: 2026-11-23, ", line, "\n")
    assert department.problems() == [f"{place(department, at)}: {rule}: {message}"]


def test_an_event_has_a_whole_day(department):
    add(department, LIST.format("2026-11", "laws/a/"))
    assert department.problems() == [
        f"{place(department, '2026-11, ')}: 条目写法: “日期”：“2026-11”须写到日，例如 2026-11-23"
    ]


def test_a_move_to_a_record_that_is_refused_is_not_called_one_to_nowhere(moved):
    moved.edit(TASKS, "时限: 2026\n", "时限: 去年\n")
    assert [problem.split(": ")[1] for problem in moved.problems()] == ["条目写法"]
