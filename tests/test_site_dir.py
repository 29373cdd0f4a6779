"""SITE_DIR is replaced only where nothing can be lost: refused in one Chinese sentence, with every byte where it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AS_OF, SECOND, contents, copy_project
from qingdan.cli import main
from qingdan.publish import publish as publishing
from qingdan.publish.engine import EngineFailed
from qingdan.publish.publish import publish
from qingdan.publish.site_dir import MARK, MARKED, OWN, Unfit, apart, fit


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with the folders of this one, in a folder with other things, as the current folder."""
    folder = tmp_path / "work" / "checkout"
    for name in OWN:
        (folder / name).mkdir(parents=True)
        (folder / name / "kept.txt").write_text(name, "utf-8")
    shutil.rmtree(folder / "data")
    shutil.copytree(SECOND, folder / "data")
    (folder / "mkdocs.yml").write_text("site_name: 甲\n", "utf-8")
    (folder / "docs/empty").mkdir()
    for name in ("desktop", "foreign", "elsewhere", "built", "repository/.git", "home/empty"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "desktop/报销.xlsx").write_bytes(b"PK")
    (tmp_path / "foreign/index.html").write_text("<!doctype html>", "utf-8")
    shutil.copytree(SECOND, tmp_path / "elsewhere/inner/data")
    for built in ("built", "repository", "elsewhere/inner/data", "work/checkout/docs"):
        (tmp_path / built / MARK).write_bytes(MARKED)
        (tmp_path / built / "index.html").write_text("上一次", "utf-8")
    (tmp_path / "nearly").mkdir()
    (tmp_path / "nearly" / MARK).write_text("别人的文件", "utf-8")
    (tmp_path / "circle").symlink_to("circle")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)
    return folder


def everything(folder):
    """Return what lies below a folder: bytes of files, targets of links, None for a folder; not what builds keep."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)  # noqa: PTH115
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in folder.rglob("*")
        if ".cache" not in path.parts
    }


REFUSED = {
    **{name: (name, f"它是本项目的 {name}，或者在其中") for name in OWN},
    "in data": ("data/new", "它是本项目的 data，或者在其中"),
    "in .git": (".git/new/deep", "它是本项目的 .git，或者在其中"),
    "an empty folder in docs": ("docs/empty", "它是本项目的 docs，或者在其中"),
    "a mark in docs": ("docs", "它是本项目的 docs，或者在其中"),
    ".": (".", "它里面有本项目的"),
    "..": ("..", "它里面有本项目的"),
    "a way round": ("site/../data", "它是本项目的 data，或者在其中"),
    "a folder above": ("../../../{tmp}", "它里面有本项目的"),
    "a file": ("mkdocs.yml", "它不是文件夹"),
    "a device": ("/dev/null", "它不是文件夹"),
    "a desktop": ("../../desktop", "里面有别的文件（例如“报销.xlsx”）"),
    "a site without the mark": ("../../foreign", "若是以前的版本生成的网站，请先删去"),
    "a mark that is not ours": ("../../nearly", "看不出是本程序生成的"),
    "a repository with the mark": ("../../repository", "它是一个 git 仓库"),
    "another repository's .git": ("../../repository/.git/new", "它在一个 git 仓库的 .git 里"),
    "the home folder": ("../../home", "它是用户的主文件夹"),
    "a circle of links": ("../../circle", "这个位置走不到"),
}


@pytest.mark.parametrize("linked", [False, True], ids=["itself", "a link to it"])
@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_sentence_and_every_byte_stays(checkout, tmp_path, capsys, name, linked):
    given, reason = REFUSED[name]
    site = given.replace("{tmp}", tmp_path.name)
    if linked:
        (tmp_path / "link").symlink_to(Path(site).absolute())
        site = str(tmp_path / "link")
    before = everything(tmp_path)
    assert main(["build", "--as-of", AS_OF.isoformat(), "--site-dir", site]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith(f"网站不能放在 {site}：")
    assert reason in said[0]
    assert "什么都没有动；请" in said[0]
    assert everything(tmp_path) == before


@pytest.mark.parametrize("site", ["../../elsewhere", "../../elsewhere/inner/data", "../../elsewhere/inner/data/site"])
def test_the_data_folder_is_kept_wherever_it_is(checkout, tmp_path, capsys, site):
    before = everything(tmp_path)
    data = tmp_path / "elsewhere/inner/data"
    assert main(["build", "--as-of", AS_OF.isoformat(), "--data", str(data), "--site-dir", site]) == 1
    assert f"数据文件夹 {data}" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_the_root_of_all_files_is_refused():
    with pytest.raises(Unfit, match="它里面有本项目的"):
        fit(Path("/"), Path("data"))


@pytest.mark.skipif(sys.platform != "linux", reason="/proc 只在 Linux 上有")
def test_a_mount_point_is_refused_and_a_folder_in_it_recommended():
    with pytest.raises(Unfit, match="它是挂载点，不能整个换掉；可以放在它里面，例如 /proc/site"):
        fit(Path("/proc"), Path("data"))


@pytest.mark.parametrize(
    "site",
    ["site", "test-results/properdocs", ".cache/pictures", "../../built", "../../home/empty", "../../home/site", "a/b"],
)
def test_it_is_allowed_where_nothing_stands_or_a_site_of_this_program(checkout, site):
    assert fit(Path(site), Path("data")) == Path(site).resolve()


def test_every_folder_of_this_checkout_is_kept():
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("这里不是 git 仓库")
    folders = {name.split("/")[0] for name in listed.stdout.split("\0") if "/" in name}
    assert folders <= set(OWN)


def test_a_folder_known_by_another_case_is_still_kept(checkout, monkeypatch):
    """As on macOS and Windows, where `Data` is `data`."""
    really = Path.samefile
    alike = lambda one, other: str(one).casefold() == str(other).casefold() or really(one, other)  # noqa: E731
    monkeypatch.setattr(Path, "samefile", alike)
    with pytest.raises(Unfit, match="它是本项目的 data"):
        apart(Path("DATA/new"), Path("data"))


class Engine:
    """Instead of a real one: writes one page, after doing what it is told."""

    def __init__(self):
        self.before = lambda folder: None

    def __call__(self, engine, data, folder, day):
        self.before(folder)
        folder.mkdir()
        (folder / "index.html").write_text("新的", "utf-8")


@pytest.fixture
def engine(checkout, monkeypatch):
    engine = Engine()
    monkeypatch.setattr(publishing, "run_engine", engine)
    return engine


def built(site, examine=lambda folder: None):
    publish(Path("data"), Path(site), AS_OF, examine)


NEW = {"index.html": "新的".encode(), MARK: MARKED}


@pytest.mark.parametrize("site", ["site", "test-results/x", "../../built", "../../home/empty"])
def test_the_site_stands_there_with_its_mark_and_nothing_else_is_made(engine, tmp_path, site):
    before = everything(tmp_path).keys()
    built(site)
    assert contents(Path(site)) == NEW
    way = {Path(site).resolve().relative_to(tmp_path), *Path(site).resolve().relative_to(tmp_path).parents}
    more = {path for path in everything(tmp_path).keys() - before if Path(path) not in way}
    assert {Path(path).name for path in more} <= NEW.keys()
    built(site)
    assert contents(Path(site)) == NEW


@pytest.mark.parametrize("target", ["built", "home/empty", "absent"])
def test_a_link_stays_a_link_and_what_it_points_at_is_replaced(engine, tmp_path, target):
    (tmp_path / "link").symlink_to(target)
    built(tmp_path / "link")
    assert os.readlink(tmp_path / "link") == target  # noqa: PTH115
    assert contents(tmp_path / target) == NEW
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("failure", [EngineFailed("坏"), KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("when", ["in the engine", "in the check"])
def test_a_build_that_fails_leaves_the_old_site_and_nothing_else(engine, tmp_path, failure, when):
    def fail(folder):
        raise failure

    before = everything(tmp_path)
    if when == "in the engine":
        engine.before = fail
    with pytest.raises(type(failure)):
        built("../../built", fail)
    assert everything(tmp_path) == before
    with pytest.raises(type(failure)):
        built("a/b", fail)
    assert everything(tmp_path) == before


def test_a_swap_that_fails_leaves_the_old_site_and_nothing_else(engine, tmp_path, monkeypatch, capsys):
    def busy(fresh, target, aside):
        raise OSError(16, "Device or resource busy", str(target))

    before = everything(tmp_path)
    monkeypatch.setattr(publishing, "swap", busy)
    monkeypatch.setattr("qingdan.commands.build.faults", lambda site, folder: [])
    monkeypatch.setattr("qingdan.commands.build.problems_in_pages", lambda docs, site: [])
    monkeypatch.setattr("qingdan.commands.build.problems_in_settings", lambda path: [])
    assert main(["build", "--as-of", AS_OF.isoformat(), "--site-dir", "../../built"]) == 1
    said = capsys.readouterr().err
    assert f"写不进 {tmp_path / 'built'}（Device or resource busy）\n没有生成，../../built 仍是上一次的网站" in said
    assert everything(tmp_path) == before


def test_what_was_put_there_during_the_build_is_not_lost(engine, tmp_path):
    engine.before = lambda folder: (tmp_path / "home/empty/笔记.txt").write_text("笔记", "utf-8")
    with pytest.raises(Unfit, match="笔记"):
        built("../../home/empty")
    assert contents(tmp_path / "home") == {"empty/笔记.txt": "笔记".encode()}


def mkdocs(site, data=SECOND, project=None):
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", site]
    environment = {**os.environ, "DATA_DIR": str(Path(data).absolute()), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=project)


def test_plain_mkdocs_keeps_dot_files_as_it_always_does(tmp_path):
    site = tmp_path / "site"
    (site / ".well-known").mkdir(parents=True)
    for name in (".nojekyll", ".well-known/security.txt", "old.html"):
        (site / name).write_text(name, "utf-8")
    run = mkdocs(site)
    assert run.returncode == 0, run.stderr
    assert (site / ".nojekyll").read_text("utf-8") == ".nojekyll"
    assert (site / ".well-known/security.txt").read_text("utf-8") == ".well-known/security.txt"
    assert (site / "index.html").exists()
    assert not (site / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.fixture
def project(tmp_path):
    """A copy of this checkout, for what may go wrong in it."""
    return copy_project(tmp_path / "project")


def test_plain_mkdocs_does_not_clean_a_folder_of_the_checkout(project):
    before = everything(project / "data")
    run = mkdocs(project / "data", project=project)
    assert run.returncode == 1
    assert f"网站不能放在 {project / 'data'}：它是本项目的 data" in run.stderr
    assert "Traceback" not in run.stderr
    assert everything(project / "data") == before


def test_plain_mkdocs_leaves_the_last_site_when_the_data_are_refused(department, tmp_path):
    department.edit("tasks/tasks.yml", "状态: 长期坚持", "状态: 常期坚持")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("上一次", "utf-8")
    assert mkdocs(site, department.folder).returncode == 1
    assert contents(site) == {"index.html": "上一次".encode()}
