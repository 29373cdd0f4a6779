"""Reports as offices really send and publish them: what stands before, within and after the numbered text."""

import pytest

from qingdan.text.folded import visible
from qingdan.text.outline.place import Place, read_label
from qingdan.text.paragraphs import parse

TITLE = "某局2031年度法治政府建设情况报告"
BODY = "一、情况\n甲事。\n二、打算\n乙事。\n"


def found(text):
    return {one.label: visible(one.raw) for one in parse(text)}


def joined(text):
    return "".join(found(text).get("标题", "").split())


@pytest.mark.parametrize(
    "opening",
    [
        "今天是：2032年3月1日 星期一\n",
        "今天是2032年3月1日 星期一 农历二月初一\n无障碍阅读\n",
        "您当前的位置：首页 > 政务公开 > 法治政府建设\n",
        "首页>信息公开>法定主动公开内容\n",
        "首页 » 公开 » 年报\n",
        "当前位置: 网站首页 / 专题 / 正文\n",
        "简体 | 繁體 | 无障碍\n",
        "【字体：大 中 小】 打印\n",
        "字号：[大] [中] [小]\n",
        "分享到：微信 微博\n",
        "浏览次数：１２８\n",
        "索引号：000014349/2032-00012\n发布机构：某局\n发文日期：2032-03-01\n",
        "索 引 号：\t0001\n主题分类：\t其他\n成文日期：\t2032年3月1日\n",
        "索引号 | 0001 | 发布机构 | 某局 |\n名 称 | 某局2031年度法治政府建设情况报告 |\n",
        "来源：某局 发布时间：2032-03-01 10:00\n",
        "某局文件\n\n某局〔2032〕3号\n",
        "2032年3月1日\n",
        "某区人民政府\n\n",
        "近日，某局的报告经会议审议通过，现予公布。\n",
        "某区人民政府办公室：\n",
        "搜索\n登录\n导航\n",
        "首页\n政务公开\n法治政府建设年度报告\n",
    ],
)
def test_the_title_is_found_behind_what_a_page_prints_before_it(opening):
    labels = found(opening + TITLE + "\n" + BODY)
    assert labels["标题"] == TITLE
    assert {"一", "二"} <= labels.keys()


@pytest.mark.parametrize(
    "title",
    [
        "某区城市管理委员会2031年法治政府建设工作总结",
        "某局关于2031年度法治政府建设情况的报告",
        "2031年度某县推进法治政府建设工作情况报告",
        "某街道办事处2031年依法行政工作报告",
        "某局2031年度法治建设工作报告（公开版）",
        "某局法治政府建设年度报告(2031年)",
        "某局2031年法治政府建设工作总结及2032年工作计划",
        "中共某局党组关于2031年法治建设工作情况的汇报",
        "某区人民政府\n关于2031年度法治政府建设情况的报告",
        "某区人民政府\n\n关于2031年度法治政府建设情况的报告",
        "某区城市管理局\n2031年度法治政府建设情况报告",
        "某局2031年度\n法治政府建设情况报告",
        "某市某区城市管理和综合行政执\n法局关于2031年度法治政府建设工作\n情况的报告",
        "某局2031年度法治政府建\n设情况报告",
        "青禾区水务局20\n31年度法治政府建设情况报告",
        "青禾区水务局2031年度法治政府建设情况\n报告",
    ],
)
def test_a_title_of_any_usual_wording_is_found_and_joined_from_its_lines(title):
    assert joined(f"{title}\n来源：某局\n{BODY}") == "".join(title.split())


@pytest.mark.parametrize(
    "text",
    [
        f"某区人民政府：\n2031年，某局依法办事，现报告如下：\n{BODY}",
        f"2031年，某局认真学习贯彻习近平法治思想，{'坚持依法行政，' * 40}现将法治政府建设情况报告如下。\n{BODY}",
        f"今天是：2032年3月1日\n{BODY}",
        f"以下是我局2031年度法治政府建设情况报告\n{BODY}",
        f"2032年3月1日\n根据要求，现将情况汇报如下：\n{BODY}",
        BODY,
    ],
)
def test_a_sentence_an_addressee_or_a_date_is_never_the_title(text):
    assert "标题" not in found(text)


@pytest.mark.parametrize(
    ("ending", "label", "opening"),
    [
        ("某局\n2032年1月20日\n", "落款", "某局"),
        ("2032年1月20日\n某局\n", "落款", "2032年"),
        ("　　　　　　某局\n　　　　2032年1月20日\n", "落款", "某局"),
        ("某局（盖章）\n二〇三二年一月二十日\n", "落款", "某局"),
        ("某局 2032年1月20日\n", "落款", "某局"),
        ("（某局 2032年1月20日）\n", "落款", "（某局"),
        ("2032年1月20日\n", "落款", "2032"),
        ("某局\n2032年1月20日\n（联系人：某；电话：1）\n", "落款", "某局"),
        ("附件：统计表\n", "附件", "附件"),
        ("附件1\n统计表\n", "附件1", "附件1"),
        ("附：统计表\n", "附件", "附：统计"),
        ("【打印】【关闭】\n", "网页文字", "【打印"),
        ("版权所有：某局 备案号：某ICP备1号\n", "网页文字", "版权"),
        ("上一篇：甲\n下一篇：乙\n", "网页文字", "上一篇"),
        ("扫一扫在手机打开当前页\n主办：某区人民政府\n", "网页文字", "扫一扫"),
        ("相关链接\n某局2030年度报告\n主办单位：某局\n", "网页文字", "相关链接"),
        ("- 12 -\n", "网页文字", "- 12"),
    ],
)
def test_what_stands_after_the_text_has_its_own_name(ending, label, opening):
    labels = found(f"{TITLE}\n{BODY}{ending}")
    assert labels[label].startswith(opening)
    assert labels["二"] == "二、打算\n乙事。"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一, 甲\n（一）乙\n二, 丙\n", "一 一（一） 二"),
        ("一．甲\n（一）乙\n二．丙\n", "一 一（一） 二"),
        ("第一部分：甲\n（一）乙\n第二部分：丙\n", "一 一（一） 二"),
        ("第一章 甲\n第一节 乙\n一、丙\n二、丁\n第二节 戊\n第二章 己\n", "一 一（一） 一（一）1 一（一）2 一（二） 二"),
        (
            "第一部分 甲\n一、乙\n（一）丙\n1.丁\n2.戊\n二、己\n",
            "一 一（一） 一（一）1 一（一）1（1） 一（一）1（2） 一（二）",
        ),
        ("一、甲\n一）乙\n二）丙\n二、丁\n", "一 一（一） 一（二） 二"),
        ("一、甲\n（一）乙\n1）丙\n2）丁\n", "一 一（一） 一（一）1 一（一）2"),
        ("一、甲\n①乙；\n②丙。\n", "一 一1 一2"),
        ("一、甲\n（一）乙：①丙；②丁。\n", "一 一（一） 一（一）1 一（一）2"),
        ("一、甲\n1.乙：①丙；②丁。\n2.戊\n", "一 一1 一1（1） 一1（2） 一2"),
        ("一、甲\n第一，乙。第二，丙。第三，丁。\n", "一 一1 一2 一3"),
        ("1 甲\n1.1 乙\n1.2 丙\n2 丁\n2.1 戊\n", "一 一（一） 一（二） 二 二（一）"),
        ("1 甲\n1.1 乙\n1.2 丙\n2 丁\n", "一 一（一） 一（二） 二"),
        ("一、甲\n首先，乙；其次，丙；最后，丁。\n", "一 一1 一2 一3"),
        ("一、甲\n1.乙，2.丙，3.丁。\n", "一 一1 一2 一3"),
        (
            "第一部分 甲\n（一）乙\n第二部分 丙\n一、丁\n（一）戊\n第三部分 己\n1.庚\n",
            "一 一（一） 二 二（一） 二（一）1 三 三1",
        ),
        ("一、甲\n1.乙\n1.1 丙\n1.2 丁\n2.戊\n", "一 一1 一1（1） 一1（2） 一2"),
        ("一、甲。1.乙。2.丙。3.丁。\n", "一 一1 一2 一3"),
        ("一、甲\n（一）乙。1.丙。\n2.丁。\n", "一 一（一） 一（一）1 一（一）2"),
        ("一、甲\n（一）乙。（1）丙；（2）丁。\n", "一 一（一） 一（一）1 一（一）2"),
        ("一、甲\n（一）乙。（二）丙。\n二、丁\n", "一 一（一） 一（二） 二"),
    ],
)
def test_every_usual_numbering_is_read(text, labels):
    assert [one.label for one in parse(f"{TITLE}\n{text}")][1:] == labels.split()


@pytest.mark.parametrize(
    "line",
    [
        "全年办理1.28万件，下降3.5%，其中2.1万件。",
        "依据第一章、第二节的要求，按第1.2条执行。",
        "2031.1.20印发，2031.2.20施行。",
        "1.5万元用于普法。",
        "1.1万元用于普法。",
        "12.4宪法日办讲座。",
        "第一时间处置，第二天回访。",
        "共办3、4件；5、6月各一次。",
        "100、200两个数不是序号。",
        "涉及1,280件。",
    ],
)
def test_a_number_of_a_sentence_is_no_mark(line):
    assert [one.label for one in parse(f"{TITLE}\n一、甲\n{line}\n二、乙\n")] == ["标题", "一", "二"]


@pytest.mark.parametrize(
    "cut",
    [
        "（一）执法。全年办理\n三、四级案件共12件。\n",
        "（一）执法。落实中央八，坚持\n（四）项要求不放松。\n",
        "（一）执法。全年立案，共\n1,280件。\n",
        "（一）执法。增长了，约为\n5.2个百分点。\n",
        "（一）执法。召开会议，共\n12 次，研究法治工作。\n",
        "（一）执法。参加，合计约\n1、2千人次。\n",
    ],
)
def test_a_line_cut_in_mid_sentence_begins_nothing(cut):
    assert [one.label for one in parse(f"{TITLE}\n一、甲\n{cut}（二）普法。\n二、乙\n")] == [
        *("标题", "一", "一（一）", "一（二）", "二")
    ]


def test_a_piece_after_an_unfinished_line_is_kept_and_marked_as_unsure():
    paragraphs = {
        one.label: one for one in parse(f"{TITLE}\n一、甲\n（一）学习，读原文\n全年四次，记笔记\n（二）执法\n")
    }
    assert paragraphs["一（二）"].unsure == "上一行没有写完，这里也可能是被截断的句子"
    assert not paragraphs["一（一）"].unsure


def test_a_number_that_is_not_the_next_one_is_marked_as_unsure():
    paragraphs = {one.label: one for one in parse(f"{TITLE}\n一、甲\n三、乙\n三、丙\n")}
    assert paragraphs["三"].unsure == "照顺序该是第2，原文写的是第3"
    assert paragraphs["四"].unsure == "照顺序该是第4，原文写的是第3"


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n一、情况\n二、打算\n",
        "目　录\n一、情况…………1\n二、打算…………2\n",
        "目次\n一、情况 1\n二、打算 12\n",
        "一、情况......1\n二、打算......2\n",
    ],
)
def test_the_lines_of_the_contents_are_no_pieces_of_the_text(contents):
    labels = found(f"{TITLE}\n{contents}{BODY}")
    assert labels["目录"] == contents.strip()
    assert labels["一"] == "一、情况\n甲事。"


def test_two_attached_lists_have_their_own_numbers():
    text = f"{TITLE}\n{BODY}附件1\n清单\n一、丙\n1.丁\n附件2\n一、戊\n"
    assert [one.label for one in parse(text)][3:] == ["附件1", "附件1（一）", "附件1（一）1", "附件2", "附件2（一）"]


def test_attached_lists_without_numbers_are_counted():
    assert [one.label for one in parse(f"{TITLE}\n{BODY}附件：甲\n附件：乙\n")][3:] == ["附件", "附件2"]


@pytest.mark.parametrize(
    "place",
    [
        Place("标题"),
        Place("导语12"),
        Place("附件"),
        Place("附件2", (0, 3, 0, 0)),
        Place("", (1, 4, 2, 0)),
        Place("", (21, 0, 3, 1)),
        Place("", (0, 2, 0, 0)),
        Place("", (101, 0, 0, 0)),
    ],
)
def test_a_label_reads_back_as_its_place(place):
    assert read_label(place.label) == place


@pytest.mark.parametrize(
    "label", ["", "第一条", "标题1", "一二", "1一", "（1）（2）（3）", "一 （一）", "附件（一）（二）"]
)
def test_what_is_no_label_is_not_read(label):
    assert read_label(label) is None
