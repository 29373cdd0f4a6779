import pytest

from .numerals import han
from .parse import parse


def law(*numbers, gap="　", title="示例养鹤办法"):
    return f"{title}\n" + "".join(f"{number}{gap}养鹤人清点鹤群。\n" for number in numbers)


def articles(count):
    return [f"第{han(number)}条" for number in range(1, count + 1)]


def doubts(text):
    return [doubt.message for doubt in parse(text).doubts]


def anchors(text):
    return [article.anchor for article in parse(text).articles]


@pytest.mark.parametrize("count", [1, 2, 30, 1100])
def test_articles_are_found_in_their_order(count):
    text = law(*articles(count))
    assert anchors(text) == [f"a-{number}" for number in range(1, count + 1)]
    assert doubts(text) == []


@pytest.mark.parametrize("gap", ["　", " ", "", "\n", "：", "（数鹤）"])
def test_articles_are_found_however_their_numbers_are_set_off(gap):
    assert anchors(law(*articles(12), gap=gap)) == [f"a-{number}" for number in range(1, 13)]


@pytest.mark.parametrize("gap", ["　", "", "（数鹤）"])
def test_a_missing_article_is_named(gap):
    numbers = articles(12)
    del numbers[4]
    assert doubts(law(*numbers, gap=gap)) == ["第六条前面缺第五条"]


def test_several_missing_articles_are_named_together():
    assert doubts(law("第一条", "第二条", "第十条", "第十一条")) == ["第十条前面缺第三条至第九条"]


def test_the_doubt_names_the_line():
    assert [doubt.line for doubt in parse(law("第一条", "第三条")).doubts] == [3]


def test_an_article_that_stands_twice_is_named_and_has_its_own_anchor():
    text = law("第一条", "第二条", "第二条", "第三条")
    assert doubts(text) == ["第二条写了两次"]
    assert anchors(text) == ["a-1", "a-2", "a-2x2", "a-3"]


def test_a_text_without_its_first_article_says_so():
    assert doubts(law("第三条", "第四条")) == ["从第三条开始，前面没有第一条"]


def test_articles_that_changed_places_are_named_once():
    assert doubts(law("第一条", "第二条", "第四条", "第三条", "第五条")) == ["第四条不在它的次序上"]


def test_supplementary_articles_put_in_front_are_named():
    assert doubts(law("第三条", "第一条", "第二条")) == ["第三条不在它的次序上"]


def test_articles_put_in_later_follow_theirs():
    text = law("第一条", "第一条之一", "第一条之二", "第二条")
    assert anchors(text) == ["a-1", "a-1z1", "a-1z2", "a-2"]
    assert doubts(text) == []


def test_articles_put_in_later_that_are_out_of_order_are_named():
    assert doubts(law("第一条", "第二条", "第一条之一", "第三条")) == ["第一条之一不在它的次序上"]
    assert doubts(law("第一条", "第一条之二", "第二条")) == ["第一条之二前面缺第一条之一"]
    assert doubts(law("第一条", "第三条之一", "第四条")) == ["第三条之一前面缺第二条至第三条"]


def test_an_annex_counts_anew():
    text = law(*articles(5)) + "附件：\n示例数鹤细则\n第一条　每年数鹤。\n第二条　春天数鹤。\n"
    statute = parse(text)
    assert [article.anchor for article in statute.articles] == [f"a-{number}" for number in range(1, 6)]
    assert [block.anchor for block in statute.blocks][-3:] == ["text-annex", "f1-a-1", "f1-a-2"]
    assert statute.doubts == ()


def test_a_reference_at_the_start_of_a_line_is_no_article():
    text = "示例办法\n第一条　养鹤。\n第二条　违反\n第一条规定的，停止养鹤。\n第三条　数鹤。\n"
    assert anchors(text) == ["a-1", "a-2", "a-3"]


@pytest.mark.parametrize("gap", ["　", ""])
def test_a_vague_number_is_an_article_only_in_a_text_without_blanks_and_where_it_is_due(gap):
    words = ("养鹤。", "依照", "至第三条数鹤。", "放鹤。", "中国的鹤。")
    one, two, _, three, four = (
        f"{number}{gap}{line}" for number, line in zip(("第一条", "第二条", "", "第三条", "第四条"), words, strict=True)
    )
    statute = parse(f"示例办法\n{one}\n{two}\n第一条至第三条数鹤。\n第三条所称的鹤。\n{three}\n{four}\n")
    assert [article.anchor for article in statute.articles] == ["a-1", "a-2", "a-3", "a-4"]
    assert statute.articles[2].whole == "放鹤。"


def test_quoted_articles_are_none_of_the_statute():
    text = "示例决定\n第一条　增加两条：“第八条　养鹤。\n第九条　数鹤。”\n第二条　本决定自公布之日起施行。\n"
    assert anchors(text) == ["a-1", "a-2"]
    assert doubts(text) == []


def test_an_article_within_a_line_is_found_and_named():
    text = "示例办法\n第一条　养鹤。第二条　数鹤。\n第三条　放鹤。\n"
    assert anchors(text) == ["a-1", "a-2", "a-3"]
    assert doubts(text) == ["第二条写在上一条的行里"]


def test_a_number_that_cannot_be_read_is_named_with_the_gap():
    assert doubts(law("第一条", "第二奈", "第三条")) == ["“第二奈”像是条号，认不出是第几条", "第三条前面缺第二条"]


@pytest.mark.parametrize("marks", [("一、", "二、", "三、"), ("（一）", "（二）", "（三）")])
def test_a_decision_without_articles_is_counted_by_its_points(marks):
    text = "关于养鹤的决定\n" + "".join(f"{mark}养鹤人清点鹤群。\n" for mark in marks)
    assert anchors(text) == ["a-1", "a-2", "a-3"]
    assert doubts(text) == []


def test_a_text_without_articles_says_so():
    assert doubts("示例说明\n养鹤很好。\n") == ["没有认出条文"]
