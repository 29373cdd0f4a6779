"""A query that names an article leads to it: the real worker in Chromium, asked directly, with invented statutes."""

import pytest

from qingdan.site.search import ANSWER, LAW, PAGE, Document, Passage

ORDER = (ANSWER, LAW, PAGE)
HAN = {4: "第四条", 5: "第五条", 26: "第二十六条", 46: "第四十六条", 146: "第一百四十六条", 1242: "第一千二百四十二条"}


def law(id, title, short, words, own=""):
    articles = [Passage(f"a-{number}", HAN[number], text) for number, text in words.items()]
    return Document(LAW, title, f"laws/{id}/", [Passage("", "", own), *articles], short)


WATER = law(
    "water",
    "示例共和国用水管理法",
    "用水管理法",
    {4: "蓝鲸放行。", 26: "依照第四十六条办理。", 46: "水塔应当上锁。\n（一）白色的锁；", 146: "蓝鲸折返。"},
)
WELL = law("well", "示例共和国水井管理法", "水井法", {4: "井盖编号。", 46: "井口加盖。"})
RULES = law("rules", "示例市用水管理法实施条例", "用水细则", {5: "细则的话。", 46: "水表读数。"})
TOWER = law("tower", "示例市屋顶和高处水塔清洗条例", "", {5: "水塔每年清洗。"})
ADDED = Document(
    LAW,
    "示例共和国船舶法",
    "laws/ships/",
    [Passage("", "", ""), Passage("a-46", HAN[46], "船号。"), Passage("a-46z1", "第四十六条之一", "灯号。")],
    "船舶法",
)
CODE = law("code", "示例共和国水法典", "水法典", {})
PARTS = [
    law(f"code/{part}", f"示例共和国水法典 {name}", "", {number: "渡口。"})
    for part, name, number in ((1, "第一编 总则", 5), (2, "第二编 河湖", 1242))
]
LONG = law("long", "示例共和国航道法典", "航道法典", {})
LEAVES = [
    law(f"long/{leaf}", f"示例共和国航道法典：第{first}条至第{last}条", "", {number: "浮标。"})
    for leaf, first, last, number in ((1, "一", "二十六", 26), (2, "二十七", "一千二百四十二", 1242))
]
MENTION = Document(
    ANSWER,
    "水塔要上锁吗？",
    "lists/#wd-1",
    [Passage("", "", "要。"), Passage("", "", "用水"), Passage("", "", "用水管理法 第四十六条")],
    "WD-001",
)
PAGES = Document(PAGE, "第四十六条说明", "about/", [Passage("", "", "用水管理法第四十六条第一款第一项")])
ALL = (PAGES, MENTION, WATER, WELL, RULES, TOWER, ADDED, CODE, *PARTS, LONG, *LEAVES)


@pytest.fixture
def find(ask):
    """Return a function that gives the addresses of each group that a query finds among the invented statutes."""

    def find(query, documents=ALL):
        return [[item["location"] for item in group] for group in ask(documents, [query], order=ORDER)[query]]

    return find


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("用水管理法第46条", "laws/water/#a-46"),
        ("用水管理法46条", "laws/water/#a-46"),
        ("用水管理法 第四十六条", "laws/water/#a-46"),
        ("示例共和国用水管理法第４６条", "laws/water/#a-46"),
        ("用水管理法46", "laws/water/#a-46"),
        ("水井管理法46", "laws/well/#a-46"),
        ("第46条用水管理法", "laws/water/#a-46"),
        ("依照《用水管理法》第46条", "laws/water/#a-46"),
        ("请问用水管理法第四十六条怎么办", "laws/water/#a-46"),
        ("用水细则第四十六条", "laws/rules/#a-46"),
        ("水塔清洗条例第五条", "laws/tower/#a-5"),
        ("高处水塔第五条", "laws/tower/#a-5"),
        ("屋顶条例第5条", "laws/tower/#a-5"),
        ("用水管理法第4条", "laws/water/#a-4"),
        ("用水管理法第26条第1款第3项", "laws/water/#a-26-1-3"),
        ("用水管理法第二十六条第二款", "laws/water/#a-26-2"),
        ("用水管理法第26条第一款第（三）项", "laws/water/#a-26-1-3"),
        ("用水管理法第26条第三项", "laws/water/#a-26"),
        ("船舶法第四十六条", "laws/ships/#a-46"),
        ("船舶法第四十六条之一", "laws/ships/#a-46z1"),
        ("第46条之一第2款", "laws/ships/#a-46z1-2"),
        ("第1242条", "laws/code/2/#a-1242"),
        ("水法典第一千二百四十二条", "laws/code/2/#a-1242"),
        ("示例共和国水法典第5条", "laws/code/1/#a-5"),
        ("航道法典第1242条", "laws/long/2/#a-1242"),
        ("航道法典第二十六条", "laws/long/1/#a-26"),
    ],
)
def test_an_article_that_is_named_comes_first_below_its_law(find, query, first):
    assert find(query)[0][:2] == [first.partition("#")[0], first]


def test_what_merely_mentions_the_article_follows(find):
    documents = (PAGES, MENTION, WATER, WELL)
    for query in ("用水管理法第46条", "用水管理法第46条第2款第1项"):
        assert [group[0] for group in find(query, documents)] == ["laws/water/", "lists/#wd-1", "about/"]


def test_an_article_of_no_named_law_leads_to_each_that_has_it_in_the_order_of_the_list(find):
    found = [group[0] for group in find("第四十六条")]
    assert found == ["laws/water/", "laws/well/", "laws/rules/", "laws/ships/", "about/", "lists/#wd-1"]


def test_a_part_of_a_name_that_several_laws_have_leads_to_all_of_them(find):
    assert [group[1] for group in find("管理法46")[:2]] == ["laws/water/#a-46", "laws/well/#a-46"]


@pytest.mark.parametrize(
    "query", ["用水管理法第1条", "水井法第146条", "屋顶第四六条", "水塔5", "五条例", "五条河", "第5条鲸鱼法"]
)
def test_what_names_no_article_that_there_is_leads_to_none(ask, query):
    assert all("没有完全匹配" in group[0]["title"] for group in ask(ALL, [query], order=ORDER)[query][:1])


def test_words_that_stand_only_in_an_article_find_it_and_show_it(ask):
    [[page, article]] = ask(ALL, ["井口加盖"], order=ORDER)["井口加盖"]
    assert (page["location"], article["location"]) == ("laws/well/", "laws/well/#a-46")
    assert article["title"] == "第四十六条"
    assert article["text"] == "<p><mark>井口加盖</mark>。</p>"


def test_several_words_stand_in_one_article_or_in_one_and_the_name_of_its_law(find):
    assert find("蓝鲸 折返") == [["laws/water/", "laws/water/#a-146"]]
    assert ["laws/water/", "laws/water/#a-4", "laws/water/#a-146"] in find("用水管理法 蓝鲸")


def test_words_of_different_articles_are_near_and_only_where_no_page_has_any(ask):
    [[page, *articles]] = ask(ALL, ["编号 井口"], order=ORDER)["编号 井口"]
    assert "没有完全匹配" in page["title"]
    assert [article["location"] for article in articles] == ["laws/well/#a-4", "laws/well/#a-46"]
    query = "编号 总则"
    assert [group[0]["location"] for group in ask(ALL, [query], order=ORDER)[query]] == ["laws/code/1/"]


def test_a_law_shows_no_more_than_five_of_its_articles(find):
    many = Document(
        LAW, "某法", "laws/many/", [Passage("", "", ""), *(Passage(f"a-{n}", f"{n}", "灯塔") for n in range(1, 10))]
    )
    assert find("灯塔", [many]) == [["laws/many/", *(f"laws/many/#a-{n}" for n in range(1, 6))]]


def test_the_words_of_statutes_follow_answers_and_pages_that_hold_them_too(find):
    page = Document(LAW, "别的规定", "laws/other/", [Passage("", "", "水塔应当上锁")])
    assert [group[0] for group in find("水塔应当上锁", (*ALL, page))] == ["laws/other/", "laws/water/"]


def test_a_question_finds_its_answer_before_the_article_that_holds_its_words(find):
    for query in ("水塔应当上锁", "请问水塔应当上锁吗"):
        assert [group[0] for group in find(query)] == ["lists/#wd-1", "laws/water/"]
