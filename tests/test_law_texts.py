"""The archived texts of laws: how they are loaded, and what is said of files that cannot be."""

import re
import shutil
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from conftest import SECOND
from qingdan.edit.journal import make
from qingdan.model.law_text import MAX_TEXT
from qingdan.model.load import load
from qingdan.site.check import examine
from qingdan.source.files import data_files
from qingdan.text.zipped import zipped

AS_OF = date(2026, 11, 23)
STEM = "laws/texts/water-use-rules.2023-11-30"


def places(department):
    return [problem for problem in department.problems() if ": 文件位置: " in problem or ": 文件写法: " in problem]


def test_texts_are_loaded_by_law_and_version_byte_for_byte(department):
    data, problems = load(department.folder, AS_OF)
    assert problems == []
    assert [(one.law, str(one.version)) for one in data.texts] == [
        ("water-use-rules", "2020-03-01"),
        ("water-use-rules", "2023-11-30"),
    ]
    for one in data.texts:
        file = department.folder / f"laws/texts/{one.meta.value.stem}.txt"
        assert one.text.encode() == file.read_bytes()
        assert one.statute.text == one.text


def test_a_text_is_taken_apart_once(department):
    data, _ = load(department.folder, AS_OF)
    assert data.texts[0].statute is data.texts[0].statute


def test_the_lists_of_the_library_do_not_take_in_the_registrations_of_texts(department):
    data, _ = load(department.folder, AS_OF)
    assert len(data.laws) == 3


def test_a_department_without_texts_has_none(department):
    shutil.rmtree(department.folder / "laws/texts")
    data, problems = examine(department.folder, AS_OF)
    assert (data.texts, problems) == ((), [])


def test_a_registration_without_its_text_is_reported_at_the_text(department):
    (department.folder / f"{STEM}.txt").unlink()
    assert places(department) == [f"{STEM}.txt:1:1: 文件位置: 缺少法规原文，请把收到的文字存成这个文件"]


def test_a_text_without_its_registration_is_reported_with_the_command_that_registers_it(department):
    (department.folder / f"{STEM}.yml").unlink()
    [told] = places(department)
    assert told.startswith(
        f"{STEM}.txt:1:1: 文件位置: 这份法规原文还没有登记；请移出去，再运行 python -m qingdan import-law "
    )


@pytest.mark.parametrize("name", ["water-use-rules.2023-11-30.docx", "notes.md", "more/a.yml"])
def test_another_file_beside_the_texts_is_reported(department, name):
    path = department.folder / "laws/texts" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("文字", "utf-8")
    [told] = places(department)
    assert told.startswith(f"laws/texts/{name}:1:1: 文件位置: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("示例用水条例".encode("gbk"), "文件写法: 文件不是 UTF-8 编码"),
        ("示例用水条例".encode("utf-16"), "文件写法: 文件是 UTF-16 编码"),
        (b" " * (MAX_TEXT + 1), "文件位置: 法规原文超过 3 MB；一部法规没有这么长，请核对是不是放错了文件"),
    ],
)
def test_a_text_that_cannot_be_read_is_reported_at_its_place(department, content, said):
    (department.folder / f"{STEM}.txt").write_bytes(content)
    [told] = places(department)
    assert re.match(rf"{re.escape(STEM)}\.txt:1:\d: {said}", told)


def test_a_registration_that_cannot_be_read_is_reported_and_its_text_is_no_stranger(department):
    department.edit(f"{STEM}.yml", "版本: 2023-11-30", "版本: 去年")
    [told] = department.problems()
    assert told.startswith(f"{STEM}.yml:3:5: 条目写法: “版本”：“去年”不是日期")


def test_a_link_is_not_followed(department, tmp_path):
    text = department.folder / f"{STEM}.txt"
    text.rename(tmp_path / "text.txt")
    text.symlink_to(tmp_path / "text.txt")
    assert [told.partition("；")[0] for told in places(department)] == [
        f"{STEM}.txt:1:1: 文件位置: 这是链接（快捷方式），不是文件本身"
    ]


def test_a_version_of_the_future_is_reported(department):
    for suffix in (".yml", ".txt"):
        file = department.folder / f"{STEM}{suffix}"
        file.rename(department.folder / f"laws/texts/water-use-rules.2027-01-01{suffix}")
    department.edit(
        "laws/texts/water-use-rules.2027-01-01.yml", "版本: 2023-11-30\n施行: 2024", "版本: 2027-01-01\n施行: 2027"
    )
    assert any(": 未来的日期: “版本”写的是 2027-01-01" in problem for problem in department.problems())


def test_texts_are_among_the_files_of_the_data_and_go_with_them_to_the_desk():
    files = dict(data_files(SECOND))
    assert {f"{STEM}.txt", f"{STEM}.yml"} <= files.keys()
    with zipfile.ZipFile(BytesIO(zipped(data_files(SECOND)))) as packed:
        assert packed.read(f"{STEM}.txt") == files[f"{STEM}.txt"]


def test_a_change_of_texts_is_made_whole(department):
    content = (department.folder / f"{STEM}.txt").read_bytes()
    shutil.rmtree(department.folder / "laws/texts")
    make(department.folder, {Path(f"{STEM}.txt"): content})
    assert (department.folder / f"{STEM}.txt").read_bytes() == content
