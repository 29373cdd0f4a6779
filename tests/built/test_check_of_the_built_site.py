"""The check that guards publication: a whole site passes, and each kind of damage is named."""

import shutil

import pytest

from qingdan.publish.site_check import faults

UNSHOWN = "生成的网站: 网页没有显示“"
"""What is also said where a fault hides a value of the data."""


@pytest.fixture
def damaged(folder, site, tmp_path):
    """A copy of the good site; call it with a file, an old text and a new one to get the faults it then has."""
    copy = tmp_path / "site"
    shutil.copytree(folder, copy)

    def damage(path, old, new):
        file = copy / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(problem) for problem in faults(site, copy)]

    damage.folder = copy
    return damage


def test_the_good_site_has_no_fault(folder, site):
    assert faults(site, folder) == []


def test_pages_looked_at_in_many_parts_show_the_same_faults(damaged, site):
    shutil.rmtree(damaged.folder / "tasks" / "rw-028")
    page = damaged.folder / "publicity" / "pf-001" / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("<h1>", "{{ title }}<style></style><h1>"), encoding="utf-8"
    )
    home = damaged.folder / "index.html"
    home.write_text(
        home.read_text(encoding="utf-8").replace("<h1", '<a href="about/#nowhere">x</a><h1'), encoding="utf-8"
    )
    found = faults(site, damaged.folder)
    told = {problem.place.path for problem in found}
    assert {"tasks/rw-028/index.html", "tasks/index.html", "publicity/pf-001/index.html", "index.html"} <= told
    assert faults(site, damaged.folder, part=20) == found


def test_a_missing_page_is_named_with_the_links_to_it(damaged, site):
    shutil.rmtree(damaged.folder / "tasks" / "rw-028")
    found = [str(problem) for problem in faults(site, damaged.folder)]
    assert "tasks/rw-028/index.html:1:1: 生成的网站: 缺少这个页面" in found
    assert "tasks/index.html:1:1: 生成的网站: 链接没有着落：../tasks/rw-028/" in found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<h1>", "{{ title }}<h1>", "页面上有没有处理的“{{”"),
        ("<h1>", "Traceback (most recent call last)<h1>", "页面上有没有处理的“Traceback (most recent call last)”"),
        ("<h1>", "Macro Rendering Error<h1>", "页面上有没有处理的“Macro Rendering Error”"),
        ("<dd>长期</dd>", "<dd>None</dd>", "页面上有一格写着“None”"),
        ('href="../../laws/info', 'href="../../law/info', "链接没有着落：../../law/info-disclosure-reg/"),
        ("/reports/2024/#q-1-4-5", "/reports/2024/#q-9-4-5", "链接的位置不存在：../../reports/2024/#q-9-4-5-86-109"),
        (
            "<h1>",
            '<script src="https://cdn.example.com/x.js"></script><h1>',
            "引用了别的网站：https://cdn.example.com/x.js",
        ),
        ("<h1>", '<img src="//example.com/x.png" alt=""><h1>', "引用了别的网站：//example.com/x.png"),
        ("<h1>", '<form action="https://example.com/"><h1>', "<form> 不该有 action：https://example.com/"),
        ("<h1>", "<style>p{}</style><h1>", "不该有 <style>"),
        ("<h1>", "<object></object><h1>", "不该有 <object>"),
        ("<h1>", '<base href="./"><h1>', "不该有 <base>"),
        ("<h1>", '<iframe src="./"></iframe><h1>', "不该有 <iframe>"),
        ("<h1>", '<meta http-equiv="refresh" content="0; url=./"><h1>', "不该有 <meta http-equiv=refresh>：0; url=./"),
        ("<h1>", '<a href="javascript:x">x</a><h1>', "引用了别的网站：javascript:x"),
        ("<h1>", '<a href="https://example.com/">x</a><h1>', "引用了别的网站：https://example.com/"),
    ],
)
def test_damage_to_an_entry_page_is_named(damaged, old, new, message):
    found = damaged("tasks/rw-028/index.html", old, new)
    assert [problem for problem in found if UNSHOWN not in problem] == [
        f"tasks/rw-028/index.html:1:1: 生成的网站: {message}"
    ]


def test_a_row_too_few_is_counted(damaged, site):
    count = len(site.lists["tasks"])
    assert damaged("tasks/index.html", '<tr data-entry="RW-028"', "<tr") == [
        f"tasks/index.html:1:1: 生成的网站: 表里有 {count - 1} 行，数据有 {count} 条"
    ]


def test_one_changed_character_of_the_report_is_noticed(damaged):
    found = damaged("reports/2024/index.html", "审核128份", "审核129份")
    assert "reports/2024/index.html:1:1: 生成的网站: 报告页的文字与存档的原文不一致" in found


def test_a_page_in_the_frame_of_another_is_named_value_by_value(damaged, folder):
    other = (folder / "tasks/rw-027/index.html").read_text(encoding="utf-8")
    own = (folder / "tasks/rw-028/index.html").read_text(encoding="utf-8")
    found = damaged("tasks/rw-028/index.html", own.partition("<h1>")[0], other.partition("<h1>")[0])
    told = [message.removeprefix("tasks/rw-028/index.html:1:1: 生成的网站: ") for message in found]
    places = ['meta[name="ArticleTitle"]', 'meta[name="description"]', 'meta[property="og:title"]', "head > title"]
    for place in (*places, "canonical"):
        assert any(message.startswith(f"{place} ") for message in told), place


def test_a_built_drawing_and_a_style_sheet_that_do_more_are_named(damaged):
    found = damaged("tasks/badge.svg", "<rect", '<rect onclick="a"')
    assert any(line.startswith("tasks/badge.svg:1:1: 生成的网站: 第 1 行：图里有 onclick") for line in found), found
    found = damaged("assets/site.css", "", "@import '//example.com/a.css';")
    assert "assets/site.css:1:1: 生成的网站: 样式引用了别处的内容：@import" in found
