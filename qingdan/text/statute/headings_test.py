from .parse import parse


def headings(*lines):
    return [(one.anchor, one.level, one.number, one.name) for one in parse("示例办法\n" + "\n".join(lines)).headings]


def doubts(*lines):
    return [doubt.message for doubt in parse("示例办法\n" + "\n".join(lines)).doubts]


def test_an_anchor_says_the_way_from_the_top():
    assert [
        one[0]
        for one in headings(
            "第一编　总则",
            "第一章　养鹤",
            "第一条　养鹤。",
            "第二编　分则",
            "第一分编　通则",
            "第一章　数鹤",
            "第一节　春",
            "第二条　数鹤。",
        )
    ] == ["h-b1", "h-b1-z1", "h-b2", "h-b2-f1", "h-b2-f1-z1", "h-b2-f1-z1-j1"]


def test_an_article_knows_its_headings():
    article = parse("示例办法\n第一章　养鹤\n第一节　春\n第一条　养鹤。\n第二章　数鹤\n第二条　数鹤。\n").articles[1]
    assert [heading.name for heading in article.headings] == ["数鹤"]


def test_chapters_may_count_on_through_the_parts_or_begin_anew():
    assert doubts("第一编　甲", "第一章　乙", "第一条　养鹤。", "第二编　丙", "第二章　丁", "第二条　数鹤。") == []
    assert doubts("第一编　甲", "第一章　乙", "第一条　养鹤。", "第二编　丙", "第一章　丁", "第二条　数鹤。") == []


def test_a_missing_heading_is_named():
    assert doubts("第一章　甲", "第一条　养鹤。", "第四章　乙", "第二条　数鹤。") == ["第四章前面缺第二章至第三章"]
    assert doubts("第一章　甲", "第二节　乙", "第一条　养鹤。") == ["第二节前面缺第一节"]


def test_a_heading_out_of_order_is_named():
    assert doubts("第一章　甲", "第一条　养。", "第二章　乙", "第二条　数。", "第二章　丙", "第三条　放。") == [
        "第二章不在它的次序上"
    ]


def test_a_name_on_the_next_line_belongs_to_the_heading():
    assert headings("第一章", "", "养鹤", "第一条　养鹤。") == [("h-z1", "章", "第一章", "养鹤")]


def test_a_long_name_may_take_two_lines():
    assert (
        headings("第一章　没有划入林场、湿地的", "鹤群的清点", "第一条　养鹤。")[0][3]
        == "没有划入林场、湿地的鹤群的清点"
    )


def test_sentences_below_a_heading_are_no_part_of_its_name():
    statute = parse("示例办法\n第一章　总则\n本章适用于示例河边的鹤。\n第一条　养鹤。\n")
    assert statute.headings[0].name == "总则"
    assert [getattr(block, "kind", "") for block in statute.blocks][2] == "段落"


def test_supplementary_provisions_are_of_the_highest_level():
    assert headings("第一编　甲", "第一章　乙", "第一条　养鹤。", "附则", "第二条　数鹤。")[-1] == (
        "h-b0",
        "编",
        "",
        "附则",
    )
    assert headings("第一章　乙", "第一条　养鹤。", "附则", "第二条　数鹤。")[-1] == ("h-z0", "章", "", "附则")


def test_a_heading_that_lost_its_number_is_no_clause_and_is_named():
    lines = ("第一章　甲", "第一条　养鹤。", "数鹤和放鹤", "第二条　数鹤。")
    assert headings(*lines)[1] == ("h-z0", "章", "", "数鹤和放鹤")
    assert doubts(*lines) == ["“数鹤和放鹤”像是标题，没有编号"]
    assert headings("第一条　养鹤。", "林场、湿地、", "河边的鹤", "第二条　数鹤。")[0][3] == "林场、湿地、河边的鹤"


def test_a_page_number_is_no_heading():
    assert headings("第一条　养鹤。", "第三页", "第二条　数鹤。") == []


def test_two_headings_of_one_number_have_anchors_of_their_own():
    assert [one[0] for one in headings("第一章　甲", "第一条　养鹤。", "第一章　乙", "第二条　数鹤。")] == [
        "h-z1",
        "h-z1x2",
    ]
