import pytest

from .paragraphs import Level, Paragraph
from .quotation import Found, NotFound, locate

NEGATED = "引文前面有否定的话，从这里起头意思会反过来"


def said(quote, text):
    return locate(quote, Paragraph("一", "p-1", Level.PART, 0, text))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年未能按时、如数完成。", "如数完成"),
        ("不存在漏审、错审。", "错审"),
        ("本年度均无违法、违纪行为。", "违纪行为"),
        ("无违法、违纪行为。", "违纪行为"),
        ("尚未建立台账、完成登记。", "完成登记"),
        ("没有建立台账、完成登记。", "完成登记"),
        ("并未建立台账、完成登记。", "完成登记"),
        ("严禁乱倒、乱堆垃圾。", "乱堆垃圾"),
        ("不存在下列情形：漏审。", "漏审"),
        ("未能按时\n完成任务。", "完成任务"),
        ("未按照规定的时间，完成检查。", "完成检查"),
        ("尚未，完成检查。", "完成检查"),
    ],
)
def test_words_that_a_negation_before_them_denies_are_refused_with_the_whole(text, quote):
    whole = text.replace("\n", "").rstrip("。")
    assert said(quote, text) == NotFound(NEGATED, whole)
    assert isinstance(said(whole, text), Found)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("没有漏报，全年完成检查。", "全年完成检查"),
        ("没有漏报；全年完成检查。", "全年完成检查"),
        ("没有完成检查、没有整改。", "没有整改"),
        ("宣传不到位、检查不及时。", "检查不及时"),
        ("不断加强学习、宣传。", "宣传"),
        ("存在的不足：宣传方式单一。", "宣传方式单一"),
        ("未来一年：加强宣传。", "加强宣传"),
        ("没收工具、罚款。", "罚款"),
        ("推进无障碍、无废城市建设。", "无废城市建设"),
        ("按时、如数完成，没有漏报。", "如数完成"),
    ],
)
def test_words_that_no_negation_reaches_may_be_quoted(text, quote):
    assert isinstance(said(quote, text), Found)


@pytest.mark.parametrize(
    ("text", "quote", "name", "whole"),
    [
        (
            "印发《关于加强管理、规范执法的通知》，已落实。",
            "规范执法的通知》",
            "书名号",
            "印发《关于加强管理、规范执法的通知》",
        ),
        ("学习“一法、一条例”。", "一条例”", "引号", "学习“一法、一条例”"),
        ("执法（含文明、规范）到位。", "规范）到位", "括号", "执法（含文明、规范）到位"),
        ("执法(含文明、规范)到位，好。", "执法(含文明", "括号", "执法(含文明、规范)到位"),
    ],
)
def test_one_half_of_a_pair_is_refused_with_the_whole(text, quote, name, whole):
    assert said(quote, text) == NotFound(f"引文里的{name}只有一半，不能从中截断", whole)


def test_a_title_is_not_quoted_in_part():
    text = "印发《关于加强、规范、推进执法的通知》。"
    assert said("规范", text) == NotFound("引文不能从书名号里面截取", text[:-1])


def test_a_paragraph_that_has_one_half_alone_may_be_quoted():
    assert isinstance(said("规范）到位", "执法、规范）到位。"), Found)


def test_words_that_stand_elsewhere_without_the_negation_are_found_there():
    assert said("错审", "不存在漏审、错审。本年度：错审。") == Found(13, 15)
