"""Bad input is refused with file, line and a Chinese reason and nothing is written, or is shown character for character."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import html5lib
import pytest
from markdown import Markdown

from conftest import AS_OF
from qingdan.cli import main
from qingdan.commands import command as loaded
from qingdan.publish.prose import EXTENSIONS
from qingdan.render import MACROS
from qingdan.site.check import open_site
from qingdan.site.pages import pages
from qingdan.text.announce import FORMATS
from qingdan.text.numbers import numbers_in
from tests.patience import patience

from .change import ENTRY, FILE, entry
from .refused import REFUSED
from .shown import AS_TYPED, SAME, WORDS

PROBLEM = re.compile(r"\S.*:[1-9]\d*:[1-9]\d*: [\u4e00-\u9fff]+: .*[\u4e00-\u9fff].*")
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def run(department, tmp_path, capsys):
    """Return a function that runs a command on the department: exit status, and what was said, paths made relative."""

    def run(command, *options):
        loaded(command)
        with patience():
            status = main([command, "--data", str(department.folder), "--as-of", AS_OF.isoformat(), *options])
        out, err = capsys.readouterr()
        return status, (out + err).replace(f"{department.folder.as_posix()}/", "")

    return run


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_place_and_reason_and_nothing_is_written(run, department, tmp_path, name):
    change, beginning = REFUSED[name]
    change(department.folder)
    status, said = run("build", "--site-dir", str(tmp_path / "site"))
    *problems, last = said.splitlines()[1:]
    assert status == 1
    assert any(line.startswith(beginning) for line in problems), said[:2000]
    assert [line for line in problems if not PROBLEM.fullmatch(line)] == []
    assert last.endswith("没有生成，" + f"{tmp_path / 'site'} 仍是上一次的网站")
    assert {path.name for path in tmp_path.iterdir()}.isdisjoint({"site", ".site.qingdan"})


def plain(text):
    return "'" + text.replace("'", "''") + "'"


def with_words(typed, text):
    """Write the faultless entry with the same words in each of its free texts; the numbers of `text` have a source."""
    numbers = dict.fromkeys(number.words for number in numbers_in(text))
    sources = "".join(f"    - {{数字: {plain(number)}, 来源: 通报}}\n" for number in numbers)
    content = ENTRY + (f"  数字出处:\n{sources}" if sources else "")
    for key in ("名称", "内容", "备注", "说明"):
        content = re.sub(f"(?m)(^ +{key}: ).*$", lambda found: found[1] + typed, content)
    return content


def tree(html):
    """Return the page as a browser reads it: the macro's HTML goes through Markdown, as the engine sends it."""
    return html5lib.parse(Markdown(extensions=EXTENSIONS).convert(html))


def texts(root, name, part=""):
    return [
        "".join(node.itertext())
        for node in root.iter(f"{XHTML}{name}")
        if part in node.get("class", "").split() or not part
    ]


def shape(root):
    return [(node.tag, sorted(node.attrib)) for node in root.iter()]


def shown(folder):
    site = open_site(folder, AS_OF)
    return tree(MACROS["entry_page"](site, "RW-101", root="../../")), tree(
        MACROS["entry_list"](site, "tasks", root="../")
    )


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        *(pytest.param(plain(text), text, id=name) for name, text in WORDS.items()),
        *(pytest.param(text, text, id=name) for name, text in AS_TYPED.items()),
    ],
)
def test_it_is_shown_character_for_character(run, department, typed, text):
    (department.folder / FILE).write_text(with_words("平常的文字", text), "utf-8")
    shapes = [shape(root) for root in shown(department.folder)]
    (department.folder / FILE).write_text(with_words(typed, text), "utf-8")
    status, said = run("check")
    assert status == 0, said
    with patience():
        page, rows = shown(department.folder)
    assert [shape(page), shape(rows)] == shapes
    assert texts(page, "h1") == [text]
    assert texts(page, "p", "lead") == [text]
    assert sum(words.count(text) for words in texts(page, "body")) >= 4
    assert text in texts(rows, "a")
    assert {"文件审核", "旧的任务"} <= set(texts(rows, "a"))


def every_page(folder):
    site = open_site(folder, AS_OF)
    return {page.path: (page.meta, MACROS[page.macro](site, page.argument, root="../../")) for page in pages(site)}


@pytest.mark.parametrize("name", SAME)
def test_it_gives_the_same_pages_as_the_faultless_entry(run, department, name):
    entry()(department.folder)
    wanted = every_page(department.folder)
    (department.folder / FILE).unlink()
    SAME[name](department.folder)
    status, said = run("check")
    assert status == 0, said
    assert every_page(department.folder) == wanted


@contextmanager
def as_nobody():
    """Give up the administrator's right to read everything, for a while."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.parametrize(
    ("name", "mode", "place"),
    [
        ("tasks/tasks.yml", 0o000, "tasks/tasks.yml:1:1: 文件写法: 文件打不开"),
        ("reports/2025.txt", 0o000, "reports/2025.txt:1:1: 文件写法: 文件打不开"),
        ("site.yml", 0o000, "site.yml:1:1: 文件写法: 文件打不开"),
        ("tasks", 0o000, "tasks:1:1: 文件位置: 打不开"),
        ("tasks", 0o444, "tasks/tasks.yml:1:1: 文件位置: 打不开"),
        ("tasks", 0o111, "tasks:1:1: 文件位置: 打不开"),
        ("", 0o000, "data:1:1: 文件位置: 打不开"),
    ],
)
def test_what_may_not_be_read_is_refused(department, capsys, name, mode, place):
    with TemporaryDirectory() as home:
        folder = Path(shutil.copytree(department.folder, Path(home, "data")))
        for path in (Path(home), folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        (folder / name).chmod(mode)
        with as_nobody(), patience():
            status = main(["check", "--data", str(folder), "--as-of", AS_OF.isoformat()])
        said = capsys.readouterr().err.replace(f"{folder.as_posix()}/", "").replace(folder.as_posix(), "data")
    assert status == 1
    assert [line for line in said.splitlines() if line.startswith(place)], said
    assert [line for line in said.splitlines()[:-1] if not PROBLEM.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [("a billion laughs", "text"), ("a pipe", "text"), *(("a file name in GBK", form) for form in FORMATS)],
)
def test_from_a_shell_the_same_is_said_without_a_traceback(department, name, form):
    REFUSED[name][0](department.folder)
    command = [sys.executable, "-m", "qingdan", "check", "--data", department.folder, "--format", form]
    done = subprocess.run(
        command, capture_output=True, timeout=30, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"}
    )
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 1
    assert "Traceback" not in said
    assert re.search("[\u4e00-\u9fff]", said)
