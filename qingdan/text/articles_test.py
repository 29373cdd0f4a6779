import pytest

from .articles import anchor_of


@pytest.mark.parametrize(
    ("number", "anchor"),
    [
        ("第一条", "a-1"),
        ("第四十六条", "a-46"),
        ("第一百零五条", "a-105"),
        ("第一千一百七十四条", "a-1174"),
        ("第四十六条之一", "a-46z1"),
        ("第46条", "a-46"),
    ],
)
def test_an_article_has_the_anchor_of_its_number(number, anchor):
    assert anchor_of(number) == anchor


@pytest.mark.parametrize("text", ["", "总则", "第四十六", "第四十六条第一款"])
def test_what_is_no_article_has_none(text):
    assert anchor_of(text) == ""
