from datetime import date

import pytest
from pydantic import BaseModel

from conftest import FIRST, SECOND
from qingdan.model import Evidence, ReportNote, Uncited
from qingdan.model.load import load
from qingdan.model.walk import walk
from qingdan.text.quotation import Found, NotFound, locate

FOLDERS = [FIRST, SECOND]
TASKS, PUBLICITY, VOCAB, REPORT = "tasks/tasks.yml", "publicity/publicity.yml", "vocab.yml", "reports/2025.yml"
GOOD = "引文: 二是约谈用水户近20户次"
FIGURE = "      指标:\n        - {名称: 约谈用水户, 数值: 20, 单位: 户次, 约数: 是}\n"


def quote_in_rw_002(department, quote):
    """Let RW-002 quote other words, without the figure that rests on them."""
    department.edit(TASKS, FIGURE, "")
    department.edit(TASKS, GOOD, f"引文: '{quote}'")


def quotations_of(folder):
    """Return every quotation of a data folder with the paragraph that it names."""
    data, _ = load(folder, date(2026, 11, 23))
    found = []
    for source in (data.vocab, *data.records):
        for _, item in walk(source.value, BaseModel):
            if isinstance(item, Evidence):
                found.append((item.quote, data.report(item.report).paragraph(item.paragraph)))
            elif isinstance(item, ReportNote | Uncited):
                found.append((item.quote, data.report(source.value.year).paragraph(item.paragraph)))
    return found


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("二是约谈用水户近30户次", "引文不在该段原文中（2025 年度报告 （一）2）；应为：二是约谈用水户近20户次"),
        ("二是约谈用水户约20户次", "引文不在该段原文中（2025 年度报告 （一）2）；应为：二是约谈用水户近20户次"),
        ("二是約談用水户近20户次", "引文不在该段原文中（2025 年度报告 （一）2）；应为：二是约谈用水户近20户次"),
        ("二是约谈用水户，近20户次", "引文不在该段原文中（2025 年度报告 （一）2）；应为：二是约谈用水户近20户次"),
        ("由法规处审核文件7份", "引文不在该段原文中（2025 年度报告 （一）2）；这句话在段落“（一）1”，请改“段落”"),
        ("其中进社区3次", "引文不在该段原文中（2025 年度报告 （一）2）；最接近的在段落“（二）2”：其中进社区2次"),
        ("今日天气晴好", "引文不在该段原文中（2025 年度报告 （一）2）；全文也没有相近的话，请从报告页复制原话"),
    ],
)
def test_words_that_the_paragraph_does_not_have_are_reported_with_the_closest(department, quote, message):
    quote_in_rw_002(department, quote)
    assert department.problems() == [f"tasks/tasks.yml:41:36: 引文: “{quote}”：{message}"]


@pytest.mark.parametrize(
    ("quote", "closest"),
    [
        ("是约谈用水户近20户次", "二是约谈用水户近20户次"),
        ("用水户近20户次", "约谈用水户近20户次"),
        ("近20户次", "约谈用水户近20户次"),
        ("20户次", "约谈用水户近20户次"),
        ("二是约谈用水户近20户", "二是约谈用水户近20户次"),
        ("二是约谈用水户近2", "二是约谈用水户近20户次"),
        ("约谈用水户", "约谈用水户近20户次"),
        ("谈", "约谈用水户近20户次"),
    ],
)
def test_words_cut_within_a_clause_are_reported_with_the_whole_clause(department, quote, closest):
    quote_in_rw_002(department, quote)
    assert department.problems() == [
        f"tasks/tasks.yml:41:36: 引文: “{quote}”：引文须是完整的分句，不能从句中截断（2025 年度报告 （一）2）；应为：{closest}"
    ]


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("二是约谈用水户近20户次。", "应为：二是约谈用水户近20户次"),
        ("二是约谈用水户近20户次；", "应为：二是约谈用水户近20户次"),
        ("；二是约谈用水户近20户次", "应为：二是约谈用水户近20户次"),
        ("二是约谈用水户近20户次 。 ", "应为：二是约谈用水户近20户次"),
        ("二是约谈用水户近30户次。", "应为：二是约谈用水户近20户次"),
        ("近20户次。", "应为：约谈用水户近20户次"),
        ("由法规处审核文件7份。", "最接近的在段落“（一）1”：由法规处审核文件7份"),
        ("今日天气晴好。", "全文也没有相近的话，请从报告页复制原话"),
    ],
)
def test_punctuation_at_the_ends_is_reported(department, quote, hint):
    quote_in_rw_002(department, quote)
    assert department.problems() == [
        f"tasks/tasks.yml:41:36: 引文: “{quote.strip()}”：引文首尾不要带标点（2025 年度报告 （一）2）；{hint}"
    ]


@pytest.mark.parametrize(
    ("label", "hint"),
    [
        ("（一）3", "这一节有：（一）、（一）1、（一）2"),
        ("（三）1", "这一节有：（三）"),
        ("一（一）2", "最接近的是“（一）2”"),
        ("(一)2", "最接近的是“（一）2”"),
        ("（一） 2", "最接近的是“（一）2”"),
        ("（一)2", "最接近的是“（一）2”"),
    ],
)
def test_a_label_that_the_report_does_not_have_is_reported_at_the_label(department, label, hint):
    department.edit(TASKS, "段落: （一）2", f"段落: {label}")
    assert department.problems() == [f"tasks/tasks.yml:41:26: 引文: 2025 年度报告没有段落“{label}”，{hint}"]


def test_a_year_without_a_report_is_reported_at_the_year(department):
    department.edit(TASKS, "{报告: 2025, 段落: （一）2", "{报告: 2024, 段落: （一）2")
    assert department.problems() == ["tasks/tasks.yml:41:16: 引文: 没有收录 2024 年度的报告，最接近的是“2025”"]


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "message"),
    [
        (
            PUBLICITY,
            "引文: 开展讲座3次，其中进社区2次",
            "引文: 开展讲座，其中进社区2次",
            "publicity/publicity.yml:21:36",
            "“开展讲座，其中进社区2次”：引文不在该段原文中（2025 年度报告 （二）2）；应为：开展讲座3次，其中进社区2次",
        ),
        (
            VOCAB,
            "引文: 由法规处审核文件7份",
            "引文: 法规处审核文件7份",
            "vocab.yml:146:34",
            "“法规处审核文件7份”：引文须是完整的分句，不能从句中截断（2025 年度报告 （一）1）；应为：由法规处审核文件7份",
        ),
        (
            REPORT,
            "引文: 示例区水务局2025年度",
            "引文: 示例区水务局2024年度",
            "reports/2025.yml:9:18",
            "“示例区水务局2024年度法治政府建设情况报告”：引文不在该段原文中（2025 年度报告 标题）；应为：示例区水务局2025年度法治政府建设情况报告",
        ),
        (
            REPORT,
            "未列入清单:",
            "注:\n  - {段落: （三）, 引文: 宣传方式多样, 说明: 注。}\n未列入清单:",
            "reports/2025.yml:9:19",
            "“宣传方式多样”：引文不在该段原文中（2025 年度报告 （三））；应为：宣传方式单一",
        ),
    ],
)
def test_quotations_are_held_to_the_report_wherever_they_stand(department, path, old, new, place, message):
    department.edit(path, old, new)
    problems = [problem for problem in department.problems() if ": 数值: " not in problem]
    assert problems == [f"{place}: 引文: {message}"]


@pytest.mark.parametrize(
    "quote",
    [
        "二是约谈用水户近20户次",
        "约谈用水户近20户次",
        "二是约谈用水户近２０户次",
        "二是约谈用水户近20户次 ",
        "二是 约谈用水户　近 20 户次",
    ],
)
def test_the_clause_passes_with_or_without_its_number_and_in_any_width_and_spacing(department, quote):
    department.edit(TASKS, GOOD, f"引文: '{quote}'")
    assert department.problems() == []


@pytest.mark.parametrize(
    "quote",
    [
        "开展讲座3次，其中进社区2次",
        "开展讲座3次,其中进社区2次",
        "开展讲座３次，其中进社区２次",
        "开展讲座3次",
        "2.开展讲座3次",
        "２．开展讲座3次",
    ],
)
def test_clauses_of_a_numbered_line_pass_one_or_several_in_any_width(department, quote):
    department.edit(PUBLICITY, "引文: 开展讲座3次，其中进社区2次", f"引文: '{quote}'")
    department.edit(PUBLICITY, "说明: 开展讲座3次，其中进社区2次。", "说明: 开展讲座3次。")
    assert department.problems() == []


def test_words_that_wrap_over_two_lines_of_the_report_pass_as_one(department):
    department.rewrite_report("由法规处审核文件7份", "由法规处审核\n文件7份")
    assert department.problems() == []


def test_quotations_from_a_report_that_cannot_be_read_are_not_called_missing(department):
    department.edit(TASKS, "{报告: 2025, 段落: （一）2", "{报告: 2024, 段落: （一）2")
    (department.folder / "reports/2024.yml").write_text("\t年度: 2024\n", "utf-8")
    (department.folder / "reports/2024.txt").write_text("报告\n", "utf-8")
    assert department.problems() == ["reports/2024.yml:1:1: 文件写法: 缩进里有制表符（Tab），请改为半角空格，每级两个"]


@pytest.mark.parametrize("path", ["reports/2025.yml", "reports/2025.txt"])
def test_quotations_from_a_refused_report_are_not_called_missing(department, path):
    if path.endswith(".txt"):
        (department.folder / path).write_bytes((department.folder / path).read_bytes().decode().encode("gbk"))
    else:
        department.edit(path, "来源: 虚构的测试文本。\n", "")
    (problem,) = department.problems()
    assert problem.startswith(path)


def test_quotations_from_a_report_whose_text_is_missing_are_not_called_missing(department):
    (department.folder / "reports/2025.txt").unlink()
    assert department.problems() == ["reports/2025.txt:1:1: 文件位置: 缺少报告原文，请把收到的文字存成这个文件"]


def test_a_report_whose_text_is_missing_does_not_hide_that_another_year_has_no_report(department):
    department.edit(TASKS, "{报告: 2025, 段落: （一）2", "{报告: 2023, 段落: （一）2")
    meta = (department.folder / REPORT).read_text("utf-8")
    (department.folder / "reports/2024.yml").write_text(meta.replace("年度: 2025", "年度: 2024"), "utf-8")
    assert department.problems() == [
        "reports/2024.txt:1:1: 文件位置: 缺少报告原文，请把收到的文字存成这个文件",
        "tasks/tasks.yml:41:16: 引文: 没有收录 2023 年度的报告，最接近的是“2025”",
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_quotation_survives_the_loss_of_any_single_character(folder):
    quotations = quotations_of(folder)
    assert quotations
    for quote, paragraph in quotations:
        assert isinstance(locate(quote, paragraph), Found), quote
        for index in range(len(quote)):
            if not quote[index].isspace():
                shorter = quote[:index] + quote[index + 1 :]
                assert isinstance(locate(shorter, paragraph), NotFound), f"{quote} → {shorter}"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_words_advised_in_place_of_a_shortened_quotation_are_accepted(folder):
    for quote, paragraph in quotations_of(folder):
        for index in range(len(quote)):
            result = locate(quote[:index] + quote[index + 1 :], paragraph)
            if isinstance(result, NotFound) and result.closest:
                assert isinstance(locate(result.closest, paragraph), Found), f"{quote}: {result.closest}"


@pytest.mark.parametrize(
    "quote", ["“二是约谈用水户近20户次”", "二是约谈用水户近20户次了", "约谈用水户近20户次（人次）"]
)
def test_the_words_advised_in_place_of_a_quotation_with_more_around_it_are_accepted(department, quote):
    quote_in_rw_002(department, quote)
    (problem,) = department.problems()
    department.edit(TASKS, f"引文: '{quote}'", f"引文: '{problem.split('应为：')[1]}'")
    assert department.problems() == []


def test_the_words_advised_in_place_of_a_quotation_with_its_full_stop_are_accepted(department):
    quote_in_rw_002(department, "二是约谈用水户近20户次。")
    (problem,) = department.problems()
    department.edit(TASKS, "引文: '二是约谈用水户近20户次。'", f"引文: '{problem.rsplit('：', 1)[1]}'")
    assert department.problems() == []
