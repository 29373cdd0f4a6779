"""Words explained where they first occur: which occurrence, which word, and nothing but a link is added."""

from hypothesis import given
from hypothesis import strategies as st

from qingdan.model.glossary import Meaning, pieces_of, word_finder
from qingdan.render.reference import explained
from qingdan.site.check import open_site

from .test_agenda import AS_OF

WORDS = tuple(
    Meaning.model_validate({"解释": "见来源。", **word})
    for word in (
        {"名称": "三项制度", "标识": "three", "别名": ["“三项制度”"]},
        {"名称": "法制审核", "标识": "review"},
        {"名称": "审核", "标识": "check"},
        {"名称": "述法", "标识": "speak", "除外": ["上述法", "陈述法"]},
        {"名称": "行政复议", "标识": "again"},
    )
)
TITLES = ["行政复议法", "公报"]


def linked(*texts):
    """Return the words that become links, in order, each with its slug."""
    pieces = pieces_of(texts, word_finder(WORDS, TITLES))
    return [(word, meaning.slug) for text in texts for word, meaning in pieces[text] if meaning]


def test_only_the_first_occurrence_in_all_texts_is_explained():
    assert linked("法制审核", "再作法制审核，法制审核") == [("法制审核", "review")]
    assert linked("没有", "先述法，再述法") == [("述法", "speak")]


def test_an_alias_counts_as_the_word():
    assert linked("落实“三项制度”", "三项制度") == [("“三项制度”", "three")]


def test_the_longest_word_wins_over_those_it_contains():
    assert linked("法制审核") == [("法制审核", "review")]
    assert linked("先审核，再作法制审核") == [("审核", "check"), ("法制审核", "review")]


def test_titles_of_laws_are_left_alone():
    assert linked("依行政复议法办理") == []
    assert linked("《行政复议暂行办法》规定") == []
    assert linked("依行政复议法办理行政复议") == [("行政复议", "again")]


def test_a_word_that_only_looks_like_it_is_left_alone():
    assert linked("上述法规和陈述法律意见") == []
    assert linked("上述法规要求述法") == [("述法", "speak")]


def test_without_a_glossary_texts_stay_whole():
    assert pieces_of(["法制审核"], word_finder((), [])) == {"法制审核": [("法制审核", None)]}


@given(st.lists(st.text(alphabet="法制审核述三项度上陈《》“”<>&'\"{", max_size=30), max_size=4))
def test_no_character_is_lost_or_added(texts):
    pieces = pieces_of(texts, word_finder(WORDS, TITLES))
    assert {text: "".join(word for word, _ in cut) for text, cut in pieces.items()} == {text: text for text in texts}


def test_data_is_escaped_around_and_inside_the_link(department):
    word = "- 名称: '约谈<b>'\n  标识: talk\n  解释: 谈话。\n  依据: [water-use-rules]\n"
    (department.folder / "glossary.yml").write_text(word, "utf-8")
    site = open_site(department.folder, AS_OF)
    text = "<script>约谈<b>&"
    assert explained(site, [text], "../")[text] == (
        '&lt;script&gt;<a class="term" href="../glossary/#talk">约谈&lt;b&gt;</a>&amp;'
    )
