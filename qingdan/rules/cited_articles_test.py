import pytest

from tests.properties.sample import every_model
from tests.statutes import rewrite

ANSWERS, LAWS = "answers/water.yml", "laws/laws.yml"
CITED = "{法规: water-use-rules, 条: 第九条, 款: 第一款}"
NINTH = "    - {条: 第九条, 说明: 不得擅自接管}\n"
VERSION = "（原文是 2023-11-30 的版本）；请照原文改"


def of_places(department):
    return [problem.partition(": 条文出处: ")[::2] for problem in department.problems() if ": 条文出处: " in problem]


def cite(department, place):
    department.edit(ANSWERS, CITED, f"{{法规: water-use-rules, {place}}}")


def list_article(department, number):
    """Let the library list an article too."""
    department.edit(LAWS, NINTH, f"{NINTH}    - {{条: {number}, 说明: 另一条}}\n")


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("条: 第九条, 款: 第三款", "第九条只有两款，没有第三款"),
        ("条: 第九条, 款: 第一款, 项: 第一项", "第九条第一款没有第一项"),
        ("条: 第九条, 项: 第一项", "第九条没有第一项"),
        ("条: 第十三条, 款: 第一款, 项: 第四项", "第十三条第一款没有第四项"),
        ("条: 第十三条, 项: 第四项", "第十三条没有第四项"),
        ("条: 第十三条, 款: 第二款", "第十三条只有一款，没有第二款"),
        ("条: 第九条, 款: 首款", "第九条只有两款，没有首款"),
    ],
)
def test_a_place_that_the_words_lack_is_reported_where_it_is_cited(department, place, reason):
    if "第十三条" in place:
        list_article(department, "第十三条")
    cite(department, place)
    assert of_places(department) == [(f"{ANSWERS}:8:7", f"{reason}{VERSION}")]


@pytest.mark.parametrize("place", ["项: 第三项", "款: 第一款, 项: 第三项", "项: （三）", "款: 第一款", "款: 第 1 款"])
def test_a_place_that_is_there_passes_however_it_is_written(department, place):
    list_article(department, "第十三条")
    department.edit(ANSWERS, "条: 第三条}", f"条: 第十三条, {place}}}")
    assert of_places(department) == []


@pytest.mark.parametrize("number", ["第十六条", "第九条之一", "第九十条", "第零条"])
def test_an_article_that_the_words_lack_is_reported_in_the_library_and_where_it_is_cited(department, number):
    list_article(department, number)
    cite(department, f"条: {number}")
    reason = f"没有{number}，最后一条是第十五条{VERSION}"
    assert of_places(department) == [(f"{ANSWERS}:8:7", reason), (f"{LAWS}:18:11", reason)]


def test_an_article_that_was_added_between_two_is_found(department):
    rewrite(
        department,
        "2023-11-30",
        "第三章　节约用水\n　　第十条",
        "　　第九条之一　接管要登记。\n第三章　节约用水\n　　第十条",
    )
    list_article(department, "第九条之一")
    cite(department, "条: 第九条之一")
    assert of_places(department) == []


def test_an_item_that_stands_in_two_clauses_needs_its_clause(department):
    more = "　　供水单位有下列行为之一的，依法处理：\n　　（一）不登记的；\n　　（二）不告知的。\n"
    rewrite(department, "2023-11-30", "第五章　附则\n　　第十四条", f"{more}第五章　附则\n　　第十四条")
    list_article(department, "第十三条")
    cite(department, "条: 第十三条, 项: 第一项")
    message = f"第十三条的第一款、第二款都有第一项，请写明是哪一款{VERSION}"
    assert of_places(department) == [(f"{ANSWERS}:8:7", message)]
    department.edit(ANSWERS, "条: 第十三条, 项: 第一项", "条: 第十三条, 款: 第二款, 项: 第一项")
    assert of_places(department) == []


def test_an_answer_is_held_against_the_wording_of_the_day_on_which_it_was_compared(department):
    list_article(department, "第十六条")
    cite(department, "条: 第十六条")
    where = [place for place, _ in of_places(department)]
    assert where == [f"{ANSWERS}:8:7", f"{LAWS}:18:11"]
    compared = "  地方: 本地\n  核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n\n- 编号: WD-002"
    department.edit(ANSWERS, compared, compared.replace("2026-01-01", "2026-09-01"))
    assert [place for place, _ in of_places(department)] == [f"{LAWS}:18:11"]


@pytest.mark.parametrize("compared", ["2019-12-31", "2020-02"])
def test_an_answer_compared_before_the_first_archived_wording_is_left_alone(department, compared):
    cite(department, "条: 第九条, 款: 第三款")
    department.edit(ANSWERS, "核对: {日期: 2026-01-01", f"核对: {{日期: {compared}", 3)
    assert of_places(department) == []


def test_a_law_without_archived_words_is_left_alone(department):
    department.drop_texts()
    list_article(department, "第九十条")
    cite(department, "条: 第九十条, 款: 第三款")
    assert of_places(department) == []


def test_where_an_amendment_is_not_archived_nothing_is_reported(department):
    department.edit(
        LAWS, "  最近修改: 2023-11-30\n  修改施行: 2024-01-01", "  最近修改: 2025-11-30\n  修改施行: 2025-12-01"
    )
    for suffix in ("yml", "txt"):
        (department.folder / f"laws/texts/water-use-rules.2026-06-01.{suffix}").unlink()
    list_article(department, "第九十条")
    cite(department, "条: 第九十条, 款: 第三款")
    assert of_places(department) == []


def test_an_answer_that_was_withdrawn_is_left_alone(department):
    """Its citation may be why it was withdrawn."""
    cite(department, "条: 第九条, 款: 第三款")
    end = "  核对: {日期: 2026-01-01, 来源: 示例政府网的条文}\n"
    gone = f"{end}  退出: {{日期: 2026-02-01, 说明: 条号写错了。}}\n"
    department.edit(ANSWERS, f"{end}\n- 编号: WD-002", f"{gone}\n- 编号: WD-002")
    assert of_places(department) == []


NOTE = (
    "注:\n  - {段落: （三）, 引文: 宣传方式单一, 说明: 这里是不足。, 法规: [{法规: water-use-rules, 条: [第九十条]}]}\n"
)


def by_a_note_of_a_report(department):
    file = department.folder / "reports/2025.yml"
    file.write_text(file.read_text("utf-8") + NOTE, "utf-8")


def by_a_basis(department):
    department.edit("basis.yml", "  法规: yearly-report-rules", "  法规: water-use-rules")
    department.edit("basis.yml", "{条: [第二十四条], 内容", "{条: [第九十条], 内容")


def by_a_term(department):
    department.edit("glossary.yml", "{法规: water-use-rules, 条: [第三条]}", "{法规: water-use-rules, 条: [第九十条]}")


def by_an_entry(department):
    department.edit("publicity/publicity.yml", "条: [第三条, 第九条]", "条: [第三条, 第九十条]")


@pytest.mark.parametrize("cited", [by_a_note_of_a_report, by_a_basis, by_a_term, by_an_entry])
def test_nothing_can_cite_an_article_that_the_words_lack_by_way_of_the_library(department, cited):
    cited(department)
    assert any("法规 water-use-rules 没有列出“第九十条”" in problem for problem in department.problems())
    list_article(department, "第九十条")
    found = department.problems()
    assert not any("没有列出" in problem for problem in found)
    assert of_places(department) == [(f"{LAWS}:18:11", f"没有第九十条，最后一条是第十五条{VERSION}")]


def test_no_other_record_names_an_article():
    """Whatever names one is held against the list of the library, and that against the words."""
    named = {model.__name__ for model in every_model() if any(one.alias == "条" for one in model.model_fields.values())}
    assert named == {"Article", "Demand", "LawRef", "Provision"}
