"""A workbook that LibreOffice opened, changed and saved is imported like one that Excel saved."""

import shutil
import subprocess
import zipfile

import pytest

from conftest import contents

from .conftest import TASKS

FILE = "tasks/tasks.yml"
SECONDS = 120


@pytest.fixture
def libreoffice(tmp_path):
    """Return the function that lets LibreOffice save a file in another format; `.ci/office` installs it where it can."""
    if not shutil.which("soffice"):
        pytest.skip("导入 LibreOffice 存过的工作簿要用 LibreOffice Calc，请装好，再运行 make test")

    def convert(path, form):
        out = tmp_path / "saved"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", out, path]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        return out / f"{path.stem}.{form}"

    return convert


def test_a_workbook_saved_by_libreoffice_brings_back_exactly_what_was_changed_in_it(department, office, libreoffice):
    department.edit(FILE, "名称: 文件审核\n", "名称: '=A1+B1'\n")
    department.edit(FILE, "内容: 约谈违规用水的用水户。", "内容: 约谈_x0041_、“甲”。")
    office.export()
    before = contents(office.data)
    text = libreoffice(office.path(TASKS), "fods")
    flat = text.read_text(encoding="utf-8")
    assert flat.index("文件出台前先审核。") < flat.index('table:name="导出时的')
    text.write_text(flat.replace("文件出台前先审核。", "文件出台前一律先审核。", 1), encoding="utf-8")
    saved = libreoffice(text, "xlsx")
    with zipfile.ZipFile(saved) as parts:
        assert b"LibreOffice" in parts.read("docProps/app.xml")
    shutil.copy(saved, office.path(TASKS))
    status, said = office.bring()
    assert (status, said.splitlines()[0]) == (0, f"{TASKS}!H2: RW-001 的内容")
    path = next(path for path in before if str(path) == FILE)
    expected = {**before, path: before[path].replace("前先审核".encode(), "前一律先审核".encode())}
    assert contents(office.data) == expected
