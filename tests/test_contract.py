"""The format of the last release is kept in tests/contract; what re-users read of it stays. And the comparison can fail."""

import copy
import json

import pytest

from conftest import AS_OF, SECOND
from qingdan.cli import main
from qingdan.commands.contract import KEPT
from qingdan.export.contract import TABLES, broken, contract, worse
from qingdan.export.model import VERSION
from qingdan.site.check import open_site


@pytest.fixture(scope="module")
def now():
    return contract(open_site(SECOND, AS_OF))


@pytest.fixture
def tasks(now):
    """The schema of tasks.json, to change."""
    return json.loads(now["tasks"])


def task(schema):
    return schema["$defs"]["Task"]


def test_the_last_release_is_kept_and_nothing_that_it_promised_is_broken(now):
    kept = {path.stem: path.read_text(encoding="utf-8") for path in KEPT.glob("*.json")}
    assert kept.keys() >= {"tasks", "publicity", "laws", "reports", "coverage", "vocab", "entry", "index", TABLES}
    assert broken(kept, now) == []


def changed(schema, change):
    new = copy.deepcopy(schema)
    change(new)
    assert new != schema
    return worse(schema, new)


def remove(schema):
    del task(schema)["properties"]["answers"]
    task(schema)["required"].remove("answers")


def retype(schema):
    task(schema)["properties"]["year"]["type"] = "string"


def widen(schema):
    task(schema)["properties"]["name"] = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def list_instead(schema):
    task(schema)["properties"]["status"] = {"type": "array", "items": {"$ref": "#/$defs/Word"}}


def deeper(schema):
    schema["$defs"]["Evidence"]["properties"]["report"]["type"] = "string"


def repattern(schema):
    task(schema)["properties"]["id"]["pattern"] = "^T[0-9]+$"


def may_be_missing(schema):
    task(schema)["required"].remove("note")


def other_record(schema):
    schema["properties"]["tasks"]["items"] = {"$ref": "#/$defs/Word"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (remove, ["没有 tasks[].answers 了"]),
        (retype, ["tasks[].year 的类型变了：多了 string"]),
        (widen, ["tasks[].name 的类型变了：多了 null"]),
        (list_instead, ["tasks[].status 的类型变了：多了 array"]),
        (
            deeper,
            [f"tasks[].{where}[].report 的类型变了：多了 string" for where in ("due_words", "records[].evidence")],
        ),
        (repattern, ["tasks[].id 的写法变了：^RW-[0-9]{3,5}$ → ^T[0-9]+$"]),
        (may_be_missing, ["tasks[].note 变成可以没有"]),
        (other_record, ["tasks[] 的类型变了：多了 object 词表里的词"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_change_that_breaks_readers_is_named_with_its_place(tasks, change, said):
    assert changed(tasks, change) == said


def test_another_set_of_values_is_named(now):
    reports = json.loads(now["reports"])

    def change(schema):
        schema["$defs"]["Paragraph"]["properties"]["level"]["enum"].append("appendix")

    assert changed(reports, change) == ["reports[].paragraphs[].level 可以取的值变了"]


def add(schema):
    task(schema)["properties"]["score"] = {"type": "integer", "title": "分"}


def retitle(schema):
    task(schema)["properties"]["name"]["title"] = "叫什么"


def narrow(schema):
    task(schema)["properties"]["note"] = {"type": "string", "title": "备注"}


def add_always(schema):
    add(schema)
    task(schema)["required"].append("score")


@pytest.mark.parametrize("change", [add, add_always, retitle, narrow])
def test_a_change_that_breaks_nobody_is_allowed(tasks, change):
    assert changed(tasks, change) == []


def test_a_kind_that_holds_its_own_kind_is_compared_once(now):
    def change(schema):
        schema["$defs"]["LawItem"]["properties"]["mark"]["type"] = "integer"

    place = "statute.blocks[].clauses[].items[]"
    assert changed(json.loads(now["statute"]), change) == [f"{place}.mark 的类型变了：多了 integer"]


def test_nothing_is_broken_by_itself(now):
    assert broken(now, now) == []


def test_a_file_or_a_column_that_is_gone_is_named(now):
    columns = json.loads(now[TABLES])
    columns["tasks"].remove("due")
    fewer = {**now, TABLES: json.dumps(columns)}
    del fewer["laws"]
    assert broken(now, fewer) == ["没有 laws 了", "表格 tasks 没有列 due 了"]


def test_a_change_without_a_new_version_is_named(now, tasks):
    add(tasks)
    same = broken(now, {**now, "tasks": json.dumps(tasks)})
    assert len(same) == 1
    assert "格式版本没有变" in same[0]
    major, minor, _ = VERSION.split(".")
    tasks["$comment"] = f"格式版本 {major}.{int(minor) + 1}.0"
    assert broken(now, {**now, "tasks": json.dumps(tasks)}) == []


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    data = SECOND.resolve()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tests/contract").mkdir(parents=True)
    return lambda *more: main(["contract", "--data", str(data), "--as-of", "2026-11-23", *more])


def test_the_command_keeps_the_format_once_and_then_holds_the_next_against_it(elsewhere, capsys):
    assert elsewhere() == 1
    assert "还没有上一次发布的格式" in capsys.readouterr().err
    assert elsewhere("--renew") == 0
    assert elsewhere() == 0
    assert "与上一次发布兼容" in capsys.readouterr().err


def test_the_command_refuses_what_breaks_readers_and_keeps_what_was(elsewhere, capsys):
    assert elsewhere("--renew") == 0
    file = KEPT / "tasks.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    task(schema)["properties"]["priority"] = {"type": "string"}
    file.write_text(json.dumps(schema), encoding="utf-8")
    before = file.read_bytes()
    assert elsewhere("--renew") == 1
    assert "tasks：没有 tasks[].priority 了" in capsys.readouterr().err
    assert file.read_bytes() == before
