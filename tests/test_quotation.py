import itertools

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from conftest import FIRST
from qingdan.text.folded import normal, printed
from qingdan.text.paragraphs import Level, Paragraph, parse
from qingdan.text.quotation import Found, NotFound, closest, locate

TEXT_2024 = (FIRST / "reports/2024.txt").read_bytes().decode()
REPORT_2024 = {paragraph.label: paragraph for paragraph in parse(TEXT_2024)}
CUT = NotFound("引文须是完整的分句，不能从句中截断")


def paragraph(raw):
    return Paragraph("一", "p-1", Level.PART, 0, raw)


def found(quote, raw):
    """Return the raw words at which a quotation is found; they must read the same."""
    at = locate(quote, paragraph(raw))
    assert isinstance(at, Found), at
    assert normal(raw[at.start : at.end]).text == normal(quote).text
    return raw[at.start : at.end]


def refusal(quote, raw):
    at = locate(quote, paragraph(raw))
    assert isinstance(at, NotFound), at
    return at


# --- where a quotation stands


def test_a_clause_is_found_at_its_place():
    assert locate("审核文件三份", paragraph("全年开会，审核文件三份。")) == Found(5, 11)


def test_the_first_of_two_equal_clauses_is_found():
    assert locate("依法办事", paragraph("依法办事，依法办事。")) == Found(0, 4)


def test_a_quotation_may_hold_several_clauses_with_their_marks():
    assert found("开会四次，审核文件三份", "全年：开会四次，审核文件三份。") == "开会四次，审核文件三份"


def test_a_quotation_spans_words_remains():
    raw = "（二）执法\n[bookmark: _GoBack]党委定期听[bookmark: x]取汇报，部署工作。"
    assert found("党委定期听取汇报", raw) == "党委定期听[bookmark: x]取汇报"


def test_words_remains_in_the_quotation_do_not_matter():
    assert found("[bookmark: a]部署工作", "听取汇报，部署工作。") == "部署工作"


def test_full_width_forms_and_white_space_do_not_matter():
    assert found("审核 12 份 (含3份)", "本年度，审核１２份（含３份），成效好。") == "审核１２份（含３份）"


def test_zero_width_characters_of_the_report_do_not_matter():
    assert found("本年度审核文件", "\ufeff本年度\u200b审核文件，其余略。") == "本年度\u200b审核文件"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_quotation_may_run_over_a_line_end(line_end):
    raw = f"（一）夯实基础{line_end}深入学习，学以致用。"
    assert found("夯实基础深入学习", raw) == f"夯实基础{line_end}深入学习"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_end_ends_a_clause_and_starts_one(line_end):
    raw = f"（一）夯实基础{line_end}　深入学习，学以致用。"
    assert found("夯实基础", raw) == "夯实基础"
    assert found("深入学习", raw) == "深入学习"


@pytest.mark.parametrize("number", ["一是", "十二是", "（三）", "(3)", "一、", "1.", "1、", "12．", "1.2031年"])
def test_a_quotation_may_leave_out_the_numbering(number):
    name = "落实责任" if not number.endswith("年") else "2031年落实责任"
    raw = f"{number.removesuffix('2031年')}{name}，公布清单。"
    assert found(name, raw) == name
    assert found(number.removesuffix("2031年") + name, raw)


# --- whole clauses only


@pytest.mark.parametrize(
    ("quote", "raw", "whole"),
    [
        ("30件", "参与化解近30件，咨询28次。", "参与化解近30件"),
        ("280元", "罚款1,280元，已缴纳。", "罚款1,280元"),
        ("280元", "罚款1，280元，已缴纳。", "罚款1，280元"),
        ("5万元", "投入1.5万元，用于普法。", "投入1.5万元"),
        ("5万元", "1.5万元用于普法。", "1.5万元用于普法"),
        ("30分开庭", "上午9:30分开庭。", "上午9:30分开庭"),
        ("4件", "办结约3、4件。", "办结约3、4件"),
        ("13日集中宣传", "12、13日集中宣传。", "12、13日集中宣传"),
        ("4宪法日", "“12·4宪法日”活动。", "“12·4宪法日”活动"),
        ("依法办", "始终依法办事。", "始终依法办事"),
        ("听取", "[bookmark: a]定期[bookmark: b]听取汇报。", "定期听取汇报"),
        ("础深", "夯实基础\n深入学习，其余略。", "夯实基础深入学习"),
    ],
)
def test_words_cut_out_of_a_clause_are_refused_with_the_whole_clause(quote, raw, whole):
    assert refusal(quote, raw) == NotFound(CUT.reason, whole)


def test_a_full_stop_between_digits_still_ends_a_clause():
    assert found("任务延至2032", "任务延至2032。2033年完成。") == "任务延至2032"
    assert found("完成5", "完成5；6件待办。") == "完成5"


@pytest.mark.parametrize(
    ("quote", "whole"),
    [
        *((nothing, "") for nothing in ("", " ", "，", "：", "[bookmark: x]", "\u200b", "天气晴朗。")),
        *(
            (marked, "依法办事")
            for marked in ("依法办事。", "，依法办事", "依法办事!", "依法办事 。 ", "，依法办。", "。依法")
        ),
    ],
)
def test_a_quotation_that_is_empty_or_has_a_mark_at_an_end_is_refused_with_the_whole_clause(quote, whole):
    assert refusal(quote, "坚持，依法办事。") == NotFound("引文首尾不要带标点", whole)


# --- the closest passage


def test_a_misquotation_is_answered_with_the_clauses_as_printed():
    raw = "全年开会。累计完成合同法律审核128份，参与[bookmark: x]化解近30件。"
    assert refusal("累计完成合同审核128份", raw) == NotFound("引文不在该段原文中", "累计完成合同法律审核128份")
    assert closest("参与化解30件左右", paragraph(raw)) == "参与化解近30件"


def test_the_closest_passage_of_a_quotation_of_two_clauses_is_two_clauses():
    assert closest("集体研究工作，统筹布置任务", paragraph("听取汇报，集体研究工作，统筹部署任务，凝聚合力。")) == (
        "集体研究工作，统筹部署任务"
    )


def test_nothing_in_common_gives_no_closest_passage():
    assert refusal("天气晴朗", "听取汇报，部署工作。") == NotFound("引文不在该段原文中", "")


@pytest.mark.parametrize(("quote", "raw"), [("", "甲"), ("甲", ""), ("", ""), ("", "，"), ("甲", "，。"), ("\n", "\n")])
def test_closest_of_nothing_is_nothing(quote, raw):
    assert closest(quote, paragraph(raw)) == ""


# --- the report of 2024


@pytest.mark.parametrize(
    ("label", "quote"),
    [
        ("一（二）", "党委定期听取法制部门关于法治建设情况汇报、诉讼进展情况汇报"),
        ("一（四）5", "参与涉法涉诉案件化解、政府信息公开申请近30件"),
        ("一（四）2", "本年度累计对《天津市南开区除雪工作预案》等5份规范性文件进行合法性审核"),
        ("一", "2024年推进法治政府建设的主要举措和成效"),
        ("四（二）", "加强重点领域执法，持续深化执法能力建设"),
        ("二2", "行政执法程序仍需规范"),
    ],
)
def test_sentences_of_the_2024_report_are_found_where_they_stand(label, quote):
    assert found(quote, REPORT_2024[label].raw)


def test_an_approximate_figure_of_the_2024_report_cannot_lose_its_about():
    assert refusal("30件", REPORT_2024["一（四）5"].raw).closest == "政府信息公开申请近30件"


# --- any text

HAN = "依法办事公开审核文件学习执法宣传水务资源河道检查许可流程案卷评查培训"
CLAUSE = st.text("".join(dict.fromkeys(HAN)) + "（）“”％ab", min_size=1, max_size=8)
MARK = st.sampled_from(
    ["，", "。", "；", "：", "、", "！", "？", ",", ";", "\n", "\r\n", "，\n", "。[bookmark: x]", " ， "]
)
PIECES = st.lists(st.tuples(CLAUSE, MARK), min_size=1, max_size=8)
RAGGED = st.lists(
    st.one_of(
        MARK, st.sampled_from(["1.", "（一）", "一是", "1,2", "⩴", "🄁", "㈠", "[bookmark:", "近", "法", "\u0301", "é"])
    ),
    max_size=20,
).map("".join)


@settings(deadline=1000)
@given(PIECES, st.data())
def test_any_run_of_whole_clauses_is_found_where_it_reads_the_same(pieces, data):
    raw = "".join(clause + mark for clause, mark in pieces)
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first, len(pieces) - 1))
    quote = "".join(c + m for c, m in pieces[first:last]) + pieces[last][0]
    assume(not any(half in raw for half in "《》“”（）()【】「」未没无不勿非禁杜避防"))
    assert found(quote, raw)


@settings(max_examples=300, deadline=1000)
@given(st.one_of(st.text(max_size=30), RAGGED), st.one_of(st.text(max_size=60), RAGGED))
def test_any_text_as_quotation_of_any_text_gives_an_answer(quote, raw):
    answer = locate(quote, paragraph(raw))
    if isinstance(answer, Found):
        assert 0 <= answer.start < answer.end <= len(raw)
        assert normal(raw[answer.start : answer.end]).text == normal(quote).text
    else:
        assert normal(answer.closest).text in normal(raw).text


@settings(deadline=1000)
@given(PIECES, st.data())
def test_the_closest_passage_is_itself_a_quotation_that_stands(pieces, data):
    raw = "".join(clause + mark for clause, mark in pieces)
    quote = data.draw(CLAUSE) + pieces[0][0]
    if passage := closest(quote, paragraph(raw)):
        assert found(passage, raw)
        assert passage == printed(passage)


@settings(deadline=1000)
@given(st.permutations(list(dict.fromkeys(HAN))), st.data())
def test_a_quotation_of_distinct_characters_that_loses_any_one_is_refused(characters, data):
    cuts = sorted(data.draw(st.sets(st.integers(1, len(characters) - 1), min_size=1, max_size=4)))
    bounds = [0, *cuts, len(characters)]
    clauses = ["".join(characters[a:b]) for a, b in itertools.pairwise(bounds)]
    raw = "，".join(clauses) + "。"
    quote = "，".join(clauses[:2])
    assert found(quote, raw) == quote
    for index in range(len(quote)):
        refusal(quote[:index] + quote[index + 1 :], raw)
