"""The open data of the built site, read by programs that know nothing of ours."""

import csv
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urljoin
from xml.etree import ElementTree

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from conftest import FIRST
from qingdan.publish.site_check import faults

from .conftest import SETTINGS, text_of

SVG = "{http://www.w3.org/2000/svg}"
LINE_ENDS = re.compile(r'"(?:[^"]|"")*"|\r\n|\r|\n')


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def index(folder):
    return load(folder / "data/v1/index.json")


@pytest.fixture(scope="module")
def documents(folder):
    """Every JSON file that names its schema, by path."""
    files = [path for path in sorted(folder.rglob("*.json")) if "described_by" in path.read_text(encoding="utf-8")]
    found = {path.relative_to(folder).as_posix(): load(path) for path in files}
    return {path: content for path, content in found.items() if isinstance(content, dict) and "described_by" in content}


@pytest.fixture(scope="module")
def validators(folder):
    files = sorted((folder / "data/v1/schema").glob("*.json"))
    return {path.relative_to(folder).as_posix(): Draft202012Validator(load(path)) for path in files}


def objects(value):
    """Yield every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def test_the_index_lists_every_file_with_its_size_and_digest(folder, index):
    listed = {file["path"]: file for file in index["files"]}
    for path, file in listed.items():
        content = (folder / path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"]), path
    there = {path.relative_to(folder).as_posix() for path in (folder / "data/v1").rglob("*") if path.is_file()}
    assert there - set(listed) == {"data/v1/index.json"}


def test_the_check_of_the_built_site_notices_a_changed_or_missing_file(folder, site, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(folder, copy)
    with (copy / "data/v1/tasks.csv").open("ab") as file:
        file.write(b"x")
    (copy / "tasks/rw-002/badge.svg").unlink()
    said = [str(problem) for problem in faults(site, copy)]
    assert "data/v1/tasks.csv:1:1: 生成的网站: 与目录里的 SHA-256 不一致" in said
    assert "tasks/rw-002/badge.svg:1:1: 生成的网站: 缺少这个文件" in said


def test_the_index_counts_what_the_lists_on_the_pages_show(index, page, site):
    for name, mark in (("tasks", "data_entry"), ("publicity", "data_entry"), ("laws", "data_law")):
        assert index["counts"][name] == len(list(page(name).all("tr", **{mark: True})))
    assert index["counts"]["reports"] == len(site.reports)
    assert index["as_of"] == "2026-11-23"
    assert index["version"].startswith("1.")
    assert index["licence"] == (SETTINGS.get("licence") or None)


def test_every_entry_has_a_file_and_a_badge_beside_its_page(folder, site):
    for number in site.entries:
        place = folder / ("tasks" if number.startswith("RW") else "publicity") / number.lower()
        assert load(place / "index.json")["entry"]["id"] == number
        assert (place / "badge.svg").is_file()
        assert (place / "badge.json").is_file()


def test_every_file_fits_the_schema_that_it_names(documents, validators, site):
    assert len(documents) > 100
    unused = set() if site.data.texts else {"data/v1/schema/statute.json"}
    assert {document["described_by"] for document in documents.values()} == set(validators) - unused
    for path, document in documents.items():
        faults = [error.message for error in validators[document["described_by"]].iter_errors(document)]
        assert faults == [], path


def test_a_schema_accepts_neither_nothing_nor_more_nor_less(documents, validators):
    for validator in validators.values():
        Draft202012Validator.check_schema(validator.schema)
        assert not validator.is_valid({})
    for document in {document["described_by"]: document for document in documents.values()}.values():
        validator = validators[document["described_by"]]
        assert not validator.is_valid({**document, "more": 1})
        for key in document:
            assert not validator.is_valid({name: value for name, value in document.items() if name != key}), key


def test_every_object_of_a_schema_is_closed_and_titled_in_chinese(validators):
    for validator in validators.values():
        for node in objects(validator.schema):
            if "properties" in node and isinstance(node.get("type"), str):
                assert node["additionalProperties"] is False
                assert re.search(r"[\u4e00-\u9fff]", node["title"])
                for key, inner in node["properties"].items():
                    assert re.fullmatch(r"[a-z_0-9]+", key)
                    defined = validator.schema["$defs"].get(inner.get("$ref", "").rpartition("/")[2], {})
                    title = inner.get("title") or defined["title"]
                    assert re.search(r"[\u4e00-\u9fff]", title) or title == "SHA-256", key
            if "description" in node and isinstance(node["description"], str):
                assert re.search(r"[\u4e00-\u9fff]", node["description"])


def test_the_schemas_say_where_they_stand(validators, address):
    for path, validator in validators.items():
        assert validator.schema["$id"] == address + path


def test_every_link_inside_the_data_leads_to_its_page_and_place(documents, folder, page, address):
    pages = {path: document for path, document in documents.items() if path != "data/v1/index.json"}
    found = {(node["path"], node.get("anchor", "")) for document in pages.values() for node in objects(document)
             if "path" in node}  # fmt: skip
    assert {path.partition("/")[0] for path, _ in found} == {"tasks", "publicity", "laws", "reports"}
    assert sum(bool(anchor) for _, anchor in found) > 100
    for path, anchor in found:
        document = page(path)
        if anchor:
            assert any(node.get("id") == anchor for node in document.root.iter()), f"{path}#{anchor}"
    assert {document["base_url"] for document in documents.values()} == {address}


def test_a_records_anchor_stands_on_the_page_of_its_entry(documents, page):
    for entry in (*documents["data/v1/tasks.json"]["tasks"], *documents["data/v1/publicity.json"]["publicity"]):
        anchors = {node.get("id") for node in page(entry["path"]).root.iter()}
        assert {record["anchor"] for record in entry["records"]} <= anchors


def test_numbers_and_names_of_laws_in_the_data_are_those_of_the_lists(documents):
    entries = {entry["id"] for name in ("tasks", "publicity") for entry in documents[f"data/v1/{name}.json"][name]}
    laws = {law["id"] for law in documents["data/v1/laws.json"]["laws"]}
    named = {"entries": entries, "answers": entries, "successors": entries, "entries_without_evidence": entries,
             "replaces": laws, "laws_without_entries": laws}  # fmt: skip
    for path, document in documents.items():
        for node in objects(document):
            for key, known in named.items():
                names = node.get(key) if isinstance(node.get(key), list) else ()
                assert {name for name in names if isinstance(name, str)} <= known, f"{path}: {key}"
            if "law" in node:
                assert node["law"] in laws
            if node.get("replaced_by"):
                assert node["replaced_by"] in laws


def test_an_entry_is_the_same_in_its_own_file_and_in_its_list(documents):
    for name in ("tasks", "publicity"):
        for entry in documents[f"data/v1/{name}.json"][name]:
            assert documents[f"{entry['path']}index.json"]["entry"] == entry


def test_the_state_in_the_data_is_the_state_on_the_page_or_said_once_at_its_head(documents, page, site):
    for name in ("tasks", "publicity"):
        shown = {
            row.get("data-entry"): [
                "".join(badge.itertext())[1:]
                for badge in row.iter("{http://www.w3.org/1999/xhtml}span")
                if badge.get("class") == "badge"
            ]
            for row in page(name).all("tr", data_entry=True)
        }
        for entry in documents[f"data/v1/{name}.json"][name]:
            said = [term.name for term, _ in site.said_once[name]]
            states = [state["name"] for state in (entry["status"], *entry["flags"])]
            assert [state for state in states if state not in said] == shown[entry["id"]]


def test_the_paragraphs_joined_are_the_archived_report(documents):
    for report in documents["data/v1/reports.json"]["reports"]:
        text = "".join(paragraph["text"] for paragraph in report["paragraphs"]).encode()
        assert text == (FIRST / f"reports/{report['year']}.txt").read_bytes()
        assert hashlib.sha256(text).hexdigest() == report["sha256"]


def test_the_blocks_joined_are_the_archived_text_of_the_law(documents, site):
    told = {(one["law"], one["version"]): one for one in (file.get("statute") for file in documents.values()) if one}
    assert told.keys() == {(text.law, str(text.version)) for text in site.data.texts}
    for one in told.values():
        raw = "".join(block["raw"] for block in one["blocks"])
        assert hashlib.sha256(raw.encode()).hexdigest() == one["sha256"]
        anchors = [block["anchor"] for block in one["blocks"]]
        assert len(anchors) == len(set(anchors))


def test_every_word_of_the_data_stands_in_the_vocabulary(documents):
    vocab = documents["data/v1/vocab.json"]
    words = {(term["slug"], term["name"]) for terms in vocab.values() if isinstance(terms, list)
             for term in terms if isinstance(term, dict)}  # fmt: skip
    used = {(node["slug"], node["name"]) for name in ("tasks", "publicity", "laws")
            for node in objects(documents[f"data/v1/{name}.json"]) if set(node) == {"slug", "name"}}  # fmt: skip
    assert len(used) > 20
    assert used <= words


def tables(folder):
    return sorted(path.stem for path in (folder / "data/v1").glob("*.csv"))


def test_csv_and_xlsx_have_the_same_rows(folder, index):
    assert tables(folder) == sorted(path.stem for path in (folder / "data/v1").glob("*.xlsx"))
    for name in tables(folder):
        one = pd.read_csv(folder / f"data/v1/{name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
        other = pd.read_excel(folder / f"data/v1/{name}.xlsx", dtype=str, keep_default_na=False)
        one = one.map(lambda text: text.removeprefix("'").replace("\r\n", "\n"))
        other = other.map(lambda text: text.replace("_x000D_\n", "\n"))
        pd.testing.assert_frame_equal(one, other)
        assert len(one) == index["counts"].get(name, len(one))


def test_the_tables_have_the_values_of_the_json(folder, documents):
    for name in ("tasks", "publicity", "laws"):
        rows = pd.read_csv(folder / f"data/v1/{name}.csv", dtype=str, keep_default_na=False).to_dict("records")
        for row, thing in zip(rows, documents[f"data/v1/{name}.json"][name], strict=True):
            assert (row["id"], row["path"], row["name"]) == (thing["id"], thing["path"], thing["name"])
            assert row["status"] == thing["status"]["name"]
            listed = row["owners" if name != "laws" else "topics"].split("\n")
            assert listed == [word["name"] for word in thing["owners" if name != "laws" else "topics"]]


def test_csv_is_as_rfc_4180_and_excel_want_it_and_holds_no_formula(folder):
    for name in tables(folder):
        data = (folder / f"data/v1/{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        text = data.decode("utf-8-sig")
        ends = {found[0] for found in LINE_ENDS.finditer(text) if not found[0].startswith('"')}
        assert ends == {"\r\n"}
        assert text.endswith("\r\n")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_badges_are_pictures_with_words_for_those_who_do_not_see_them(folder, site):
    files = sorted(folder.rglob("badge.svg"))
    assert len(files) == len(site.entries) + 2
    for file in files:
        svg = ElementTree.parse(file).getroot()
        said = svg.findtext(f"{SVG}title")
        told = load(file.with_suffix(".json"))
        assert svg.get("role") == "img"
        assert svg.get("aria-label") == said
        assert "2026-11-23" in said
        assert [text.text for text in svg.iter(f"{SVG}text")] == [told["label"], told["message"]]
        assert told.keys() == {"schemaVersion", "label", "message", "color"}
        assert told["schemaVersion"] == 1
        names = {name for node in svg.iter() for name in node.attrib}
        assert not names & {"href", "src", "style", "onload"}
        assert {node.tag.removeprefix(SVG) for node in svg.iter()} == {"svg", "title", "rect", "path", "g", "text"}


def test_a_badge_says_the_state_of_its_entry(folder, documents):
    for name in ("tasks", "publicity"):
        for entry in documents[f"data/v1/{name}.json"][name]:
            message = load(folder / entry["path"] / "badge.json")["message"]
            assert re.sub(r"[^\u4e00-\u9fff ]", "", message).split() == [
                state["name"] for state in (entry["status"], *entry["flags"])
            ]


def test_the_page_links_every_file_that_stands_alone_and_says_how_many_the_others_are(page, folder, index):
    document = page("data")
    linked = {urljoin("data/", a.get("href")) for a in document.all("a") if a.get("href", "").startswith("../")}
    for file in index["files"]:
        if file["path"].startswith("data/v1/"):
            assert file["path"] in linked
    counts = [int(text_of(cell)) for cell in document.all("td", data_label="个数")]
    assert sum(counts) == len(index["files"])


def test_the_page_invents_no_licence_and_no_publisher_and_tells_how_to_cite(page, site, address):
    shown = text_of(page("data").one("article"))
    assert f"使用许可：{SETTINGS.get('licence') or '待定'}。" in shown
    publisher = f"{site.body.host}. " if site.body.host else ""
    assert f"{publisher}{site.body.title}[DS/OL]. 数据截至 2026-11-23" in shown
    assert ("主办单位待定" in shown) is not bool(publisher)
    assert address in shown


def examples(document, language):
    return [text_of(code) for code in document.all("code", class_=f"language-{language}")]


@pytest.fixture
def environment():
    return {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", "PYTHONIOENCODING": "utf-8"}


def test_the_examples_for_the_command_line_run(page, environment, index):
    if not shutil.which("curl"):
        pytest.skip("没有 curl，命令行的例子没有试")
    commands = examples(page("data"), "sh")
    assert len(commands) == 2
    runs = [
        subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment, check=True, timeout=60)
        for command in commands
    ]
    assert json.loads(runs[0].stdout) == index
    assert runs[1].stdout.strip() in ("长期坚持", "已落实", "推进中", "已列入计划", "已退出", "尚无记录")


def test_the_examples_for_python_run(page, environment, index):
    programs = examples(page("data"), "python")
    assert len(programs) == 3
    counted, proven, checked = (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True, timeout=100
        )
        for code in programs
    )
    numbers = [int(line.split()[-1]) for line in counted.stdout.splitlines()[1:-1]]
    assert sum(numbers) == index["counts"]["tasks"]
    assert "RW-001" in proven.stdout
    lines = checked.stdout.splitlines()
    assert len(lines) > 20
    assert all(line.endswith(" True") for line in lines)
