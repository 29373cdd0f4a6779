import pytest

from .parse import parse
from .structure import CONTENTS

BODY = "第一章　总则\n第一条　养鹤。\n第二章　清点\n第二条　数鹤。\n附则\n第三条　放鹤。\n"


def law(contents, body=BODY):
    return parse(f"示例养鹤办法\n{contents}\n{body}")


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n第一章　总则\n第二章　清点\n附则\n",
        "目　　录\n第一章　总 则\n第二章　清点\n附　则\n",
        "**目录**\n第一章　总则\n第二章　清点\n附则\n",
        "第一章　总则\n第二章　清点\n附则\n",
        "目录\n第一章　总则……1\n第二章　清点……………2\n附则\n",
        "目录\n第一章　总则 1\n第二章　清点 2\n附则\n",
        "目录 第一章 总则 第二章 清点 附则\n",
        "目录\n第一章　总则　第二章　清点　附则\n",
        "第一章 总则 第二章 清点 附则\n",
    ],
)
def test_a_table_of_contents_is_known_however_it_is_printed(contents):
    statute = law(contents)
    assert [stretch.span.raw.strip() for stretch in statute.stretches(CONTENTS)] == [contents.strip()]
    assert [heading.name for heading in statute.headings] == ["总则", "清点", "附则"]
    assert statute.doubts == ()


def test_a_statute_without_a_table_of_contents_has_none():
    statute = law("")
    assert list(statute.stretches(CONTENTS)) == []
    assert len(statute.headings) == 3


def test_sections_of_two_chapters_may_have_one_name_in_the_contents():
    listed = "第一章　养鹤\n第一节　一般规定\n第二章　数鹤\n第一节　一般规定\n"
    body = "第一章　养鹤\n第一节　一般规定\n第一条　养鹤。\n第二章　数鹤\n第一节　一般规定\n第二条　数鹤。\n"
    statute = law(f"目录\n{listed}", body)
    assert (len(statute.headings), statute.doubts) == (4, ())


def test_a_heading_that_only_the_contents_have_is_named():
    statute = law("目录\n第一章　总则\n第二章　清点\n第三章　放归\n附则")
    assert [(doubt.line, doubt.message) for doubt in statute.doubts] == [
        (5, "目录里的“第三章放归”，正文里没有这个标题")
    ]


def test_a_heading_that_only_the_body_has_is_named():
    statute = law("目录\n第一章　总则\n附则")
    assert [doubt.message for doubt in statute.doubts] == ["正文里的“第二章清点”，目录里没有"]


def test_contents_that_repeat_no_heading_end_before_the_first_article():
    statute = law("目录\n第一章　养\n第二章　数\n第三章　放", "第一条　养鹤。\n第二条　数鹤。\n")
    assert (len(statute.articles), statute.headings) == (2, ())
    assert len(statute.doubts) == 3


def test_the_preamble_behind_the_contents_is_none_of_them():
    statute = law("目录\n序言\n第一章　总则\n第二章　清点\n附则\n序言\n示例河边自古有鹤。")
    assert "自古" not in next(statute.stretches(CONTENTS)).span.raw


def test_the_history_behind_the_contents_is_none_of_them():
    statute = law("目录\n第一章　总则\n第二章　清点\n附则\n2020年1月2日示例区人民政府公布")
    assert [step.act for step in statute.steps] == ["公布"]
