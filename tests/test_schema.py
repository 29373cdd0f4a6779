"""The schema for editors, held against files read as an editor reads them: by PyYAML and jsonschema, not by our reader."""

import json
import re
import subprocess
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from conftest import AS_OF, FIRST, SECOND
from qingdan.cli import main
from qingdan.export.editor_schema import schemas
from qingdan.model.file_kinds import FILE_KINDS
from qingdan.model.load import load
from qingdan.publish.publish import publish
from qingdan.text.dates import PATTERN, Moment

MISTAKES = Path("tests/fixtures/mistakes/data")
KIND = {kind.name: kind for kind in FILE_KINDS}
BY_NAME = pytest.mark.parametrize("name", KIND)


class Editor(yaml.SafeLoader):
    """YAML 1.2, as editors read it: no dates, no yes and no."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":bool"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def content(path):
    return yaml.load(path.read_text(encoding="utf-8"), Editor)


def made(folder):
    data, _ = load(folder, AS_OF)
    return schemas(data.vocab.value, [law.value for law in data.laws])


def validators(folder):
    texts = made(folder)
    return {name: Draft7Validator(json.loads(texts[kind.schema])) for name, kind in KIND.items()}


def files(folder):
    for name, kind in KIND.items():
        for path in sorted(folder.glob(kind.files)):
            if path.suffix in (".yml", ".yaml"):
                yield name, path


def faults(validator, value):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(value)]


@pytest.fixture(scope="module")
def ours():
    return validators(FIRST)


@pytest.fixture(scope="module")
def second():
    return validators(SECOND)


def one(name, folder=FIRST):
    """A document of this kind: of a list the dozen entries in which most is written, else the longest file."""
    found = [content(path) for kind, path in files(folder) if kind == name]
    if KIND[name].listed:
        return sorted((entry for file in found for entry in file), key=lambda entry: -len(json.dumps(entry)))[:12]
    return max(
        found or [content(path) for kind, path in files(SECOND) if kind == name],
        key=lambda value: len(json.dumps(value)),
    )


def records(value, path=()):
    """Every mapping in a document, with the way to it."""
    if isinstance(value, dict):
        yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield from records(item, (*path, key))


def at(value, path):
    for step in path:
        value = value[step]
    return value


def changed(value, path, change):
    """A copy of a document in which the record at `path` was changed."""
    copy = deepcopy(value)
    change(at(copy, path))
    return copy


def test_every_file_is_of_a_kind_whose_first_line_leads_to_its_schema():
    named = {path: name for name, path in files(FIRST)}
    assert set(named) == set(FIRST.rglob("*.yml"))
    for path, name in named.items():
        target = KIND[name].first_line.partition("$schema=")[2]
        assert (path.parent / target).resolve() == (FIRST / KIND[name].schema).resolve()


def test_every_file_of_a_department_of_real_size_validates(ours):
    for name, path in files(FIRST):
        assert faults(ours[name], content(path)) == [], path


def test_what_check_accepts_of_another_department_validates_against_its_own_schemas(second):
    for name, path in files(SECOND):
        assert faults(second[name], content(path)) == [], path


@BY_NAME
def test_each_schema_is_itself_valid_and_speaks_chinese(name, ours):
    schema = ours[name].schema
    Draft7Validator.check_schema(schema)
    assert schema["title"] == KIND[name].title
    holders = [node for _, node in records(schema) if "properties" in node]
    assert holders
    for holder in holders:
        assert holder["additionalProperties"] is False
        assert re.search(r"[一-鿿]", holder["title"])
        for key, field in holder["properties"].items():
            assert "title" in field or schema["definitions"][Path(field["$ref"]).name]["title"] == key
            assert re.search(r"[一-鿿]", field["description"]), key
            assert not re.search(r"[a-z]{4,} [a-z]{2,}", field["description"]), key


@BY_NAME
def test_nothing_and_an_empty_object_are_rejected(name, ours):
    for value in ({}, [{}], "", 1, None):
        assert faults(ours[name], value), value


@BY_NAME
def test_an_unknown_key_is_rejected_in_every_record(name, ours, second):
    ours = ours if any(kind == name for kind, _ in files(FIRST)) else second
    whole = one(name)
    assert faults(ours[name], whole) == []
    for path, _ in records(whole):
        assert faults(ours[name], changed(whole, path, lambda record: record.update(名字="多余的"))), path


@BY_NAME
def test_a_missing_key_is_rejected_wherever_the_model_demands_it(name, ours):
    whole = one(name)
    model = KIND[name].model
    paths = [(index,) for index in range(len(whole))] if KIND[name].listed else [()]
    for info in model.model_fields.values():
        for path in paths[:3]:
            if info.is_required():
                assert faults(ours[name], changed(whole, path, lambda record, key=info.alias: record.pop(key))), info


@pytest.mark.parametrize(
    ("name", "key"),
    [
        *(("tasks", key) for key in ("类别", "领域", "责任主体", "来源", "核定", "依据")),
        *(("publicity", key) for key in ("性质", "领域", "法规", "对象", "形式", "节点", "责任主体", "来源", "核定")),
        *(("laws", key) for key in ("级别", "状态", "被替代", "替代", "领域", "对象")),
        *(("basis", key) for key in ("关于", "法规", "状态")),
    ],
)
def test_a_word_outside_the_vocabulary_or_the_library_is_rejected(name, key, ours):
    whole = one(name)[:1]
    for word in ("没有这个词", ["没有这个词"], 2024):
        found = faults(ours[name], [{**whole[0], key: word}])
        assert any(fault.startswith(f"0/{key}") for fault in found), (word, found)


def test_a_state_outside_the_vocabulary_is_rejected_in_a_record(ours):
    record = {"日期": 2024, "状态": "推进中", "说明": "一句话。"}
    task = {**one("tasks")[0], "记录": [record]}
    assert faults(ours["tasks"], [task]) == []
    assert faults(ours["tasks"], [{**task, "记录": [{**record, "状态": "快完成了"}]}])


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *((f"tasks/{file}.yml", "tasks") for file in ("unknown-field", "unknown-nested-field", "missing-field")),
        *((f"tasks/{file}.yml", "tasks") for file in ("unknown-status", "unknown-owner", "wrong-id", "year-typo")),
        *((f"tasks/{file}.yml", "tasks") for file in ("date-in-words", "impossible-date", "figure-in-words")),
        *((f"tasks/{file}.yml", "tasks") for file in ("dangling-law", "list-is-a-mapping", "not-an-entry")),
        *((f"laws/{file}.yml", "laws") for file in ("bad-slug", "unknown-level", "replaced-by-nothing")),
    ],
)
def test_mistakes_that_an_editor_can_see_are_rejected(path, name):
    assert faults(validators(MISTAKES)[name], content(MISTAKES / path))


@pytest.mark.parametrize(
    ("key", "value"),
    [("年度", 2024), ("年度", "2024"), ("名称", 110), ("内容", True), ("备注", 1.5), ("时限", "长期"), ("时限", 2025)],
)
def test_values_that_our_reader_takes_as_text_are_accepted_however_an_editor_reads_them(key, value, ours):
    assert faults(ours["tasks"], [{**one("tasks")[0], key: value}]) == []


@pytest.mark.parametrize(
    "value", [1948, 2050, "24", "2024-13", "2024-02-30", "2024/5/1", "二〇二四年", True, 1.5, None]
)
def test_what_is_no_date_is_rejected(value, ours):
    assert faults(ours["tasks"], [{**one("tasks")[0], "核定日期": value}])


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)) | st.from_regex(r"[12][0-9]{3}(-[0-3][0-9]){0,2}", fullmatch=True)
)
def test_the_pattern_of_dates_takes_what_the_reader_takes(text):
    text = str(text)
    try:
        Moment.parse(text)
    except ValueError:
        assert text.endswith("-02-29") or not re.fullmatch(PATTERN, text)
    else:
        assert re.fullmatch(PATTERN, text)


def test_lists_show_the_meaning_of_each_word_and_laws_their_names(ours):
    states = ours["tasks"].schema["definitions"]["statuses"]
    vocab = content(FIRST / "vocab.yml")
    assert dict(zip(states["enum"], states["enumDescriptions"], strict=True)) == {
        term["名称"]: term["定义"] for term in vocab["状态"]
    }
    library = ours["tasks"].schema["definitions"]["laws"]
    names = {law["标识"]: law["名称"] for name, path in files(FIRST) if name == "laws" for law in content(path)}
    assert dict(zip(library["enum"], library["enumDescriptions"], strict=True)) == names


def test_a_word_that_editors_read_as_a_number_may_be_chosen(department):
    department.edit("vocab.yml", "名称: 水务,", "名称: 110,")
    for path in ("publicity/publicity.yml", "laws/laws.yml"):
        file = department.folder / path
        file.write_text(file.read_text(encoding="utf-8").replace("水务", "110"), encoding="utf-8")
    assert department.problems() == []
    found = validators(department.folder)["publicity"]
    entries = content(department.folder / "publicity/publicity.yml")
    assert entries[0]["领域"] == 110
    assert faults(found, entries) == []


def checked(department):
    """Run `check`, and return its exit status and what lies in `schema/` then."""
    status = main(["check", "--data", str(department.folder), "--as-of", AS_OF.isoformat()])
    return status, {path.name: path.read_text(encoding="utf-8") for path in (department.folder / "schema").glob("*")}


def test_check_writes_the_schemas_of_the_words_and_laws_as_they_are_now(department):
    status, written = checked(department)
    assert status == 0
    assert {f"schema/{name}": text for name, text in written.items() if name != ".gitignore"} == made(department.folder)
    for path in ("vocab.yml", "laws/laws.yml", "tasks/tasks.yml", "publicity/publicity.yml"):
        file = department.folder / path
        file.write_text(file.read_text(encoding="utf-8").replace("水务", "供水"), encoding="utf-8")
    status, renewed = checked(department)
    assert status == 0
    assert "水务" in written["publicity.json"]
    assert "供水" in renewed["publicity.json"]
    assert department.problems() == []


def test_check_leaves_alone_what_is_as_it_should_be(department):
    checked(department)
    (department.folder / "schema/laws.json").write_text("{}", encoding="utf-8")
    before = {path: path.stat().st_ino for path in (department.folder / "schema").iterdir()}
    checked(department)
    after = {path: path.stat().st_ino for path in (department.folder / "schema").iterdir()}
    assert [path.name for path in before if before[path] != after[path]] == ["laws.json"]


def test_a_build_and_a_preview_write_them_too(department, tmp_path):
    publish(department.folder, tmp_path / "site", AS_OF, lambda built: None)
    written = {f"schema/{path.name}": path for path in (department.folder / "schema").glob("*.json")}
    assert {name: path.read_text(encoding="utf-8") for name, path in written.items()} == made(department.folder)


def test_while_the_data_has_faults_the_last_schemas_stay(department, capsys):
    _, written = checked(department)
    department.edit("tasks/tasks.yml", "状态: 推进中", "状态: 快完成了")
    capsys.readouterr()
    assert checked(department) == (1, written)
    assert "schema" not in capsys.readouterr().err


def test_a_folder_that_takes_no_schemas_passes_all_the_same(department, capsys):
    (department.folder / "schema/tasks.json").mkdir(parents=True)
    assert main(["check", "--data", str(department.folder), "--as-of", AS_OF.isoformat()]) == 0
    assert capsys.readouterr().err == f"{department.folder} 没有问题\n"


def test_git_does_not_see_the_schemas_wherever_the_data_lies(department):
    git = ["git", "-C", str(department.folder)]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    checked(department)
    seen = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout
    assert "schema" not in seen


def test_other_files_beside_the_schemas_are_strangers(department):
    (department.folder / "schema").mkdir()
    (department.folder / "schema/tasks.yml").write_text("- a: b\n", encoding="utf-8")
    [problem] = department.problems()
    assert problem.startswith("schema/tasks.yml:1:1: 文件位置:")
