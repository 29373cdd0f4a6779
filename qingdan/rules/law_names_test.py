import pytest

LAWS = "laws/laws.yml"
HOW = "同一部法规请只留一条，不是同一部的请加上年份区分，例如 {}（2001年）"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        (
            "名称: 示例旧用水办法",
            "名称: 示例用水条例",
            "25:7",
            "“示例用水条例”也是 water-use-rules 的名称（laws/laws.yml 第 3 行）",
        ),
        (
            "简称: 旧用水办法",
            "简称: 用水条例",
            "26:7",
            "“用水条例”也是 water-use-rules 的简称（laws/laws.yml 第 4 行）",
        ),
        (
            "简称: 旧用水办法",
            "简称: 示例用水条例",
            "26:7",
            "“示例用水条例”也是 water-use-rules 的名称（laws/laws.yml 第 3 行）",
        ),
    ],
)
def test_no_two_laws_go_by_one_name(department, old, new, place, said):
    department.edit(LAWS, old, new)
    assert department.problems() == [f"{LAWS}:{place}: 法规重名: {said}；{HOW.format(new.split(': ')[1])}"]


def test_a_law_may_have_its_whole_name_for_a_short_one(department):
    department.edit(LAWS, "简称: 旧用水办法", "简称: 示例旧用水办法")
    assert department.problems() == []
