"""Any text is taken apart whole, and a statute of any shape as it was put together."""

from itertools import chain

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from qingdan.text.statute import Article, parse
from qingdan.text.statute.numerals import han

ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\n　　", "\u2028"])
GAPS = st.sampled_from(["　", " ", "\u3000\u3000", "：", "\n"])
WORDS = st.sampled_from(
    ["养鹤人每年春天清点鹤群。", "鹤群由示例林场照管。", "违反前条规定的，停止养鹤。", "本办法所称“鹤”，是指鸟。"]
)
ITEMS = st.integers(0, 6)
CLAUSES = st.lists(st.tuples(WORDS, ITEMS), min_size=1, max_size=4)
STATUTES = st.lists(CLAUSES, min_size=1, max_size=20)
ODD = st.text(
    st.sampled_from(
        "第一二三十百零条款项章节编之（）()1.、：；。，“”《》附件则目录　 \t\n\r\u2028\ufeff*|＝年月日自起施行通过20甲鹤"
    ),
    max_size=300,
)


def number(count):
    return f"第{han(count)}条"


def written(articles, end="\n", gap="　"):
    """Return the lines of a statute of these articles, a text for each article."""
    return [f"{name}{gap}" + end.join(_paragraphs(clauses)) + end for name, clauses in articles]


def _paragraphs(clauses):
    for words, items in clauses:
        yield words if not items else f"{words[:-1]}："
        for item in range(1, items + 1):
            yield f"（{han(item)}）清点鹤群{'。' if item == items else '；'}"


def named(shape):
    return [(number(count), clauses) for count, clauses in enumerate(shape, 1)]


def law(articles, **marks):
    return "示例养鹤办法\n" + "".join(written(articles, **marks))


def parts(items):
    return chain.from_iterable((item, *parts(item.items)) for item in items)


def check_total(text):
    statute = parse(text)
    assert "".join(block.span.raw for block in statute.blocks) == text
    anchors = [block.anchor for block in statute.blocks]
    for block in statute.blocks:
        if isinstance(block, Article):
            assert "".join(clause.span.raw for clause in block.clauses) == block.span.raw
            for clause in block.clauses:
                anchors += [clause.anchor, *(item.anchor for item in parts(clause.items))]
    assert len(anchors) == len(set(anchors))
    return statute


@given(st.one_of(ODD, st.text(max_size=200)))
@example("第一条\n（一）\n（一）\n（三）1.\n①\n一、\n（一）")
@example("目录\n第一章\n第一章")
@settings(max_examples=300, deadline=None)
def test_any_text_is_taken_apart_whole(text):
    check_total(text)


@given(STATUTES, ENDS, GAPS)
@settings(max_examples=100, deadline=None)
def test_a_statute_has_the_articles_clauses_and_items_that_it_was_given(shape, end, gap):
    statute = check_total(law(named(shape), end=end, gap=gap))
    assert statute.doubts == ()
    assert [one.number for one in statute.articles] == [number(count) for count in range(1, len(shape) + 1)]
    assert [[len(clause.items) for clause in one.clauses] for one in statute.articles] == [
        [items for _, items in clauses] for clauses in shape
    ]
    for one, clauses in zip(statute.articles, shape, strict=True):
        assert one.whole.split("\n") == list(_paragraphs(clauses))


@given(STATUTES, st.data())
@settings(max_examples=100, deadline=None)
def test_exactly_the_article_that_is_taken_out_is_missed(shape, data):
    assume(len(shape) > 2)
    gone = data.draw(st.integers(1, len(shape) - 2))
    articles = named(shape)
    del articles[gone]
    (doubt,) = check_total(law(articles)).doubts
    assert doubt.message == f"{number(gone + 2)}前面缺{number(gone + 1)}"


@given(STATUTES, st.data())
@settings(max_examples=100, deadline=None)
def test_exactly_the_article_that_stands_twice_is_named(shape, data):
    assume(len(shape) > 1)
    twice = data.draw(st.integers(1, len(shape) - 1))
    articles = named(shape)
    articles.insert(twice, articles[twice])
    statute = check_total(law(articles))
    assert [doubt.message for doubt in statute.doubts] == [f"{number(twice + 1)}写了两次"]
    assert len(statute.articles) == len(shape) + 1
