import pytest

WORD = "- 名称: 约谈\n  标识: talk\n  解释: 请来谈话。\n"
QUOTED = "  出处:\n    - {报告: 2025, 段落: （一）2, 引文: 二是约谈用水户近20户次}\n"


@pytest.fixture
def write(department):
    """Return a function that writes glossary.yml and gives what is wrong then."""

    def write(text):
        (department.folder / "glossary.yml").write_text(text, "utf-8")
        return department.problems()

    return write


def test_a_word_rests_on_a_report_or_on_a_law(write):
    assert write(WORD + QUOTED) == []
    assert write(WORD + "  依据:\n    - {法规: water-use-rules, 条: [第九条]}\n") == []


def test_a_word_that_rests_on_nothing_is_reported(write):
    assert write(WORD) == [
        "glossary.yml:1:7: 名词解释: “约谈”没有出处，也没有依据；"
        "请补上，例如 依据: [admin-penalty]；两样都查不到的，删去这个词"
    ]


def test_its_quotation_is_checked_like_any_other(write):
    [problem] = write(WORD + QUOTED.replace("近20户次", "近30户次"))
    assert problem.startswith("glossary.yml:5:32: 引文: “二是约谈用水户近30户次”：引文不在该段原文中")


def test_its_laws_and_articles_are_checked_like_any_other(write):
    [problem] = write(WORD + "  依据:\n    - {法规: water-use-rules, 条: [第十条]}\n")
    assert problem.startswith("glossary.yml:5:33: 法规引用: 法规 water-use-rules 没有列出“第十条”")


@pytest.mark.parametrize(
    ("more", "place", "name"),
    [
        ("- 名称: 约谈\n  标识: other\n  解释: 另一个。\n", "6:7", "约谈"),
        ("- 名称: 别的\n  标识: other\n  别名: [约谈]\n  解释: 另一个。\n", "8:8", "约谈"),
        ("- 名称: 别的\n  标识: talk\n  解释: 另一个。\n", "7:7", "talk"),
    ],
)
def test_a_word_or_its_slug_used_again_is_reported_at_its_second_place(write, more, place, name):
    [problem] = write(WORD + QUOTED + more + QUOTED)
    assert problem.startswith(f"glossary.yml:{place}: 编号重复: “{name}”在 glossary.yml 第")
