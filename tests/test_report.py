from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import FIRST
from qingdan.text.folded import folded, normal, printed, visible
from qingdan.text.outline.numerals import han_number, han_numeral
from qingdan.text.paragraphs import Level, parse
from tests.patience import patience

SAMPLES = Path(__file__).parent / "fixtures" / "reports"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))

LABELS_2024 = """
标题 p-title FRONT 南开区城市管理委员会2024年度法治政府建设情况报告
导语 p-lead FRONT 2024年，南开区城管委
一 p-1 PART 1、 2024年推进法治政府建设的主要举措和成效
一（一） p-1-1 SECTION （一）强化理论学习
一（二） p-1-2 SECTION （二）党委统筹谋划
一（三） p-1-3 SECTION （三）多项举措并行
一（三）1 p-1-3-1 POINT 一是落实行政裁量权基准制度
一（三）2 p-1-3-2 POINT 二是深入落实行政执法“三项制度”
一（三）3 p-1-3-3 POINT 三是加强行政执法监督
一（三）4 p-1-3-4 POINT 四是强化跨区域执法联动
一（四） p-1-4 SECTION （4） 规范行政行为
一（四）1 p-1-4-1 POINT 一是落实重大行政决策程序制度
一（四）2 p-1-4-2 POINT 二是落实行政规范性文件合法性审核制度
一（四）3 p-1-4-3 POINT 三是织密内部法律风险防控网
一（四）4 p-1-4-4 POINT 四是落实重大行政处罚事项集体讨论制度
一（四）5 p-1-4-5 POINT 五是落实法律顾问、公职律师制度
一（五） p-1-5 SECTION （五）加强普法培训
一（五）1 p-1-5-1 POINT 一是落实领导干部学法用法机制
一（五）2 p-1-5-2 POINT 二是全面落实普法责任制
二 p-2 PART 二、2024年推进法治政府建设存在的不足和原因
二1 p-2-0-1 POINT 一是依法行政意识仍待提升
二2 p-2-0-2 POINT 二是行政执法程序仍需规范
二3 p-2-0-3 POINT 三是普法宣传实效有待提高
三 p-3 PART 三、2024年南开区城管委主要负责人
三（一） p-3-1 SECTION （一）切实履行法治建设第一责任人职责
三（二） p-3-2 SECTION （二）积极谋划全委法治建设工作
三（三） p-3-3 SECTION （三）带头推进全委法治宣传教育
四 p-4 PART 四、2025年推进法治政府建设的主要安排
四（一） p-4-1 SECTION （1） 加强统筹谋划和协调推动
四（二） p-4-2 SECTION （2） 加强重点领域执法
四（三） p-4-3 SECTION （3） 持续强化法律队伍建设
""".strip().splitlines()


def text_of(path):
    return path.read_bytes().decode()


TEXT_2024 = text_of(FIRST / "reports/2024.txt")
REPORT_2024 = parse(TEXT_2024)
BY_LABEL = {paragraph.label: paragraph for paragraph in REPORT_2024}


def labels(text):
    return [paragraph.label for paragraph in parse(text)]


def check_total(text):
    paragraphs = parse(text)
    assert "".join(paragraph.raw for paragraph in paragraphs) == text
    position = 0
    for paragraph in paragraphs:
        assert paragraph.start == position
        assert paragraph.raw
        position += len(paragraph.raw)


# --- the report of 2024


def test_the_2024_report_has_exactly_these_labels_anchors_and_levels():
    expected = [line.split(" ", 3) for line in LABELS_2024]
    assert [[p.label, p.anchor, p.level.name] for p in REPORT_2024] == [row[:3] for row in expected]
    for paragraph, (label, _, _, first_words) in zip(REPORT_2024, expected, strict=True):
        assert paragraph.raw.startswith(first_words), label


def test_the_paragraphs_of_2024_joined_are_the_archived_text():
    assert "".join(paragraph.raw for paragraph in REPORT_2024) == TEXT_2024
    check_total(TEXT_2024)


def test_hazard_1_a_part_numbered_with_an_arabic_digit_is_part_one():
    assert BY_LABEL["一"].heading == "1、 2024年推进法治政府建设的主要举措和成效"
    assert [p.label for p in REPORT_2024 if p.level == Level.PART] == ["一", "二", "三", "四"]


def test_hazard_2_sections_numbered_with_digits_in_brackets_are_sections():
    assert BY_LABEL["一（四）"].heading == "（4） 规范行政行为，落实好法治建设相关制度"
    assert BY_LABEL["四（三）"].heading == "（3） 持续强化法律队伍建设，做好普法培训工作"
    assert {BY_LABEL[label].level for label in ("一（四）", "四（一）", "四（二）", "四（三）")} == {Level.SECTION}


def test_hazard_3_word_remains_are_skipped_and_the_words_after_them_are_kept():
    paragraph = BY_LABEL["一（二）"]
    assert "[bookmark: _GoBack]" in paragraph.raw
    assert "bookmark" not in paragraph.normal.text
    assert "党委定期听取法制部门关于法治建设情况汇报" in paragraph.normal.text
    assert "\n党委定期听取" in printed(paragraph.raw)


def test_hazard_4_inline_points_are_cut_within_a_line_and_at_line_starts():
    assert BY_LABEL["一（三）1"].raw.endswith("文本规范。")
    assert BY_LABEL["一（三）2"].raw.startswith("二是深入落实")
    assert BY_LABEL["二2"].raw.startswith("二是行政执法程序") and BY_LABEL["二2"].raw.endswith("增加执法成本。\n")


def test_hazard_4_one_team_and_always_are_not_points():
    assert "一支队伍管执法" in BY_LABEL["四（二）"].normal.text
    assert "始终坚持用" in BY_LABEL["一（一）"].normal.text
    assert not [label for label in BY_LABEL if label.startswith(("四（二）1", "一（一）1"))]


def test_hazard_5_the_definitions_of_short_titles_stay_in_their_paragraphs():
    holders = [p.label for p in REPORT_2024 if "（下称《清单》）" in p.raw or "（以下简称《规定》）" in p.raw]
    assert holders == ["一（二）", "三（一）"]


def test_hazard_7_two_spaces_at_a_line_end_and_the_last_lone_space_are_kept():
    assert BY_LABEL["二1"].raw.endswith("存在不足。  \n")
    assert REPORT_2024[-1].raw.endswith("精准普法。\n ")
    assert BY_LABEL["标题"].raw.endswith("报告\n\n")


def test_hazard_8_nested_quotation_marks_do_not_cut_a_paragraph():
    raw = BY_LABEL["一（五）2"].raw
    assert raw.count("旁听庭审") == 2
    assert "“12·4”国家宪法日" in raw


def test_hazard_9_approximate_and_combined_figures_stay_as_printed():
    text = BY_LABEL["一（四）5"].normal.text
    assert "政府信息公开申请近30件" in text
    assert "参与行政处罚审核、行政复议、行政诉讼等工作11件" in text


def test_hazard_10_a_faulty_sentence_is_kept_as_it_is():
    assert "主要负责人在每年年终述职中认真落实“述法”要求，专题总结全年述法工作。" in BY_LABEL["三（二）"].raw


def test_hazard_12_two_similar_titles_are_not_made_alike():
    raw = BY_LABEL["一（三）1"].raw
    assert "《天津市城市管理综合行政执法规范行政处罚裁量权规定》" in raw
    assert "《天津市城市管理综合行政处罚裁量基准表》" in raw


def test_hazard_13_no_publication_line_is_made_up():
    assert "发布信息" not in BY_LABEL


def test_hazard_14_a_missing_fifth_part_is_not_made_up():
    assert "五" not in BY_LABEL


# --- reports of other bodies, written for these tests


@pytest.mark.parametrize("name", NAMES)
def test_other_bodies_reports_get_the_expected_labels(name):
    lines = (SAMPLES / f"{name}.labels").read_text(encoding="utf-8").splitlines()
    expected = [line.split(" ", 2) for line in lines]
    paragraphs = parse(text_of(SAMPLES / f"{name}.txt"))
    assert [[p.label, p.anchor] for p in paragraphs] == [row[:2] for row in expected]
    for paragraph, (label, _, first_words) in zip(paragraphs, expected, strict=True):
        assert visible(paragraph.raw).startswith(first_words), label


@pytest.mark.parametrize("name", NAMES)
def test_other_bodies_reports_joined_are_their_text(name):
    check_total(text_of(SAMPLES / f"{name}.txt"))


def test_every_sample_report_has_its_expected_labels_beside_it():
    assert sorted(path.stem for path in SAMPLES.glob("*.labels")) == NAMES
    assert len(NAMES) >= 25


# --- small things


def test_an_empty_text_has_no_paragraph():
    assert parse("") == ()


def test_a_blank_text_is_one_paragraph():
    assert [(p.label, p.raw) for p in parse(" \n\n")] == [("导语", " \n\n")]


def test_white_space_before_the_first_mark_belongs_to_the_first_paragraph():
    assert [(p.label, p.raw) for p in parse("\n \n一、甲\n")] == [("一", "\n \n一、甲\n")]


def test_a_number_printed_twice_is_counted_on():
    assert labels("一、甲\n（二）乙\n（二）丙\n一、丁\n") == ["一", "一（二）", "一（三）", "二"]


def test_a_heading_ends_at_the_first_full_stop_or_line_end():
    first, second = parse("（一）学习。全年四次。\r\n（二）执法\r\n办案。\r\n")
    assert (first.heading, second.heading) == ("（一）学习。", "（二）执法")


def test_points_and_front_matter_have_no_heading():
    assert {p.heading for p in parse("标题\n1.甲\n2.乙\n")} == {""}


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (99, "九十九"),
        (100, "一零零"),
        (305, "三零五"),
    ],
)
def test_numbers_have_their_numeral(number, numeral):
    assert han_numeral(number) == numeral


@given(st.integers(1, 99))
def test_a_numeral_reads_back_as_its_number(number):
    assert han_number(han_numeral(number)) == number


@pytest.mark.parametrize("line", ["十十、甲", "一二、甲", "二一、甲", "（一二三）甲", "百、甲", "0x1、甲", "123、甲"])
def test_what_is_no_numeral_is_no_mark(line):
    assert labels(f"{line}\n") == ["标题"]


def test_lines_beyond_the_hundredth_of_one_level_still_get_labels():
    assert labels("一、甲\n" * 101)[98:] == ["九十九", "一零零", "一零一"]


# --- any text

PIECES = st.sampled_from(
    [
        "一、",
        "二、",
        "十一、",
        "（一）",
        "（二）",
        "(三)",
        "（1）",
        "（2）",
        "1.",
        "2.",
        "3、",
        "99.",
        "0、",
        "一是",
        "二是",
        "三是",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\u3000",
        "\t",
        "。",
        "，",
        "；",
        "[bookmark: _GoBack]",
        "[bookmark:",
        "]",
        "\ufeff",
        "\u200b",
        "来源：",
        "发布时间：",
        "标题",
        "法",
        "水务",
        "十",
        "1",
        "①",
        "㈠",
        "⒈",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=400, deadline=1000)
@given(TEXTS)
def test_any_text_is_cut_into_paragraphs_that_join_to_it(text):
    check_total(text)


@settings(max_examples=400, deadline=1000)
@given(TEXTS)
def test_any_text_gets_unique_labels_and_unique_plain_anchors(text):
    paragraphs = parse(text)
    assert len({p.label for p in paragraphs}) == len(paragraphs)
    assert len({p.anchor for p in paragraphs}) == len(paragraphs)
    assert all(set(p.anchor) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") and p.label for p in paragraphs)


@given(TEXTS)
def test_the_normal_form_points_back_into_any_text(text):
    form = normal(text)
    assert len(form.text) == len(form.origin)
    assert list(form.origin) == sorted(form.origin)
    assert not any(character.isspace() for character in form.text)
    assert form.text == folded(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.甲\n" * 30_000,
        "（1）甲\n" * 30_000,
        "一、甲\n" * 30_000,
        "（一）甲\n（1）乙\n1.丙\n" * 10_000,
        "一是甲。二是乙。" * 15_000,
        "一是甲。" * 30_000,
        "一、甲\n" + "（1）乙\n一是丙。二是丁。\n" * 10_000,
        "[bookmark:" * 30_000,
        " " * 300_000,
        "来源" * 100_000,
        "\n" * 300_000,
        "导语\n" * 30_000,
        "第一章 甲\n" * 30_000,
        "附件：甲\n" * 30_000,
        "一、甲\n" + "附件1\n" * 30_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_thirty_thousand_marks_are_read(text):
    with patience():
        paragraphs = parse(text)
    assert "".join(paragraph.raw for paragraph in paragraphs) == text
