import pytest

from tests.statutes import rewrite

LAWS = "laws/laws.yml"
NINTH = "- {条: 第九条, 说明: 不得擅自接管}"
LINE = 17
HOW = "；请核对条号，或者改说明"


def of_labels(department):
    return [problem.partition(": 条文说明: ")[::2] for problem in department.problems() if ": 条文说明: " in problem]


def label(department, said, numbers=""):
    extra = f", 数字: [{numbers}]" if numbers else ""
    department.edit(LAWS, NINTH, f"- {{条: 第九条, 说明: {said}{extra}}}")


def law_says(department, words):
    rewrite(department, "2023-11-30", "因擅自接管造成损失的，应当赔偿。", words)


@pytest.mark.parametrize("numbers", ["60日", "600元", "60日, 100元", "100元, 60日", "百分之五"])
def test_a_number_that_the_article_lacks_is_reported_at_the_numbers(department, numbers):
    label(department, "不得擅自接管", numbers)
    wrong = next(one for one in numbers.split(", ") if one != "100元")
    [(place, message)] = of_labels(department)
    assert place.startswith(f"{LAWS}:{LINE}:")
    assert message == f"第九条的原文里没有“{wrong}”；请照原文改"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("逾期六十日的，应当赔偿。", "60日"),
        ("逾期六十日的，应当赔偿。", "60天"),
        ("逾期６０日的，应当赔偿。", "60日"),
        ("应当在五个工作日内赔偿。", "5个工作日"),
        ("赔偿一万五千元。", "15000元"),
        ("赔偿百分之五。", "5%"),
        ("赔偿百分之五。", "百分之五"),
        ("于每年三月一日至十日赔偿。", "三月一日"),
        ("赔偿一倍以上三倍以下。", "1倍, 3倍"),
        ("应当在二日内登记，三日内赔偿。", "2日、3日"),
        ("应当在二日内登记，三日内赔偿。", "2至3日"),
    ],
)
def test_a_number_passes_however_the_article_writes_it(department, words, numbers):
    law_says(department, words)
    label(department, "不得擅自接管", numbers)
    assert of_labels(department) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("逾期十五日的，应当赔偿。", "五日"),
        ("逾期15日的，应当赔偿。", "5日"),
        ("逾期三十日的，应当赔偿。", "十日"),
        ("赔偿二千三百元。", "三百元"),
        ("赔偿1.5倍。", "5倍"),
    ],
)
def test_the_end_of_another_number_is_not_the_number(department, words, numbers):
    law_says(department, words)
    label(department, "不得擅自接管", numbers)
    assert [message for _, message in of_labels(department)] == [f"第九条的原文里没有“{numbers}”；请照原文改"]


@pytest.mark.parametrize("said", ["接管60日内登记", "接管罚900元", "接管登记2日、3日"])
def test_a_number_in_a_label_is_held_against_the_article_too(department, said):
    label(department, said)
    [(place, message), *_] = of_labels(department)
    assert place.startswith(f"{LAWS}:{LINE}:")
    assert message.startswith("第九条的原文里没有“")


@pytest.mark.parametrize("said", ["接管的两种情形", "接管的三项要求"])
def test_a_label_may_count_what_the_article_lists(department, said):
    label(department, said)
    assert of_labels(department) == []


@pytest.mark.parametrize(
    ("article", "said", "message"),
    [
        ("第三条", "浪费的罚则", f"说明写“罚则”，第三条的原文里没有处罚的话{HOW}"),
        ("第三条", "浪费的处罚", f"说明写“处罚”，第三条的原文里没有处罚的话{HOW}"),
        ("第三条", "不得浪费", f"说明写“不得”，第三条的原文里没有禁止的话{HOW}"),
        ("第三条", "禁止浪费", f"说明写“禁止”，第三条的原文里没有禁止的话{HOW}"),
        ("第三条", "违反第九条时怎样", f"说明写“第九条”，第三条的原文里没有提到它{HOW}"),
        ("第三条", "违反第九条之一时怎样", f"说明写“第九条之一”，第三条的原文里没有提到它{HOW}"),
    ],
)
def test_a_label_that_the_article_does_not_bear_out_is_reported(department, article, said, message):
    department.edit(LAWS, "- {条: 第三条, 说明: 节约用水}", f"- {{条: {article}, 说明: {said}}}")
    [(place, found)] = of_labels(department)
    assert place.startswith(f"{LAWS}:16:")
    assert found == message


@pytest.mark.parametrize("said", ["擅自接管的罚则", "擅自接管的处罚", "禁止擅自接管", "接管的罚款"])
def test_a_label_that_the_article_bears_out_passes(department, said):
    label(department, said)
    assert of_labels(department) == []


def test_an_article_that_a_label_names_may_be_named_in_the_article(department):
    law_says(department, "违反第五条、第六条之一的，应当赔偿。")
    label(department, "违反第六条之一的后果")
    assert of_labels(department) == []


def test_where_the_words_are_not_archived_no_label_is_wrong(department):
    department.drop_texts()
    label(department, "不得擅自接管", "60日")
    assert of_labels(department) == []


def test_where_the_article_is_absent_another_rule_says_so(department):
    department.edit(LAWS, NINTH, "- {条: 第九十条, 说明: 60日内的罚则}")
    assert of_labels(department) == []


def test_labels_are_held_against_the_wording_of_the_day_of_the_record(department):
    rewrite(department, "2020-03-01", "因擅自接管造成损失的，应当赔偿。", "逾期六十日的，应当赔偿。")
    label(department, "不得擅自接管", "60日")
    assert len(of_labels(department)) == 1
    check = "    日期: {}\n    来源:\n      - {{名称: 示例政府网, 网址"
    department.edit(LAWS, check.format("2026-01-01"), check.format("2023-12-31"))
    assert of_labels(department) == []
