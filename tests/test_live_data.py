"""What must hold for the lists that are published now, whatever staff have made of them; what they hold is not tested."""

import shutil
from pathlib import Path

import pytest

from conftest import contents
from qingdan.cli import main
from qingdan.publish.docs_check import problems_in_pages
from qingdan.publish.publish import publish
from qingdan.publish.site_check import faults
from qingdan.site.check import open_site, problems_in
from qingdan.text.dates import as_of

DATA, DOCS = Path("data"), Path("docs")
LISTS = ("普法责任清单", "法治建设任务清单", "法规库")
pytestmark = pytest.mark.live


@pytest.fixture(scope="module")
def site():
    return open_site(DATA, as_of())


def test_the_check_finds_nothing_wrong():
    assert list(map(str, problems_in(DATA, as_of()))) == []


def test_the_pages_written_by_hand_suit_them(site):
    assert list(map(str, problems_in_pages(DOCS, site))) == []


def test_their_site_can_be_built_and_passes_its_check(site, tmp_path):
    found = []
    publish(DATA, tmp_path / "site", as_of(), lambda built: found.extend(map(str, faults(site, built))))
    assert found == []


def test_their_workbooks_brought_back_change_no_byte(tmp_path, capsys):
    data, books = tmp_path / "data", tmp_path / "books"
    shutil.copytree(DATA, data)
    day = ("--data", str(data), "--as-of", str(as_of()))
    before = contents(data)
    assert main(["xlsx", "export", "--out", str(books), *day]) == 0
    for title in LISTS:
        assert main(["xlsx", "import", str(books / f"{title}.xlsx"), *day]) == 0, capsys.readouterr().err
    assert contents(data) == before
