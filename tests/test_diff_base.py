"""`diff BASE` in a real git repository: revisions, folders, and everything that is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AS_OF, SECOND, Department
from qingdan.cli import main

TASKS = "tasks/tasks.yml"
DAY = f"--as-of={AS_OF.isoformat()}"
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


class Checkout:
    """A repository whose only commit, tagged v1, holds the second department in `data/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data = Department(root / "data")
        shutil.copytree(SECOND, self.data.folder)
        self.git("init", "-q", "-b", "main")
        self.commit("第一版")
        self.git("tag", "v1")

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.root), "-c", "user.name=a", "-c", "user.email=a@b.invalid", *arguments]
        run = subprocess.run(command, env={**os.environ, **ALONE}, capture_output=True, text=True, check=True)
        return run.stdout.strip()

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A repository in which the working copy differs from v1 in one name."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "repository").mkdir()
    found = Checkout(tmp_path / "repository")
    monkeypatch.chdir(found.root)
    found.data.edit(TASKS, "名称: 旧的任务", "名称: 老的任务")
    return found


def files(root):
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("base", ["v1", "main", "HEAD", "refs/tags/v1", "main@{0}", "HEAD^{commit}"])
def test_a_revision_is_compared_with_the_working_copy(checkout, capsys, base):
    assert main(["diff", base, DAY]) == 0
    said = capsys.readouterr().out
    sha = checkout.git("rev-parse", "v1")
    assert said.splitlines() == [
        f"与 {base}（{sha[:10]}） 相比：1 项有改动：其他字段 1",
        "",
        "法治建设任务清单",
        "  RW-004 老的任务",
        "    其他字段：名称：原“旧的任务”，现“老的任务”",
    ]


def test_a_sha_is_a_revision(checkout, capsys):
    assert main(["diff", checkout.git("rev-parse", "HEAD"), DAY]) == 0
    assert "老的任务" in capsys.readouterr().out


def test_nothing_in_the_repository_is_touched(checkout):
    hook = checkout.root / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch hooked\n")
    hook.chmod(0o755)
    before = files(checkout.root)
    assert main(["diff", "v1", DAY]) == 0
    assert files(checkout.root) == before


def test_old_files_come_out_byte_for_byte(checkout, capsys):
    checkout.git("checkout", "-q", "--", "data")
    (checkout.root / ".gitattributes").write_text("data/** text eol=crlf filter=broken\n")
    checkout.commit("设定换行")
    checkout.git("config", "filter.broken.smudge", "rm -f %f; false")
    assert main(["diff", "HEAD", DAY]) == 0
    assert "内容没有变化" in capsys.readouterr().out


def test_faults_of_the_old_data_are_named_by_revision_and_path(checkout, capsys):
    checkout.data.edit(TASKS, "年度: 2024", "年度: 二〇二四")
    checkout.commit("写错")
    checkout.data.edit(TASKS, "年度: 二〇二四", "年度: 2024")
    assert main(["diff", "HEAD", DAY]) == 0
    said = capsys.readouterr().out
    assert "旧数据有 1 处问题" in said
    assert "  HEAD:data/tasks/tasks.yml:" in said
    assert "qingdan-" not in said


def test_the_data_folder_may_lie_deeper_and_the_command_elsewhere(checkout, capsys, monkeypatch, tmp_path):
    shutil.copytree(SECOND, checkout.root / "部门/水务 局")
    checkout.commit("另一个部门")
    moved = Department(checkout.root / "部门/水务 局")
    moved.edit(TASKS, "名称: 文件审核\n  领域", "名称: 先审文件\n  领域")
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "HEAD", "--data", str(moved.folder), DAY]) == 0
    assert "原“文件审核”，现“先审文件”" in capsys.readouterr().out


def test_links_in_the_old_data_are_not_followed(checkout, tmp_path, capsys):
    secret = tmp_path / "secret.yml"
    secret.write_text("- 秘密\n")
    (checkout.data.folder / "tasks/link.yml").symlink_to(secret)
    checkout.commit("放了链接")
    (checkout.data.folder / "tasks/link.yml").unlink()
    assert main(["diff", "HEAD", DAY]) == 0
    assert "秘密" not in capsys.readouterr().out


def test_a_folder_is_a_base_without_git(checkout, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert main(["diff", str(SECOND), DAY]) == 0
    assert "现“老的任务”" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_same_bytes_each_time(checkout, form):
    command = [sys.executable, "-m", "qingdan", "diff", "v1", f"--data={checkout.data.folder}", DAY, f"--format={form}"]
    home = Path(__file__).parent.parent
    said = {
        subprocess.run(
            command, cwd=home, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1
    assert "老的任务".encode() in said.pop()


def refused(capsys, *arguments):
    before = files(Path.cwd())
    assert main(["diff", DAY, *arguments]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert files(Path.cwd()) == before
    return err


@pytest.mark.parametrize(
    "base",
    [
        "没有这个分支",
        "v2",
        "HEAD~9",
        "HEAD:data",
        "",
        " ",
        "a b",
        "..",
        "v1..main",
        "0" * 40,
        "x" * 5000,
        "\ud800",
        "a\nb",
    ],
)
def test_a_base_that_does_not_exist(checkout, capsys, base):
    said = refused(capsys, f"--data={checkout.data.folder}", "--", base)
    assert "不是数据文件夹" in said if base == ".." else "这个分支、标签或提交" in said


@pytest.mark.parametrize("base", ["--output=stolen", "-o", "--upload-pack=touch stolen", "--help", "-"])
def test_an_option_for_git_is_only_a_name(checkout, capsys, base):
    assert "这个分支、标签或提交" in refused(capsys, f"--data={checkout.data.folder}", "--", base)
    assert not (checkout.root / "stolen").exists()


def test_an_option_that_is_none_of_ours_is_a_wrong_command(checkout, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["diff", "--output=stolen"])
    assert stopped.value.code == 2
    assert "命令写法不对" in capsys.readouterr().err


def test_without_a_base_the_command_is_wrong(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["diff"])
    assert stopped.value.code == 2


def test_a_folder_that_is_no_data_folder(checkout, capsys):
    (checkout.root / "docs").mkdir()
    said = refused(capsys, "docs")
    assert "不是数据文件夹" in said
    assert "refs/heads/docs" in said


def test_a_base_without_the_data_folder(checkout, capsys):
    shutil.copytree(SECOND, checkout.root / "new")
    assert "“v1”里没有数据文件夹 new" in refused(capsys, "v1", "--data", "new")


def test_a_data_folder_that_is_not_there(checkout, capsys):
    assert "没有数据文件夹 nowhere" in refused(capsys, "v1", "--data", "nowhere")


def test_outside_of_a_repository(department, capsys, monkeypatch):
    monkeypatch.chdir(department.folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(department.folder.parent))
    assert "不在 git 仓库里" in refused(capsys, "main", "--data", ".")


def test_without_git(checkout, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "没有 git" in refused(capsys, "v1")


def test_an_empty_repository(department, capsys, monkeypatch):
    monkeypatch.chdir(department.folder)
    subprocess.run(["git", "init", "-q"], env={**os.environ, **ALONE}, check=True)
    assert "没有“HEAD”这个分支" in refused(capsys, "HEAD", "--data", ".")
