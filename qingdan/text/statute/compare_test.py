from random import Random

import pytest

from tests.patience import patience

from .compare import ADDED, CHANGED, GONE, MOVED, MOVED_AND_CHANGED, SAME, compare, most_like
from .parse import parse

NUMBERS = "一二三四五六七八九"
RULES = (
    "为了节约用水，保护示例河的水源，制定本规则。",
    "示例区水务局负责本区的节约用水工作，教育部门按照职责做好学校的节水教育。",
    "用水单位应当安装水表，按月记录用水量，记录保存三年。",
    "禁止在示例河两岸五十米内倾倒渣土、堆放垃圾。",
    "洗车场应当使用循环水，不得用自来水直接冲洗车辆。",
    "违反第四条规定的，由示例区水务局责令清除，处一百元以上五百元以下的罚款。",
    "违反第五条规定的，责令改正；拒不改正的，处二千元的罚款。",
    "本规则自2020年3月1日起施行。",
)
CRANES = "养鹤人每年春天清点鹤群，把数目报给林场。"


def statute(*rules):
    """Return a statute of these articles, numbered from 第一条 on where a rule is no (number, words)."""
    told = [rule if isinstance(rule, tuple) else (f"第{NUMBERS[at]}条", rule) for at, rule in enumerate(rules)]
    return parse("示例规则\n" + "".join(f"{number}　{words}\n" for number, words in told))


def told(old, new):
    """Return each pair's kind with the numbers of its articles."""
    return [
        (pair.kind, pair.old.number if pair.old else "", pair.new.number if pair.new else "")
        for pair in compare(old, new)
    ]


def kinds(old, new):
    return [pair.kind for pair in compare(old, new)]


OLD = statute(*RULES)


def replaced(at, old, new):
    assert old in RULES[at]
    return (*RULES[:at], RULES[at].replace(old, new), *RULES[at + 1 :])


def test_a_law_against_itself_is_unchanged():
    assert {(pair.kind, pair.likeness) for pair in compare(OLD, statute(*RULES))} == {(SAME, 1.0)}


def test_white_space_full_width_digits_and_broken_lines_change_nothing():
    new = statute(*(rule.replace("2020", "２０２０").replace("，", "， ").replace("；", "；\n") for rule in RULES))
    assert kinds(OLD, new) == [SAME] * 8


@pytest.mark.parametrize(
    ("at", "old", "new"),
    [
        (5, "一百元", "二百元"),
        (5, "五百元", "六百元"),
        (6, "二千元", "三千元"),
        (2, "三年", "五年"),
        (3, "五十米", "五十五米"),
        (5, "第四条", "第五条"),
        (7, "2020", "2021"),
    ],
)
def test_one_changed_number_is_a_changed_article(at, old, new):
    pairs = compare(OLD, statute(*replaced(at, old, new)))
    assert [pair.kind for pair in pairs] == [CHANGED if place == at else SAME for place in range(8)]
    assert 0.5 < pairs[at].likeness < 1


@pytest.mark.parametrize("at", range(8))
def test_an_article_that_was_put_in_moves_those_behind_it(at):
    new = statute(*RULES[:at], CRANES, *RULES[at:])
    shifted = [(MOVED, f"第{NUMBERS[one]}条", f"第{NUMBERS[one + 1]}条") for one in range(at, 8)]
    assert told(OLD, new)[at:] == [(ADDED, "", f"第{NUMBERS[at]}条"), *shifted]
    assert kinds(OLD, new)[:at] == [SAME] * at


@pytest.mark.parametrize("at", range(8))
def test_an_article_that_was_taken_out_is_gone_where_it_stood(at):
    new = statute(*RULES[:at], *RULES[at + 1 :])
    assert kinds(OLD, new) == [SAME] * at + [GONE] + [MOVED] * (7 - at)
    assert told(OLD, new)[at] == (GONE, f"第{NUMBERS[at]}条", "")


def test_an_article_put_in_with_a_number_of_its_own_moves_nothing():
    numbered = [(f"第{NUMBERS[at]}条", rule) for at, rule in enumerate(RULES)]
    new = statute(*numbered[:3], ("第三条之一", CRANES), *numbered[3:])
    assert told(OLD, new)[2:5] == [
        (SAME, "第三条", "第三条"),
        (ADDED, "", "第三条之一"),
        (SAME, "第四条", "第四条"),
    ]


def test_chapters_in_another_order_are_moved():
    new = statute(*RULES[4:], *RULES[:4])
    assert kinds(OLD, new) == [MOVED] * 8
    assert [pair.old.whole for pair in compare(OLD, new)] == [pair.new.whole for pair in compare(OLD, new)]


def test_a_reference_that_was_only_renumbered_is_a_change_of_the_same_article():
    new = statute(CRANES, *(rule.replace("第五条", "第六条").replace("第四条", "第五条") for rule in RULES))
    assert told(OLD, new)[6:8] == [
        (MOVED_AND_CHANGED, "第六条", "第七条"),
        (MOVED_AND_CHANGED, "第七条", "第八条"),
    ]


def test_a_number_that_stayed_makes_no_pair_of_other_words():
    new = statute(*RULES[:3], CRANES, *RULES[4:])
    assert told(OLD, new)[3:5] == [(GONE, "第四条", ""), (ADDED, "", "第四条")]
    assert {pair.likeness for pair in compare(OLD, new)[3:5]} == {0.0}


def test_of_the_parts_of_an_article_that_was_split_the_most_alike_is_its_pair():
    first, second = RULES[1].split("，")
    assert told(OLD, statute(RULES[0], first + "。", second, *RULES[2:]))[1:3] == [
        (ADDED, "", "第二条"),
        (MOVED_AND_CHANGED, "第二条", "第三条"),
    ]


def test_of_articles_that_were_merged_the_most_alike_is_the_pair():
    assert told(OLD, statute(*RULES[:3], RULES[3] + "\n" + RULES[4], *RULES[5:]))[3:5] == [
        (CHANGED, "第四条", "第四条"),
        (GONE, "第五条", ""),
    ]


def test_articles_that_say_the_same_keep_their_numbers_then_their_order():
    old, new = statute("删去。", CRANES, "删去。", "删去。"), statute(CRANES, RULES[0], "删去。", "删去。")
    assert told(old, new) == [
        (GONE, "第一条", ""),
        (MOVED, "第二条", "第一条"),
        (ADDED, "", "第二条"),
        (SAME, "第三条", "第三条"),
        (SAME, "第四条", "第四条"),
    ]


def test_of_equally_alike_articles_the_one_whose_number_stayed_is_the_pair():
    changed = RULES[2].replace("三年", "五年")
    assert told(OLD, statute(changed, RULES[0], changed, *RULES[3:])) == [
        (ADDED, "", "第一条"),
        (MOVED, "第一条", "第二条"),
        (GONE, "第二条", ""),
        (CHANGED, "第三条", "第三条"),
        *((SAME, f"第{NUMBERS[at]}条", f"第{NUMBERS[at]}条") for at in range(3, 8)),
    ]


def test_an_article_whose_likes_all_have_a_pair_is_the_pair_of_the_one_that_is_left():
    streets = "东西南北中上下左右前后大小"
    rules = [(f"第{at}条", f"{street}街的水表由示例区水务局每年检定一次。") for at, street in enumerate(streets, 1)]
    new = statute(*rules[:-1], ("第13条", "水井街的水表由示例区水务局每年检定一次。"))
    assert told(statute(*rules), new)[-1] == (CHANGED, "第13条", "第13条")


def test_a_code_of_a_thousand_articles_is_compared_in_seconds():
    chance = Random(1)
    words = ["".join(chance.choices(CRANES + "".join(RULES), k=5)) for _ in range(300)]
    rules = [(f"第{number}条", "，".join(chance.choices(words, k=20)) + "。") for number in range(1, 1001)]
    changed = [(number, f"{rule}违反的，责令改正。") for number, rule in rules]
    old, new = statute(*rules), statute(*changed)
    with patience():
        assert set(kinds(old, new)) == {CHANGED}


def test_a_statute_without_articles_has_nothing_in_common():
    nothing = statute()
    assert compare(nothing, nothing) == ()
    assert kinds(nothing, OLD) == [ADDED] * 8
    assert kinds(OLD, nothing) == [GONE] * 8


def test_every_article_of_both_is_in_one_pair_in_the_order_of_the_new():
    new = statute(CRANES, *RULES[5:], *replaced(2, "按月", "按季")[:3])
    pairs = compare(OLD, new)
    assert tuple(pair.new for pair in pairs if pair.new) == new.articles
    assert sorted(pair.old.anchor for pair in pairs if pair.old) == [one.anchor for one in OLD.articles]


def test_the_article_of_a_code_that_took_one_over_is_found():
    code = statute(CRANES, "洗车场和洗衣店应当使用循环水，不得用自来水直接冲洗车辆、地面。", *RULES[:3])
    found, likeness = most_like(OLD.articles[4], code)
    assert found.number == "第二条"
    assert 0.4 < likeness < 1
    assert most_like(OLD.articles[0], code) == (code.articles[2], 1.0)


def test_what_no_article_of_a_code_says_is_not_found():
    assert most_like(statute(CRANES).articles[0], OLD) is None
    assert most_like(statute("图书馆在闭馆日不借书，但读者可以还书。").articles[0], OLD) is None
    assert most_like(OLD.articles[0], statute()) is None


def test_of_very_many_articles_that_are_nearly_alike_each_is_paired_with_its_own():
    def gates(word):
        lines = (f"第{number}条　第{number}号{word}由看守人每天看一次，记下水位。" for number in range(1, 401))
        return parse("示例规则\n" + "\n".join(lines) + "\n")

    pairs = compare(gates("水闸"), gates("闸门"))
    assert {pair.kind for pair in pairs} == {CHANGED}
    assert len(pairs) == 400
