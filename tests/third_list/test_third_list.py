"""A further list takes a row in the table of parts, its record, an overview in `docs/` and a line of the navigation."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

ROOT = Path(__file__).parents[2]
SECOND = ROOT / "tests/fixtures/second"
ROWS = """\
    Part("建议清单", "suggestions", "条", Suggestion, prefix="JY-", groups="领域", about="居民建议什么。"),
"""
OVERVIEW = """\
---
title: 建议清单
description: 居民建议什么。
search: {exclude: true}
render_macros: true
hide: [navigation, toc]
---

# 建议清单

{{ entry_list("suggestions") }}
"""
SUGGESTIONS = """\
- 编号: JY-001
  名称: 早一点公开
  领域: 依法行政
  提出人: [用水户]
  渠道: 热线转来
  责任主体: [法规处]
  年度: 2025
  时限: 2026-12-31
  时限出处: [{报告: 2025, 段落: （三）, 引文: 2026年12月31日前改进}]
  依据: [yearly-report-rules]
  内容: 年度报告早一点公开。
  来源: 法规整理
  核定: 待核定
  记录:
    - {日期: 2025-06, 状态: 推进中, 说明: 正在办。}
"""


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {text.count(old)} times {old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def run(project, *arguments, day="2026-11-23"):
    command = [sys.executable, "-m", "qingdan", *arguments, "--as-of", day]
    settings = {**os.environ, "SITE_URL": "http://127.0.0.1/", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=settings, cwd=project)


def told(project, *arguments):
    done = run(project, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a copy of the project with a further list, built."""
    copy = tmp_path_factory.mktemp("third")
    for name in ("qingdan", "docs", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("macros.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(SECOND, copy / "data")
    shutil.copytree(SECOND, copy / "before")
    shutil.copy(Path(__file__).with_name("records.py"), copy / "qingdan/model/further.py")
    edit(copy / "qingdan/model/parts.py", "    ANSWERS,\n    TOPICS,\n", f"{ROWS}    ANSWERS,\n    TOPICS,\n")
    edit(
        copy / "qingdan/model/parts.py",
        "from .values import SLUG\n",
        "from .further import Suggestion\nfrom .values import SLUG\n",
    )
    edit(
        copy / "mkdocs.yml",
        "  - 法规库: laws/index.md\n",
        "  - 建议清单: suggestions/index.md\n  - 法规库: laws/index.md\n",
    )
    for path, text in (
        ("docs/suggestions/index.md", OVERVIEW),
        ("data/suggestions/suggestions.yml", SUGGESTIONS),
    ):
        (copy / path).parent.mkdir()
        (copy / path).write_text(text, encoding="utf-8")
    told(copy, "register")
    told(copy, "build", "--site-dir", "site")
    return copy


@pytest.fixture
def changeable(project, tmp_path):
    """Return the project with data that a test may change."""
    for name in ("qingdan", "before"):
        (tmp_path / name).symlink_to(project / name)
    shutil.copytree(project / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def read(project):
    return lambda path: (project / "site" / path).read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("suggestions/suggestions.yml", "领域: 依法行政", "领域: 依法", "没有“依法”，最接近的是“依法行政”"),
        ("suggestions/suggestions.yml", "编号: JY-001", "编号: JY1", "建议清单写 JY-001，"),
        ("suggestions/suggestions.yml", "状态: 推进中", "状态: 已落实", "“已落实”须有证据"),
    ],
)
def test_it_is_read_and_checked_like_the_others(changeable, path, old, new, said):
    edit(changeable / "data" / path, old, new)
    done = run(changeable, "check")
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert f"data/{path}" in done.stdout + done.stderr


def test_a_published_number_is_not_lost(changeable):
    edit(changeable / "data/suggestions/suggestions.yml", "编号: JY-001", "编号: JY-002")
    done = run(changeable, "check")
    assert done.returncode == 1
    assert "数据里却没有 JY-001 了" in done.stdout + done.stderr


def test_a_number_that_stands_twice_is_refused(changeable):
    file = changeable / "data/suggestions/suggestions.yml"
    file.write_bytes(file.read_bytes() * 2)
    said = run(changeable, "check")
    assert "“JY-001”在" in said.stdout + said.stderr


def test_it_has_an_overview_and_a_page_for_each_entry(read):
    overview = read("suggestions/index.html")
    assert 'data-entry="JY-001"' in overview
    assert 'data-asker="water-users"' in overview
    assert "谁提的" in overview
    page = read("suggestions/jy-001/index.html")
    for words in ("早一点公开", "热线转来", "谁提的", "正在办。", "yearly-report-rules"):
        assert words in page


def test_other_pages_tell_of_it(read):
    assert "居民建议什么。" in read("index.html")
    assert "../suggestions/jy-001/" in read("calendar/index.html")
    assert "../suggestions/jy-001/" in read("changes/index.html")
    assert "../../suggestions/jy-001/" in read("owners/legal/index.html")
    assert "../../suggestions/jy-001/" in read("laws/yearly-report-rules/index.html")
    assert "提出人" in read("guide/fields/index.html")
    for path in ("404.html", "index.html"):
        assert 'suggestions/">建议清单</a>' in read(path)


def test_the_registry_has_its_pages(project):
    assert "- suggestions/jy-001/\n" in (project / "data/registry.yml").read_text(encoding="utf-8")


def test_the_open_data_have_it(read, project):
    told_of = json.loads(read("data/v1/suggestions.json"))
    assert told_of["described_by"] == "data/v1/schema/suggestions.json"
    [one] = told_of["suggestions"]
    assert (one["id"], one["path"], one["field"]["name"]) == ("JY-001", "suggestions/jy-001/", "依法行政")
    assert one["askers"] == [{"slug": "water-users", "name": "用水户"}]
    assert one["channel"] == "热线转来"
    assert json.loads(read("suggestions/jy-001/index.json"))["entry"] == one
    [row] = csv.DictReader(io.StringIO(read("data/v1/suggestions.csv")))
    assert (row["id"], row["askers"], row["channel"]) == ("JY-001", "用水户", "热线转来")
    assert load_workbook(project / "site/data/v1/suggestions.xlsx")["建议清单（整理稿）"]["A2"].value == "JY-001"
    schema = json.loads(read("data/v1/schema/suggestions.json"))
    assert schema["$defs"]["Suggestion"]["properties"]["channel"]["title"] == "渠道"
    counts = json.loads(read("data/v1/index.json"))["counts"]
    assert counts["suggestions"] == 1
    assert json.loads(read("suggestions/badge.json"))["label"] == "建议清单（整理稿）"
    assert json.loads(read("suggestions/jy-001/badge.json"))["label"] == "JY-001"


def test_it_has_a_feed(read):
    assert "JY-001 早一点公开" in read("suggestions/atom.xml")
    assert "建议清单 1 页" in read("changes/atom.xml")


def test_search_finds_it(read):
    index = json.loads(read("assets/search/index.json"))
    [found] = [row for row in index["documents"] if row[3] == "suggestions/jy-001/"]
    assert index["kinds"][found[0]] == "建议"
    assert "用水户" in found[6][0][2]
    assert "热线转来" in found[6][0][2]


def test_editors_get_a_schema_of_it(changeable):
    told(changeable, "check")
    schema = json.loads((changeable / "data/schema/suggestions.json").read_text(encoding="utf-8"))
    [record] = [one for one in schema["definitions"].values() if "编号" in one.get("properties", ())]
    assert record["properties"]["编号"]["pattern"] == "^JY-[0-9]{3,5}$"


def test_it_goes_through_a_workbook_and_back(changeable):
    told(changeable, "xlsx", "export", "--out", "sheets")
    path = changeable / "sheets/建议清单.xlsx"
    book = load_workbook(path)
    [found] = [one for row in book["建议清单"].iter_rows() for one in row if one.value == "早一点公开"]
    found.value = "改过的字"
    book.save(path)
    told(changeable, "xlsx", "import", str(path))
    assert "改过的字" in (changeable / "data/suggestions/suggestions.yml").read_text(encoding="utf-8")


def test_the_summary_of_changes_tells_of_it(changeable):
    said = told(changeable, "diff", "before")
    for words in ("建议清单", "JY-001 早一点公开"):
        assert f"  {words}" in said or f"\n{words}\n" in said


def test_a_new_record_of_it_is_asked_for_and_written(changeable):
    words = "--name 新的建议 --field 依法行政 --owner 法规处 --year 2026 --due 长期 --content 新的。 --origin 法规整理"
    told(changeable, "new", "suggestion", *words.split(), "--asker", "用水户", "--channel", "来信")
    assert "- 编号: JY-002\n" in (changeable / "data/suggestions/jy-002.yml").read_text(encoding="utf-8")
    told(changeable, "register")
    assert "- suggestions/jy-002/\n" in (changeable / "data/registry.yml").read_text(encoding="utf-8")


def test_an_entry_of_it_can_be_retired(changeable):
    told(changeable, "retire", "JY-001", "--reason", "已经办完。")
    assert "状态: 已退出" in (changeable / "data/suggestions/suggestions.yml").read_text(encoding="utf-8")
