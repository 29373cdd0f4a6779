"""Numbers in Chinese prose: each whole, at its place, with its unit and what qualifies it; what is no number is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingdan.text.folded import folded
from qingdan.text.numbers import Calendar, numbers_in


def only(text):
    (number,) = numbers_in(text)
    return number


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("128份", "128", "份"),
        ("1,280件", "1280", "件"),
        ("１２８份", "128", "份"),
        ("3.5倍", "3.5", "倍"),
        ("1.28万件", "12800", "件"),
        ("3亿元", "300000000", "元"),
        ("30万余元", "300000", "元"),
        ("三十件", "30", "件"),
        ("二十一户", "21", "户"),
        ("两百件", "200", "件"),
        ("一百零五件", "105", "件"),
        ("一万二千三百件", "12300", "件"),
        ("一亿零三十万元", "100300000", "元"),
        ("三点五倍", "3.5", "倍"),
        ("百分之百", "100", "%"),
        ("百分之九十", "90", "%"),
        ("百分之95.5", "95.5", "%"),
        ("千分之五", "5", "‰"),
        ("95.5％", "95.5", "%"),
        ("三次", "3", "次"),
        ("7 份", "7", "份"),
        ("2024件", "2024", "件"),
        ("10个工作日", "10", "个工作日"),
        ("五部门", "5", "部门"),
        ("7封", "7", "封"),
        ("30", "30", ""),
    ],
)
def test_a_number_has_its_value_and_its_whole_unit(text, value, unit):
    number = only(text)
    assert (number.value, number.unit, number.words) == (Decimal(value), unit, text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年", (2024, None, None)),
        ("2024年度", (2024, None, None)),
        ("在2024", (2024, None, None)),
        ("2024年12月", (2024, 12, None)),
        ("2024年12月4日", (2024, 12, 4)),
        ("2024-12-04", (2024, 12, 4)),
        ("12月4日", (None, 12, 4)),
        ("“12·4”宪法日", (None, 12, 4)),
        ("二〇二四年十二月四日", (2024, 12, 4)),
        ("3月", (None, 3, None)),
    ],
)
def test_a_date_is_one_number(text, date):
    assert only(text).value == Calendar(*date)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30-40件", "30-40"),
        ("30—40件", "30-40"),
        ("30至40件", "30-40"),
        ("30件至40件", "30件-40"),
        ("2021—2025年", "2021-2025"),
        ("3/4件", "3/4"),
        ("四分之三", "四分之三"),
        ("-30件", "-30"),
        ("7²份", "7²"),
        ("1½份", "1½"),
        ("①份", "①"),
        ("数十件", "数十"),
        ("几十件", "几十"),
        ("十几件", "十几"),
        ("两三件", "两三"),
        ("一百二件", "一百二"),
        ("30 40件", "30 40"),
        ("1.2.3", "1.2.3"),
        ("12、15件", "12、15"),
    ],
)
def test_what_is_not_one_number_has_no_value_and_is_like_its_print_alone(text, value):
    number = only(text)
    assert str(number.value).replace("—", " ").replace("-", " ") == value.replace("-", " ")
    assert number.bears_out(number)
    assert not any(
        number.bears_out(one) or one.bears_out(number) for part in ("30件", "40件", "4件") for one in numbers_in(part)
    )


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("约30件", ["约"]),
        ("大约30件", ["大约"]),
        ("近30件", ["近"]),
        ("将近三十件", ["将近"]),
        ("超过30件", ["超过"]),
        ("突破了30件", ["突破了"]),
        ("不少于30件", ["不少于"]),
        ("不足30件", ["不足"]),
        ("30件以上", ["以上"]),
        ("30件左右", ["左右"]),
        ("30余件", ["余"]),
        ("30多万件", ["多"]),
        ("30日内", ["内"]),
        ("近30余件", ["近", "余"]),
        ("每月30件", ["每月"]),
        ("每月组织不少于30次", ["每月不少于"]),
        ("超过百分之九十", ["超过"]),
        ("人均30件", ["人均"]),
    ],
)
def test_what_qualifies_a_number_belongs_to_it(text, qualifiers):
    number = only(text)
    assert list(number.qualifiers) == qualifiers
    assert number.words == text
    assert not number.bears_out(only("30件"))


@pytest.mark.parametrize(
    "text", ["附近30件", "最近30件", "就近30件", "节约30件", "预约30件", "违约30件", "30件多次", "30件内容"]
)
def test_a_word_that_only_ends_or_begins_like_a_qualifier_is_none(text):
    assert only(text).qualifiers == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "1.开展",
            "2、推进",
            "(3)开展",
            "三、推进",
            "第五条",
            "第三",
            "第一千一百九十条",
            "第二、三条",
            "RW-012",
            "PM2.5",
            "一是",
            "二是",
            "一（四）2",
        ),
        *(
            "八五普法",
            "“九五”普法",
            "十四五规划",
            "党的二十大",
            "二十届三中全会",
            "一些",
            "一律",
            "一并",
            "一起",
            "同一",
        ),
        *(
            "统一",
            "进一步",
            "十分重要",
            "百姓",
            "万一",
            "之一",
            "周一",
            "一次性",
            "一部分",
            "四乱",
            "一把手",
            "三同步",
            "千方百计",
        ),
    ],
)
def test_ordinals_ids_plans_and_idioms_are_no_numbers(text):
    assert numbers_in(text) == ()


def test_each_number_is_given_with_where_its_digits_start():
    found = numbers_in("2024年 审核近３０件，办结三件")
    assert [(number.words, number.start) for number in found] == [("2024年", 0), ("近３０件", 9), ("三件", 15)]


@pytest.mark.parametrize("mark", ["1、", "二、", "1.", "(2)"])
def test_the_mark_of_a_list_is_no_part_of_the_number_after_it(mark):
    assert [number.words for number in numbers_in(f"{mark}2024年审核3件")] == ["2024年", "3件"]


def test_a_unit_that_is_given_counts_besides_the_measure_words():
    assert [number.unit for number in numbers_in("5份规范性文件和20户次", "份规范性文件", "户")] == [
        "份规范性文件",
        "户次",
    ]


@pytest.mark.parametrize(
    ("ground", "said", "may"),
    [
        ("2024年12月4日", "2024年", True),
        ("2024年12月4日", "12月4日", True),
        ("2024年", "2024年12月", False),
        ("2024年", "2024件", False),
        ("1,280件", "1280件", True),
        ("三十件", "30", True),
        ("三十件", "30份", False),
        ("百分之百", "100%", True),
        ("100份", "100%", False),
        ("近30件", "近三十件", True),
        ("近30件", "约30件", False),
        ("30件", "近30件", False),
    ],
)
def test_who_reads_a_number_may_say_the_same_and_of_a_date_a_part(ground, said, may):
    assert only(ground).bears_out(only(said)) is may


def test_superscripts_and_enclosed_digits_stay_what_they_are():
    assert folded("7²份 １２份 ①") == "7²份12份①"


PIECES = st.lists(
    st.sampled_from([*"0123456789１２，。,.-—/年月日件份约近余多以上百千万亿一二三十两〇点之分第是²½①数几 \n%"]),
    max_size=25,
)


@given(PIECES.map("".join))
def test_any_text_is_read_and_numbers_come_in_order_within_it(text):
    found = numbers_in(text)
    assert [number.start for number in found] == sorted({number.start for number in found})
    assert all(number.words in text for number in found)


@pytest.mark.parametrize(
    "text", ["万", "一", "1,", "1-1件", "一万", "百分之", "每", "第一、", "一²", "数百", "A-1", "1万"]
)
def test_a_long_run_of_anything_is_read_to_its_end(text):
    assert all(number.words in text * 1000 for number in numbers_in(text * 1000))


@given(st.integers(0, 10**9))
def test_an_arabic_number_has_its_value_with_separators_too(value):
    assert only(f"共{value}件").value == only(f"共{value:,}件").value == value
