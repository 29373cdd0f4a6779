import pytest

TASKS, PUBLICITY, LAWS = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml"
HOW = "请照引文改，或者删去；出自别的材料的，写进“数字出处”"
NOTE = "说明: 审核文件7份。"


def of_numbers(department):
    """Return the problems of this rule, each as its place and the number that it names."""
    found = [problem.split(": ", 2) for problem in department.problems()]
    return [(place, message.split("”")[0][1:]) for place, rule, message in found if rule == "数字"]


def test_a_false_number_is_named_at_its_line_and_column_with_the_numbers_that_stand_there(department):
    department.edit(TASKS, NOTE, "说明: 审核了文件9份。")
    assert department.problems() == [
        f"tasks/tasks.yml:15:16: 数字: “9份”没有出处，这条记录的引文里的数字有：7份；{HOW}"
    ]


@pytest.mark.parametrize(
    "words",
    ["文件7份", "文件七份", "文件７份", "文件7", "2025年审核", "2025年度报告写明7份", "第九条", "一是审核"],
)
def test_the_same_number_the_date_of_the_record_and_what_counts_nothing_may_be_said(department, words):
    department.edit(TASKS, NOTE, f"说明: {words}。")
    assert of_numbers(department) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("文件17份", "17份"),
        ("文件7件", "7件"),
        ("信7封", "7封"),
        ("文件近7份", "近7份"),
        ("文件7份以上", "7份以上"),
        ("文件7余份", "7余份"),
        ("文件十份", "十份"),
        ("文件数十份", "数十份"),
        ("文件7%", "7%"),
        ("百分之百审核", "百分之百"),
        ("2024年审核", "2024年"),
        ("2025年3月审核", "2025年3月"),
        ("每月7份", "每月7份"),
        ("文件7至8份", "7至8份"),
    ],
)
def test_another_value_unit_qualifier_or_date_is_reported(department, words, named):
    department.edit(TASKS, NOTE, f"说明: {words}。")
    assert [number for _, number in of_numbers(department)] == [named]


def test_a_qualifier_of_the_quotation_may_not_be_dropped(department):
    department.edit(TASKS, "说明: 约谈近20户次。", "说明: 约谈20户次。")
    assert [number for _, number in of_numbers(department)] == ["20户次"]


def test_a_number_of_another_record_may_stand_in_the_content_and_not_in_a_note(department):
    department.edit(TASKS, "内容: 约谈违规用水的用水户。", "内容: 约谈近20户次。")
    assert of_numbers(department) == []
    department.edit(TASKS, "说明: 开始约谈。", "说明: 开始约谈近20户次。")
    assert of_numbers(department) == [("tasks/tasks.yml:36:16", "近20户次")]


def test_names_are_held_to_it_too(department):
    department.edit(TASKS, "名称: 约谈用水户\n  领域", "名称: 约谈30户\n  领域")
    assert [number for _, number in of_numbers(department)] == ["30户"]


def test_dates_and_names_of_cited_laws_and_labels_of_cited_articles_may_be_said(department):
    department.edit(LAWS, "{条: 第九条, 说明: 不得擅自接管}", "{条: 第九条, 说明: 三十日内接管}")
    department.edit(TASKS, "内容: 约谈违规用水的用水户。", "内容: 2020年5月1日施行的条例写明30日内接管。")
    assert of_numbers(department) == []
    department.edit(TASKS, "30日内接管", "60日内接管")
    assert [number for _, number in of_numbers(department)] == ["60日内"]


@pytest.mark.parametrize("part", ["2020年", "2020年5月", "5月1日"])
def test_a_part_of_a_laws_date_says_something_else_and_is_refused(department, part):
    department.edit(TASKS, "内容: 约谈违规用水的用水户。", f"内容: {part}开始约谈违规用水的用水户。")
    assert [number for _, number in of_numbers(department)] == [part]


def test_labels_of_articles_that_are_not_cited_do_not_count(department):
    department.edit(LAWS, "{条: 第三条, 说明: 节约用水}", "{条: 第三条, 说明: 三十日内节约}")
    department.edit(TASKS, "内容: 约谈违规用水的用水户。", "内容: 30日内约谈。")
    assert [number for _, number in of_numbers(department)] == ["30日内"]


def test_the_day_of_an_occasion_may_be_said(department):
    department.edit(
        "vocab.yml",
        "\n责任主体:\n",
        "\n节点:\n  - {名称: 国家宪法日, 标识: constitution-day, 定义: 集中宣传宪法。, 时间: 12-04}\n\n责任主体:\n",
    )
    department.edit(
        PUBLICITY,
        "  形式: [执法普法]\n  责任主体: [待核定]\n  年度: 2025",
        "  形式: [执法普法]\n  节点: [国家宪法日]\n  责任主体: [待核定]\n  年度: 2025",
    )
    department.edit(PUBLICITY, "内容: 讲清怎样节约用水", "内容: 12月4日讲清怎样节约用水")
    assert of_numbers(department) == []
    department.edit(PUBLICITY, "12月4日", "12月5日")
    assert [number for _, number in of_numbers(department)] == ["12月5日"]


def test_a_number_from_elsewhere_stands_with_its_source(department):
    department.edit(TASKS, "内容: 约谈违规用水的用水户。", "内容: 约谈31户。")
    assert [number for _, number in of_numbers(department)] == ["31户"]
    department.edit(TASKS, "内容: 约谈31户。\n", "内容: 约谈31户。\n  数字出处:\n    - {数字: 31户, 来源: 示例通报}\n")
    assert department.problems() == []


def test_a_source_links_only_to_a_host_of_the_list(department):
    source = "  数字出处:\n    - {数字: 31户, 来源: 示例通报, 网址: 'https://example.com/a'}\n"
    department.edit(TASKS, "内容: 约谈违规用水的用水户。\n", f"内容: 约谈31户。\n{source}")
    assert [problem.split(": ")[1] for problem in department.problems()] == ["网址"]


def test_a_quotation_that_does_not_stand_is_the_only_thing_reported(department):
    department.edit(TASKS, "引文: 由法规处审核文件7份", "引文: 由法规处审核文件8份")
    assert {problem.split(": ")[1] for problem in department.problems()} == {"引文"}
