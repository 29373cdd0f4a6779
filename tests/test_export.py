"""Open data made from texts that try to be something else: they come out of every format as they went in."""

import csv
import hashlib
import io
import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from conftest import AS_OF, SECOND
from qingdan.export.badges import COLOURS
from qingdan.export.index import PATH
from qingdan.export.published import EXPORTS, catalogue, published
from qingdan.export.spreadsheet import TOO_LONG, as_csv, as_xlsx, guarded, unguarded
from qingdan.export.tables import Head, Table, tables
from qingdan.model.registry import Registration
from qingdan.render.data import data_terms
from qingdan.site.check import open_site
from qingdan.site.publication import Publication

from .built import hostile

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "'=1+1", "''", "'", " =1+1", "\t=1+1", "\r=1", "\n=1")
STARTS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    "'=1+1",
    "#N/A",
    "#REF!",
    "_x0041_",
    "</script>",
    '"',
    "007",
    "TRUE",
)
ODD = "甲\u2028乙\u2029丙</script><!--\x0b丁_x0041_戊\x07己\ufffe庚"


def one_column(*texts):
    return Table(Head("texts", "文字", (("text", "文字"),), len(texts)), tuple((text,) for text in texts))


def from_csv(content):
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [[unguarded(cell) for cell in row] for row in rows][1:]


def from_xlsx(content):
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} <= {"s", "inlineStr"}
    return [[unescape(cell.value or "") for cell in row] for row in page.iter_rows(min_row=2)]


def values(node):
    """Yield every text inside a JSON value."""
    if isinstance(node, str):
        yield node
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from values(inner)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A department all of whose texts are attempts, some of them beginning as a formula or a number would."""
    starts = itertools.cycle(STARTS)
    words = (f"{next(starts)}{attempt}" for attempt in hostile.attempts())
    folder = tmp_path_factory.mktemp("attacked") / "data"
    hostile.write(folder, words)
    return open_site(folder, AS_OF)


def test_hostile_texts_come_out_of_the_json_as_they_went_in(attacked):
    files = dict(published(attacked))
    for name, entries in (("tasks", attacked.lists["tasks"]), ("publicity", attacked.lists["publicity"])):
        listed = {entry["id"]: entry for entry in json.loads(files[f"data/v1/{name}.json"])[name]}
        for entry in entries:
            found = listed[entry.id]
            assert (found["name"], found["content"], found["note"]) == (entry.name, entry.content, entry.note)
            records = attacked.records(entry)
            assert [record["note"] for record in found["records"]] == [record.note for record in records]
            quotes = [proof["quote"] for record in found["records"] for proof in record["evidence"]]
            assert quotes == [citation.evidence.quote for citation in attacked.citations[entry.id]]
    for law, found in zip(attacked.laws.values(), json.loads(files["data/v1/laws.json"])["laws"], strict=True):
        assert (found["name"], found["short"], found["issuer"]) == (law.name, law.short, law.issuer)
        assert (found["number"], found["note"]) == (law.number, law.note)


def test_no_json_file_can_end_a_script_element_or_a_line_of_one(attacked):
    for path, content in published(attacked):
        if path.endswith(".json") and not path.endswith("badge.json"):
            text = content.decode()
            assert "</" not in text, path
            assert not {"\u2028", "\u2029"} & set(text)
            assert text.endswith("}\n")


def test_hostile_texts_come_out_of_both_kinds_of_tables_as_they_went_in(attacked):
    files = dict(published(attacked))
    for table in tables(attacked):
        rows = [list(row) for row in table.rows]
        assert rows
        assert from_csv(files[f"data/v1/{table.head.name}.csv"]) == rows
        assert from_xlsx(files[f"data/v1/{table.head.name}.xlsx"]) == rows


def test_hostile_texts_stand_in_badges_as_words(attacked):
    files = dict(published(attacked))
    for entry in attacked.entries.values():
        place = f"{'tasks' if entry.id.startswith('RW') else 'publicity'}/{entry.id.lower()}/"
        svg = ElementTree.fromstring(files[f"{place}badge.svg"])
        assert entry.name in svg.get("aria-label")
        assert {node.tag.rpartition("}")[2] for node in svg.iter()} == {"svg", "title", "rect", "path", "g", "text"}


def test_hostile_files_fit_their_schemas(attacked):
    files = {path: json.loads(content) for path, content in published(attacked) if path.endswith(".json")}
    for path, content in files.items():
        if "described_by" in content:
            assert list(Draft202012Validator(files[content["described_by"]]).iter_errors(content)) == [], path


def test_a_reports_text_survives_whatever_stands_in_it(department):
    department.rewrite_report("宣传方式单一。", f"宣传方式单一。{ODD}\r\n=1+1\r完。")
    site = open_site(department.folder, AS_OF)
    files = dict(published(site))
    text = (department.folder / "reports/2025.txt").read_bytes().decode()
    [report] = json.loads(files["data/v1/reports.json"])["reports"]
    assert "".join(paragraph["text"] for paragraph in report["paragraphs"]) == text
    assert ODD in text
    for read, kind in ((from_csv, "csv"), (from_xlsx, "xlsx")):
        assert "".join(row[4] for row in read(files[f"data/v1/paragraphs.{kind}"])) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_could_be_a_formula_gets_a_mark_and_loses_it_again(text):
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.text())
def test_any_text_comes_back_from_its_guard(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_any_texts_come_back_from_csv_and_xlsx(texts):
    table = Table(
        Head("texts", "文字", (("key", "键"), ("text", "文字")), len(texts)), tuple(("一", text) for text in texts)
    )
    rows = [["一", text] for text in texts]
    assert from_csv(as_csv(table)) == rows
    assert from_xlsx(as_xlsx(table, AS_OF)) == rows


def test_pandas_reads_a_table_and_a_number_stays_the_text_that_it_was():
    texts = ["007", "1.10", "on", "=1+1", "甲\n乙", 'a"b,c', "NA"]
    frame = pd.read_csv(io.BytesIO(as_csv(one_column(*texts))), dtype=str, keep_default_na=False)
    assert [text.removeprefix("'") for text in frame["text"]] == texts
    frame = pd.read_excel(io.BytesIO(as_xlsx(one_column(*texts), AS_OF)), dtype=str, keep_default_na=False)
    assert list(frame["text"]) == texts


def test_a_text_too_long_for_a_cell_is_told_there_and_whole_in_csv():
    table = one_column("长" * 32_768, "短")
    assert from_xlsx(as_xlsx(table, AS_OF)) == [[TOO_LONG], ["短"]]
    assert from_csv(as_csv(table))[0] == ["长" * 32_768]


def test_a_workbook_tells_what_its_columns_are(department):
    files = dict(published(open_site(department.folder, AS_OF)))
    book = load_workbook(io.BytesIO(files["data/v1/tasks.xlsx"]))
    assert [page.title for page in book] == ["法治建设任务清单（整理稿）", "说明"]
    told = {row[0].value: row[1].value for row in book["说明"].iter_rows(min_row=2)}
    assert list(told) == [cell.value for cell in book["法治建设任务清单（整理稿）"][1]]
    assert told["owners"] == "责任主体"


def test_the_index_lists_what_every_export_writes_once_and_nothing_else(department):
    site = open_site(department.folder, AS_OF)
    files = dict(published(site))
    written = Counter(file.path for found in catalogue(site).values() for file in found)
    assert len(catalogue(site)) == len(EXPORTS)
    assert set(written.values()) == {1}
    listed = {file["path"]: file["sha256"] for file in json.loads(files[PATH])["files"]}
    assert listed == {path: hashlib.sha256(files[path]).hexdigest() for path in written}
    assert files.keys() - listed.keys() == {PATH}


def test_unknown_address_and_licence_are_null_and_known_ones_are_told(department):
    unknown = json.loads(dict(published(open_site(department.folder, AS_OF)))[PATH])
    assert (unknown["base_url"], unknown["licence"]) == (None, None)
    known = open_site(department.folder, AS_OF, publication=Publication("https://example.gov.cn/duty/", "某许可"))
    index = json.loads(dict(published(known))[PATH])
    assert (index["base_url"], index["licence"]) == ("https://example.gov.cn/duty/", "某许可")
    schema = json.loads(dict(published(known))["data/v1/schema/index.json"])
    assert schema["$id"] == "https://example.gov.cn/duty/data/v1/schema/index.json"


def test_the_page_tells_the_licence_only_when_the_owner_has_stated_one(department):
    publication = Publication("https://example.gov.cn/duty/", "某许可 <1.0>")
    known = data_terms(open_site(department.folder, AS_OF, publication=publication), root="")
    assert "某许可 &lt;1.0&gt;" in known
    assert "待定" not in known
    assert "待定" in data_terms(open_site(department.folder, AS_OF), root="")


def test_what_is_not_known_is_said_and_what_is_not_there_is_null(department):
    laws = json.loads(dict(published(open_site(department.folder, AS_OF)))["data/v1/laws.json"])["laws"]
    assert any(law["repealed"] is None for law in laws)
    assert any(law["passed"] == law["effective"] == "待核" for law in laws)


def test_a_moved_page_keeps_its_data_at_the_old_address(department):
    site = open_site(department.folder, AS_OF)
    move = {
        "日期": "2026-11-23",
        "事项": "改址",
        "原地址": "tasks/rw-090/",
        "新地址": "tasks/rw-001/",
        "理由": "改号。",
    }
    registered = replace(site.data.lists["tasks"][0], value=Registration.model_validate(move))
    moved = replace(site, data=replace(site.data, registry=(registered,)))
    files = dict(published(moved))
    for name in ("index.json", "badge.svg", "badge.json"):
        assert files[f"tasks/rw-090/{name}"] == files[f"tasks/rw-001/{name}"]
    assert "tasks/rw-090/index.json" in {file["path"] for file in json.loads(files[PATH])["files"]}


def test_entries_are_listed_in_the_order_in_which_people_count(department):
    department.edit("tasks/tasks.yml", "- 编号: RW-001", "- 编号: RW-1000")
    department.edit("tasks/tasks.yml", "- 编号: RW-003", "- 编号: RW-999")
    department.edit("publicity/publicity.yml", "相关条目: [RW-001]", "相关条目: [RW-1000]")
    tasks = json.loads(dict(published(open_site(department.folder, AS_OF)))["data/v1/tasks.json"])["tasks"]
    assert [entry["id"] for entry in tasks] == ["RW-002", "RW-004", "RW-999", "RW-1000"]


def test_badges_can_be_read_in_every_tone():
    for colour in COLOURS.values():
        assert (1.05) / (luminance(colour) + 0.05) >= 7


def luminance(colour):
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


DIGEST = """
import hashlib, sys
from datetime import date
from pathlib import Path
from qingdan.site.check import open_site
from qingdan.export.published import published
site = open_site(Path(sys.argv[1]), date(2026, 11, 23))
print(hashlib.sha256(b"".join(path.encode() + content for path, content in published(site))).hexdigest())
"""


def test_the_same_data_gives_the_same_bytes_in_another_time_zone_and_with_another_seed():
    said = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DIGEST, str(SECOND)]
        said.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
    assert len(said) == 1


def test_a_line_separator_of_a_report_is_escaped_in_json_and_comes_back(department):
    department.rewrite_report("宣传方式单一。", "宣传方式单一。\u2028甲\u2029乙")
    content = dict(published(open_site(department.folder, AS_OF)))["data/v1/reports.json"].decode()
    assert "\u2028" not in content
    assert "\u2029" not in content
    [report] = json.loads(content)["reports"]
    assert "宣传方式单一。\u2028甲\u2029乙" in report["paragraphs"][-1]["text"]
