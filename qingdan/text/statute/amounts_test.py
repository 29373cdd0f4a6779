from decimal import Decimal

import pytest

from .amounts import amounts_in


def told(text):
    return [(one.least, one.most, one.unit) for one in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("处一百元以上五百元以下的罚款", [(100, 500, "元")]),
        ("处二千元的罚款", [(2000, 2000, "元")]),
        ("处五日以上十日以下拘留", [(5, 10, "日")]),
        ("处五百元以下的罚款", [(None, 500, "元")]),
        ("处一万元以上的罚款", [(10000, None, "元")]),
        ("处一百元以上五百元以下的罚款；对单位处一千元以上五千元以下的罚款", [(100, 500, "元"), (1000, 5000, "元")]),
        ("养鹤", []),
    ],
)
def test_the_amounts_of_a_sentence(text, expected):
    assert told(text) == expected


def test_a_range_of_shares():
    (one,) = amounts_in("处货值百分之五以上百分之十以下的罚款")
    assert (one.least, one.most) == (Decimal(5), Decimal(10))
