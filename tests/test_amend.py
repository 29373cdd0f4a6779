"""Changed values are put into the text; nothing else of it changes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.model import Task, facts_of
from qingdan.source.amend import Amendment, Misplaced, amend
from qingdan.source.read import decode, parse, values
from qingdan.source.splice import inline
from qingdan.source.write import block, why_unwritable

TEXT = """\
# 开头的话

- 编号: RW-001  # 不改
  名称: '审核'
  简称: "审"
  责任主体: [甲,  '乙' ]
  依据:
    - {法规: a, 条: [第一条]}  # 依据
    # 中间的话
    - b
  内容: >-
    一行

  # 内容之后的话
  记录:
    - 日期: 2024   # 年
      说明: 甲
    - {日期: 2025, 说明: 乙}

# 两条之间
- {编号: RW-002, 名称: 二, 责任主体: 丙}
-
  编号: RW-003
  依据: []"""


def change(text, *path, to, order=()):
    return amend(text, [Amendment(path, to, order)])


def read_back(text):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.yml"
        path.write_bytes(text.encode())
        return values(parse(decode(path, "list.yml"), "list.yml"))


REPLACED = [
    ((0, "编号"), "RW-009", "编号: RW-001  # 不改", "编号: RW-009  # 不改"),
    ((0, "名称"), "查", "名称: '审核'", "名称: '查'"),
    ((0, "名称"), "它's", "名称: '审核'", "名称: 'it''s'".replace("it", "它")),
    ((0, "简称"), "查", '简称: "审"', '简称: "查"'),
    ((0, "简称"), '"查"', '简称: "审"', "简称: '\"查\"'"),
    ((0, "内容"), "甲: 乙", "内容: >-\n    一行\n", "内容: '甲: 乙'\n"),
    ((0, "责任主体"), ["甲", "乙", "丁"], "[甲,  '乙' ]", "[甲,  '乙', 丁 ]"),
    ((0, "责任主体"), ["丁", "乙"], "[甲,  '乙' ]", "[丁,  '乙' ]"),
    ((0, "责任主体"), ["乙"], "[甲,  '乙' ]", "['乙' ]"),
    ((0, "责任主体"), ["甲"], "[甲,  '乙' ]", "[甲 ]"),
    ((0, "责任主体"), ["戊", "甲", "乙"], "[甲,  '乙' ]", "[戊, 甲,  '乙' ]"),
    ((0, "依据", 0, "条"), ["第一条", "第二条"], "[第一条]}", "[第一条, 第二条]}"),
    ((0, "依据", 0, "条"), None, "{法规: a, 条: [第一条]}  # 依据", "{法规: a}  # 依据"),
    ((0, "依据", 1), {"法规": "b", "条": ["第三条"]}, "    - b\n", "    - {法规: b, 条: [第三条]}\n"),
    ((0, "依据", 1), None, "    # 中间的话\n    - b\n", "    # 中间的话\n"),
    ((0, "依据", 0), None, "    - {法规: a, 条: [第一条]}  # 依据\n", ""),
    ((0, "依据", 2), "c", "    - b\n", "    - b\n    - c\n"),
    ((0, "记录", 0, "日期"), "2024-01", "日期: 2024   # 年", "日期: 2024-01   # 年"),
    ((0, "记录", 1, "说明"), "丙, 丁", "说明: 乙}", "说明: '丙, 丁'}"),
    ((0, "记录", 2), {"日期": "2026", "说明": "丙"}, "说明: 乙}\n", "说明: 乙}\n    - {日期: 2026, 说明: 丙}\n"),
    ((0, "简称"), None, '  简称: "审"\n', ""),
    ((1, "责任主体"), ["丙", "丁"], "责任主体: 丙}", "责任主体: [丙, 丁]}"),
    ((1, "责任主体"), ["丁"], "责任主体: 丙}", "责任主体: 丁}"),
    ((1, "名称"), None, "名称: 二, ", ""),
    ((2, "依据"), [{"法规": "a"}], "依据: []", "依据: [{法规: a}]"),
    ((2, "依据"), None, "  依据: []", ""),
    ((2, "编号"), None, "编号: RW-003\n  依据", "依据"),
]


@pytest.mark.parametrize(("path", "value", "old", "new"), REPLACED)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_only_the_changed_value_changes(path, value, old, new, line_break):
    assert TEXT.count(old) == 1
    text, expected = (part.replace("\n", line_break) for part in (TEXT, TEXT.replace(old, new)))
    assert change(text, *path, to=value) == expected


ORDER = ("编号", "名称", "简称", "年度", "责任主体", "依据", "内容", "记录", "备注")
INSERTED = [
    ((0, "年度"), "2024", '简称: "审"\n', '简称: "审"\n  年度: 2024\n'),
    ((0, "备注"), "有", "    - {日期: 2025, 说明: 乙}\n", "    - {日期: 2025, 说明: 乙}\n  备注: 有\n"),
    ((1, "年度"), "2024", "名称: 二, ", "名称: 二, 年度: 2024, "),
    ((2, "备注"), "有", "依据: []", "依据: []\n  备注: 有"),
    (
        (2, "记录"),
        [{"日期": "2024", "证据": [{"报告": "2024", "引文": "甲, 乙"}]}],
        "依据: []",
        "依据: []\n  记录:\n    - 日期: 2024\n      证据:\n        - {报告: 2024, 引文: '甲, 乙'}",
    ),
]


@pytest.mark.parametrize(("path", "value", "old", "new"), INSERTED)
def test_a_new_key_is_put_where_staff_would_write_it(path, value, old, new):
    assert TEXT.count(old) == 1
    assert change(TEXT, *path, to=value, order=ORDER) == TEXT.replace(old, new)


def test_a_key_that_comes_first_is_put_first():
    assert change("- 名称: 甲\n", 0, "编号", to="RW-001", order=ORDER) == "- 编号: RW-001\n  名称: 甲\n"
    assert change("- {名称: 甲}\n", 0, "编号", to="RW-001", order=ORDER) == "- {编号: RW-001, 名称: 甲}\n"


def test_a_record_is_appended_as_the_one_before_it_is_written():
    text = "- 记录:\n  - 日期: 2024\n    说明: 甲 # 话\n\n# 尾\n"
    added = change(text, 0, "记录", 1, to={"日期": "2025", "说明": "乙"})
    assert added == "- 记录:\n  - 日期: 2024\n    说明: 甲 # 话\n  - 日期: 2025\n    说明: 乙\n\n# 尾\n"


def test_a_file_that_is_one_mapping_can_be_changed():
    assert change("主体: 甲 # 话\n简称: 乙\n", "简称", to="丙") == "主体: 甲 # 话\n简称: 丙\n"


@pytest.mark.parametrize(
    "path", [(3, "名称"), (0, "没有", "名称"), (0, "名称", "深处"), (0, "依据", 3), (0, "备注", 0), (0,)]
)
def test_a_place_that_does_not_exist_is_refused(path):
    with pytest.raises(Misplaced) as misplaced:
        change(TEXT, *path, to="甲")
    assert misplaced.value.path == path


def test_what_is_not_there_cannot_be_taken_away():
    with pytest.raises(Misplaced):
        change(TEXT, 0, "备注", to=None)


def test_the_only_item_cannot_be_taken_away():
    with pytest.raises(Misplaced):
        change("- 责任主体: [甲]\n", 0, "责任主体", 0, to=None)


WORD = st.one_of(
    st.text(st.sampled_from("甲乙“”，：；、 \t'\"#:-?,[]{}&*!|>%@`~=\\/0159onyes…\U00020000"), min_size=1, max_size=8),
    st.text(min_size=1, max_size=20),
).filter(lambda text: not why_unwritable(text))
WORDS = st.lists(WORD, min_size=1, max_size=4, unique=True)
RECORD = st.fixed_dictionaries(
    {"日期": WORD, "说明": WORD},
    optional={"证据": st.lists(st.fixed_dictionaries({"引文": WORD}), min_size=1, max_size=3)},
)
ENTRY = st.fixed_dictionaries(
    {"编号": WORD, "名称": WORD, "责任主体": WORDS},
    optional={"年度": WORD, "记录": st.lists(RECORD, min_size=1, max_size=3)},
)
WAYS = {"block": block, "flow": lambda *entries: "".join(f"# 话\n- {inline(entry)}  # 话\n" for entry in entries)}


@settings(deadline=None, max_examples=150)
@given(
    st.data(), st.lists(ENTRY, min_size=1, max_size=3), st.sampled_from(sorted(WAYS)), st.sampled_from(["\n", "\r\n"])
)
def test_any_change_reads_back_as_it_was_meant(data, entries, way, line_break):
    text = WAYS[way](*entries).replace("\n", line_break)
    index = data.draw(st.integers(0, len(entries) - 1))
    entry = entries[index]
    kinds = ["名称", "责任主体", "年度", "记录"]
    for kind in data.draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4)):
        if kind == "名称":
            path, value = (index, kind), data.draw(WORD)
            entry[kind] = value
        elif kind == "责任主体":
            path, value = (index, kind), data.draw(WORDS)
            entry[kind] = value
        elif kind == "年度":
            path, value = (index, kind), data.draw(WORD if kind not in entry else st.one_of(st.none(), WORD))
            entry[kind] = value
            if value is None:
                del entry[kind]
        elif "记录" in entry:
            path, value = (index, kind, len(entry[kind])), data.draw(RECORD)
            entry[kind].append(value)
        else:
            path, value = (index, kind), [data.draw(RECORD)]
            entry[kind] = list(value)
        text = amend(text, [Amendment(path, value, ORDER)])
    assert read_back(text) == entries


def test_what_staff_write_first_comes_first():
    order = list(facts_of(Task))
    assert (order[0], order[-1]) == ("编号", "记录")
    assert order.index("时限") < order.index("依据") < order.index("内容") < order.index("备注")
