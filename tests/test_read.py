import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qingdan.source.read import (
    MAX_BYTES,
    MAX_PROBLEMS,
    List,
    Map,
    Refused,
    Text,
    decode,
    node_at,
    parse,
    values,
)
from qingdan.text.problem import Place
from tests.patience import patience

NAME = "data/tasks/甲.yml"
QUOTE_ALL = "值以特殊符号开头，请用英文单引号把整个值括起来"
SECOND_COLON = "值里又有半角冒号“:”，请用英文单引号把整个值括起来"
OPEN_QUOTE = "英文引号只有一半，请补成一对"
AFTER_QUOTE = "引号后面还有文字；请用英文单引号把整个值括起来，里面的引号改用中文引号"
BACKSLASH = "双引号里不能有反斜线“\\”，请改用英文单引号"
OPEN_BRACKET = "括号只有一半，请补成一对；要用英文括号"
IN_BRACKETS = "括号里各项用半角逗号加一个空格“, ”隔开；值里有逗号、冒号或括号的，用英文单引号把这个值括起来"
INDENT = "缩进与上面各行没有对齐，请按每级两个空格对齐"
NO_COLON = "这一行没有“: ”；请写成“项目: 值”，或并到上一行"
ANCHOR = "不支持锚点和引用（& 与 *）；若是文字的一部分，请用英文单引号括起来"
TAG = "不支持标签（!）；若是文字的一部分，请用英文单引号括起来"
HASH = "“ #”后面的文字会被丢掉；若是内容，请把整个值用英文单引号括起来，若是注释，请另起一行"
FOLDED = "文字跨了几行；请写在一行内，或检查下一行是否漏了“: ”"
CONFLICT = "这里留有合并冲突的标记，请选定一个版本并删去 <<<<<<<、=======、>>>>>>> 各行"
NOT_UTF8 = "文件不是 UTF-8 编码（可能是 GBK），请用编辑器另存为 UTF-8"
UTF16 = "文件是 UTF-16 编码，或者不是文本文件，请另存为 UTF-8"
BREAK = "文字里有换行；请写在一行内"
ESCAPE = "双引号里用反斜线“\\”写出了不可用的字符；请改用英文单引号，或删去反斜线那一段"
DEEP = "嵌套超过 12 层，请照已有条目的样子写"
KEY = "项目名须是文字，不能是列表；值以括号开头的，用英文单引号把整个值括起来"
DASH = "“-”后面要有一个半角空格，请写成“- ”"
ONE_DOCUMENT = "一个文件只能有一份内容，请删去第二个“---”"
DIRECTIVE = "不支持以 % 开头的指令行，请删去"
TAB = "缩进里有制表符（Tab），请改为半角空格，每级两个"
WIDE_SPACE = "缩进里有全角空格，请改为半角空格，每级两个"


def empty(what):
    return f"{what}没有内容，请补上；不需要的整行删去"


def lost(what):
    return f"{what}没有内容：“#”后面的文字会被丢掉；若是内容，请用英文单引号把整个值括起来"


def empty_in_braces(what):
    return f"{what}没有内容，请补上；前一个值里有逗号的，用英文单引号括起来，有几个值的写成 [甲, 乙]"


def wide_colon(key):
    return f"“{key}”后面是全角冒号“：”，请改为半角冒号加一个空格“: ”"


def tight_colon(key):
    return f"“{key}:”的冒号后面缺一个空格，请写成“{key}: ”"


def twice(key, line):
    return f"“{key}”写了两次（前一次在第 {line} 行），请只留一个"


def unreadable(line, hint):
    return f"这一行读不懂：“{line}”。{hint}"


def invisible(code):
    return f"这里有看不见的字符 {code}，请删去后重新输入"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("read") / "甲.yml"


def node_of(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return parse(decode(path, NAME), NAME)


def faults(path, content, rule="文件写法"):
    """Return line, column and message of each fault."""
    with pytest.raises(Refused) as caught:
        node_of(path, content)
    assert {problem.place.path for problem in caught.value.problems} == {NAME}
    assert {problem.rule for problem in caught.value.problems} == {rule}
    return [(problem.place.line, problem.place.column, problem.message) for problem in caught.value.problems]


# --- what is read


@pytest.mark.parametrize(
    "scalar",
    [
        "007",
        "on",
        "no",
        "1.10",
        "12:30",
        "0x1F",
        "0o17",
        "~",
        "null",
        "2026.10",
        "1e5",
        "2026-12-31",
        ".inf",
        "1_000",
        "true",
        "=",
        "<b>甲</b>",
        "甲{{ 乙 }}",
        "甲：乙",
        "C#",
        "甲&乙",
        "a*b*c",
        "https://a.example/b?c=d#e",
        "-1",
        "-甲",
    ],
)
def test_a_scalar_stays_the_text_that_was_typed(path, scalar):
    assert values(node_of(path, f"- 编号: {scalar}\n  名称: 乙\n")) == [{"编号": scalar, "名称": "乙"}]


@pytest.mark.parametrize("quoted", ["'@甲 # 乙'", '"@甲 # 乙"'])
def test_a_quoted_scalar_may_hold_any_mark(path, quoted):
    assert values(node_of(path, f"- {quoted} # 注\n")) == ["@甲 # 乙"]


def test_a_block_of_one_line_or_folded_into_one_is_read(path):
    assert values(node_of(path, "- |\n  甲 # 乙\n- >\n  丙\n  丁\n")) == ["甲 # 乙", "丙 丁"]


def test_a_key_is_text_too(path):
    assert values(node_of(path, "007: 甲\non: 乙\n")) == {"007": "甲", "on": "乙"}


def test_spaces_and_ideographic_spaces_around_a_value_are_dropped(path):
    assert values(node_of(path, "- 名称: 　乙　丙　 \n- ' 丁 '\n")) == [{"名称": "乙　丙"}, "丁"]


def test_comments_on_their_own_lines_are_read_over(path):
    assert values(node_of(path, "# 头\n- 名称: 乙\n  # 中\n  年度: 2024\n# 尾\n")) == [{"名称": "乙", "年度": "2024"}]


def test_lists_and_maps_may_be_written_in_brackets(path):
    assert values(node_of(path, "- {报告: 2024, 段落: [一, 二]}\n")) == [{"报告": "2024", "段落": ["一", "二"]}]


@pytest.mark.parametrize("content", ["", "\n\n", "# 待补充\n", "---\n", "\ufeff", "''\n", "  # 待\n"])
def test_a_file_without_content_gives_nothing(path, content):
    assert node_of(path, content) is None


PLAIN = "- 编号: RW-1\n  名称: 乙\n- 编号: RW-2\n"


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "\ufeff" + PLAIN,
        PLAIN.rstrip("\n"),
        "\ufeff" + PLAIN.replace("\n", "\r\n").rstrip(),
        "---\n" + PLAIN,
        PLAIN + "\n\n",
    ],
    ids=[
        "crlf",
        "cr",
        "byte order mark",
        "no final newline",
        "all of these",
        "document start",
        "blank lines at the end",
    ],
)
def test_line_ends_byte_order_mark_and_final_newline_make_no_difference(path, content):
    node = node_of(path, content)
    assert values(node) == values(node_of(path, PLAIN))
    first = node.items[1].items["编号"].place.line - content.startswith("---")
    assert first == 3


def test_nodes_know_their_places(path):
    node = node_of(path, "- 编号: RW-1\n  记录:\n    - {日期: 2024}\n")
    assert isinstance(node, List) and isinstance(node.items[0], Map)
    assert node.items[0].items["编号"] == Text(Place(NAME, 1, 7), "RW-1", 1)
    assert node.items[0].keys["记录"] == Place(NAME, 2, 3)
    assert node_at(node, (0, "记录", 0, "日期")).place == Place(NAME, 3, 12)


@pytest.mark.parametrize("steps", [(0, "记录", 0, "状态"), (0, "记录", 0, "状态", "甲")])
def test_the_place_of_a_missing_value_is_that_of_its_closest_ancestor(path, steps):
    node = node_of(path, "- 编号: RW-1\n  记录:\n    - {日期: 2024}\n")
    assert node_at(node, steps).place == Place(NAME, 3, 7)


@pytest.mark.parametrize("steps", [(), (7,), ("甲",)])
def test_the_place_of_a_missing_item_is_that_of_its_list(path, steps):
    assert node_at(node_of(path, "\n- 甲\n"), steps).place == Place(NAME, 2, 1)


# --- what is refused, where and why

REFUSED = {
    "full-width colon alone": ("- 编号: 1\n  名称：乙\n", [(2, 5, wide_colon("名称"))]),
    "full-width colon before another line": ("- 编号: 1\n  名称：乙\n  年度: 2\n", [(2, 5, wide_colon("名称"))]),
    "full-width colon after a dash": ("- 编号：1\n  名称: 乙\n", [(1, 5, wide_colon("编号"))]),
    "full-width space as indent": ("- 编号: 1\n　　名称: 乙\n", [(2, 1, WIDE_SPACE)]),
    "full-width space after spaces": ("- 编号: 1\n  　名称: 乙\n", [(2, 3, WIDE_SPACE)]),
    "tab as indent": ("- 编号: 1\n\t名称: 乙\n", [(2, 1, TAB)]),
    "duplicate key": ("- 编号: 1\n  状态: 甲\n  状态: 乙\n", [(3, 3, twice("状态", 2))]),
    "duplicate key in quotes": ("- 状态: 甲\n  '状态': 乙\n", [(2, 3, twice("状态", 1))]),
    "key written three times": ("甲: 1\n甲: 2\n甲: 3\n", [(2, 1, twice("甲", 1)), (3, 1, twice("甲", 2))]),
    "comment behind a value": ("- 名称: 第1条 #重要\n  年度: 1\n", [(1, 7, HASH)]),
    "comment behind an item": ("- 甲 # 注\n", [(1, 3, HASH)]),
    "value that is only a comment": ("- 名称: #46\n", [(1, 3, lost("“名称”"))]),
    "item that is only a comment": ("- 甲\n- #46\n", [(2, 2, lost("列表里这一项"))]),
    "no value before a comment": ("- 名称:\n  # 注\n  年度: 1\n", [(1, 3, empty("“名称”"))]),
    "no value": ("- 名称:\n  年度: 1\n", [(1, 3, empty("“名称”"))]),
    "empty quotes": ("- 名称: ''\n", [(1, 3, empty("“名称”"))]),
    "only ideographic spaces": ("- 名称: '　'\n", [(1, 3, empty("“名称”"))]),
    "empty item": ("- 甲\n-\n", [(2, 2, empty("列表里这一项"))]),
    "value over two lines": ("- 名称: 甲\n    乙\n", [(1, 7, FOLDED)]),
    "two documents": ("- 甲\n---\n- 乙\n", [(2, 1, ONE_DOCUMENT)]),
    "tag directive": ("%TAG ! x\n---\n- 甲\n", [(1, 1, DIRECTIVE)]),
    "version directive": ("%YAML 1.1\n---\n- 甲\n", [(1, 1, DIRECTIVE)]),
    "unknown version": ("%YAML 9.9\n---\n- 甲\n", [(1, 1, unreadable("%YAML 9.9", DIRECTIVE))]),
    "anchor": ("- &a\n  名称: 乙\n", [(1, 3, ANCHOR)]),
    "anchor on a value": ("- 名称: &a 乙\n", [(1, 7, ANCHOR)]),
    "anchor on a key": ("&a 名称: 乙\n", [(1, 1, ANCHOR)]),
    "alias": ("- 名称: *a\n", [(1, 7, ANCHOR)]),
    "merge key": ("- <<: *base\n  编号: 2\n", [(1, 7, ANCHOR)]),
    "alias as key": ("*a : 乙\n", [(1, 1, ANCHOR), (1, 1, KEY)]),
    "tag without value": ("- 名称: !b\n", [(1, 7, TAG), (1, 3, empty("“名称”"))]),
    "lone tag": ("- ! 甲\n", [(1, 3, TAG)]),
    "python tag": ("- !!python/object/apply:os.system ['ls']\n", [(1, 3, TAG)]),
    "tag on a map": ("- !!map {甲: 乙}\n", [(1, 3, TAG)]),
    "list as key": ("? [甲]\n: 乙\n", [(1, 3, KEY)]),
    "map as key": ("- {甲: 乙}: 丙\n", [(1, 3, KEY)]),
    "merge conflict": (
        "<<<<<<< HEAD\n- 甲\n=======\n- 乙\n>>>>>>> 改\n",
        [(1, 1, CONFLICT), (3, 1, CONFLICT), (5, 1, CONFLICT)],
    ),
    "bracket first": ("- 名称: [重要] 听证\n", [(1, 12, unreadable("- 名称: [重要] 听证", QUOTE_ALL))]),
    "at sign first": ("- 甲\n- 名称: @法\n", [(2, 7, unreadable("- 名称: @法", QUOTE_ALL))]),
    "back quote first": ("- `甲`\n", [(1, 3, unreadable("- `甲`", QUOTE_ALL))]),
    "percent sign first": ("- 名称: %甲\n", [(1, 7, unreadable("- 名称: %甲", QUOTE_ALL))]),
    "two colons": ("- 名称: 甲: 乙\n", [(1, 8, unreadable("- 名称: 甲: 乙", SECOND_COLON))]),
    "open quotes": ("- 编号: 1\n- 名称: '甲\n", [(2, 7, unreadable("- 名称: '甲", OPEN_QUOTE))]),
    "open quotes over the end": ("甲: '\n\n", [(1, 4, unreadable("甲: '", OPEN_QUOTE))]),
    "nothing but a bracket": ("[", [(1, 2, unreadable("[", OPEN_BRACKET))]),
    "no space behind an indented dash": ("甲:\n  - 乙\n  -丙: 丁\n", [(3, 3, DASH)]),
    "escape of an invisible character": ('- 甲\n- 名称: "乙\\u200b丙"\n', [(2, 7, ESCAPE)]),
    "escape of a look-alike": ('- "\\u2f12"\n', [(1, 3, ESCAPE)]),
    "escape of a tab": ('- "甲\\t乙"\n', [(1, 3, ESCAPE)]),
    "escape of a zero byte in a key": ('"甲\\0": 乙\n', [(1, 1, ESCAPE)]),
    "block over two lines": ("- 名称: |\n    甲\n    乙\n", [(1, 7, BREAK)]),
    "escape of a line end": ('- "甲\\n乙"\n', [(1, 3, BREAK)]),
    "open bracket": ("- 名称: [甲, 乙\n", [(1, 7, unreadable("- 名称: [甲, 乙", OPEN_BRACKET))]),
    "wrong indent": ("- 编号: 1\n 名称: 甲\n", [(2, 2, unreadable("名称: 甲", INDENT))]),
    "no space behind the dash": ("-编号: 1\n  名称: 甲\n", [(1, 1, DASH)]),
    "list after a map": ("甲: 乙\n- 丙\n", [(2, 1, unreadable("- 丙", INDENT))]),
    "nesting": ("[" * 13, [(1, 13, DEEP)]),
    "nesting after another fault": ("- &a 甲\n- " + "[" * 12, [(1, 3, ANCHOR), (2, 14, DEEP)]),
    "several faults": (
        "- 编号: &a 1\n  名称:\n  编号: 2\n- 甲 # 乙\n- !b 丙\n",
        [(1, 7, ANCHOR), (2, 3, empty("“名称”")), (3, 3, twice("编号", 1)), (4, 3, HASH), (5, 3, TAG)],
    ),
    "faults of lines together": (
        "- 甲: 1\n\t乙: 2\n　丙: 3\n=======\n",
        [(4, 1, CONFLICT), (2, 1, TAB), (3, 1, WIDE_SPACE)],
    ),
    "a fault before an unreadable line": (
        "- 甲:\n- 乙: @b\n",
        [(1, 3, empty("“甲”")), (2, 6, unreadable("- 乙: @b", QUOTE_ALL))],
    ),
    "gbk": ("- 甲: 乙\n- 丙\n".encode("gbk"), [(1, 3, NOT_UTF8)]),
    "one bad byte": ("- 甲\n- 乙".encode() + b"\xff\n", [(2, 4, NOT_UTF8)]),
    "one bad byte after cr": ("- 甲\r- 乙".encode() + b"\xff\r", [(2, 4, NOT_UTF8)]),
    "one bad byte after crlf": ("- 甲\r\n- 乙".encode() + b"\xff\r\n", [(2, 4, NOT_UTF8)]),
    "utf-16": ("- 甲\n".encode("utf-16"), [(1, 1, UTF16)]),
    "utf-16 big end first": (b"\xfe\xff" + "- 甲\n".encode("utf-16-be"), [(1, 1, UTF16)]),
    "utf-16 without mark": ("- abc\n".encode("utf-16-le"), [(1, 1, UTF16)]),
    "binary": (b"PK\x03\x04\x00\x00\xff", [(1, 1, UTF16)]),
}

ENTRY, MORE = "- 编号: 1\n", "  年度: 2\n  时限: 3\n"
UNREADABLE = {
    # a value begins with a special character
    "  名称: @甲\n": (2, 7, unreadable("名称: @甲", QUOTE_ALL)),
    "  名称: **甲**\n": (2, 8, unreadable("名称: **甲**", QUOTE_ALL)),
    "  名称: & 甲\n": (2, 8, unreadable("名称: & 甲", QUOTE_ALL)),
    "  名称: !甲: 乙\n": (2, 8, unreadable("名称: !甲: 乙", SECOND_COLON)),
    "  名称: >甲\n": (2, 8, unreadable("名称: >甲", QUOTE_ALL)),
    "  名称: |甲\n": (2, 8, unreadable("名称: |甲", QUOTE_ALL)),
    "  名称: ? 甲\n": (2, 7, unreadable("名称: ? 甲", QUOTE_ALL)),
    "  名称: - 甲\n": (2, 7, unreadable("名称: - 甲", QUOTE_ALL)),
    "  名称: {甲}乙\n": (2, 10, unreadable("名称: {甲}乙", QUOTE_ALL)),
    "  名称: ]甲\n": (2, 7, unreadable("名称: ]甲", QUOTE_ALL)),
    "  事项:\n    - 文号：甲\n    - @乙\n": (4, 7, unreadable("- @乙", QUOTE_ALL)),
    "  事项:\n    - 12:30\n    - @乙\n": (4, 7, unreadable("- @乙", QUOTE_ALL)),
    # a value holds a colon
    "  名称: 会议时间: 12:30\n": (2, 11, unreadable("名称: 会议时间: 12:30", SECOND_COLON)),
    "  名称: 甲 '乙: 丙'\n": (2, 11, unreadable("名称: 甲 '乙: 丙'", SECOND_COLON)),
    "  名称: 甲:\n": (2, 8, unreadable("名称: 甲:", SECOND_COLON)),
    "  事项:\n    - 甲: 乙: 丙\n": (3, 11, unreadable("- 甲: 乙: 丙", SECOND_COLON)),
    # quotes
    "  名称: '甲\n": (2, 7, unreadable("名称: '甲", OPEN_QUOTE)),
    "  名称: '甲’\n": (2, 7, unreadable("名称: '甲’", OPEN_QUOTE)),
    "  名称: '甲\n  网址: 'https://a.b'\n": (2, 7, unreadable("名称: '甲", OPEN_QUOTE)),
    '  名称: "甲\n  类别: 乙\n  网址: "https://a.b"\n': (2, 7, unreadable('名称: "甲', OPEN_QUOTE)),
    "  名称: '甲'乙\n": (2, 10, unreadable("名称: '甲'乙", AFTER_QUOTE)),
    "  单位: '份'\n  名称: \"甲\"等\n": (3, 10, unreadable('名称: "甲"等', AFTER_QUOTE)),
    "  名称: '甲',\n": (2, 10, unreadable("名称: '甲',", AFTER_QUOTE)),
    '  名称: "甲\\乙"\n': (2, 9, unreadable('名称: "甲\\乙"', BACKSLASH)),
    '  来源:\n    - {名称: "甲", 网址: \'乙}\n': (3, 21, unreadable('- {名称: "甲", 网址: \'乙}', OPEN_QUOTE)),
    # brackets
    "  主体: [甲\n": (2, 7, unreadable("主体: [甲", OPEN_BRACKET)),
    "  主体: [甲】\n": (2, 7, unreadable("主体: [甲】", OPEN_BRACKET)),
    "  主体: [甲}\n": (2, 9, unreadable("主体: [甲}", OPEN_BRACKET)),
    "  主体: [甲\n  依据: [乙]\n": (2, 7, unreadable("主体: [甲", OPEN_BRACKET)),
    "  证据:\n    - {报告: 1, 段落: 一\n": (3, 7, unreadable("- {报告: 1, 段落: 一", OPEN_BRACKET)),
    "  证据:\n    - {报告: 1, 引文: '一}\n": (3, 19, unreadable("- {报告: 1, 引文: '一}", OPEN_QUOTE)),
    "  证据:\n    - {报告: 1, 引文: @一}\n": (3, 19, unreadable("- {报告: 1, 引文: @一}", QUOTE_ALL)),
    "  证据:\n    - {报告: 1, 引文: 甲: 乙}\n": (3, 20, unreadable("- {报告: 1, 引文: 甲: 乙}", IN_BRACKETS)),
    "  证据:\n    - {报告: 1, 引文: [甲]乙}\n": (3, 22, unreadable("- {报告: 1, 引文: [甲]乙}", IN_BRACKETS)),
    "  证据:\n    - {报告: 1，段落: 一}\n": (3, 16, unreadable("- {报告: 1，段落: 一}", IN_BRACKETS)),
    "  主体: [甲, , 乙]\n": (2, 11, unreadable("主体: [甲, , 乙]", IN_BRACKETS)),
    "  条: [甲], [乙]\n": (2, 9, unreadable("条: [甲], [乙]", IN_BRACKETS)),
    "  证据:\n    - {报告:1, 段落: 一}\n": (3, 11, tight_colon("报告")),
    "  证据:\n    - {报告: 1, 段落:一}\n": (3, 18, tight_colon("段落")),
    "  证据:\n    - {报告: 1, 段落：一}\n": (3, 17, wide_colon("段落")),
    "  证据:\n    - {报告: , 段落: 一}\n": (3, 8, empty_in_braces("“报告”")),
    "  证据:\n    - {报告: 1, 引文: 一,二}\n": (3, 21, empty_in_braces("“二”")),
    # colons without their space
    "  名称:甲\n": (2, 6, tight_colon("名称")),
    "  名称 :甲\n": (2, 7, tight_colon("名称")),
    "  名称:'甲'\n": (2, 6, tight_colon("名称")),
    "  主体:[甲]\n": (2, 6, tight_colon("主体")),
    "  网址:https://a.b/\n": (2, 6, tight_colon("网址")),
    # lines without a colon
    "  名称 甲\n": (2, 3, unreadable("名称 甲", NO_COLON)),
    "  名称: 甲\n  https://a.b\n": (3, 3, unreadable("https://a.b", NO_COLON)),
    "  名称: 甲\n  # 注\n  乙\n": (4, 3, unreadable("乙", NO_COLON)),
    # wrong indent
    "   名称: 甲\n": (2, 6, unreadable("名称: 甲", INDENT)),
    "名称: 甲\n": (2, 1, unreadable("名称: 甲", INDENT)),
    "  记录:\n    - 日期: 1\n     状态: 甲\n": (4, 6, unreadable("状态: 甲", INDENT)),
    "  记录:\n    - 日期: 1\n       状态: 甲\n": (4, 10, unreadable("状态: 甲", INDENT)),
    "  主体:\n     - 甲\n    - 乙\n": (4, 5, unreadable("- 乙", INDENT)),
    "  主体: 甲\n  - 乙\n": (3, 3, unreadable("- 乙", INDENT)),
}


@pytest.mark.parametrize("lines", UNREADABLE)
def test_one_fault_in_an_entry_is_answered_once_at_its_line_with_what_mends_it(path, lines):
    assert faults(path, ENTRY + lines + MORE) == [UNREADABLE[lines]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("- 编号:1\n  名称: 甲\n", (1, 6, tight_colon("编号"))),
        ("- 编号 1\n  名称: 甲\n", (1, 3, unreadable("- 编号 1", NO_COLON))),
        ("- 编号: 1\n  名称:甲\n", (2, 6, tight_colon("名称"))),
        ("- 编号: 1\n  名称 甲\n", (2, 3, unreadable("名称 甲", NO_COLON))),
        ("- 编号: 1\n  主体: [甲\n", (2, 7, unreadable("主体: [甲", OPEN_BRACKET))),
        ("%甲\n", (1, 2, unreadable("%甲", DIRECTIVE))),
    ],
)
def test_a_fault_in_the_first_or_last_line_is_answered_once_too(path, content, expected):
    assert faults(path, content) == [expected]


@pytest.mark.parametrize(
    "value",
    [
        "'@甲'",
        "'甲: 乙'",
        "'[甲] 乙'",
        "'- 甲'",
        "'“甲”乙'",
        "'甲\\乙'",
        "'甲:'",
        "甲 [乙]",
        "甲@乙",
        "甲'",
        "12:30",
        "甲:乙",
    ],
)
def test_what_the_advice_says_to_write_is_read(path, value):
    (entry,) = values(node_of(path, f"{ENTRY}  名称: {value}\n  证据:\n    - {{引文: '一,二: 三'}}\n{MORE}"))
    assert entry["名称"] == value.strip("'" if value.startswith("'") else "")
    assert entry["证据"] == [{"引文": "一,二: 三"}]


@pytest.mark.parametrize("kind", REFUSED)
def test_a_fault_is_refused_with_its_place_and_reason(path, kind):
    content, expected = REFUSED[kind]
    assert faults(path, content) == expected


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\u200b", "U+200B"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u00a0", "U+00A0"),
        ("\u00ad", "U+00AD"),
        ("\ufeff", "U+FEFF"),
        ("\u2028", "U+2028"),
        ("\x07", "U+0007"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u3164", "U+3164"),
        ("\ufe0f", "U+FE0F"),
        ("\ue000", "U+E000"),
        ("\ufffd", "U+FFFD"),
        ("\U000e0041", "U+E0041"),
        ("\U0010fffd", "U+10FFFD"),
    ],
    ids=ascii,
)
def test_an_invisible_character_is_refused_where_it_stands(path, character, code):
    assert faults(path, f"- 甲\n- 乙{character}丙\n", "不可用的字符") == [(2, 4, invisible(code))]


@pytest.mark.parametrize(
    ("character", "message"),
    [
        ("\u2f12", "“⼒”是部首或兼容字（U+2F12），请改用常用字“力”"),
        ("\u2ed8", "“⻘”是部首或兼容字（U+2ED8），请改用常用字"),
        ("\uf98a", "“\uf98a”是部首或兼容字（U+F98A），请改用常用字“力”"),
        ("\U0002f800", "“\U0002f800”是部首或兼容字（U+2F800），请改用常用字“丽”"),
    ],
    ids=ascii,
)
def test_a_look_alike_is_refused_with_the_usual_character(path, character, message):
    assert faults(path, f"- 甲\n- 乙{character}\n", "不可用的字符") == [(2, 4, message)]


def test_stacked_accents_are_refused_once_and_a_single_one_is_not(path):
    message = "这里叠加了多个附加符号，请删去后重新输入"
    assert faults(path, "- 甲\u0300\u0301\u0302乙\n", "不可用的字符") == [(1, 4, message)]
    assert values(node_of(path, "- 甲\u0301乙\n")) == ["甲\u0301乙"]


def test_several_bad_characters_in_one_file_are_all_reported(path):
    content = "- \u200b甲\n- ⼒\n- 乙\u202e\n"
    assert [(line, column) for line, column, _ in faults(path, content, "不可用的字符")] == [(1, 3), (3, 4), (2, 3)]


def test_a_second_byte_order_mark_is_refused(path):
    assert faults(path, "\ufeff\ufeff甲: 乙\n", "不可用的字符") == [(1, 1, invisible("U+FEFF"))]


@pytest.mark.parametrize("text", ["㎡", "①", "…", "——", "·", "％", "Ａ", "〇", "𠮷", "😀", "é", "進行中"])
def test_characters_that_texts_use_are_read(path, text):
    assert values(node_of(path, f"- 甲{text}乙\n")) == [f"甲{text}乙"]


def test_a_missing_file_is_refused_not_raised(tmp_path):
    with pytest.raises(Refused, match="文件打不开"):
        parse(decode(tmp_path / "无.yml", NAME), NAME)


def test_a_folder_is_refused_not_raised(tmp_path):
    with pytest.raises(Refused, match="文件打不开"):
        decode(tmp_path, NAME)


# --- hostile files


LAUGHS = "a0: &a0 [哈, 哈, 哈]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
HOSTILE = {
    "billion laughs": (LAUGHS.encode(), ANCHOR),
    "deep brackets": (b"[" * 100_000, DEEP),
    "deep brackets, a line each": (b"[\n" * 100_000, DEEP),
    "deep dashes": (b"- " * 100_000, DEEP),
    "deep maps": (b"{a: " * 100_000, DEEP),
    "deep keys": (b"? " * 100_000, KEY),
    "five megabytes": (b"- a\n" * 1_250_000, f"文件超过 {MAX_BYTES // 1_000_000} MB，请拆成几个文件"),
    "bells": (b"\x07\n" * 1_500_000, invisible("U+0007")),
    "zero bytes": (b"\0" * 3_900_000, UTF16),
    "many quotes": (b"a: 1\n b: '" + b"x' " * 1_200_000, unreadable(("b: '" + "x' " * 9)[:30], AFTER_QUOTE)),
    "many brackets": (b"a: !" + b": [" * 1_200_000, unreadable(("a: !" + ": [" * 9)[:30], SECOND_COLON)),
    "many commas": (b"- [" + b",[]" * 1_200_000 + b"x", unreadable(("- [" + ",[]" * 9)[:30], QUOTE_ALL)),
    "conflict marks": (b"=======\n" * 400_000, CONFLICT),
    "many items": (b"- a\n" * 60_000, "这个文件的内容超过 6 万项，请拆成几个文件"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused(path, kind):
    content, message = HOSTILE[kind]
    path.write_bytes(content)
    with patience(), pytest.raises(Refused) as caught:
        parse(decode(path, NAME), NAME)
    assert caught.value.problems[0].message == message
    assert len(caught.value.problems) <= MAX_PROBLEMS


PIECES = st.sampled_from(
    [
        "- ",
        "甲",
        ": ",
        "：",
        "\n",
        "\r\n",
        "\r",
        "  ",
        "\t",
        "\u3000",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!b ",
        "!!str ",
        "|",
        ">",
        "#",
        " #",
        "'",
        '"',
        "%",
        "@",
        "`",
        "? ",
        "---\n",
        "...\n",
        "<<",
        "\\",
        "~",
        "1",
        "\ufeff",
        "\u200b",
        "\x85",
        "=======\n",
    ]
)
BYTES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=60).map(str.encode),
    st.lists(PIECES, max_size=30).map("".join).map(str.encode),
)


@settings(max_examples=1000, deadline=500)
@given(BYTES)
@example(b"\xef\xbb")
@example(b"\xef\xbb\xbf\xff")
@example(b"%\n")
@example(b'"\\ud800"')
def test_any_bytes_give_nodes_or_a_refusal_with_places_in_the_file(path, content):
    lines = content.count(b"\n") + content.count(b"\r") + 1
    try:
        node = node_of(path, content)
    except Refused as refused:
        assert refused.problems
        for problem in refused.problems:
            assert 1 <= problem.place.line <= lines
            assert problem.place.column >= 1
            assert any("一" <= character <= "鿿" for character in problem.message)
    else:
        assert node is None or isinstance(node, Text | List | Map)


@settings(max_examples=100, deadline=500)
@given(
    st.lists(
        st.dictionaries(st.text("甲乙丙丁", min_size=1), st.text("子丑 0129.e-:x", min_size=1), min_size=1), min_size=1
    )
)
def test_text_written_in_single_quotes_is_read_back_as_it_was(path, records):
    records = [{key: value.strip() for key, value in record.items() if value.strip()} for record in records]
    records = [record for record in records if record] or [{"甲": "子"}]
    lines = [f"{'  ' if n else '- '}{k}: '{v}'\n" for record in records for n, (k, v) in enumerate(record.items())]
    assert values(node_of(path, "".join(lines))) == records


def test_both_yaml_parsers_agree_on_every_refusal_and_place(path, monkeypatch):
    monkeypatch.setattr("qingdan.source.read.LOADER", yaml.SafeLoader)
    for kind in (
        "comment behind a value",
        "value over two lines",
        "duplicate key",
        "anchor",
        "nesting",
        "several faults",
    ):
        content, expected = REFUSED[kind]
        assert faults(path, content) == expected, kind
