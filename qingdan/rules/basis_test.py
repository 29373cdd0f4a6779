import pytest

BASIS = "basis.yml"
OWN = "- 关于: 公开方式\n  名称: 指引\n  文号: 待核\n  机关: 待核\n  日期: 待核\n  状态: 现行有效\n  要求:\n    - {内容: 公开。}\n  来源:\n    - {名称: 转载}\n"
LIBRARY = "- 关于: 年度报告\n  法规: yearly-report-rules\n  要求:\n    - {条: [第二十四条], 内容: 每年公开。}\n"


@pytest.fixture
def write(department):
    """Return a function that writes basis.yml and gives what is wrong then."""

    def write(text):
        (department.folder / BASIS).write_text(text, "utf-8")
        return department.problems()

    return write


def test_a_department_may_have_no_such_file(department):
    (department.folder / BASIS).unlink()
    assert department.problems() == []


def test_documents_of_the_library_and_others_stand_side_by_side(write):
    assert write(OWN + LIBRARY) == []


@pytest.mark.parametrize("line", ["名称: 规定", "文号: 待核", "机关: 待核", "状态: 现行有效"])
def test_what_the_library_has_is_not_written_again(write, line):
    key = line.split(":")[0]
    problems = write(LIBRARY.replace("  要求", f"  {line}\n  要求"))
    assert problems == [f"basis.yml:3:7: 制度依据: 写了“法规”，“{key}”就取自法规库，请删去这一行"]


@pytest.mark.parametrize("key", ["名称", "文号", "机关", "日期", "状态"])
def test_a_document_outside_the_library_brings_everything(write, key):
    text = "".join(line for line in OWN.splitlines(keepends=True) if not line.startswith(f"  {key}:"))
    assert write(text) == [
        f"basis.yml:1:3: 制度依据: 没有写“法规”，也缺{key}；法规库里有的写“法规: 标识”，没有的补齐，不知道的写“待核”"
    ]


def test_the_day_of_publication_may_stand_beside_the_library(write):
    assert write(LIBRARY.replace("  要求", "  日期: 2019年公布\n  要求")) == []


def test_a_document_is_listed_once(write):
    assert write(LIBRARY + LIBRARY) == [
        "basis.yml:6:7: 编号重复: “yearly-report-rules”在 basis.yml 第 2 行也用了，请改其中一处；公开过的编号不要改"
    ]


def test_an_article_must_be_listed_by_the_library(write):
    assert write(LIBRARY.replace("第二十四条", "第二十五条")) == [
        "basis.yml:4:12: 制度依据: 法规 yearly-report-rules 没有列出“第二十五条”，最接近的是“第二十四条”；"
        "确有此条的，请先加到法规库的“条文”里"
    ]


def test_a_source_links_only_to_listed_hosts(write):
    assert write(OWN.replace("转载}", "转载, 网址: 'https://www.gov.cn/a'}")) == []
    [problem] = write(OWN.replace("转载}", "转载, 网址: 'https://example.com/a'}"))
    assert problem.startswith("basis.yml:10:20: 网址: “https://example.com/a”的网站不在 vocab.yml 的“站点”里")


def test_an_unknown_key_is_refused(write):
    assert "没有“要件”这一项，最接近的是“要求”" in " ".join(write(LIBRARY + "  要件: 无\n"))


def test_a_document_that_the_library_lacks_is_reported(department, write):
    missing = LIBRARY.replace("yearly-report-rules", "yearly-report-rule")
    assert write(missing) == [
        "basis.yml:2:7: 制度依据: 法规库里没有“yearly-report-rule”，最接近的是“yearly-report-rules”；要用新的法规，请先加到法规库里"
    ]


def test_a_document_whose_law_is_only_unreadable_or_refused_is_not_called_missing(department, write):
    department.edit("laws/laws.yml", "制定机关: 待核", "制定机关: []")
    assert [problem.split(": ")[1] for problem in write(LIBRARY)] == ["条目写法"]
    department.edit("laws/laws.yml", "- 标识: water-use-rules", "-标识: water-use-rules")
    assert not any("制度依据" in problem for problem in department.problems())
