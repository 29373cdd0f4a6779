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
MODEL = (
    "qingdan/model/entry.py",
    "    answers: Annotated[\n",
    "    phone: Annotated[Line | None, Before('记录')] = Field(None, alias='电话', description='打这个电话问。')\n",
)
SHOWN = (
    ("qingdan/render/entry.py", '        yield "类别", entry.kind\n', '        yield "电话", entry.phone or "无"\n'),
    ("qingdan/export/entries.py", "        answers=entry.answers,\n", "        phone=entry.phone,\n"),
    ("qingdan/export/model.py", "    kind: Word = Field(", "    phone: str | None = Field(title='电话')\n"),
    ("qingdan/site/search.py", "    if isinstance(entry, Task):\n", "    yield getattr(entry, 'phone', None) or ''\n"),
)


class Project:
    """A copy of the program beside a small department of which one task has a value for the field to be added."""

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


def test_a_field_added_to_the_model_is_built_only_when_it_is_shown_in_every_place(project, tmp_path):
    site = tmp_path / "site"
    project.insert(*MODEL)
    status, said = project.run("build", "--site-dir", str(site))
    assert (status, site.exists()) == (1, False), said
    assert sorted(line.partition(": 生成的网站: ")[2] for line in said.splitlines() if "022-" in line) == [
        "tasks/rw-001/：开放数据没有显示“电话”：022-12345678",
        "tasks/rw-001/：搜索没有显示“电话”：022-12345678",
        "网页没有显示“电话”：022-12345678",
    ]
    for place in SHOWN:
        project.insert(*place)
    assert project.run("build", "--site-dir", str(site))[0] == 0
    assert "打这个电话问。" in (site / "guide/fields/index.html").read_text(encoding="utf-8")


def test_a_field_added_to_the_model_is_known_to_every_command(project):
    assert "没有“电话”这一项" in project.run("check")[1]
    project.insert(*MODEL)
    assert project.run("check")[0] == 0
    assert "--phone 电话" in project.run("new task", "--help")[1]
    assert project.run("schema")[0] == 0
    assert "打这个电话问。" in (project.root / "data/schema/tasks.json").read_text(encoding="utf-8")
    assert "电话" in {column for headers in sheets(project) for column in headers}


def sheets(project):
    """The headers of the workbook of tasks, as the copy of the program writes it."""
    script = (
        "from qingdan.edit.workbook.columns import sheets_of; print(*(','.join(s.headers) for s in sheets_of('tasks')))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=project.root, capture_output=True, text=True, check=True)
    return [line.split(",") for line in done.stdout.split()]
