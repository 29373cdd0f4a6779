import pytest

from .lines import lines_of
from .marks import Mark

ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"]


@pytest.mark.parametrize("end", ENDS)
def test_whatever_ends_a_line_the_lines_are_the_text(end):
    text = f"\ufeff第一条　养鹤。{end}{end}　　第二条　数鹤。"
    lines = lines_of(text)
    assert "".join(line.raw for line in lines) == text
    assert [line.number_of_line for line in lines] == [1, 2, 3]
    assert [line.begins.number for line in lines] == [1, 0, 2]


def test_an_article_within_a_line_is_a_line_of_its_own():
    first, second = lines_of("第一条 养鹤。 第二条 数鹤。")
    assert (first.raw, second.raw) == ("第一条 养鹤。 ", "第二条 数鹤。")
    assert (second.inline, second.number_of_line) == (True, 1)


def test_a_chapter_and_its_first_article_may_stand_on_one_line():
    lines = lines_of("第一章 总则 第一条 养鹤。第二章 清点 第二条 数鹤。")
    assert [(line.mark, line.begins.name) for line in lines] == [
        (Mark.HEADING, "总则"), (Mark.ARTICLE, ""), (Mark.HEADING, "清点"), (Mark.ARTICLE, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["养鹤人依照 第二条 的规定数鹤", "养鹤。第二条规定的鹤", "依照第二章 第三条 数鹤"])
def test_a_reference_within_a_line_does_not_break_it(text):
    assert len(lines_of(text)) == 1
