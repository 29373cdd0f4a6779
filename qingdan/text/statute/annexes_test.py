import pytest

from .parse import parse
from .structure import ANNEX, SIGNATURE, Stretch

LAW = "示例办法\n第一条　养鹤。\n第二条　本办法自2020年3月1日起施行。\n"


def behind(words):
    statute = parse(LAW + words)
    assert len(statute.articles) == 2
    assert len(statute.articles[1].clauses) == 1
    return [block.kind for block in statute.blocks if isinstance(block, Stretch) and block.kind != "标题"]


@pytest.mark.parametrize(
    "words",
    ["附件：示例表", "附　示例表", "附件1\n示例表", "附表一\n鹤\t3", "附：\n示例表", "示例鹤群清点表\n| 鹤 | 3 |"],
)
def test_what_is_annexed_is_no_clause(words):
    assert behind(words) == [ANNEX]


def test_each_annex_is_a_block_of_its_own():
    assert behind("附件一\n数鹤表。\n附件二\n放鹤表。") == [ANNEX, ANNEX]


@pytest.mark.parametrize("words", ["示例区人民政府\n2020年1月2日", "2020年1月2日", "二〇二〇年一月二日", "区长　某某"])
def test_a_signature_is_no_clause(words):
    assert behind(words) == [SIGNATURE]


def test_a_sentence_behind_the_last_article_is_a_clause():
    assert len(parse(LAW + "旧办法同时废止。").articles[1].clauses) == 2


def test_a_word_that_begins_like_an_annex_within_the_statute_is_a_clause():
    assert len(parse("示例办法\n第一条　养鹤。\n附近的鹤一并清点。\n第二条　数鹤。\n").articles[0].clauses) == 2
