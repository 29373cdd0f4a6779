from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.patience import patience

from .marked import KEPT, PUT_IN, STRUCK, Piece, word_changes

TEXTS = st.text(st.sampled_from("甲乙丙处罚的以上下一二百千元第条，。、\n 12a"), max_size=40)
LONG = 10_000


def shown(old, new):
    """Return the changes on one line: what was struck out in […], what was put in in {…}."""
    marks = {KEPT: "%s", STRUCK: "[%s]", PUT_IN: "{%s}"}
    return "".join(marks[piece.kind] % piece.text for piece in word_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (
            "处一百元以上五百元以下的罚款",
            "处二百元以上一千元以下的罚款",
            "处[一百元]{二百元}以上[五百元]{一千元}以下的罚款",
        ),
        ("处1,000元的罚款", "处1,500元的罚款", "处[1,000元]{1,500元}的罚款"),
        ("处５０元的罚款", "处１５０元的罚款", "处[５０元]{１５０元}的罚款"),
        ("三十日内", "三十个工作日内", "[三十日]{三十个工作日}内"),
        ("百分之五", "百分之十五", "[百分之五]{百分之十五}"),
        ("二倍以上", "二倍以下", "二倍[以上]{以下}"),
        ("违反第二十条规定的", "违反第二十一条规定的", "违反[第二十条]{第二十一条}规定的"),
        ("第四十六条第一款", "第四十六条之一第一款", "[第四十六条]{第四十六条之一}第一款"),
        ("自2020年3月1日起施行", "自2021年3月1日起施行", "自[2020年]{2021年}3月1日起施行"),
    ],
)
def test_numbers_are_changed_whole(old, new, changes):
    assert shown(old, new) == changes


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("给予处罚。", "给予处分。", "给予[处罚]{处分}。"),
        ("少量用水", "大量用水", "[少量]{大量}用水"),
        ("减少或者停止供水", "减轻或者停止供水", "[减少]{减轻}或者停止供水"),
        ("水务管理部门负责", "市容环境管理部门负责", "[水务]{市容环境}管理部门负责"),
        ("可以倾倒", "不得倾倒", "[可以]{不得}倾倒"),
        ("得倾倒", "不得倾倒", "{不}得倾倒"),
        ("新建洗车场应当登记", "洗车场应当登记", "[新建]洗车场应当登记"),
        ("水务、教育、民政部门", "水务、民政、林业部门", "水务、[教育、]民政{、林业}部门"),
    ],
)
def test_words_are_changed_whole(old, new, changes):
    assert shown(old, new) == changes


def test_the_same_words_are_one_piece_and_no_words_none():
    assert word_changes("用水单位应当安装水表。", "用水单位应当安装水表。") == (Piece(KEPT, "用水单位应当安装水表。"),)
    assert word_changes("", "") == ()
    assert word_changes("", "新的话") == (Piece(PUT_IN, "新的话"),)
    assert word_changes("旧的话", "") == (Piece(STRUCK, "旧的话"),)


def test_other_words_are_struck_out_and_put_in_whole():
    assert shown("养鹤人清点鹤群。", "洗车场使用循环水。") == "[养鹤人清点鹤群]{洗车场使用循环水}。"


def test_one_character_between_two_changes_is_no_stretch_that_stayed():
    assert shown("清扫的街道", "打捞的河面") == "[清扫的街道]{打捞的河面}"
    assert shown("大量的少水", "小量的多水") == "[大量的少水]{小量的多水}"


def test_few_stretches_stay_rather_than_many_crumbs():
    assert shown("提高养鸟放鱼技术水平", "提高竞技水平") == "提高[养鸟放鱼技术]{竞技}水平"
    assert shown("酉子丑寅卯戌", "亥子辰寅巳卯午丑寅申") == "[酉子]{亥子辰寅巳卯午}丑寅[卯戌]{申}"


def test_a_long_stretch_that_has_no_clause_in_common_is_other_words():
    chance = Random(1)
    old, new = ("".join(chance.choices("甲乙丙", k=500)) for _ in range(2))
    assert shown(f"戊{old}丁", f"己{new}丁") == f"[戊{old}]{{己{new}}}丁"


def test_a_clause_that_was_put_in_twice_leaves_the_rest():
    rule = "有下列行为之一的，责令改正：\n（一）倾倒渣土的；\n（二）堆放垃圾的。"
    assert shown(rule, rule.replace("的；", "的，责令清除；").replace("的。", "的，责令清除。")) == (
        "有下列行为之一的，责令改正：\n（一）倾倒渣土的{，责令清除}；\n（二）堆放垃圾的{，责令清除}。"
    )


@given(TEXTS, TEXTS)
@example("一二三，", "一，二三")
@example("甲。乙。丙。", "丙。乙。甲。")
def test_pieces_joined_are_the_texts(old, new):
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != PUT_IN) == old
    assert "".join(piece.text for piece in pieces if piece.kind != STRUCK) == new


@given(st.text(), st.text())
def test_pieces_of_any_texts_joined_are_the_texts(old, new):
    pieces = word_changes(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != PUT_IN) == old
    assert "".join(piece.text for piece in pieces if piece.kind != STRUCK) == new


@given(TEXTS, TEXTS)
def test_kept_and_changed_stretches_alternate_without_crumbs(old, new):
    pieces = word_changes(old, new)
    kinds = "".join(piece.kind for piece in pieces)
    assert all(piece.text for piece in pieces)
    assert not any(twice in kinds for twice in ("同同", "删删", "增增", "增删"))
    assert all(len(piece.text) > 1 for piece in pieces[1:-1] if piece.kind == KEPT)
    assert (kinds in ("", "同")) == (old == new)


@pytest.mark.parametrize("characters", ["，", "甲乙，", "甲乙丙丁处罚元一二百。"])
def test_long_texts_take_a_bounded_time(characters):
    chance = Random(1)
    old, new = ("".join(chance.choices(characters, k=LONG)) for _ in range(2))
    with patience():
        word_changes(old, f"甲{new}")


def test_one_change_in_a_long_text_is_one_change():
    old = "".join(f"第{number}号水表由示例区水务局检定，每年一次。" for number in range(LONG // 20))
    assert shown(old, old.replace("第300号水表由", "第300号水表不由")).count("{") == 1
