"""Links from a page to its lines in the repository: to read them, to change them, to object to them."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from conftest import AS_OF
from qingdan.render.entry import entry_page
from qingdan.render.law import law_page
from qingdan.site.check import open_site
from qingdan.site.repository import NOWHERE, Repository
from qingdan.text.problem import Place

SHA = "72e265852629fe7a43f1d5a6c2a6d3cbb2ffb0dd"
FORM = Path(__file__).parent.parent / ".github/ISSUE_TEMPLATE/correction.yml"


@pytest.fixture
def links(department):
    """Return the links of a page by their words, for a repository that holds the department's folder."""
    root = department.folder.parent

    def find(page, id, repository=None):
        known = repository or Repository("owner/name", SHA, root, root)
        html = page(open_site(department.folder, AS_OF, known), id, "../../")
        nodes = LexborHTMLParser(html).css('.tools a[href^="https://github.com/"]')
        return {node.text(): node.attributes["href"] for node in nodes}

    return find


def lines_of(department, link):
    """Return the lines of the file that a link names."""
    path, fragment = urlsplit(link).path, urlsplit(link).fragment
    file = unquote(path.split(f"/blob/{SHA}/")[1])
    first, last = (int(part.removeprefix("L")) for part in fragment.split("-"))
    return (department.folder.parent / file).read_text("utf-8").split("\n")[first - 1 : last]


@pytest.mark.parametrize(
    ("page", "id", "file"),
    [(entry_page, "RW-002", "tasks/tasks.yml"), (law_page, "old-water-rules", "laws/laws.yml")],
)
def test_the_permanent_link_shows_the_whole_item_and_no_line_more(department, links, page, id, file):
    shown = lines_of(department, links(page, id)["查看这几行"])
    assert shown[0].startswith("- ")
    assert shown[-1].strip()
    whole = (department.folder / file).read_text("utf-8")
    items = [f"- {item.strip()}" for item in f"\n{whole}".split("\n- ")]
    assert "\n".join(shown) in items
    assert yaml.safe_load("\n".join(shown))[0].get("编号", yaml.safe_load("\n".join(shown))[0].get("标识")) == id


@pytest.mark.parametrize(
    ("edits", "ends"),
    [
        ({"说明: 并入文件审核（RW-001）。}": "说明: '并入\n    文件审核。'}"}, "文件审核。'}"),
        ({"说明: 并入文件审核（RW-001）。}": "说明: 并入文件审核。\n    }"}, "    }"),
        ({"（RW-001）。}\n": "（RW-001）。}\n\n\n# 末尾的注释\n"}, "（RW-001）。}"),
        ({"（RW-001）。}\n": "（RW-001）。}\n  备注: >-\n    折行的写法\n\n"}, "    折行的写法"),
        ({"（RW-001）。}\n": "（RW-001）。}"}, "（RW-001）。}"),
    ],
)
def test_the_last_line_is_found_however_it_is_written(department, links, edits, ends):
    for old, new in edits.items():
        department.edit("tasks/tasks.yml", old, new)
    assert lines_of(department, links(entry_page, "RW-004")["查看这几行"])[-1].endswith(ends)


def test_without_a_commit_the_lines_are_those_of_the_branch(department, links):
    root = department.folder.parent
    found = links(entry_page, "RW-001", Repository("owner/name", "", root, root))
    assert found["查看这几行"].startswith("https://github.com/owner/name/blob/main/data/tasks/tasks.yml#L2-L")


@pytest.mark.parametrize(("page", "id"), [(entry_page, "RW-001"), (law_page, "water-use-rules")])
def test_the_editor_opens_on_the_branch(links, page, id):
    folder = "tasks/tasks" if id == "RW-001" else "laws/laws"
    assert links(page, id)["在 GitHub 上修改"] == f"https://github.com/owner/name/edit/main/data/{folder}.yml"


@pytest.mark.parametrize(
    ("page", "id", "name", "address"),
    [
        (entry_page, "RW-001", "文件审核", "tasks/rw-001/"),
        (entry_page, "PF-001", "", "publicity/pf-001/"),
        (law_page, "water-use-rules", "示例用水条例", "laws/water-use-rules/"),
    ],
)
def test_the_issue_form_is_filled_in(links, page, id, name, address):
    link = links(page, id)["指出错误"]
    assert urlsplit(link).path == "/owner/name/issues/new"
    query = parse_qs(urlsplit(link).query, strict_parsing=True)
    assert query["template"] == [FORM.name]
    assert query["page"] == [address]
    assert query["thing"][0].startswith(f"{id} {name}")
    form = yaml.safe_load(FORM.read_text("utf-8"))
    assert set(query) - {"template", "title"} <= {field["id"] for field in form["body"] if "id" in field}


def test_hostile_names_stay_inside_the_query(department, links):
    department.edit("tasks/tasks.yml", "名称: 旧的任务", "名称: '旧的&body=x#y%ab <script>\"任务'")
    query = parse_qs(urlsplit(links(entry_page, "RW-004")["指出错误"]).query, strict_parsing=True)
    assert set(query) == {"template", "title", "thing", "page"}
    assert query["thing"] == ['RW-004 旧的&body=x#y%ab <script>"任务']


@pytest.mark.parametrize(("page", "id"), [(entry_page, "RW-001"), (law_page, "water-use-rules")])
def test_without_a_repository_there_is_no_link(links, page, id):
    assert links(page, id, NOWHERE) == {}


def test_data_from_elsewhere_is_not_said_to_lie_in_the_repository(links, tmp_path):
    other = tmp_path / "elsewhere"
    assert set(links(entry_page, "RW-001", Repository("owner/name", SHA, other, other))) == {"指出错误"}


@pytest.mark.parametrize(
    ("here", "path", "named"),
    [
        ("/r", "data/a.yml", "data/a.yml"),
        ("/r/sub", "data/a.yml", "sub/data/a.yml"),
        ("/r/sub", "../data/a.yml", "data/a.yml"),
        ("/r", "/r/data/甲 #1.yml", "data/%E7%94%B2%20%231.yml"),
        ("/r", "/elsewhere/a.yml", ""),
        ("/r", "../r2/a.yml", ""),
    ],
)
def test_paths_are_named_from_the_root_of_the_repository(here, path, named):
    assert Repository("owner/name", SHA, Path("/r"), Path(here)).path(Place(path)) == named


def test_actions_tells_the_repository_and_the_commit(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    told = {"GITHUB_REPOSITORY": "owner/name", "GITHUB_SHA": SHA}
    assert Repository.known_to(told, tmp_path / "sub") == Repository("owner/name", SHA, tmp_path, tmp_path / "sub")


@pytest.mark.parametrize(
    "name", ["", "name", "owner/name/more", 'owner/"><script>', "owner/na me", "owner/name\n", "../.."]
)
def test_a_name_that_is_none_gives_no_repository(tmp_path, name):
    assert Repository.known_to({"GITHUB_REPOSITORY": name, "GITHUB_SHA": SHA}, tmp_path) == NOWHERE


@pytest.mark.parametrize("sha", ["", "main", SHA[:10], SHA.upper(), f"{SHA}/../x"])
def test_a_commit_that_is_none_is_left_out(tmp_path, sha):
    assert Repository.known_to({"GITHUB_REPOSITORY": "owner/name", "GITHUB_SHA": sha}, tmp_path).commit == ""
