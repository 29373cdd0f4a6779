import pytest

from .answer import Penalty, Provision


@pytest.mark.parametrize(
    ("least", "most", "unit", "words"),
    [
        (None, "1000", "元", "1000元以下"),
        ("50000", "200000", "元", "5万至20万元"),
        ("5000", "50000", "元", "5000元至5万元"),
        ("500", "500", "元", "500元"),
        ("2000", None, "元", "2000元以上"),
        ("5", "10", "日（拘留）", "拘留5至10日"),
        (None, "15", "日（拘留）", "拘留15日以下"),
        ("5", "10", "建设工程造价的百分之", "建设工程造价的5%至10%"),
        (None, "3", "罚款数额的百分之", "罚款数额的3%以下"),
        ("1", "2", "临时建设工程造价的倍", "临时建设工程造价的1至2倍"),
        ("12000", "15000", "元", "12000至15000元"),
        (None, None, "元", ""),
    ],
)
def test_an_amount_is_told_in_the_words_that_readers_use(least, most, unit, words):
    assert Penalty(who="个人", act="试", least=least, most=most, unit=unit).amount == words


def test_a_provision_says_where_it_stands_as_far_as_it_is_known():
    assert Provision(law="a", article="第九条", paragraph="第一款", item="第四项").place == "第九条第一款第四项"
    assert Provision(law="a", article="第九条", item="第四项").place == "第九条第四项"
    assert Provision(law="a").place == ""
