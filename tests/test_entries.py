"""What is said of an entry whose items are missing, misnamed or of the wrong form."""

import shutil

import pytest

TASKS, PUBLICITY, LAWS, REPORT = "tasks/tasks.yml", "publicity/publicity.yml", "laws/laws.yml", "reports/2025.yml"


@pytest.mark.parametrize(
    ("year", "reason"),
    [
        ("2062", "年份 2062 不在 1949—2049 之间，请核对是否写错"),
        ("1948", "年份 1948 不在 1949—2049 之间，请核对是否写错"),
        ("2025-05", "“2025-05”不是年份，请只写四位年份，例如 2024"),
        ("2025年", "“2025年”不是年份，请只写四位年份，例如 2024"),
        ("２０２５", "“２０２５”不是年份，请只写四位年份，例如 2024"),
        ("25", "“25”不是年份，请只写四位年份，例如 2024"),
        ("[2025]", "请只写四位年份，例如 2024"),
    ],
)
def test_a_year_that_is_none_is_reported_with_its_reason(department, year, reason):
    department.edit(TASKS, "年度: 2025\n  时限: 2026", f"年度: {year}\n  时限: 2026")
    assert department.problems() == [f"tasks/tasks.yml:50:7: 条目写法: “年度”：{reason}"]


@pytest.mark.parametrize("year", ["1949", "2049"])
def test_the_first_and_the_last_year_pass(department, year):
    department.edit(TASKS, "年度: 2025\n  时限: 2026", f"年度: {year}\n  时限: 2026")
    assert department.problems() == []


@pytest.mark.parametrize(
    ("path", "line", "place", "message"),
    [
        (LAWS, "  简称: 年度报告规定\n", "42:3", "缺少“简称”，请补上“简称: …”"),
        (LAWS, "  制定机关: 示例区人民政府\n", "24:3", "缺少“制定机关”，请补上“制定机关: …”；不知道的写“待核”"),
        (LAWS, "  通过日期: 2001-01-01\n", "24:3", "缺少“通过日期”，请补上“通过日期: …”；不知道的写“待核”"),
        (LAWS, "    日期: 2026-01\n", "55:5", "缺少“日期”，请补上“日期: …”；不知道的写“待核”"),
        (REPORT, "公布日期: 2026-03-20\n", "2:1", "缺少“公布日期”，请补上“公布日期: …”；不知道的写“待核”"),
        (TASKS, "日期: 2025-03\n      ", "34:7", "缺少“日期”，请补上“日期: …”"),
        (TASKS, "  责任主体: [法规处]\n", "2:3", "缺少“责任主体”，请补上“责任主体: …”；材料没有写明的写“待核定”"),
        (TASKS, "  核定: 已核定\n", "21:3", "缺少“核定”，请补上“核定: …”；还没有确认的写“待核定”"),
        (TASKS, "  时限: 2026\n", "45:3", "缺少“时限”，请补上“时限: …”"),
    ],
)
def test_a_missing_item_is_reported_with_what_to_write_when_it_is_not_known(department, path, line, place, message):
    department.edit(path, line, "")
    assert department.problems() == [f"{path}:{place}: 条目写法: {message}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (LAWS, "制定机关: 示例区人民政府", "制定机关: 待核"),
        (LAWS, "通过日期: 2001-01-01", "通过日期: 待核"),
        (LAWS, "    日期: 2026-01\n", "    日期: 待核\n"),
        (REPORT, "公布日期: 2026-03-20", "公布日期: 待核"),
        (TASKS, "责任主体: [法规处]", "责任主体: [待核定]"),
    ],
)
def test_what_is_advised_for_an_item_that_is_not_known_passes(department, path, old, new):
    department.edit(path, old, new)
    assert department.problems() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "example"),
    [
        (
            TASKS,
            "依据: [old-water-rules]",
            "依据: old-water-rules",
            "8:7",
            "“依据”不能只写“old-water-rules”，应写成列表，至少一项，例如 [admin-penalty]",
        ),
        (
            TASKS,
            "对应安排: [RW-002]",
            "对应安排: RW-002",
            "54:9",
            "“对应安排”不能只写“RW-002”，应写成列表，至少一项，例如 [RW-001]",
        ),
        (
            PUBLICITY,
            "法规: [yearly-report-rules]",
            "法规: []",
            "29:7",
            "“法规”应写成列表，至少一项，例如 [admin-penalty]",
        ),
        (PUBLICITY, "对象: [用水户]", "对象: []", "8:7", "“对象”应写成列表，至少一项，例如 [甲, 乙]"),
        (
            LAWS,
            "\n    - {条: 第二十四条, 说明: 4月1日前公开}",
            " 第二十四条",
            "52:7",
            "“条文”不能只写“第二十四条”，应写成列表，至少一项，例如 - {条: 第五条, 说明: …}",
        ),
        (
            LAWS,
            "被替代: water-use-rules",
            "替代: water-use-rules",
            "34:7",
            "“替代”不能只写“water-use-rules”，应写成列表，至少一项，例如 [admin-penalty]",
        ),
    ],
)
def test_a_text_or_nothing_where_a_list_should_stand_is_reported_with_an_example(
    department, path, old, new, place, example
):
    department.edit(path, old, new)
    assert f"{path}:{place}: 条目写法: {example}" in department.problems()


@pytest.mark.parametrize("content", ["", "# 待补\n", "- 年度: 2024\n", "2024\n"])
def test_a_report_whose_registration_says_nothing_is_reported(department, content):
    (department.folder / "reports/2024.yml").write_text(content, "utf-8")
    shutil.copy(department.folder / "reports/2025.txt", department.folder / "reports/2024.txt")
    assert department.problems() == ["reports/2024.yml:1:1: 文件位置: 这个文件应写成“项目: 值”，每行一项，开头没有“- ”"]


def test_a_report_without_registration_is_reported(department):
    shutil.copy(department.folder / "reports/2025.txt", department.folder / "reports/2024.txt")
    assert department.problems() == ["reports/2024.txt:1:1: 文件位置: 这份报告还没有登记，请写 2024.yml"]


EVIDENCE = "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}"
SOURCE = "    来源:\n      - {名称: 示例政府网, 网址: 'https://www.example.gov.cn/rules'}"


@pytest.mark.parametrize(
    ("path", "old", "new", "problem"),
    [
        (
            TASKS,
            EVIDENCE,
            "        - 宣传方式单一",
            "62:11: 条目写法: “证据”不能只写“宣传方式单一”，应写成“项目: 值”，例如 - {报告: 2024, 段落: 一（四）2, 引文: …}",
        ),
        (
            LAWS,
            SOURCE,
            "    来源: [示例政府网]",
            "20:10: 条目写法: “来源”不能只写“示例政府网”，应写成“项目: 值”，例如 - {名称: 示例区人民政府网站}",
        ),
        (
            TASKS,
            "  名称: 文件审核\n",
            "  名称: [文件, 审核]\n",
            "3:7: 条目写法: “名称”应是一行文字，不是列表；文字里有括号或逗号的，用英文单引号把它括起来",
        ),
        (
            TASKS,
            "  名称: 文件审核\n",
            f"  名称: {'字' * 2001}\n",
            "3:7: 条目写法: “名称”有 2001 字，最多 2000 字，请写短一些",
        ),
        (
            LAWS,
            "被替代: water-use-rules",
            f"被替代: {'字' * 50}",
            f"34:8: 条目写法: “被替代”的写法不对：“{'字' * 40}…”。请写法规的标识，例如 admin-penalty",
        ),
    ],
)
def test_a_value_of_the_wrong_form_is_reported_once_with_what_was_typed_and_how_to_write_it(
    department, path, old, new, problem
):
    department.edit(path, old, new)
    assert f"{path}:{problem}" in department.problems()
    assert len([line for line in department.problems() if ": 条目写法: " in line]) == 1


def test_no_message_shows_a_name_of_the_program(department):
    department.edit("vocab.yml", "可接续: [长期坚持, 推进中, 已退出]", "可接续: [[长期坚持], 推进中, 已退出]")
    [problem] = department.problems()
    assert problem == (
        "vocab.yml:35:11: 条目写法: “可接续”应是一行文字，不是列表；文字里有括号或逗号的，用英文单引号把它括起来"
    )
