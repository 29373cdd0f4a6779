"""The desk: every thing has its forms, nothing changes unasked, each fault stands at its field, each mend mends."""

import json
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from qingdan.desk import bridge
from qingdan.desk.addresses import Host
from qingdan.desk.desk import Desk
from qingdan.desk.form import form_of, slip_of
from qingdan.desk.mends import cleaned, in_a_form
from qingdan.edit.slip.apply import Refused, applied
from qingdan.edit.slip.edits import fixed
from qingdan.edit.slip.slip import EDIT
from qingdan.edit.slip.thing import things
from qingdan.rules import mistakes

FIRST, SECOND, DAY = Path("tests/fixtures/first"), Path("tests/fixtures/second"), date(2026, 11, 23)
HOST = Host("https://example.cn/new/main?filename={file}&value={value}", "https://example.cn/edit/main/{file}")
QUOTED = {"报告": "2025", "段落": "（三）", "引文": "宣传方式单一"}
ADDED = {"日期": "2026-05", "状态": "推进中", "说明": "改了一半。"}


@pytest.fixture(scope="module")
def desk():
    return Desk(SECOND, DAY, HOST)


def check(desk, job, id, **changed):
    return desk.check(job, id, desk.form(job, id)["values"] | changed)


@pytest.mark.parametrize("folder", [FIRST, SECOND], ids=lambda folder: folder.name)
def test_every_thing_has_its_forms_and_as_opened_they_change_nothing(folder):
    desk = Desk(folder, DAY, HOST)
    for id, _ in things(desk.data):
        for job in desk.jobs(id)["jobs"]:
            form = form_of(job["job"], id, desk.data)
            json.dumps(form.fields)
            if job["job"] == EDIT:
                assert slip_of(form, form.values, desk.ground).edits == (), id


def leaves(value, path=()):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from leaves(item, (*path, at))
    elif value:
        yield path


def with_leaf(value, path, text):
    if not path:
        return text
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = with_leaf(value[path[0]], path[1:], text)
    return copy


def test_each_text_of_each_thing_can_be_changed_alone():
    ground = Desk(SECOND, DAY, HOST).ground
    data = ground.data
    for id, thing in things(data):
        form = form_of(EDIT, id, data)
        for path in leaves(form.values):
            if path[0] in fixed(thing):
                continue
            slip = slip_of(form, with_leaf(form.values, path, "改过的字"), ground)
            change = applied(slip, data, SECOND).change
            ((file, content),) = change.items()
            before, after = (SECOND / file).read_text("utf-8").splitlines(), content.decode().splitlines()
            assert len(before) == len(after), (id, path)
            (changed,) = ((old, new) for old, new in zip(before, after, strict=True) if old != new)
            assert "改过的字" in changed[1], (id, path)
            assert thing.value


def test_a_form_that_changes_nothing_has_no_fault_and_cannot_be_handed_over(desk):
    assert check(desk, EDIT, "RW-001")["messages"] == []
    assert not check(desk, EDIT, "RW-001")["ready"]
    with pytest.raises(Refused):
        desk.hand(EDIT, "RW-001", desk.form(EDIT, "RW-001")["values"])


def test_what_must_be_filled_is_named_and_is_no_fault(desk):
    found = check(desk, "添一条记录", "RW-003")
    assert (found["missing"], found["messages"], found["ready"]) == (["状态", "说明"], [], False)
    assert "编号" not in check(desk, "新增", "tasks")["missing"]
    assert "标识" in check(desk, "新增", "laws")["missing"]
    evidence = [{"报告": "2025", "段落": "", "引文": ""}]
    assert check(desk, "添一条记录", "RW-003", 证据=evidence)["missing"][2:] == ["证据/0/段落", "证据/0/引文"]


def test_words_that_no_report_has_are_told_before_the_rest_is_filled_in(desk):
    found = check(desk, "添一条记录", "RW-003", 证据=[{**QUOTED, "引文": "宣传方式"}])
    assert [one["path"] for one in found["messages"]] == ["证据/0/引文"]
    assert found["missing"] == ["状态", "说明"]
    found = check(desk, "新增", "tasks", 记录=[{"日期": "2025", "证据": [{**QUOTED, "段落": "（九）"}]}])
    assert [one["path"] for one in found["messages"]] == ["记录/0/证据/0/段落"]


def test_fields_without_a_place_beside_the_others_are_hidden(desk):
    assert "废止日期" in check(desk, "法规有了变化", "water-use-rules")["hidden"]
    assert "废止日期" not in check(desk, "法规有了变化", "water-use-rules", 状态="已废止")["hidden"]
    assert "废止日期" in check(desk, "法规有了变化", "water-use-rules", 状态="已废止")["missing"]


def test_the_articles_of_a_chosen_law_are_offered(desk):
    laws = [{"法规": "water-use-rules", "条": []}, {"法规": "", "条": []}]
    offers = check(desk, EDIT, "RW-001", 依据=laws)["offers"]
    assert offers == {"依据/0/条": ["第三条", "第九条"], "依据/1/条": []}


@pytest.mark.parametrize(
    ("job", "id", "changed", "path", "mended"),
    [
        (
            "添一条记录",
            "RW-003",
            {**ADDED, "日期": "2025", "证据": [{**QUOTED, "引文": "宣传方式"}]},
            "证据/0/引文",
            "宣传方式单一",
        ),
        (
            "添一条记录",
            "RW-003",
            {**ADDED, "日期": "2025", "证据": [{**QUOTED, "段落": "（一）1"}]},
            "证据/0/段落",
            "（三）",
        ),
        ("添一条记录", "RW-003", {**ADDED, "说明": "改了\u200b一半。"}, "说明", "改了一半。"),
        ("添一条记录", "RW-003", {**ADDED, "说明": " 改了\n一半。"}, "说明", "改了一半。"),
        ("添一条记录", "RW-003", {**ADDED, "状态": "推进"}, "状态", "推进中"),
        (EDIT, "RW-001", {"依据": [{"法规": "water-use-rules", "条": ["第十条"]}]}, "依据/0/条/0", "第九条"),
        (EDIT, "RW-001", {"依据": [{"法规": "water-use-rule", "条": []}]}, "依据/0/法规", "water-use-rules"),
        ("添一条记录", "RW-003", {**ADDED, "证据": [QUOTED]}, "日期", "2025"),
        (EDIT, "RW-001", {"相关条目": ["RW-03"]}, "相关条目/0", "RW-003"),
    ],
)
def test_a_fault_stands_at_its_field_and_its_mend_mends_it(desk, job, id, changed, path, mended):
    values = desk.form(job, id)["values"] | changed
    message = desk.check(job, id, values)["messages"][0]
    assert message["mend"]["value"] == mended
    assert message["mend"]["path"] == path
    steps = tuple(int(step) if step.isdecimal() else step for step in path.split("/"))
    better = desk.check(job, id, with_leaf(values, steps, mended))
    assert [one for one in better["messages"] if one["text"] == message["text"]] == []


@pytest.mark.parametrize(
    ("job", "id", "changed", "path", "said"),
    [
        ("添一条记录", "RW-003", {**ADDED, "日期": "明天"}, "日期", "“明天”不是日期"),
        ("添一条记录", "RW-003", {**ADDED, "日期": "2027"}, "日期", "2027"),
        ("添一条记录", "RW-003", {**ADDED, "状态": "已落实"}, "证据", "“已落实”须有证据；请填“证据”"),
        ("添一条记录", "RW-003", {**ADDED, "说明": "好" * 10_000}, "说明", "有 10000 字，最多 2000 字"),
        ("添一条记录", "RW-003", {**ADDED, "说明": "审核99份。"}, "说明", "“99份”没有出处"),
        ("核定", "RW-001", {"核定日期": "2030-01-01"}, "核定日期", "2030-01-01"),
        ("退出", "RW-003", {"说明": "并入。", "接续": ["RW-003"]}, "接续/0", "就是这一条自己"),
        ("退出", "WD-001", {"说明": "问法变了。"}, "", "的常问“WD-001”已经退出"),
        (
            "法规有了变化",
            "water-use-rules",
            {"状态": "已废止", "废止日期": "2026-05-01"},
            "核对/日期",
            "核对的“日期”还是",
        ),
        ("新增", "laws", {"标识": "Bad Slug"}, "标识", "写法不对"),
    ],
)
def test_what_check_or_a_pull_request_would_refuse_is_told(desk, job, id, changed, path, said):
    (message,) = check(desk, job, id, **changed)["messages"]
    assert message["path"] == path
    assert said in message["said"]


def test_an_amount_that_the_archived_law_does_not_have_is_told_at_its_row(desk):
    fines = desk.form(EDIT, "WD-001")["values"]["罚"]
    found = check(desk, EDIT, "WD-001", 罚=[fines[0] | {"上限": "600"}, fines[1]])["messages"]
    said = {one["path"]: one["said"] for one in found}
    assert "所引的条款里没有“100至600元”，有：一百元以上五百元以下；请照原文改" in said["罚/0"]


def test_what_is_said_in_a_form_has_nothing_of_how_files_are_written():
    for rule in mistakes():
        for example in rule.examples:
            assert "，例如 - {" not in in_a_form(example.message)
            assert "下一行" not in in_a_form(example.message)


@pytest.mark.parametrize(("text", "better"), [("\u200b甲\r\n 乙\u3000", "甲乙"), ("甲\t乙", "甲 乙"), ("甲", "甲")])
def test_a_text_is_cleaned_of_what_nobody_sees(text, better):
    assert cleaned(text) == better


def test_marked_words_are_widened_to_whole_clauses_and_their_numbers_offered(desk):
    text = next(one["text"] for one in desk.start()["reports"][0]["paragraphs"] if one["label"] == "（一）2")
    at = text.index("20户")
    found = desk.select(2025, "（一）2", at, at + 1)
    assert found["quote"] == "约谈用水户近20户次"
    assert found["figures"] == [{"名称": "", "数值": "20", "单位": "户次", "约数": "近"}]
    evidence = [{"报告": "2025", "段落": "（一）2", "引文": found["quote"]}]
    figures = [found["figures"][0] | {"名称": "约谈用水户"}]
    added = {"日期": "2025", "状态": "长期坚持", "说明": "约谈近20户次。", "证据": evidence, "指标": figures}
    assert check(desk, "添一条记录", "RW-001", **added)["messages"] == []
    assert desk.select(2025, "（一）2", 0, 0)["quote"] == ""


@pytest.mark.parametrize("folder", [FIRST, SECOND], ids=lambda folder: folder.name)
def test_whatever_is_marked_what_comes_of_it_can_be_quoted(folder):
    desk = Desk(folder, DAY, HOST)
    for report in desk.data.reports:
        for paragraph in report.paragraphs[:40]:
            for start in range(0, len(paragraph.raw) - 3, 17):
                found = desk.select(report.year, paragraph.label, start, start + 3)
                if found["quote"]:
                    again = desk.select(report.year, paragraph.label, start, start + 3)
                    assert again == found
                    assert paragraph.raw[start : start + 3].strip("，。；：、！？,;:!? \r\n\t")[:1] in found["quote"]
                else:
                    assert found["told"]


def test_a_new_file_opens_on_the_host_with_its_name_and_its_text(desk):
    values = desk.form("添一条记录", "RW-003")["values"] | ADDED
    handed = desk.hand("添一条记录", "RW-003", values)
    (file,) = handed["files"]
    query = parse_qs(urlsplit(file["address"]).query)
    assert query == {"filename": [file["path"]], "value": [file["text"]]}
    assert file["fresh"]
    assert file["path"].startswith("data/records/rw-003-2026-11-23-")
    assert len(handed["slip"].encode()) <= 4096
    assert handed["slip_name"] == "变更单-RW-003-添一条记录-20261123.yml"


def test_a_file_that_is_there_opens_on_its_own_page(desk):
    values = desk.form(EDIT, "RW-001")["values"] | {"备注": "一句。"}
    (file,) = desk.hand(EDIT, "RW-001", values)["files"]
    assert (file["fresh"], file["address"]) == (False, "https://example.cn/edit/main/data/tasks/tasks.yml")


def test_without_a_host_there_is_no_address_and_too_long_a_text_is_not_in_it():
    assert Host().new_file("records/a.yml", "甲")[0] == Host().edit_file("a.yml") == ""
    long = HOST.new_file("records/a.yml", "甲" * 2000)
    assert long == ("https://example.cn/new/main?filename=data/records/a.yml&value=", False)
    assert Host(folder="").file("a.yml") == "a.yml"


def test_a_sheet_opens_the_form_as_it_was(desk):
    for job, id, changed in (
        ("添一条记录", "RW-003", ADDED),
        (EDIT, "RW-001", {"备注": "一句。", "内容": "先审核，再出台。"}),
        ("核定", "RW-001", {"核定日期": "2026-05-01"}),
        ("退出", "RW-003", {"说明": "并入。", "接续": ["RW-001"]}),
    ):
        values = desk.form(job, id)["values"] | changed
        taken = desk.take(desk.hand(job, id, values)["slip"])
        assert (taken["job"], taken["id"], taken["values"], taken["conflicts"]) == (job, id, values, [])
        assert taken["told"] == ["2026-11-23 写的变更单。"]


def test_a_sheet_that_no_longer_fits_opens_with_what_does_not(tmp_path):
    folder = Path(shutil.copytree(SECOND, tmp_path / "data"))
    before = Desk(folder, DAY, HOST)
    slip = before.hand(EDIT, "RW-001", before.form(EDIT, "RW-001")["values"] | {"内容": "甲乙丙丁。"})["slip"]
    tasks = folder / "tasks/tasks.yml"
    tasks.write_text(tasks.read_text("utf-8").replace("文件出台前先审核", "文件先审核"), "utf-8")
    taken = Desk(folder, DAY, HOST).take(slip)
    assert taken["conflicts"] == ["“内容”在写变更单以后改过：原来是“文件出台前先审核。”，现在是“文件先审核。”"]
    assert taken["values"]["内容"] == "甲乙丙丁。"
    assert "写这张变更单以后，数据又改过。" in taken["told"]


def test_what_it_will_look_like_is_the_page_itself(desk):
    seen = desk.see("添一条记录", "RW-003", desk.form("添一条记录", "RW-003")["values"] | ADDED)
    assert "改了一半。" in seen["html"]
    assert seen["changes"] == [
        "RW-003 宣传方式整改：状态变化：从“已列入计划”变为“推进中”，没有证据",
        "RW-003 宣传方式整改：记录新增：“2026-05，推进中。改了一半。”",
    ]
    for job, id, changed in (
        (EDIT, "WD-001", {"备注": "一句。"}),
        (EDIT, "water-use-rules", {"备注": "一句。"}),
        (EDIT, "2025", {"来源": "别处得到。"}),
    ):
        html = desk.see(job, id, desk.form(job, id)["values"] | changed)["html"]
        assert next(iter(changed.values())) in html


def test_the_worker_gets_every_answer_as_json_and_every_refusal_as_a_sentence(tmp_path, monkeypatch):
    folder = Path(shutil.copytree(SECOND, tmp_path / "data"))
    monkeypatch.setattr(bridge, "DATA", folder)

    def call(name, **arguments):
        return json.loads(bridge.call(name, json.dumps(arguments)))

    day = {"day": DAY.isoformat(), "host": {"new": "", "edit": "", "folder": "data"}}
    assert call("start", **day)["as_of"] == "2026-11-23"
    assert call("jobs", id="RW-001")["jobs"][0]["job"] == "添一条记录"
    assert call("jobs", id="RW-009")["error"].startswith("没有“RW-009”")
    assert call("form", job="核定", id="2025")["error"] == "2025 不能“核定”，能做的是：改文字"
    assert call("form", job="新增", id="nothing")["error"].startswith("没有“nothing”这个清单")
    assert call("take", text="甲")["error"].startswith("这不是变更单")
    assert "“别处”" in call("take", text="变更单: 别处\n做什么: 核定\n日期: 2026-01-01\n数据: x\n")["error"]
    with pytest.raises(KeyError):
        call("__init__")
    (folder / "tasks/tasks.yml").write_text("- 编号: RW-001\n", "utf-8")
    assert call("start", **day)["error"].startswith("网站的数据有 ")
