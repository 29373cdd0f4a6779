"""Adding a field takes its line in the model and the places that show it; messages, forms and tables follow by themselves."""

import os
import shutil
import subprocess
import sys

import pytest

from conftest import SECOND

ROOT = SECOND.parents[2]
PROJECT = ("qingdan", "docs", "overrides", "macros.py", "mkdocs.yml")
DAY = ("--as-of", "2026-11-23")
FIELD = "Field(None, alias='电话', description='打这个电话问。')\n"
OF_A_LIST = (
    "qingdan/model/entry.py",
    "    answers: Annotated[\n",
    f"    phone: Annotated[Line | None, Before('记录')] = {FIELD}",
)
OF_A_LAW = ("qingdan/model/law.py", "    note: ", f"    phone: Line | None = {FIELD}")
NUMBER = "022-12345678"


class Project:
    """A copy of the program beside a small department of which one task and one law have a value for the field to be added."""

    def __init__(self, root, department):
        self.root = root
        for name in PROJECT:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, root / name)
        department.edit("tasks/tasks.yml", "内容: 文件出台前先审核。", "内容: 文件出台前先审核。\n  电话: 022-12345678")
        shutil.copytree(department.folder, root / "data")

    def insert(self, path, before, line):
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, path
        file.write_text(text.replace(before, line + before), encoding="utf-8")

    def run(self, command, *arguments):
        done = subprocess.run(
            [sys.executable, "-m", "qingdan", *command.split(), *DAY, *arguments],
            cwd=self.root, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path, department):
    root = tmp_path / "project"
    root.mkdir()
    return Project(root, department)


def test_a_field_added_to_a_list_is_shown_in_every_place(project, tmp_path):
    site = tmp_path / "site"
    project.insert(*OF_A_LIST)
    assert project.run("build", "--site-dir", str(site))[0] == 0
    for path in ("tasks/rw-001/index.html", "data/v1/tasks.json", "data/v1/tasks.csv", "assets/search/index.json"):
        assert NUMBER in (site / path).read_text(encoding="utf-8-sig"), path
    assert "打这个电话问。" in (site / "guide/fields/index.html").read_text(encoding="utf-8")


def test_a_field_that_no_place_shows_is_not_built(project, tmp_path):
    project.insert(*OF_A_LIST)
    project.insert(*OF_A_LAW)
    file = project.root / "data/laws/laws.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("\n  名称:", f"\n  电话: {NUMBER}\n  名称:", 1), "utf-8")
    status, said = project.run("build", "--site-dir", str(tmp_path / "site"))
    assert (status, (tmp_path / "site").exists()) == (1, False), said
    for place in ("网页", "开放数据", "搜索"):
        assert f"{place}没有显示“电话”：{NUMBER}" in said


def test_a_field_added_to_the_model_is_known_to_every_command(project):
    assert "没有“电话”这一项" in project.run("check")[1]
    project.insert(*OF_A_LIST)
    assert project.run("check")[0] == 0
    assert "--phone 电话" in project.run("new task", "--help")[1]
    assert "打这个电话问。" in (project.root / "data/schema/tasks.json").read_text(encoding="utf-8")
    assert "电话" in {column for headers in sheets(project) for column in headers}


def sheets(project):
    """The headers of the workbook of tasks, as the copy of the program writes it."""
    script = "from qingdan.edit.workbook.columns import sheets_of; from qingdan.model.parts import TASKS; print(*(','.join(s.headers) for s in sheets_of(TASKS)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=project.root, capture_output=True, text=True, check=True)
    return [line.split(",") for line in done.stdout.split()]
