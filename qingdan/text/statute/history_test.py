import pytest

from .history import steps_of, tells_history
from .parse import parse


def steps(words):
    return [(str(step.day), step.act) for step in steps_of(words)]


def effective(last, note="（2020年1月2日示例区人民政府令第3号公布）"):
    found = parse(f"示例办法\n{note}\n第一条　养鹤。\n第二条　{last}\n").effective
    return str(found) if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2020年1月2日示例区人大常委会第三次会议通过", [("2020-01-02", "通过")]),
        ("（2020年1月2日通过　2020年2月3日批准）", [("2020-01-02", "通过"), ("2020-02-03", "批准")]),
        ("一九八二年十二月四日公布施行", [("1982-12-04", "公布"), ("1982-12-04", "施行")]),
        ("二〇〇五年十月三十一日发布", [("2005-10-31", "公布")]),
        ("二○○五年一月一日颁布", [("2005-01-01", "公布")]),
        ("２０２０年１月２日通过", [("2020-01-02", "通过")]),
        ("2020 年 1 月 2 日 通过", [("2020-01-02", "通过")]),
        ("根据2020年1月2日《关于修改〈示例办法〉的决定》第一次修正", [("2020-01-02", "修正")]),
        ("2020年1月2日批准的《示例市关于修改部分法规的决定》修正", [("2020-01-02", "修正")]),
        ("2020年1月2日示例区人民政府令第3号", [("2020-01-02", "公布")]),
        ("2020年1月2日修订通过　自2020年3月1日起施行", [("2020-01-02", "修订"), ("2020-01-02", "通过"), ("2020-03-01", "施行")]),
        ("2020年2月30日通过", []),
        ("养鹤很好", []),
    ],
)  # fmt: skip
def test_each_step_has_its_day_and_its_act(words, expected):
    assert steps(words) == expected


def test_the_days_of_decisions_in_titles_are_no_steps():
    assert steps("2020年1月2日《关于1999年9月9日通过的办法的决定》修正") == [("2020-01-02", "修正")]


def test_a_line_without_a_day_or_without_an_act_tells_no_history():
    assert not tells_history("示例区人大常委会通过")
    assert not tells_history("2020年1月2日")


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("本办法自2020年3月1日起施行。", "2020-03-01"), ("自2020年3月1日起施行。", "2020-03-01"), ("【施行】自2020年3月1日起施行。", "2020-03-01"),
        ("本办法从2020年3月1日起实施。", "2020-03-01"), ("本办法自二〇二〇年三月一日起实行。", "2020-03-01"),
        ("本办法由水务局解释，自2020年3月1日起施行。", "2020-03-01"), ("本办法自公布之日起施行。", "2020-01-02"),
        ("本办法自发布之日起施行。1999年1月1日起施行的旧办法同时废止。", "2020-01-02"), ("养鹤人自2020年3月1日起数鹤。", None),
    ],
)  # fmt: skip
def test_the_last_articles_say_from_when_it_is_in_force(last, day):
    assert effective(last) == day


def test_where_the_articles_say_nothing_the_note_does():
    assert effective("数鹤。", "2020年1月2日公布\n2020年3月1日施行") == "2020-03-01"


def test_without_a_note_the_day_of_publication_is_unknown():
    assert effective("本办法自公布之日起施行。", "") is None


@pytest.mark.parametrize(
    ("event", "note", "day"),
    [
        ("公布", "2020年1月2日示例区人大常委会通过", None),
        ("公布", "2020年1月2日全国人民代表大会常务委员会通过", "2020-01-02"),
        ("通过", "2020年1月2日示例区人大常委会通过　2020年2月3日批准", "2020-01-02"),
        ("批准", "2020年1月2日示例区人大常委会通过　2020年2月3日批准", "2020-02-03"),
        ("修订公布", "2010年1月2日公布　2020年2月3日修订公布", "2020-02-03"),
    ],
)
def test_the_day_of_what_the_articles_speak_of(event, note, day):
    assert effective(f"本办法自{event}之日起施行。", note) == day


def test_an_amended_statute_is_in_force_from_its_own_day():
    note = "（2010年1月2日公布　根据2020年1月2日《关于修改〈示例办法〉的决定》修正）"
    assert effective("本办法自2010年3月1日起施行。", note) == "2010-03-01"
