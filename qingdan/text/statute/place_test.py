import pytest

from .parse import parse
from .place import Found, find
from .structure import Absent

LAW = parse(
    "示例办法\n第一条　养鹤。\n第二条　养鹤要：\n（一）水；\n（二）草。\n数鹤要：\n（一）眼；\n（二）笔；\n（三）纸。\n"
    "放鹤。\n第二条之一　护鹤：\n（一）人；\n（二）屋。\n"
)


@pytest.mark.parametrize(
    ("cited", "anchor", "whole"),
    [
        (("第一条",), "a-1", "养鹤。"),
        (("第1条",), "a-1", "养鹤。"),
        (("第二条", "第三款"), "a-2-3", "放鹤。"),
        (("第二条", "第二款", "第三项"), "a-2-2-3", "（三）纸。"),
        (("第二条", "第二款", "（三）"), "a-2-2-3", "（三）纸。"),
        (("第二条", None, "第三项"), "a-2-2-3", "（三）纸。"),
        (("第二条之一", None, "第二项"), "a-2z1-1-2", "（二）屋。"),
    ],
)
def test_a_citation_leads_to_its_place(cited, anchor, whole):
    found = find(LAW, *cited)
    assert isinstance(found, Found)
    assert (found.anchor, found.whole) == (anchor, whole)


@pytest.mark.parametrize(
    ("cited", "reason"),
    [
        (("第九条",), "没有第九条，最后一条是第二条之一"),
        (("养鹤条",), "没有养鹤条，最后一条是第二条之一"),
        (("第一条", "第二款"), "第一条只有一款，没有第二款"),
        (("第二条", "第四款"), "第二条只有三款，没有第四款"),
        (("第二条之一", "第三款"), "第二条之一只有一款，没有第三款"),
        (("第二条", "第一款", "第三项"), "第二条第一款没有第三项"),
        (("第一条", None, "第三项"), "第一条没有第三项"),
        (("第二条", None, "第二项"), "第二条的第一款、第二款都有第二项，请写明是哪一款"),
    ],
)
def test_a_place_that_is_not_there_is_told_with_the_reason(cited, reason):
    assert find(LAW, *cited) == Absent(reason)


def test_a_text_without_articles_has_no_place():
    assert find(parse("养鹤"), "第一条") == Absent("没有第一条，一条也没有认出")
