"""Two clerks at once, on real branches: what git and the checks say, and that nothing is lost silently."""

import subprocess

import pytest

from conftest import AS_OF
from qingdan.cli import main

DAY = AS_OF.isoformat()
TASK = ("--field", "依法行政", "--owner", "待核定", "--year", "2026", "--due", "长期", "--origin", "法规整理")
LAW = ("--law", "water-use-rules:第三条", "--content", "向用水户讲清怎样节约用水。")


class Repository:
    """A git repository that holds the department's data."""

    def __init__(self, folder):
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("开始")

    def git(self, *words):
        command = ["git", "-c", "user.name=甲", "-c", "user.email=a@example.com", *words]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def commit(self, message):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def branch(self, name):
        self.git("switch", "--quiet", "--create", name, "main")

    def merge(self, name):
        return self.git("merge", "--quiet", "--no-edit", name).returncode == 0


@pytest.fixture
def repository(department, capsys):
    main(["register", "--data", str(department.folder), "--as-of", DAY])
    capsys.readouterr()
    return Repository(department.folder)


@pytest.fixture
def run(department, capsys):
    def run(*words):
        status = main([*words, "--data", str(department.folder), "--as-of", DAY])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def new_task(run, name, *more):
    status, said = run("new", "task", "--name", name, *TASK, *LAW, *more)
    assert status == 0, said
    return said


def two_branches(repository, run, first, second):
    for name, work in (("one", first), ("two", second)):
        repository.branch(name)
        work(run)
        repository.commit(name)
    repository.git("switch", "--quiet", "main")
    assert repository.merge("one")


def test_a_new_entry_and_a_new_law_on_two_branches_merge_without_a_conflict(repository, run, department):
    law = ("new", "law", "--id", "new-law", "--name", "示例新办法", "--short", "新办法", "--level", "地方政府规章")
    facts = ("--status", "现行有效", "--topic", "水务", "--source", "某网", "--confidence", "高")
    two_branches(repository, run, lambda run: new_task(run, "节水宣传"), lambda run: run(*law, *facts))
    assert repository.merge("two")
    assert department.problems() == []


def test_the_same_new_number_on_two_branches_is_a_conflict_that_git_shows(repository, run):
    two_branches(repository, run, lambda run: new_task(run, "节水宣传"), lambda run: new_task(run, "清洗水箱"))
    assert not repository.merge("two")
    assert "AA tasks/rw-005.yml" in repository.git("status", "--short").stdout


def test_the_same_number_in_two_files_is_told_apart_by_what_is_published(repository, run):
    in_list = ("--file", "tasks.yml")
    two_branches(
        repository, run, lambda run: new_task(run, "节水宣传", *in_list), lambda run: new_task(run, "清洗水箱")
    )
    assert repository.merge("two")
    status, said = run("check")
    assert (status, "“RW-005”在" in said) == (1, True)
    status, said = run("diff", "main~1")
    assert status == 1
    assert "“RW-005”已经公开，是“节水宣传”，编号归它；请把这一条“清洗水箱”改成 RW-006" in said


def test_a_published_number_that_was_kept_for_another_entry_is_named(repository, run, department):
    two_branches(repository, run, lambda run: new_task(run, "节水宣传"), lambda run: new_task(run, "清洗水箱"))
    assert not repository.merge("two")
    repository.git("checkout", "--theirs", "--", "tasks/rw-005.yml")
    text = (department.folder / "tasks/rw-005.yml").read_text("utf-8")
    (department.folder / "tasks/rw-005.yml").write_text(
        text.replace("向用水户讲清怎样节约用水", "水箱由物业服务企业清洗"), "utf-8"
    )
    repository.commit("two")
    assert run("check")[0] == 0
    status, said = run("diff", "main~1")
    assert status == 1
    assert "“RW-005”已经公开，是“节水宣传”，编号归它，请从旧版本取回那一条；请把这一条“清洗水箱”改成 RW-006" in said


def test_several_entries_with_one_number_are_each_given_another(repository, run, department):
    new_task(run, "节水宣传")
    repository.commit("公开")
    text = (department.folder / "tasks/rw-005.yml").read_text("utf-8")
    for name in ("清洗水箱", "检修水表"):
        (department.folder / f"tasks/{len(name)}{ord(name[0])}.yml").write_text(text.replace("节水宣传", name), "utf-8")
    _, said = run("diff", "main")
    assert "请把这一条“清洗水箱”改成 RW-00" in said
    assert said.count("改成 RW-006") == said.count("改成 RW-007") == 1


def test_a_published_entry_may_be_renamed_and_rewritten(repository, run, department):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n  领域", "名称: 规范性文件审核\n  领域")
    assert run("diff", "main")[0] == 0


def test_two_registrations_on_one_day_stand_beside_each_other(repository, run, department):
    new_task(run, "节水宣传")
    assert run("register")[0] == 0
    new_task(run, "清洗水箱")
    assert run("register")[0] == 0
    assert department.problems() == []


def test_an_address_registered_on_two_branches_is_named_with_the_line_to_delete(repository, run, department):
    new_task(run, "节水宣传")
    run("register")
    registry = department.folder / "registry.yml"
    registry.write_text(
        registry.read_text("utf-8") + f"\n- {{日期: {DAY}, 事项: 收录, 地址: [tasks/rw-005/]}}\n", "utf-8"
    )
    (said,) = department.problems()
    assert "“tasks/rw-005/”在第" in said
    assert said.endswith("编号和地址用过一次就不再用，请删去这一处")


def test_a_published_number_is_not_renamed(repository, run, department):
    department.edit("tasks/tasks.yml", "- 编号: RW-004", "- 编号: RW-009")
    status, said = run("diff", "main")
    assert status == 1
    assert "“tasks/rw-004/”收录过，数据里却没有 RW-004 了；请恢复它" in said
    assert run("check")[0] == 1


def test_a_published_address_that_nobody_registered_is_not_lost_either(repository, run, department):
    new_task(run, "节水宣传")
    repository.commit("公开")
    (department.folder / "tasks/rw-005.yml").unlink()
    assert run("check")[0] == 0
    status, said = run("diff", "main")
    assert status == 1
    assert "数据里却没有 RW-005 了；请恢复它" in said
    assert "（改址以前，先在 registry.yml 末尾补一行“- {日期:" in said


def test_a_shortened_registry_is_missed(repository, run, department):
    registry = department.folder / "registry.yml"
    registry.write_text("# 登记\n", "utf-8")
    assert run("check")[0] == 0
    status, said = run("diff", "main")
    assert status == 1
    assert "旧版本登记过" in said
    registry.unlink()
    assert run("diff", "main")[0] == 1


def test_the_same_entry_changed_on_two_branches_is_a_conflict_that_git_shows(repository, run, department):
    def change(words):
        return lambda _: department.edit("tasks/tasks.yml", "说明: 审核文件7份。", f"说明: {words}")

    two_branches(repository, run, change("审核7份文件。"), change("审核了文件7份。"))
    assert not repository.merge("two")
    assert run("check")[0] == 1
