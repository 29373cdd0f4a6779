import pytest

from ..folded import visible
from .marks import Mark, beginning


def begins(raw):
    return beginning(raw, visible(raw))


@pytest.mark.parametrize(
    "raw",
    [
        "第一百零一条　养鹤", "第一百〇一条 养鹤", "第一百一条 养鹤", "第101条 养鹤", "第１０１条　养鹤", "第 一百零一 条 养鹤",
        "第 1 0 1 条 养鹤", "　　第一百零一条　养鹤", "**第一百零一条**　养鹤", "\ufeff第一百零一条　养鹤", "第一百零一条：养鹤",
        "第一百零一条（养鹤）", "第一百零一条【养鹤】", "第一百零一条", "\u200b第一百零一条\t养鹤",
    ],
)  # fmt: skip
def test_a_number_of_an_article_is_known_however_it_is_written(raw):
    found = begins(raw)
    assert (found.mark, found.number, found.firm) == (Mark.ARTICLE, 101, True)


def test_an_article_put_in_later_has_two_numbers():
    found = begins("第四十六条之二　养鹤")
    assert (found.number, found.added, found.label) == (46, 2, "第四十六条之二")


@pytest.mark.parametrize(
    "raw",
    [
        "第三条规定的鹤",
        "第三条第二款的鹤",
        "第三条、第四条",
        "第三款　养鹤",
        "第零条　养鹤",
    ],
)
def test_a_reference_at_the_start_of_a_line_is_no_article(raw):
    assert begins(raw).mark is Mark.PLAIN


def test_a_reference_with_a_blank_behind_it_is_not_firm():
    assert not begins("第三条 。").firm
    assert not begins("第三条 、第四条的鹤").firm


@pytest.mark.parametrize("words", ["中国的鹤", "所称的鹤", "至第五条", "第一批鹤", "与会的人"])
def test_what_may_be_a_reference_or_an_article_is_vague(words):
    found = begins(f"第三条{words}")
    assert (found.mark, found.firm, found.vague) == (Mark.ARTICLE, False, True)
    assert not begins(f"第三条　{words}").vague


def test_the_number_of_an_article_without_a_blank_is_not_firm():
    found = begins("第三条养鹤人")
    assert (found.mark, found.firm) == (Mark.ARTICLE, False)


@pytest.mark.parametrize(
    ("raw", "level", "name"),
    [
        ("第一编　总则", "编", "总则"), ("第一分编　通则", "分编", "通则"), ("第二章 养鹤", "章", "养鹤"), ("第二章养鹤", "章", "养鹤"),
        ("第 二 节　清 点", "节", "清 点"), ("第二章", "章", ""), ("第二章　养鹤……12", "章", "养鹤"), ("第二章 养鹤 12", "章", "养鹤"),
        ("**第二章　养鹤**", "章", "养鹤"),
    ],
)  # fmt: skip
def test_a_heading_has_a_level_and_a_name(raw, level, name):
    found = begins(raw)
    assert (found.mark, found.level, found.name) == (Mark.HEADING, level, name)


@pytest.mark.parametrize("raw", ["第二章规定的鹤群", "第二章至第四章", "第二章的规定，适用于鹤。", "第二节课，"])
def test_a_sentence_about_a_chapter_is_no_heading(raw):
    assert begins(raw).mark is Mark.PLAIN


def test_supplementary_provisions_are_a_heading_without_a_number():
    found = begins("附　则")
    assert (found.mark, found.number, found.name) == (Mark.HEADING, 0, "附则")


@pytest.mark.parametrize(
    ("raw", "mark", "number"),
    [
        ("（三）鹤", Mark.ITEM, 3), ("(三)鹤", Mark.ITEM, 3), ("㈢鹤", Mark.ITEM, 3), ("（十二）鹤", Mark.ITEM, 12),
        ("3.鹤", Mark.DOT, 3), ("3．鹤", Mark.DOT, 3), ("3、鹤", Mark.DOT, 3), ("⒊鹤", Mark.DOT, 3), ("（3）鹤", Mark.RING, 3),
        ("⑶鹤", Mark.RING, 3), ("③鹤", Mark.CIRCLE, 3), ("三、鹤", Mark.POINT, 3), ("丙、鹤", Mark.STEM, 3),
        ("3.5米以内", Mark.PLAIN, 0), ("三只鹤", Mark.PLAIN, 0), ("甲方养鹤", Mark.PLAIN, 0),
    ],
)  # fmt: skip
def test_the_marks_of_items_are_told_apart(raw, mark, number):
    found = begins(raw)
    assert (found.mark, found.number) == (mark, number)


@pytest.mark.parametrize("raw", ["第十—条　养鹤", "第六十奈　养鹤", "第八务　养鹤", "第l1条　养鹤"])
def test_what_looks_like_a_number_and_cannot_be_read_is_kept(raw):
    assert begins(raw).odd == raw.split()[0]
