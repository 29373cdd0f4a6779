import pytest

TASKS, PUBLICITY, VOCAB = "tasks/tasks.yml", "publicity/publicity.yml", "vocab.yml"


def reported(place, message):
    return [f"{place}: 数值: {message}"]


def lacking(place, figure, clause):
    return reported(place, f"这条记录的引文里没有“{figure}”，含数字的是：{clause}；数值和单位须照引文写")


def print_in_report(department, quotation):
    """Let the report, and all that quote it, say `quotation` in place of 由法规处审核文件7份."""
    department.edit(TASKS, "说明: 审核文件7份。", "说明: 审核文件。")
    department.rewrite_report("由法规处审核文件7份", quotation)
    department.edit(TASKS, "引文: 由法规处审核文件7份", f"引文: '{quotation}'")
    department.edit(VOCAB, "引文: 由法规处审核文件7份", f"引文: '{quotation}'")


@pytest.mark.parametrize("value", ["8", "77", "0", "7.0", "07"])
def test_a_value_that_the_quotation_does_not_give_is_reported_at_the_value(department, value):
    department.edit(TASKS, "数值: 7", f"数值: {value}")
    assert department.problems() == lacking("tasks/tasks.yml:19:26", f"{value}份", "由法规处审核文件7份")


@pytest.mark.parametrize("value", ["0", "2"])
def test_some_digits_of_the_printed_number_are_not_the_number(department, value):
    department.edit(TASKS, "数值: 20, 单位: 户次", f"数值: {value}, 单位: 户次")
    assert department.problems() == lacking("tasks/tasks.yml:43:27", f"{value}户次", "二是约谈用水户近20户次")


@pytest.mark.parametrize("unit", ["次", "人次", "户户次"])
def test_a_unit_that_does_not_follow_the_number_in_the_quotation_is_reported(department, unit):
    department.edit(TASKS, "单位: 户次", f"单位: {unit}")
    assert department.problems() == lacking("tasks/tasks.yml:43:27", f"20{unit}", "二是约谈用水户近20户次")


def test_the_places_after_a_decimal_point_are_not_the_number(department):
    print_in_report(department, "由法规处审核文件1.7份")
    assert department.problems() == lacking("tasks/tasks.yml:19:26", "7份", "由法规处审核文件1.7份")


def test_the_digits_behind_a_thousands_separator_are_not_the_number(department):
    print_in_report(department, "由法规处审核文件1,280份")
    department.edit(TASKS, "数值: 7", "数值: 280")
    assert department.problems() == lacking("tasks/tasks.yml:19:26", "280份", "由法规处审核文件1,280份")


def test_a_number_cannot_be_split_between_value_and_unit(department):
    department.edit(TASKS, "数值: 20, 单位: 户次", "数值: 2, 单位: 0户次")
    assert department.problems() == [
        "tasks/tasks.yml:43:34: 条目写法: “单位”的写法不对：“0户次”。只写单位，不带数字，例如 份、次、%"
    ]


@pytest.mark.parametrize("unit", ["０户次", "⓪户次"])
def test_a_number_cannot_be_split_by_a_digit_in_another_form(department, unit):
    department.edit(TASKS, "数值: 20, 单位: 户次", f"数值: 2, 单位: {unit}")
    assert department.problems() == lacking("tasks/tasks.yml:43:27", f"2{unit}", "二是约谈用水户近20户次")


def test_a_number_cannot_be_split_at_its_thousands_separator(department):
    print_in_report(department, "由法规处审核文件1,280份")
    department.edit(TASKS, "数值: 7, 单位: 份", "数值: 1, 单位: ',280份'")
    assert department.problems() == lacking("tasks/tasks.yml:19:26", "1,280份", "由法规处审核文件1,280份")


def test_a_figure_that_only_another_record_of_the_entry_quotes_is_reported(department):
    figure = "      指标:\n        - {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}\n"
    department.edit(TASKS, "说明: 开始约谈。\n", f"说明: 开始约谈。\n{figure}")
    assert department.problems() == reported(
        "tasks/tasks.yml:38:27", "这条记录没有引文，“20户次”无从核对；请先在这条记录下写“证据”"
    )


def test_a_figure_that_has_lost_its_about_is_reported(department):
    department.edit(TASKS, ", 约数: 是", "")
    assert department.problems() == reported(
        "tasks/tasks.yml:43:27", "引文写的是“近20户次”，请在单位后面加上“, 约数: 近”"
    )


def test_a_figure_that_denies_its_about_is_reported(department):
    department.edit(TASKS, "约数: 是", "约数: 否")
    assert department.problems() == reported(
        "tasks/tasks.yml:43:27", "引文写的是“近20户次”，请在单位后面加上“, 约数: 近”"
    )


def test_a_figure_that_adds_an_about_is_reported(department):
    department.edit(PUBLICITY, "数值: 3, 单位: 次", "数值: 3, 单位: 次, 约数: 是")
    assert department.problems() == reported("publicity/publicity.yml:23:24", "引文写的是“3次”，请删去“约数: 是”")


PRINTED = [
    ("约30件", "30", "件", "", "引文写的是“约30件”，请在单位后面加上“, 约数: 约”"),
    ("约30件", "30", "件", "约", ""),
    ("约30件", "30", "件", "是", ""),
    ("约30件", "30", "件", "近", "引文写的是“约30件”，请把“约数: 近”改为“约数: 约”"),
    ("超过30件", "30", "件", "", "引文写的是“超过30件”，请在单位后面加上“, 约数: 超过”"),
    ("超过30件", "30", "件", "是", "引文写的是“超过30件”，请把“约数: 是”改为“约数: 超过”"),
    ("至少30件", "30", "件", "", "引文写的是“至少30件”，请在单位后面加上“, 约数: 至少”"),
    ("不足30件", "30", "件", "", "引文写的是“不足30件”，请在单位后面加上“, 约数: 不足”"),
    ("30件以上", "30", "件", "", "引文写的是“30件以上”，请在单位后面加上“, 约数: 以上”"),
    ("30件以上", "30", "件", "以上", ""),
    ("30件左右", "30", "件", "", "引文写的是“30件左右”，请在单位后面加上“, 约数: 左右”"),
    ("每月至少30件以上", "30", "件", "每月至少…以上", ""),
    ("30余件", "30余", "件", "", ""),
    ("30余件", "30", "件", "", "引文写的是“30余件”，请把“数值”改为 30余"),
    ("30件", "30余", "件", "", "引文写的是“30件”，请把“数值”改为 30"),
    ("近30余件", "30余", "件", "", "引文写的是“近30余件”，请在单位后面加上“, 约数: 近”"),
    ("30-40件", "40", "件", "", "没有“40件”"),
    ("30至40件", "40", "件", "", "没有“40件”"),
    ("20户次", "20", "户", "", "没有“20户”"),
    ("30万元", "30", "万", "", "没有“30万”"),
    ("30个月", "30", "个", "", "没有“30个”"),
    ("1.28万件", "1.28", "万件", "", ""),
    ("1.28万件", "1.28", "件", "", "没有“1.28件”"),
    ("1,280件", "1280", "件", "", ""),
    ("-30件", "30", "件", "", "没有“30件”"),
    ("3/4件", "4", "件", "", "没有“4件”"),
    ("7²份", "72", "份", "", "没有“72份”"),
    ("1½份", "2", "份", "", "没有“2份”"),
    ("①份", "1", "份", "", "没有“1份”"),
    ("2024年12月", "12", "月", "", "没有“12月”"),
    ("附近30户", "30", "户", "", ""),
    ("最近30天", "30", "天", "", ""),
    ("三十件", "30", "件", "", ""),
    ("近三十件", "30", "件", "近", ""),
    ("百分之百", "100", "'%'", "", ""),
    ("9份规范性文件", "9", "份规范性文件", "", ""),
]


@pytest.mark.parametrize(("printed", "value", "unit", "about", "said"), PRINTED)
def test_a_figure_is_a_whole_number_of_the_print_with_its_unit_and_all_that_qualifies_it(
    department, printed, value, unit, about, said
):
    print_in_report(department, f"由法规处审核{printed}")
    figure = f"数值: {value}, 单位: {unit}" + (f", 约数: {about}" if about else "")
    department.edit(TASKS, "数值: 7, 单位: 份", figure)
    problems = department.problems()
    assert len(problems) == bool(said)
    assert all(": 数值: " in problem and said in problem for problem in problems)


def test_a_quotation_cannot_turn_a_superscript_into_a_digit(department):
    department.rewrite_report("由法规处审核文件7份", "由法规处审核文件7²份")
    department.edit(TASKS, "引文: 由法规处审核文件7份", "引文: 由法规处审核文件72份")
    assert any(": 引文: “由法规处审核文件72份”：引文不在该段原文中" in problem for problem in department.problems())


def test_a_figure_that_one_of_two_quotations_gives_with_about_keeps_it(department):
    department.rewrite_report("印发普法清单1份", "约谈20户次")
    department.edit(
        TASKS,
        "引文: 二是约谈用水户近20户次}\n",
        "引文: 二是约谈用水户近20户次}\n        - {报告: 2025, 段落: （二）1, 引文: 约谈20户次}\n",
    )
    assert department.problems() == []
    department.edit(TASKS, ", 约数: 是", "")
    assert department.problems() == reported(
        "tasks/tasks.yml:44:27", "引文写的是“近20户次”，请在单位后面加上“, 约数: 近”"
    )


def test_a_quotation_cut_after_about_does_not_bring_the_advice_to_drop_the_about(department):
    department.edit(TASKS, "引文: 二是约谈用水户近20户次", "引文: 20户次")
    assert department.problems() == [
        "tasks/tasks.yml:41:36: 引文: “20户次”：引文须是完整的分句，不能从句中截断（2025 年度报告 （一）2）；应为：约谈用水户近20户次"
    ]


def test_each_number_of_a_quotation_may_be_a_figure(department):
    department.edit(PUBLICITY, "数值: 3", "数值: 2")
    assert department.problems() == []


def test_a_decimal_number_with_its_unit_passes(department):
    print_in_report(department, "由法规处审核文件1.7份")
    department.edit(TASKS, "数值: 7", "数值: 1.7")
    assert department.problems() == []


@pytest.mark.parametrize(
    ("printed", "unit"), [("由法规处审核文件７份", "份"), ("由法规处审核文件 7 份", "份"), ("审核率7％", "%")]
)
def test_width_and_spaces_of_the_print_do_not_matter(department, printed, unit):
    print_in_report(department, printed)
    department.edit(TASKS, "单位: 份", f"单位: '{unit}'")
    assert department.problems() == []


def test_a_record_without_figures_passes(department):
    department.edit(TASKS, "      指标:\n        - {名称: 文件审核, 数值: 7, 单位: 份}\n", "")
    assert department.problems() == []


def test_a_quotation_without_any_number_says_so(department):
    figure = "      指标:\n        - {名称: 宣传, 数值: 1, 单位: 种}\n"
    department.edit(TASKS, "引文: 宣传方式单一}\n", f"引文: 宣传方式单一}}\n{figure}")
    assert department.problems() == reported(
        "tasks/tasks.yml:64:24", "这条记录的引文里没有“1种”，引文里没有数字；数值和单位须照引文写"
    )
