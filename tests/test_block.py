import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import FIRST
from qingdan.source.read import Refused, decode, parse, values
from qingdan.source.write import Unwritable, block, page, why_unwritable

AWKWARD = st.text(
    st.sampled_from("甲乙“”，：；、 \t\u3000'\"#:-?,[]{}&*!|>%@`~=\\/0159onyes…—·"), min_size=1, max_size=12
)
ANY = st.text(min_size=1, max_size=40)


def read_back(text):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.yml"
        path.write_bytes(text.encode())
        return values(parse(decode(path, "list.yml"), "list.yml"))


def everywhere(text):
    return {
        "编号": "RW-001",
        "名称": text,
        "责任主体": [text, "甲"],
        "依据": [text, {"法规": "a", "条": [text]}],
        "核对": {"来源": [{"名称": text, "网址": text}]},
        "记录": [{"日期": "2024", "说明": text, "证据": [{"段落": text, "引文": text}]}],
    }


@given(st.one_of(AWKWARD, ANY))
@example("甲\t乙")
@example("甲: 乙")
@example("--- 甲")
@example("=1+1")
@example("007")
@example("null")
@example("\t甲")
@example("\U00020000")
@example("甲" * 3000)
def test_every_text_reads_back_identical_or_is_refused(text):
    record = everywhere(text)
    if why_unwritable(text):
        with pytest.raises(Unwritable):
            block(record)
    else:
        assert read_back(block(record)) == [record]
        assert read_back(page(record)) == record


@given(st.one_of(AWKWARD, ANY))
def test_every_text_that_the_reader_gives_can_be_written(text):
    try:
        given_back = read_back("- '" + text.replace("'", "''") + "'\n")[0]
    except Refused:
        return
    assert why_unwritable(given_back) == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("甲\n乙", "文字里有换行，请写在一行内"),
        ("甲\r乙", "文字里有换行，请写在一行内"),
        (" 甲", "首尾有空格，请删去"),
        ("甲\u3000", "首尾有空格，请删去"),
        ("", "没有内容"),
        (" ", "没有内容"),
        ("甲\u200b", "这里有看不见的字符 U+200B，请删去后重新输入"),
    ],
)
def test_what_the_reader_would_change_or_refuse_is_refused(text, reason):
    assert why_unwritable(text) == reason
    with pytest.raises(Unwritable, match=re.escape(reason)):
        block({"名称": text})


@pytest.mark.parametrize("path", sorted(FIRST.glob("tasks/*.yml")), ids=lambda path: path.stem)
def test_the_lists_are_written_as_staff_wrote_them(path):
    text = path.read_text(encoding="utf-8")
    written = block(*values(parse(decode(path, path.name), path.name)))
    assert written in text


def test_quotes_stand_only_where_they_are_needed():
    text = block({"名称": "甲：“乙”，丙", "说明": "甲: 乙", "单位": "%", "年度": "2024"})
    assert text == "- 名称: 甲：“乙”，丙\n  说明: '甲: 乙'\n  单位: '%'\n  年度: 2024\n"


def test_several_records_stand_a_blank_line_apart():
    assert block({"编号": "甲"}, {"编号": "乙"}) == "- 编号: 甲\n\n- 编号: 乙\n"


def test_an_independent_reader_sees_the_same_record():
    record = everywhere("甲, 乙: 丙")
    assert yaml.load(block(record), Loader=yaml.BaseLoader) == [record]
