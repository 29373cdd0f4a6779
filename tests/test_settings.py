"""The engine's settings: words are free, and whatever could run, load or delete is refused at its place."""

import re
from pathlib import Path

import pytest

from qingdan.publish.settings import problems_in_settings

GOOD = Path("mkdocs.yml").read_text("utf-8")

FREE = {
    "another address": ('"http://127.0.0.1:8000/"', "https://www.example.gov.cn/duty/"),
    "an address without the environment": ('!ENV [SITE_URL, "http://127.0.0.1:8000/"]', "https://www.example.gov.cn/"),
    "another name": ("site_name: 法治责任清单", "site_name: 责任"),
    "another title in the navigation": ("- 年度报告:", "- 报告:"),
    "a page more": ("  - 核对情况: coverage.md\n", "  - 核对情况: coverage.md\n  - 试: 试.md\n"),
    "values of the owner": ('icp: ""', "icp: 津ICP备00000000号"),
    "a licence": ('licence: ""', "licence: CC BY 4.0"),
    "a feature": ("- toc.follow", "- toc.follow\n    - navigation.footer"),
    "Windows line ends": ("\n", "\r\n"),
}

ACTIVE = {
    "another hook": ("hooks: [macros.py]", "hooks: [macros.py, docs/a.py]", "“hooks”不是程序所要的"),
    "no hook": ("hooks: [macros.py]\n", "", "缺少“hooks”"),
    "another folder to write to": ("!ENV [SITE_DIR, site]", "data", "“site_dir”不是程序所要的"),
    "another variable to write to": ("[SITE_DIR, site]", "[HOME, site]", "“site_dir”不是程序所要的"),
    "another variable as address": ("[SITE_URL,", "[GITHUB_TOKEN,", "“site_url”只能写网址"),
    "a variable as name": ("site_name: 法治责任清单", "site_name: !ENV GITHUB_TOKEN", "这里不能用标签"),
    "a variable among the owner's values": ('contact: ""', "contact: !ENV GITHUB_TOKEN", "这里不能用标签"),
    "an object of Python": ('contact: ""', "contact: !!python/object/apply:os.system [ls]", "这里不能用标签"),
    "an object of Python as theme": ("theme:\n", "theme: !!python/object/apply:os.abort\n", "这里不能用标签"),
    "an object of Python as everything": (
        "site_name: 法",
        "--- !!python/object/apply:os.abort\nsite_name: 法",
        "这里不能用标签",
    ),
    "a name of Python": ("  - attr_list", "  - attr_list\n  - x: !!python/name:os.system", "“markdown_extensions”不是"),
    "an inherited file": ("strict: true", "strict: true\nINHERIT: docs/a.yml", "不认识“INHERIT”"),
    "another folder of pages": ("strict: true", "strict: true\ndocs_dir: data", "不认识“docs_dir”"),
    "templates of its own": ("strict: true", "strict: true\nextra_templates: [a.html]", "不认识“extra_templates”"),
    "hidden files": ("strict: true", 'strict: true\nexclude_docs: "!.a.md"', "不认识“exclude_docs”"),
    "not strict": ("strict: true", "strict: false", "“strict”不是程序所要的"),
    "templates from elsewhere": ("custom_dir: overrides", "custom_dir: docs", "“theme.custom_dir”不是程序所要的"),
    "another theme": ("name: material", "name: readthedocs", "“theme.name”不是程序所要的"),
    "static templates": ("font: false", "font: false\n  static_templates: [a.html]", "不认识“theme.static_templates”"),
    "a theme as a word": ("hooks: [macros.py]", "hooks: [macros.py]\ntheme: material", "写了两次"),
    "macros everywhere": ("render_by_default: false", "render_by_default: true", "“plugins”不是程序所要的"),
    "a folder to include from": (
        "render_by_default: false",
        "render_by_default: false\n      include_dir: .",
        "“plugins”",
    ),
    "another module": ("module_name: macros", "module_name: docs/a", "“plugins”不是程序所要的"),
    "another plugin": ("  - search  #", "  - offline\n  - search  #", "“plugins”不是程序所要的"),
    "an extension": ("  - attr_list", "  - attr_list\n  - pymdownx.snippets", "“markdown_extensions”不是程序所要的"),
    "a script from elsewhere": (
        "[assets/frame.js, assets/site.js, assets/aloud.js]",
        '["//elsewhere.invalid/a.js"]',
        "“extra_javascript”不是程序所要的",
    ),
    "a style from elsewhere": ("[assets/site.css]", '["//elsewhere.invalid/a.css"]', "“extra_css”不是程序所要的"),
    "a command in a title": ("- 首页:", '- "{{ cycler }}":', "这里不能有“{{”"),
    "a statement in a title": ("- 关于本站:", '- "{% raw %}":', "这里不能有“{%”"),
    "an element in a title": ("- 关于本站:", '- "<iframe src=a>":', "这里不能有“<”"),
    "an anchor": ("[assets/site.css]", "&a [assets/site.css]", "不支持锚点和引用"),
    "a merged mapping": ("  name: material", "  name: material\n  <<: {custom_dir: docs}", "不认识“theme.<<”"),
    "a second document": ("strict: true", "strict: true\n---\na: 1", "这一行读不懂"),
    "no YAML": ("strict: true", "strict: [true", "这一行读不懂"),
}


@pytest.fixture
def said(tmp_path):
    def said(old, new):
        file = tmp_path / "mkdocs.yml"
        assert old in GOOD
        file.write_bytes(GOOD.replace(old, new).encode())
        return [str(problem).removeprefix(f"{tmp_path.as_posix()}/") for problem in problems_in_settings(file)]

    return said


def test_our_own_settings_are_as_they_should_be():
    assert problems_in_settings(Path("mkdocs.yml")) == []


@pytest.mark.parametrize("name", FREE)
def test_words_are_free(said, name):
    assert said(*FREE[name]) == []


@pytest.mark.parametrize("name", ACTIVE)
def test_whatever_could_run_load_or_delete_is_refused_at_its_place(said, name):
    old, new, message = ACTIVE[name]
    found = said(old, new)
    assert any(re.match(rf"mkdocs\.yml:\d+:\d+: 引擎设置: .*{re.escape(message)}", line) for line in found), found


def test_the_place_is_that_of_the_value(said):
    line = GOOD.split("\n").index("hooks: [macros.py]") + 1
    [found] = said("hooks: [macros.py]", "hooks: [a.py]")
    assert found.startswith(f"mkdocs.yml:{line}:8: ")


@pytest.mark.parametrize("content", [b"", b"- a\n", b"\xff\xfe", "甲: 乙".encode("gbk"), b"a: \0"])
def test_what_is_no_settings_file_is_refused(tmp_path, content):
    (tmp_path / "mkdocs.yml").write_bytes(content)
    assert problems_in_settings(tmp_path / "mkdocs.yml")


def test_settings_that_are_not_there_are_refused(tmp_path):
    assert problems_in_settings(tmp_path / "mkdocs.yml")
