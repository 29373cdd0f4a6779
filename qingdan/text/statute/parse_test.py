from itertools import chain

import pytest

from tests.patience import patience

from .numerals import han
from .parse import parse
from .structure import Article, Stretch

LAW = """\ufeff示例区人民政府令
第3号

　　示例养鹤办法

（2020年1月2日示例区人民政府令第3号公布）

目　录
第一章　总则
第二章　清点

序言
示例河边自古有鹤。

第一章　总则
　　第一条　为了养鹤，制定本办法。
　　第二条　养鹤要：
　　（一）水；
　　（二）草。
第二章
清点
　　第三条　每年数鹤。
　　数鹤的办法见附件。
　　第四条　本办法自2020年3月1日起施行。
示例区人民政府
2020年1月2日
附件
数鹤表
第一条　先数雌鹤。
第二条　再数雄鹤。
"""


def test_a_whole_statute():
    statute = parse(LAW)
    assert [block.anchor for block in statute.blocks] == [
        "text-front", "text-title", "text-history", "text-contents", "text-preamble", "h-z1", "a-1", "a-2", "h-z2",
        "a-3", "a-4", "text-signature", "text-annex", "f1-a-1", "f1-a-2",
    ]  # fmt: skip
    assert (statute.title, str(statute.effective), statute.doubts) == ("示例养鹤办法", "2020-03-01", ())
    assert [len(article.clauses) for article in statute.articles] == [1, 1, 2, 1]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0c\n", "\n\n"])
def test_the_ends_of_lines_change_nothing(end):
    statute, again = parse(LAW), parse(LAW.replace("\n", end))
    assert [block.anchor for block in again.blocks] == [block.anchor for block in statute.blocks]
    assert [article.whole for article in again.articles] == [article.whole for article in statute.articles]


def parts(items):
    return chain.from_iterable((item, *parts(item.items)) for item in items)


def check(text):
    """Assert that a text's structure is total and its anchors are given once; return it."""
    statute = parse(text)
    assert "".join(block.span.raw for block in statute.blocks) == text
    articles = [block for block in statute.blocks if isinstance(block, Article)]
    for article in articles:
        assert "".join(clause.span.raw for clause in article.clauses) == article.span.raw
    clauses = [clause for article in articles for clause in article.clauses]
    items = [item for clause in clauses for item in parts(clause.items)]
    for piece in (*statute.blocks, *clauses, *items):
        assert text[piece.span.start : piece.span.end] == piece.span.raw
    anchors = [piece.anchor for piece in (*statute.blocks, *clauses, *items)]
    assert len(anchors) == len(set(anchors))
    return statute


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", " \u3000\n\n", "鹤", LAW, LAW * 2, LAW.replace("\n", ""), LAW[::-1]]
)
def test_any_text_is_taken_apart_whole(text):
    check(text)


MANY = 100_000


@pytest.mark.parametrize(
    "text",
    [
        "鹤" * MANY * 3, "第一条" * MANY, "（一）" * MANY, "“" * MANY * 3, "《" * MANY * 3, "\n" * MANY * 2, "第一条　养鹤。\n" * 10_000,
        "第一章　养鹤\n" * 10_000, "（一）\n" * 10_000, "“\n" * 10_000, "第" + "一" * MANY, "第" + "9" * 6000 + "条　养鹤。",
        "。" + "　" * MANY * 3, "第一条　养鹤。第二条 " * 10_000, "第一条　甲：\n" + "乙：\n" * 10_000, "[bookmark: " * MANY,
        "第一条　甲：\n" + "（一）乙。\n丙。\n" * 10_000, "第一条　甲\n第二条　乙\n" * 10_000,
        "".join(f"第{han(9000 - number)}条　鹤\n" for number in range(8000)),
    ],
    ids=range(19),
)  # fmt: skip
def test_no_text_takes_long(text):
    with patience():
        check(text)


def test_an_article_has_its_text_in_order():
    statute = parse(LAW)
    starts = [block.span.start for block in statute.blocks]
    assert starts == sorted(starts)
    assert all(block.span.raw for block in statute.blocks if isinstance(block, Stretch))
