"""Files that are no workbook, or none that can be opened without harm: a message, and nothing is written."""

import io
import subprocess
import sys
import zipfile

import pytest

from conftest import contents

from .conftest import TASKS


def archive(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return data.getvalue()


def rewritten(office, name, content):
    """Return the exported workbook with one more or one other part."""
    with zipfile.ZipFile(office.path(TASKS)) as parts:
        return archive(**{**{part: parts.read(part) for part in parts.namelist()}, name: content})


ENCRYPTED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le")
FILES = [
    (b"", "文件是空的，请重新导出再改"),
    ("编号,名称\nRW-001,甲\n".encode(), "这不是工作簿（可能是改了扩展名的文本文件），请用 Excel 或 WPS 另存为 .xlsx"),
    (b"PK\x03\x04" + bytes(100), "文件已损坏，打不开；请重新导出再改"),
    (archive(**{"word/document.xml": "<a/>"}), "这个文件是压缩包，但不是工作簿；请用 Excel 或 WPS 另存为 .xlsx"),
    (archive(**{"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<"}), "文件已损坏，打不开；请重新导出再改"),
    (ENCRYPTED, "工作簿设了密码，程序读不了；请取消密码后再存一次"),
    (ENCRYPTED[:400], "这是旧的 .xls 格式（只改了扩展名），请另存为“Excel 工作簿（.xlsx）”"),
    (bytes(30_000_001), "文件超过 30 MB，不像是清单的工作簿，请重新导出再改"),
    (
        archive(**{"[Content_Types].xml": "", "xl/workbook.xml": "", "xl/a.bin": bytes(60_000_001)}),
        "解开以后超过 60 MB，不像是清单的工作簿，请重新导出再改",
    ),
    (
        archive(**{"[Content_Types].xml": "", "xl/workbook.xml": "", "xl/vbaProject.bin": "x"}),
        "工作簿里有宏，不能导入；请另存为不带宏的“Excel 工作簿（.xlsx）”",
    ),
]


@pytest.mark.parametrize(("content", "message"), FILES)
def test_a_file_that_is_no_workbook(office, content, message):
    office.path(TASKS).write_bytes(content)
    assert office.refusal() == [f"{TASKS}.xlsx: {message}"]


def test_more_cells_than_a_list_can_have(office):
    office.path(TASKS).write_bytes(rewritten(office, "xl/worksheets/sheet99.xml", b"<c/>" * 1_000_001))
    assert office.refusal()[0].startswith(f"{TASKS}.xlsx: 超过 100 万格，不像是清单的工作簿")


def test_a_workbook_cut_off_at_any_place(office):
    whole = office.path(TASKS).read_bytes()
    for length in range(1, len(whole), len(whole) // 40):
        office.path(TASKS).write_bytes(whole[:length])
        assert len(office.refusal()) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("清单.xlsm", "带宏的工作簿（.xlsm）不能导入，请另存为“Excel 工作簿（.xlsx）”"),
        ("清单.xls", "只能导入 .xlsx 工作簿，请另存为“Excel 工作簿（.xlsx）”"),
        ("没有.xlsx", "没有这个文件，请核对文件名和位置"),
    ],
)
def test_a_file_of_another_kind(office, name, message):
    before = contents(office.data)
    status, said = office.run("import", office.books / name)
    assert (status, said.splitlines()[0]) == (1, f"{name}: {message}")
    assert contents(office.data) == before


def test_a_folder_is_no_workbook(office):
    (office.books / "夹.xlsx").mkdir()
    status, said = office.run("import", office.books / "夹.xlsx")
    assert (status, said.splitlines()[0]) == (1, "夹.xlsx: 文件打不开；若正在 Excel 里开着，请先关闭")


def test_the_program_itself_says_it_without_a_traceback(office):
    office.path(TASKS).write_bytes(b"PK")
    command = [sys.executable, "-m", "qingdan", "xlsx", "import", office.path(TASKS), "--data", office.data]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.splitlines() == [
        f"{TASKS}.xlsx: 文件已损坏，打不开；请重新导出再改",
        "共 1 处放不进去，什么都没有写",
    ]
