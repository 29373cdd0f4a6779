import pytest

TASKS, PUBLICITY, LAWS, VOCAB, REPORT = (
    "tasks/tasks.yml",
    "publicity/publicity.yml",
    "laws/laws.yml",
    "vocab.yml",
    "reports/2025.yml",
)
NOTE = "注:\n  - {段落: 标题, 引文: 示例区水务局2025年度法治政府建设情况报告, 说明: 注。, 法规: [water-rules]}\n"


def reported(place, message):
    return [f"{place}: 法规引用: {message}"]


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "message"),
    [
        (
            TASKS,
            "依据: [old-water-rules]",
            "依据: [old-water-rule]",
            "tasks/tasks.yml:8:8",
            "法规库里没有“old-water-rule”，最接近的是“old-water-rules”；要用新的法规，请先加到法规库里",
        ),
        (
            TASKS,
            "依据: [old-water-rules]",
            "依据: [old-water-rules, {法规: unheard-of}]",
            "tasks/tasks.yml:8:30",
            "法规库里没有“unheard-of”，可以写：water-use-rules、old-water-rules、yearly-report-rules；要用新的法规，请先加到法规库里",
        ),
        (
            PUBLICITY,
            "法规: [yearly-report-rules]",
            "法规: [yearly-rules]",
            "publicity/publicity.yml:29:8",
            "法规库里没有“yearly-rules”，最接近的是“yearly-report-rules”；要用新的法规，请先加到法规库里",
        ),
        (
            VOCAB,
            "法规: yearly-report-rules",
            "法规: yearly-rules",
            "vocab.yml:59:14",
            "法规库里没有“yearly-rules”，最接近的是“yearly-report-rules”；要用新的法规，请先加到法规库里",
        ),
        (
            REPORT,
            "未列入清单:",
            f"{NOTE}未列入清单:",
            "reports/2025.yml:9:55",
            "法规库里没有“water-rules”，最接近的是“water-use-rules”；要用新的法规，请先加到法规库里",
        ),
        (
            LAWS,
            "被替代: water-use-rules",
            "被替代: water-use",
            "laws/laws.yml:34:8",
            "法规库里没有“water-use”，最接近的是“water-use-rules”；要用新的法规，请先加到法规库里",
        ),
        (
            LAWS,
            "被替代: water-use-rules",
            "替代: [water-use-rules, older-rules]",
            "laws/laws.yml:34:25",
            "法规库里没有“older-rules”，最接近的是“old-water-rules”；要用新的法规，请先加到法规库里",
        ),
    ],
)
def test_a_law_that_the_library_lacks_is_reported_where_it_is_named(department, path, old, new, place, message):
    department.edit(path, old, new)
    assert department.problems() == reported(place, message)


@pytest.mark.parametrize(
    ("path", "old", "new", "place", "message"),
    [
        (
            TASKS,
            "条: [第九条]",
            "条: [第十条]",
            "tasks/tasks.yml:28:33",
            "法规 water-use-rules 没有列出“第十条”，最接近的是“第九条”；确有此条的，请先加到法规库的“条文”里",
        ),
        (
            TASKS,
            "条: [第九条]",
            "条: 第十条",
            "tasks/tasks.yml:28:32",
            "法规 water-use-rules 没有列出“第十条”，最接近的是“第九条”；确有此条的，请先加到法规库的“条文”里",
        ),
        (
            PUBLICITY,
            "条: [第三条, 第九条]",
            "条: [第三条, 9]",
            "publicity/publicity.yml:7:38",
            "法规 water-use-rules 没有列出“9”，可以写：第三条、第九条；确有此条的，请先加到法规库的“条文”里",
        ),
        (
            VOCAB,
            "条: [第二十四条]",
            "条: [第二十条]",
            "vocab.yml:59:39",
            "法规 yearly-report-rules 没有列出“第二十条”，最接近的是“第二十四条”；确有此条的，请先加到法规库的“条文”里",
        ),
    ],
)
def test_an_article_that_the_law_does_not_list_is_reported_at_the_article(department, path, old, new, place, message):
    department.edit(path, old, new)
    assert department.problems() == reported(place, message)


def test_an_article_of_another_law_is_reported(department):
    department.edit(TASKS, "{法规: water-use-rules, 条: [第九条]}", "{法规: yearly-report-rules, 条: [第九条]}")
    (problem,) = department.problems()
    assert problem.startswith("tasks/tasks.yml:28:37: 法规引用: 法规 yearly-report-rules 没有列出“第九条”，")


@pytest.mark.parametrize(
    "reference", ["old-water-rules", "{法规: old-water-rules}", "{法规: water-use-rules, 条: 第三条}"]
)
def test_each_way_to_write_a_reference_to_a_listed_law_passes(department, reference):
    department.edit(TASKS, "依据: [old-water-rules]", f"依据: [{reference}]")
    assert department.problems() == []


def test_a_law_and_the_one_that_it_replaces_may_name_each_other(department):
    department.edit(LAWS, "  领域: [水务]\n  对象", "  替代: [old-water-rules]\n  领域: [水务]\n  对象")
    assert department.problems() == []


def test_a_law_refused_for_another_fault_is_not_called_missing(department):
    department.edit(LAWS, "  简称: 旧用水办法\n", "")
    assert department.problems() == ["laws/laws.yml:24:3: 条目写法: 缺少“简称”，请补上“简称: …”"]


def test_laws_in_a_file_that_cannot_be_read_are_not_called_missing(department):
    department.edit(LAWS, "  简称: 旧用水办法\n", "\t简称: 旧用水办法\n")
    assert department.problems() == ["laws/laws.yml:26:1: 文件写法: 缩进里有制表符（Tab），请改为半角空格，每级两个"]


def test_a_law_entered_twice_does_not_make_references_to_its_articles_wrong(department):
    entry = (department.folder / LAWS).read_text("utf-8").split("\n\n")[1]
    again = entry.replace("old-water-rules", "water-use-rules").replace("  被替代: water-use-rules\n", "")
    (department.folder / "laws/more.yml").write_text(again.replace("旧用水办法", "更旧的用水办法"), "utf-8")
    assert department.problems() == [
        "laws/more.yml:1:7: 编号重复: “water-use-rules”在 laws/laws.yml 第 2 行也用了，请改其中一处；公开过的编号不要改"
    ]


def test_laws_and_articles_of_answers_are_held_to_the_library_too(department):
    department.edit("answers/water.yml", "{法规: water-use-rules, 条: 第三条}", "{法规: water-use-rules, 条: 第四条}")
    department.edit(
        "answers/water.yml",
        "    - {法规: yearly-report-rules, 条: 第二十四条}\n    - {法规: water",
        "    - {法规: no-such-law, 条: 第一条}\n    - {法规: water",
    )
    said = [problem for problem in department.problems() if "法规引用" in problem]
    assert [problem.split(": ")[0] for problem in said] == ["answers/water.yml:9:32", "answers/water.yml:22:12"]
