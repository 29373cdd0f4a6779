"""The words of laws in the open data, in search and among what happened."""

import hashlib
import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from conftest import AS_OF
from qingdan.export.atom import atom
from qingdan.export.published import published
from qingdan.export.tables import tables
from qingdan.site.check import open_site
from qingdan.site.events import events
from qingdan.site.publication import Publication
from qingdan.site.search import search_documents

from .statutes import archive, drop

LAW = "water-use-rules"
VERSIONS = ("2020-03-01", "2023-11-30", "2026-06-01")


@pytest.fixture
def site(department):
    """Return a function: the site of the department as it is now."""
    return lambda day=AS_OF: open_site(department.folder, day)


def files_of(site):
    return {path: content for path, content in published(site) if path.endswith(".json")}


def long_text(articles=400):
    """Return the words of a law of many articles in chapters, too long for one page."""
    lines = ["示例用水条例", "（2026年10月1日示例区人民代表大会修订　自2026年11月1日起施行）", ""]
    for number in range(1, articles + 1):
        if number % 50 == 1:
            lines.append(f"第{'一二三四五六七八'[number // 50]}章　第{number // 50 + 1}部分")
        lines.append(f"　　第{number}条　" + f"用水户在第{number}种情形下应当节约用水，告知供水单位。" * 12)
    return "\n".join(lines) + "\n"


def test_each_wording_has_a_file_that_fits_its_schema_and_is_listed_with_its_law(site):
    files = {path: json.loads(content) for path, content in files_of(site()).items()}
    listed = next(one for one in files["data/v1/laws.json"]["laws"] if one["id"] == LAW)["texts"]
    assert [one["version"] for one in listed] == list(VERSIONS)
    for told in listed:
        content = files[told["file"]]
        schema = files[content["described_by"]]
        assert list(Draft202012Validator(schema).iter_errors(content)) == []
        assert {key: content["statute"][key] for key in told} == told


def test_the_blocks_of_a_file_joined_are_the_text_as_received(department, site):
    for version in VERSIONS:
        told = json.loads(files_of(site())[f"data/v1/laws/{LAW}/{version}.json"])["statute"]
        raw = "".join(block["raw"] for block in told["blocks"])
        assert raw.encode() == (department.folder / f"laws/texts/{LAW}.{version}.txt").read_bytes()
        assert hashlib.sha256(raw.encode()).hexdigest() == told["sha256"]


def places(node):
    """Yield every anchor below a block."""
    yield node["anchor"]
    for inner in (*node.get("clauses", ()), *node.get("items", ())):
        yield from places(inner)


def test_no_anchor_of_a_file_stands_twice_and_each_begins_with_that_of_its_article(site):
    for version in VERSIONS:
        told = json.loads(files_of(site())[f"data/v1/laws/{LAW}/{version}.json"])["statute"]
        found = [anchor for block in told["blocks"] for anchor in places(block)]
        assert len(found) == len(set(found))
        for block in told["blocks"]:
            assert all(anchor.startswith(block["anchor"]) for anchor in places(block))


def test_a_file_tells_who_cites_an_article_and_by_which_wording(site):
    def cited(version):
        told = json.loads(files_of(site())[f"data/v1/laws/{LAW}/{version}.json"])["statute"]
        return {
            block["anchor"]: (block["answers"], block["entries"], block["cited_in"])
            for block in told["blocks"]
            if block["answers"] or block["entries"]
        }

    assert cited("2020-03-01") == {}
    assert cited("2023-11-30")["a-9"] == (["WD-001"], ["PF-001", "RW-002"], None)
    assert cited("2026-06-01")["a-10"] == (
        ["WD-001"],
        ["PF-001", "RW-002"],
        "照 2023-11-30 的版本，那时是第九条",
    )


def test_the_table_of_laws_names_the_versions_and_no_cell_is_a_print_of_an_object(site):
    [laws] = [table for table in tables(site()) if table.head.name == "laws"]
    at = [key for key, _ in laws.head.columns].index("texts")
    assert [row[at] for row in laws.rows] == ["", "\n".join(VERSIONS), ""]
    assert not [cell for table in tables(site()) for row in table.rows for cell in row if "='" in cell]


def test_without_texts_there_are_no_files_of_them(department, site):
    department.drop_texts()
    found = files_of(site())
    assert not [path for path in found if path.startswith("data/v1/laws/")]
    assert all(one["texts"] == [] for one in json.loads(found["data/v1/laws.json"])["laws"])


def documents(site, law=LAW):
    return [one for one in search_documents(site) if one.path.startswith(f"laws/{law}/")]


def test_the_articles_of_the_wording_in_force_are_found_with_their_anchors_on_the_laws_page(site):
    [one] = documents(site())
    found = {passage.anchor: (passage.heading, passage.text) for passage in one.passages}
    assert len(found) == 1 + 16
    assert found["a-9"] == ("第九条", "用水户搬走的，应当告知供水单位，结清水费。")
    [before] = documents(site(date(2026, 8, 31)))
    old = {passage.anchor: passage.text for passage in before.passages}
    assert old["a-9"].startswith("用水户不得擅自接管。")


def test_a_law_without_archived_words_is_found_by_what_the_library_says(department, site):
    department.drop_texts()
    [one] = documents(site())
    assert [passage.anchor for passage in one.passages] == [""]
    assert "第九条 不得擅自接管" in one.passages[0].text


def test_a_long_wording_is_several_documents_that_hold_each_article_once(department, site):
    archive(department, "2026-10-01", "2026-11-01", long_text())
    first, *leaves = documents(site())
    assert [passage.anchor for passage in first.passages] == [""]
    assert len(leaves) > 1
    root = f"laws/{LAW}/2026-10-01/"
    assert [one.path for one in leaves] == [root, *(f"{root}{number}/" for number in range(2, len(leaves) + 1))]
    anchors = [passage.anchor for one in leaves for passage in one.passages if passage.anchor]
    assert anchors == [f"a-{number}" for number in range(1, 401)]
    assert leaves[0].title.startswith("示例用水条例：第1条至第")
    told = json.loads(files_of(site())[f"data/v1/laws/{LAW}/2026-10-01.json"])["statute"]
    assert {block["path"] for block in told["blocks"]} == {one.path for one in leaves}
    assert "".join(block["raw"] for block in told["blocks"]) == long_text()


def texts_told(site):
    return [one for one in events(site) if one.id.partition("#")[2].startswith("text-")]


def test_a_later_wording_is_an_event_of_the_day_on_which_it_came_into_force(site):
    new, old = texts_told(site())
    assert (new.id, str(new.date), new.kind) == (f"laws/{LAW}/#text-2026-06-01", "2026-09-01", "法规")
    assert (old.id, str(old.date)) == (f"laws/{LAW}/#text-2023-11-30", "2024-01-01")
    assert new.path == f"laws/{LAW}/2026-06-01/changes/"
    assert new.text.startswith("2026-06-01 的版本（2026-09-01 起施行）与 2023-11-30 的版本比：")
    assert "WD-001" in new.text
    assert [str(one.date) for one in texts_told(site(date(2026, 8, 31)))] == ["2024-01-01"]


def test_the_event_of_a_wording_stands_in_the_feeds_with_the_address_of_the_comparison(department):
    site = open_site(department.folder, AS_OF, publication=Publication("https://example.gov.cn/duty/", ""))
    told = [content.decode() for _, content in atom(site) if "的版本（2026-09-01 起施行）" in content.decode()]
    assert told
    address = f"https://example.gov.cn/duty/laws/{LAW}/2026-06-01/changes/"
    assert all(one.count(f'href="{address}" rel="alternate"') == 1 for one in told)


def test_the_first_wording_is_no_event(department, site):
    drop(department, "2023-11-30", "2026-06-01")
    assert texts_told(site()) == []


def test_a_wording_of_which_the_day_in_force_is_unknown_is_told_on_the_day_it_was_passed(department, site):
    department.edit(f"laws/texts/{LAW}.2026-06-01.yml", "施行: 2026-09-01", "施行: 待核")
    new, _ = texts_told(site())
    assert str(new.date) == "2026-06-01"
    assert new.text.startswith("2026-06-01 的版本（施行日期待核）与 2023-11-30 的版本比：")
