import pytest

from .parse import parse


def tree(*lines):
    """Return the 款 of an article of these lines: its words, with what stands below it."""
    statute = parse("示例办法\n第一条　" + "\n".join(lines) + "\n第二条　数鹤。\n")
    assert [article.anchor for article in statute.articles] == ["a-1", "a-2"]
    return [
        (clause.text, shown(clause.items)) if clause.items else clause.text for clause in statute.articles[0].clauses
    ]


def shown(items):
    return [(item.text, shown(item.items)) if item.items else item.text for item in items]


def first(*lines):
    return parse("示例办法\n第一条　" + "\n".join(lines) + "\n第二条　数鹤。\n").articles[0]


def doubts(*lines):
    return [doubt.message for doubt in parse("示例办法\n第一条　" + "\n".join(lines) + "\n第二条　数鹤。\n").doubts]


def anchors(items):
    return [anchor for item in items for anchor in (item.anchor, *anchors(item.items))]


def test_each_paragraph_is_a_clause():
    assert tree("养鹤。", "数鹤！", "放鹤？") == ["养鹤。", "数鹤！", "放鹤？"]
    assert [clause.anchor for clause in first("养鹤。", "数鹤。").clauses] == ["a-1-1", "a-1-2"]


def test_the_number_may_stand_on_a_line_of_its_own():
    assert tree("", "养鹤。", "", "数鹤。") == ["养鹤。", "数鹤。"]
    assert tree("", "养鹤要：（一）水；（二）草。") == [("养鹤要：", ["（一）水；", "（二）草。"])]
    assert doubts("", "养鹤。") == []


@pytest.mark.parametrize("caption", ["【养鹤】", "（养鹤）", "〔养鹤〕"])
def test_a_caption_is_no_clause(caption):
    assert tree(caption, "养鹤。", "数鹤。") == [f"{caption}\n养鹤。", "数鹤。"]
    assert tree(f"{caption}养鹤。", "数鹤。") == [f"{caption}养鹤。", "数鹤。"]


def test_items_belong_to_the_clause_that_introduces_them():
    assert tree("养鹤要：", "（一）水；", "（二）草。", "数鹤要：", "（一）眼；", "（二）笔。") == [
        ("养鹤要：", ["（一）水；", "（二）草。"]), ("数鹤要：", ["（一）眼；", "（二）笔。"]),
    ]  # fmt: skip


def test_a_paragraph_behind_the_items_is_a_clause():
    assert tree("养鹤要：", "（一）水；", "（二）草。", "前款所称草，包括芦苇。")[1] == "前款所称草，包括芦苇。"


@pytest.mark.parametrize("marks", [("1.", "2."), ("（1）", "（2）"), ("①", "②"), ("⒈", "⒉")])
def test_what_is_counted_below_an_item_belongs_to_it(marks):
    one, two = marks
    lines = ("养鹤要：", "（一）水：", f"{one}河水；", f"{two}井水；", "（二）草。")
    assert tree(*lines) == [("养鹤要：", [("（一）水：", [f"{one}河水；", f"{two}井水；"]), "（二）草。"])]
    assert anchors(first(*lines).clauses[0].items) == ["a-1-1-1", "a-1-1-1-1", "a-1-1-1-2", "a-1-1-2"]


def test_three_levels_below_a_clause():
    assert tree("养鹤要：", "（一）水：", "1.河水：", "（1）清；", "（2）浅；", "2.井水；", "（二）草。") == [
        ("养鹤要：", [("（一）水：", [("1.河水：", ["（1）清；", "（2）浅；"]), "2.井水；"]), "（二）草。"])
    ]


def test_figures_may_count_items_without_a_level_above():
    assert tree("养鹤要：", "1.水；", "2.草。") == [("养鹤要：", ["1.水；", "2.草。"])]


def test_old_statutes_count_items_with_points_and_stems():
    assert tree("养鹤要：", "一、水。", "二、草：", "（一）芦；", "（二）苇。", "三、人。") == [
        ("养鹤要：", ["一、水。", ("二、草：", ["（一）芦；", "（二）苇。"]), "三、人。"])
    ]
    assert tree("养鹤要：", "甲、水。", "乙、草。") == [("养鹤要：", ["甲、水。", "乙、草。"])]


def test_items_within_a_paragraph():
    assert tree("养鹤要：（一）水；（二）草；（三）人。") == [("养鹤要：", ["（一）水；", "（二）草；", "（三）人。"])]


@pytest.mark.parametrize(
    "words", ["依照前条（一）、（二）养鹤。", "养鹤（一）只，放鹤（二）只。", "养鹤（见第（一）项）。"]
)
def test_references_to_items_within_a_paragraph_are_none(words):
    assert tree(words) == [words]


def test_a_list_without_numbers():
    assert tree("养鹤的人有：", "场长，", "副场长，", "养鹤员若干人。", "场长主持养鹤。") == [
        ("养鹤的人有：", ["场长，", "副场长，", "养鹤员若干人。"]), "场长主持养鹤。",
    ]  # fmt: skip
    assert [item.number for item in first("养鹤要：", "水；", "草。").clauses[0].items] == [0, 0]


def test_a_list_of_titles():
    assert tree("下列办法废止：", "《数鹤办法》", "《放鹤办法》") == [
        ("下列办法废止：", ["《数鹤办法》", "《放鹤办法》"])
    ]


def test_definitions_behind_a_colon_are_entries():
    assert tree("本办法下列用语：", "“鹤”，是指鸟；", "“水”，是指河。") == [
        ("本办法下列用语：", ["“鹤”，是指鸟；", "“水”，是指河。"])
    ]


def test_a_list_that_lost_some_of_its_numbers_is_counted_by_places():
    article = first("养鹤要：", "水；", "草；", "（三）人。")
    assert [(item.number, item.anchor) for item in article.clauses[0].items] == [
        (1, "a-1-1-1"), (2, "a-1-1-2"), (3, "a-1-1-3"),
    ]  # fmt: skip
    assert doubts("养鹤要：", "水；", "草；", "（三）人。") == [
        "第一条：第一项没有编号，按次序算", "第一条：第二项没有编号，按次序算",
    ]  # fmt: skip


def test_a_paragraph_between_two_items_belongs_to_the_first():
    assert tree("养鹤要：", "（一）水。", "水要清。", "（二）草。") == [
        ("养鹤要：", ["（一）水。\n水要清。", "（二）草。"])
    ]
    assert tree("养鹤要：", "（一）水；", "河水；", "（二）草。") == [
        ("养鹤要：", ["（一）水；\n河水；", "（二）草。"])
    ]
    assert doubts("养鹤要：", "（一）水。", "水要清。", "（二）草。") == []


def test_a_paragraph_with_a_list_between_two_items_belongs_to_the_first():
    lines = ("养鹤要：", "（一）水。", "水有：", "1.河水；", "2.井水。", "（二）草。")
    assert tree(*lines) == [("养鹤要：", [("（一）水。\n水有：", ["1.河水；", "2.井水。"]), "（二）草。"])]


def test_a_missing_item_is_named():
    assert doubts("养鹤要：", "（一）水；", "（四）草。") == ["第一条：（四）前面缺第二项至第三项"]


def test_items_that_begin_anew_in_a_clause_are_named_and_have_their_own_anchors():
    lines = ("养鹤要：", "（一）水；", "（二）草；", "（一）人；", "（二）屋。")
    assert doubts(*lines) == ["第一条：（一）在同一款里又从头编起"]
    found = anchors(first(*lines).clauses[0].items)
    assert len(found) == len(set(found)) == 4


def test_a_line_broken_off_goes_on_and_is_named_once():
    assert tree("养鹤人每年春天在示例河边清", "点鹤群。", "放鹤。") == [
        "养鹤人每年春天在示例河边清\n点鹤群。",
        "放鹤。",
    ]
    assert tree("养鹤人每年春天应当会同林场、街道、", "（区）管理所清点鹤群。") == [
        "养鹤人每年春天应当会同林场、街道、\n（区）管理所清点鹤群。"
    ]
    assert len(doubts("养鹤人每年春天在示例河边清", "点鹤群。", "放", "鹤。")) == 1


def test_words_that_a_decision_puts_in_are_no_clauses():
    assert tree("将第八条改为：“养鹤。", "“数鹤要：", "“（一）眼；", "“（二）笔。”", "放鹤。") == [
        "将第八条改为：“养鹤。\n“数鹤要：\n“（一）眼；\n“（二）笔。”", "放鹤。",
    ]  # fmt: skip
    assert tree("增加一条：", "“第九条　养鹤。”") == ["增加一条：\n“第九条　养鹤。”"]


@pytest.mark.parametrize(
    "words", ["养鹤。（略）", "（删去）", "养鹤（2020年1月2日删除）", "养鹤。（数鹤的办法另定）", "（养鹤。）"]
)
def test_brackets_may_end_a_paragraph(words):
    assert tree("数鹤。", words, "放鹤。") == ["数鹤。", words, "放鹤。"]


def test_brackets_within_a_sentence_do_not_end_a_paragraph():
    assert tree("示例区的街道、乡镇（林场）", "数鹤。") == ["示例区的街道、乡镇（林场）\n数鹤。"]


def test_entries_with_brackets():
    lines = ("下列办法废止：", "废止《数鹤办法》（1999年）", "废止《放鹤办法》（2000年）")
    assert tree(*lines) == [(lines[0], list(lines[1:]))]


def test_an_open_quotation_does_not_swallow_the_article():
    assert tree("本办法称“鹤的鸟。", "放鹤。") == ["本办法称“鹤的鸟。", "放鹤。"]


@pytest.mark.parametrize("row", ["| 鹤 | 3 |", "鹤\t3只"])
def test_the_rows_of_a_table_belong_to_the_clause_above(row):
    assert tree("鹤群如下。", row, row, "数鹤。") == [f"鹤群如下。\n{row}\n{row}", "数鹤。"]


def test_a_formula_belongs_to_the_clause_above():
    assert tree("鹤数的公式：", "鹤数＝雌鹤＋雄鹤", "雌鹤＝鹤数－雄鹤", "鹤数每年公布。") == [
        "鹤数的公式：\n鹤数＝雌鹤＋雄鹤\n雌鹤＝鹤数－雄鹤", "鹤数每年公布。",
    ]  # fmt: skip
