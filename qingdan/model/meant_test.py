import pytest

from conftest import AS_OF
from qingdan.model.meant import OPEN, advice, nearest_term
from qingdan.site.check import examine


@pytest.fixture
def vocab(department):
    department.edit(
        "vocab.yml",
        "  - {名称: 水务, 标识: water",
        "  - {名称: 垃圾分类, 标识: waste, 定义: 生活垃圾分开投放、收集和处理。}\n"
        "  - {名称: 生活服务, 标识: services, 定义: 家政、维修一类。}\n  - {名称: 水务, 标识: water",
    )
    data, problems = examine(department.folder, AS_OF)
    assert problems == []
    return data.vocab.value


@pytest.mark.parametrize(
    ("word", "name"),
    [("生活垃圾", "垃圾分类"), ("家政", "生活服务"), ("垃圾分累", "垃圾分类"), ("分开投放", "垃圾分类")],
)
def test_the_word_that_means_much_the_same_is_named(vocab, word, name):
    assert nearest_term(word, "法规领域", vocab) == f"最接近的是“{name}”"


def test_where_nothing_is_alike_the_words_are_listed(vocab):
    assert nearest_term("航天", "法规领域", vocab) == "可以写：垃圾分类、生活服务、水务、综合"


def test_a_synonym_comes_first(vocab):
    told = vocab.model_copy(update={"synonyms": (("渣土", "水务"),)})
    assert nearest_term("渣土", "法规领域", told) == "最接近的是“水务”"


@pytest.mark.parametrize("section", OPEN)
def test_the_line_that_the_advice_gives_may_be_added_to_its_list(department, section):
    data, _ = examine(department.folder, AS_OF)
    line = advice("试写的词", section, data.vocab.value).split("在那里加一行“")[1].removesuffix("”")
    text = (department.folder / "vocab.yml").read_text("utf-8")
    head = f"\n{section}:\n"
    added = line.replace("英文", "trial")
    text = text.replace(head, f"{head}  {added}\n") if head in text else f"{text}\n{section}:\n  {added}\n"
    (department.folder / "vocab.yml").write_text(text, "utf-8")
    assert [problem for problem in department.problems() if "标识" in problem or "条目写法" in problem] == []


def test_a_list_of_the_program_is_not_to_be_added_to(vocab):
    assert "加一行" not in advice("在办", "状态", vocab)


@pytest.mark.parametrize("word", ["用水", "用水管理", "渣土", "渣土清运"])
def test_what_residents_call_it_is_known_alone_and_within_a_longer_word(vocab, word):
    told = vocab.model_copy(update={"synonyms": (("渣土", "水务"),)})
    assert nearest_term(word, "法规领域", told) == "最接近的是“水务”"
