"""A department's workbooks, to edit as a person would and to import."""

import shutil

import openpyxl
import pytest

from conftest import FIRST, contents
from qingdan.cli import main
from qingdan.text.xlsx import escaped

DAY = "2026-11-23"
PUBLICITY, TASKS, LAWS = "普法责任清单", "法治建设任务清单", "法规库"


class Office:
    """A data folder and the workbooks exported from it."""

    def __init__(self, data, books, capsys):
        self.data, self.books, self.capsys = data, books, capsys

    def run(self, *arguments):
        """Run `xlsx`. Out: exit status and what it printed to stderr."""
        status = main(["xlsx", *map(str, arguments), "--data", str(self.data), "--as-of", DAY])
        return status, self.capsys.readouterr().err

    def export(self):
        assert self.run("export", "--out", self.books)[0] == 0

    def path(self, title):
        return self.books / f"{title}.xlsx"

    def bring(self, title=TASKS):
        return self.run("import", self.path(title))

    def edit(self, title=TASKS):
        return _Open(self.path(title))

    def refusal(self, title=TASKS):
        """Import a workbook that must be refused; return what is said, without the last line."""
        before = contents(self.data)
        status, said = self.bring(title)
        assert status == 1
        assert contents(self.data) == before
        *lines, last = said.splitlines()
        assert last.endswith("什么都没有写")
        return lines


class _Open:
    """An opened workbook, saved at the end of the block."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.book = openpyxl.load_workbook(self.path)
        return self

    def __exit__(self, failed, *_):
        if not failed:
            self.book.save(self.path)

    def __getitem__(self, name):
        return self.book[name]

    def cell(self, page, key, header):
        """Return the cell of the row that begins with `key` (one text for each key column)."""
        headers = [cell.value for cell in self.book[page][1]]
        for row in self.book[page].iter_rows(min_row=2):
            if tuple(cell.value for cell in row[: len(key)]) == tuple(key):
                return row[headers.index(header)]
        raise AssertionError(key)

    def put(self, page, key, header, text):
        """Type a text into a cell."""
        cell = self.cell(page, key, header)
        cell.value = text and escaped(text)
        if text:
            cell.data_type = "s"
        return f"{page}!{cell.coordinate}"


@pytest.fixture
def office(department, tmp_path, capsys):
    found = Office(department.folder, tmp_path / "books", capsys)
    found.export()
    return found


@pytest.fixture
def real(tmp_path, capsys):
    """Lists of real size, copied."""
    shutil.copytree(FIRST, tmp_path / "data")
    found = Office(tmp_path / "data", tmp_path / "books", capsys)
    found.export()
    return found
