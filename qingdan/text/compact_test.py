"""What is written without white space is read back as it was."""

import json

from .compact import compact_json


def test_nothing_is_lost_and_no_byte_is_spent_on_white_space_or_escapes():
    value = {"名称": ["第 1 条", 2, None], "空": {}}
    content = compact_json(value)
    assert json.loads(content) == value
    assert content == '{"名称":["第 1 条",2,null],"空":{}}'.encode()
