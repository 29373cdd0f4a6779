import hashlib

import pytest

META, REPORT = "reports/2025.yml", "reports/2025.txt"
REGISTERED = "96129a4b00975a74feba37f15a3fb274452274091256479a4c526ce198a8e2f1"
MISNAMED = "年度是 2025，文件名应为 2025.yml 和 2025.txt；请改正年度或文件名"


def altered(department):
    digest = hashlib.sha256((department.folder / REPORT).read_bytes()).hexdigest()
    assert digest != REGISTERED
    return [
        "reports/2025.yml:7:9: 报告原文: 2025.txt 与登记的不一致，请恢复收到时的文件；"
        f"只有重新收到了正式文本，才把这里改成 {digest}"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("发布时间", "发布日期"),
        ("主要做了两件事：", "主要做了两件事:"),
        ("2026-03-20\n", "2026-03-20\r\n"),
        ("2026-03-20\n", "2026-03-20 \n"),
        ("宣传方式单一。\n", "宣传方式单一。"),
    ],
)
def test_a_report_changed_by_a_single_character_is_reported_at_its_digest(department, old, new):
    department.edit(REPORT, old, new)
    assert department.problems() == altered(department)


def test_a_byte_order_mark_added_by_an_editor_is_reported(department):
    report = department.folder / REPORT
    report.write_bytes(b"\xef\xbb\xbf" + report.read_bytes())
    assert altered(department)[0] in department.problems()


def test_a_digest_with_one_wrong_digit_is_reported(department):
    department.edit(META, REGISTERED, f"{REGISTERED[:-1]}0")
    assert department.problems() == [
        "reports/2025.yml:7:9: 报告原文: 2025.txt 与登记的不一致，请恢复收到时的文件；"
        f"只有重新收到了正式文本，才把这里改成 {REGISTERED}"
    ]


def test_a_title_that_the_report_does_not_have_is_reported_at_the_title(department):
    department.edit(META, "标题: 示例区水务局2025年度", "标题: 示例区水务局2024年度")
    assert department.problems() == [
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2024年度法治政府建设情况报告”，"
        "第一行是：示例区水务局2025年度法治政府建设情况报告"
    ]


def test_a_file_named_after_another_year_is_reported_at_the_year(department):
    for suffix in (".yml", ".txt"):
        (department.folder / f"reports/2025{suffix}").rename(department.folder / f"reports/2024{suffix}")
    assert department.problems() == [f"reports/2024.yml:2:5: 报告原文: {MISNAMED}"]


def test_a_file_with_more_than_the_year_in_its_name_is_reported(department):
    for suffix in (".yml", ".txt"):
        (department.folder / f"reports/2025{suffix}").rename(department.folder / f"reports/a2025{suffix}")
    assert department.problems() == [f"reports/a2025.yml:2:5: 报告原文: {MISNAMED}"]


@pytest.mark.parametrize(
    "title", ["示例区水务局 2025年度法治政府建设情况报告", "示例区水务局２０２５年度法治政府建设情况报告"]
)
def test_width_and_spaces_of_the_title_do_not_matter(department, title):
    department.edit(META, "标题: 示例区水务局2025年度法治政府建设情况报告", f"标题: {title}")
    assert department.problems() == []


def test_a_report_received_with_other_words_passes_once_it_is_registered(department):
    department.rewrite_report("发布时间", "发布日期")
    assert department.problems() == []
