"""What a hand-written page may hold, and how everything else is refused."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from conftest import AS_OF, SECOND, copy_project
from qingdan.publish.docs_check import problems_in_pages
from qingdan.publish.prose import EXTENSIONS
from qingdan.publish.site_dir import MARK, MARKED
from qingdan.site.check import open_site
from tests.patience import patience

from .pages import FRONT, GOOD, HTML, JINJA, LINKS, MACROS

ATTACKS = Path("tests/fixtures/attacks/docs")
BODIES = [
    *(pytest.param(MACROS + body, said, id=f"Jinja: {name}") for name, (body, said) in JINJA.items()),
    *(pytest.param(FRONT + body, said, id=f"HTML: {name}") for name, (body, said) in HTML.items()),
    *(pytest.param(FRONT + body, said, id=f"link: {name}") for name, (body, said) in LINKS.items()),
]


@pytest.fixture(scope="module")
def site():
    return open_site(SECOND, AS_OF)


@pytest.fixture
def docs(tmp_path):
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


@pytest.fixture
def said(docs, site):
    """Return a function that says what is wrong below `docs`."""

    def said():
        with patience():
            problems = problems_in_pages(docs, site)
        return [str(problem).removeprefix(f"{docs.as_posix()}/") for problem in problems]

    return said


@pytest.mark.words
def test_our_own_pages_suit_any_department(site):
    assert problems_in_pages(Path("docs"), site) == []


@pytest.mark.parametrize("name", GOOD)
def test_what_is_plain_is_let_through(docs, said, name):
    (docs / "试.md").write_bytes(GOOD[name].encode())
    assert said() == []


@pytest.mark.parametrize(("text", "beginning"), BODIES)
def test_anything_else_is_refused_at_its_place_in_chinese(docs, said, text, beginning):
    (docs / "a.md").write_text(text, "utf-8")
    place, message = beginning.split(": ", 1)
    found = said()
    assert any(line.startswith(f"a.md:{place}: 页面写法: {message}") for line in found), found
    assert all(re.fullmatch(r"a\.md:\d+:\d+: 页面写法: .*[\u4e00-\u9fff].*", line) for line in found)


@pytest.mark.parametrize(
    ("front", "beginning"),
    [
        ("# 试\n", "1:1: 页面写法: 开头没有标题和描述"),
        ("", "1:1: 页面写法: 开头没有标题和描述"),
        ("title: 试\ntemplate: a.html\n\n甲\n", "1:1: 页面写法: 开头没有标题和描述"),
        ("---\ntitle: 试\n---", "1:1: 页面写法: 开头没有标题和描述"),
        ("\n---\ntitle: 试\n---\n", "1:1: 页面写法: 开头没有标题和描述"),
        ("\ufeff\ufeff---\ntitle: 试\n---\n", "1:1: 页面写法: 开头没有标题和描述"),
        ("--- \ntitle: 试\n---\n", "1:1: 页面写法: 开头的第一行和最后一行只能写 ---"),
        ("---\ntitle: 试\n---\t\n", "3:1: 页面写法: 开头的第一行和最后一行只能写 ---"),
        ("---\ntitle: 试\n...\n", "3:1: 页面写法: 开头的第一行和最后一行只能写 ---"),
        ("---\ntitle: 试\n\n---\n", "3:1: 页面写法: 开头的每一项只写一行"),
        ("---\n# 批注\ntitle: 试\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\ntitle: '试' # 批注\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\nhide: [toc] # 批注\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\nhide: [toc, # 批注\n  navigation]\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\nhide: {\ntitle: 试\n}\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\nhide:\n  - toc\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\n{title: 试, description: 试}\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\n---\ntitle: 试\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\n--- # 批注\ntitle: 试\n---\n", "2:1: 页面写法: 开头的每一项只写一行"),
        ("---\ntitle: 试\n--- # 批注\ntitle: 试\n---\n", "3:1: 文件写法: 一个文件只能有一份内容"),
        ("---\ntitle: 2026-99-99\n---\n", "2:8: 页面写法: “2026-99-99”会被读成日期"),
        ("---\ntitle: 试\ndescription: 2026\n---\n", "3:14: 页面写法: “2026”会被读成日期"),
        ("---\ntitle: ~\n---\n", "2:8: 页面写法: “~”会被读成日期"),
        ("---\n1: 试\n---\n", "2:1: 页面写法: 开头没有“1”这一项"),
        ("---\n<<: {title: 试}\n---\n", "2:1: 页面写法: 开头没有“<<”这一项"),
        ("---\ntitle: 1:1:1.5\n---\n", "2:8: 页面写法: “1:1:1.5”会被读成日期"),
        ("---\n'title ': 试\ndescription: 试\n---\n", "2:1: 页面写法: 开头没有“'title '”这一项，最接近的是“title”"),
        ("---\ntitle: 试\ndescription: 试\nrender_macros: 'true'\n---\n", "4:16: 页面写法: “render_macros”只能写 true"),
        ("---\ntitle: 试\ndescription: 试\nrender_macros: True\n---\n", "4:16: 页面写法: “True”会被读成日期"),
        ("---\ntitle: 试\ndescription: 试\nrender_macros: 1\n---\n", "4:16: 页面写法: “1”会被读成日期"),
        ("---\ntitle: true\ndescription: 试\n---\n", "2:8: 页面写法: “title”应是一行文字"),
        ("---\ntitle: 试\n---\n", "1:1: 页面写法: 缺少“description”"),
        ("---\n甲\n---\n", "1:1: 页面写法: 两行 --- 之间应写成"),
        ("---\ntitle: 试\ndescription: 试\ntemplate: a.html\n---\n", "4:1: 页面写法: 开头没有“template”这一项"),
        ("---\ntitle: 试\ndescription: 试\nhooks: [a.py]\n---\n", "4:1: 页面写法: 开头没有“hooks”这一项"),
        ("---\ntitle: 试\ndescription: 试\nlaw_list: 甲\n---\n", "4:1: 页面写法: 开头没有“law_list”这一项"),
        (
            "---\ntitle: 试\ndescription: 试\nrender_macros: yes\n---\n",
            "4:16: 页面写法: “yes”会被读成日期、数字或者是否",
        ),
        ("---\ntitle: 试\ndescription: 试\nhide: [footer]\n---\n", "4:7: 页面写法: “hide”只能写"),
        ("---\ntitle: 试\ndescription: 试\nhide: [[toc]]\n---\n", "4:7: 页面写法: “hide”只能写"),
        ("---\ntitle: 试\ndescription: 试\nsearch: {boost: a}\n---\n", "4:9: 页面写法: “search”只能写"),
        ("---\ntitle: [试]\ndescription: 试\n---\n", "2:8: 页面写法: “title”应是一行文字"),
        ("---\ntitle: '{{ 7*7 }}'\ndescription: 试\n---\n", "2:8: 页面写法: “title”里有“{”"),
        ("---\ntitle: '<b>'\ndescription: 试\n---\n", "2:8: 页面写法: “title”里有“<”"),
        ("---\ntitle: 试\ndescription: '\"><script>1</script>'\n---\n", '3:14: 页面写法: “description”里有“"”'),
        ("---\ntitle: 试\ndescription: 试\ncolumn: '&lt;'\n---\n", "4:9: 页面写法: “column”里有“&”"),
        ("---\ntitle: &a 试\ndescription: *a\n---\n", "2:8: 文件写法: 不支持锚点和引用"),
        ("---\ntitle: !!python/object/apply:os.system [ls]\ndescription: 试\n---\n", "2:8: 文件写法: 不支持标签"),
        ("---\ntitle: 试\ntitle: 试\ndescription: 试\n---\n", "3:1: 文件写法: “title”写了两次"),
        ("---\ntitle：试\ndescription: 试\n---\n", "2:6: 文件写法: “title”后面是全角冒号"),
        ("---\ntitle: 试\ndescription: 试\n...\ntemplate: a\n---\n", "4:1: 页面写法: 开头的第一行和最后一行只能写"),
    ],
)
def test_the_front_matter_holds_only_what_is_known(docs, said, front, beginning):
    (docs / "a.md").write_text(front, "utf-8")
    found = said()
    assert any(line.startswith(f"a.md:{beginning}") for line in found), found


@pytest.mark.parametrize(
    ("content", "beginning"),
    [
        ("甲".encode("gbk"), "1:1: 文件写法: 文件不是 UTF-8"),
        (b"\0", "1:1: 文件写法: 文件是 UTF-16"),
        (b"a" * 5_000_000, "1:1: 文件写法: 文件超过 4 MB"),
        (FRONT.encode() + b"a\n\n" * 30_000, "1:1: 页面写法: 这一页有"),
        (FRONT.encode() + b"[" * 5000, "1:1: 页面写法: 这一页的“[”超过"),
        (FRONT.encode() + b"a" * 7000, "6:1: 页面写法: 这一段超过"),
        (FRONT.encode() + b"a\n\n" + b">" * 3000 + b" a", "8:1: 页面写法: 嵌套超过"),
        (FRONT.encode() + b"".join(b"    " * n + b"- a\n" for n in range(40)), "26:1: 页面写法: 嵌套超过"),
        (FRONT.encode() + b"<div>\n" * 900, "6:1: 页面写法: 不能用 <div>"),
        (FRONT.encode() + b"*a " * 1900, ""),
        (FRONT.encode() + (b"[" * 199 + b"a" * 5000 + b"\n\n<b>"), "8:1: 页面写法: 不能用 <b>"),
    ],
)
def test_a_page_that_would_keep_the_check_busy_is_refused_in_time(docs, said, content, beginning):
    (docs / "a.md").write_bytes(content)
    found = said()
    assert found == [] if not beginning else any(line.startswith(f"a.md:{beginning}") for line in found), found


PAGE = FRONT + "甲\n"
SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("name", "content", "beginning"),
    [
        ("a.html", "<script>1</script>", "a.html:1:1: 页面写法: docs/ 里不能放 .html 的文件"),
        ("a.HTML", "<script>1</script>", "a.HTML:1:1: 页面写法: docs/ 里不能放 .HTML 的文件"),
        ("assets/a.htm", "甲", "assets/a.htm:1:1: 页面写法: docs/ 里不能放 .htm 的文件"),
        ("a.py", "print()", "a.py:1:1: 页面写法: docs/ 里不能放 .py 的文件"),
        ("CNAME", "elsewhere.invalid", "CNAME:1:1: 页面写法: docs/ 里不能放 没有扩展名 的文件"),
        ("a.markdown", "甲", "a.markdown:1:1: 页面写法: docs/ 里不能放 .markdown 的文件"),
        ("a.js", "alert(1)", "a.js:1:1: 页面写法: .js 的文件只能放在 docs/assets 文件夹里"),
        ("a.png", "", "a.png:1:1: 页面写法: .png 的文件只能放在 pictures 文件夹里"),
        ("a.svg", "<svg/>", "a.svg:1:1: 页面写法: .svg 的文件只能放在 docs/assets 文件夹里"),
        ("guide/assets/a.js", "alert(1)", "guide/assets/a.js:1:1: 页面写法: .js 的文件只能放在 docs/assets 文件夹里"),
        ("assets/a.svg", f"<svg {SVG} onload='alert(1)'/>", "assets/a.svg:1:1: 页面写法: 图里有 onload"),
        ("a.mkd", PAGE, "a.mkd:1:1: 页面写法: docs/ 里不能放 .mkd 的文件"),
        ("a.mkdn", PAGE, "a.mkdn:1:1: 页面写法: docs/ 里不能放 .mkdn 的文件"),
        ("a.mdown", PAGE, "a.mdown:1:1: 页面写法: docs/ 里不能放 .mdown 的文件"),
        ("a.MD", PAGE, "a.MD:1:1: 页面写法: docs/ 里不能放 .MD 的文件"),
        ("a.yml", "甲", "a.yml:1:1: 页面写法: docs/ 里不能放 .yml 的文件"),
        ("tasks/rw-001.md", PAGE, "tasks/rw-001.md:1:1: 页面写法: 与程序生成的网页是同一个网址"),
        ("tasks/RW-001.md", PAGE, "tasks/RW-001.md:1:1: 页面写法: 与程序生成的网页是同一个网址"),
        ("tasks/rw-001/index.md", PAGE, "tasks/rw-001/index.md:1:1: 页面写法: 与程序生成的网页是同一个网址"),
        ("laws/water-use-rules/README.md", PAGE, "laws/water-use-rules/README.md:1:1: 页面写法: 与程序生成的"),
        ("reports/2025.md", PAGE, "reports/2025.md:1:1: 页面写法: 与程序生成的网页是同一个网址"),
    ],
)
def test_files_of_other_kinds_or_in_the_way_are_refused(docs, said, name, content, beginning):
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text(content, "utf-8")
    found = said()
    assert any(line.startswith(beginning) for line in found), found


def test_two_pages_with_one_address_are_refused(docs, said):
    (docs / "a").mkdir()
    (docs / "a/index.md").write_text(PAGE, "utf-8")
    (docs / "a.md").write_text(PAGE, "utf-8")
    [line] = said()
    assert line.startswith("a/index.md:1:1: 页面写法: 与“") or line.startswith("a.md:1:1: 页面写法: 与“")


@pytest.mark.parametrize("target", ["../secret.md", "../secret", "nowhere.md", "a.md", "/dev/zero"])
def test_links_among_the_files_are_refused(docs, said, target):
    (docs.parent / "secret.md").write_text(PAGE, "utf-8")
    (docs.parent / "secret").mkdir()
    (docs.parent / "secret/x.md").write_text(PAGE, "utf-8")
    (docs / "a.md").symlink_to(target)
    [line] = said()
    assert line.startswith("a.md:1:1: 页面写法: 这是链接（快捷方式）")


def test_a_pipe_among_the_files_is_refused(docs, said):
    os.mkfifo(docs / "a.md")
    [line] = said()
    assert line.startswith("a.md:1:1: 页面写法: 这不是普通文件")


@pytest.mark.words
def test_the_engine_is_set_up_as_the_check_supposes():
    """Another extension, delimiter or default would let through what the check does not know."""
    config = load_config("mkdocs.yml")
    macros = config.plugins["macros"].config
    assert sorted(config.markdown_extensions) == sorted(EXTENSIONS)
    assert config.mdx_configs["tables"] == {"use_align_attribute": True}
    assert macros["render_by_default"] is False
    assert macros["force_render_paths"] == ""
    assert not [name for name, value in macros.items() if name.startswith("j2_") and value]
    assert macros["include_dir"] == ""
    assert macros["include_yaml"] == []
    assert [*config.hooks] == ["macros.py"]


@pytest.mark.parametrize("command", ["qingdan build", "mkdocs build"])
def test_neither_the_build_nor_the_engine_runs_what_is_refused(tmp_path, command):
    project = copy_project(tmp_path / "project")
    mark, page = tmp_path / "mark", tmp_path / "site/index.html"
    page.parent.mkdir()
    page.write_text("上一版", "utf-8")
    page.with_name(MARK).write_bytes(MARKED)
    shell = f"{{{{ cycler.__init__.__globals__.os.popen('touch {mark}').read() }}}}"
    (project / "docs/bad.md").write_text(f"{MACROS}{shell}\n", "utf-8")
    for attack in ATTACKS.iterdir():
        shutil.copy(attack, project / "docs" / ("assets" if attack.suffix == ".svg" else "") / attack.name)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("- 首页:", f'- "{shell}":'), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", *command.split(), "--site-dir", tmp_path / "site"],
        capture_output=True,
        text=True,
        check=False,
        cwd=project,
        env={
            **os.environ,
            "DATA_DIR": str(SECOND.resolve()),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1795392000",
        },
    )
    assert run.returncode == 1
    assert "docs/bad.md:7:1: 页面写法: “{{ }}”没有写完整" in run.stderr
    assert "docs/front-closed-by-dots.md:5:1: 页面写法: 开头的第一行和最后一行只能写 ---，不能写 ..." in run.stderr
    assert "docs/front-with-impossible-date.md:4:1: 页面写法: 开头的每一项只写一行“项目: 值”；注释" in run.stderr
    assert "docs/assets/entity.svg:2:15: 页面写法: 图里有 <!DOCTYPE" in run.stderr
    assert re.search(r"^mkdocs\.yml:\d+:5: 引擎设置: 这里不能有“{{”", run.stderr, re.MULTILINE)
    assert "Traceback" not in run.stderr
    assert not mark.exists()
    assert not (project / "ran.txt").exists()
    assert page.read_text("utf-8") == "上一版"
