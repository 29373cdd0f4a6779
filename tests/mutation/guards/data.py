"""Guards at the gate: what may stand in the data, and what counts as a quotation and as an address."""

from .guard import Guard

_QUOTED = "tests/test_quotation.py tests/test_report.py"

DATA = (
    Guard(
        "比较引文：全角半角",
        "qingdan/text/folded.py",
        'unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH))',
        "character.translate(_ZERO_WIDTH)",
        _QUOTED,
    ),
    Guard(
        "比较引文：零宽字符",
        "qingdan/text/folded.py",
        "character.translate(_ZERO_WIDTH)).split()",
        "character).split()",
        _QUOTED,
    ),
    Guard(
        "比较引文：空白",
        "qingdan/text/folded.py",
        '"".join(unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH)).split())',
        'unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH))',
        _QUOTED,
    ),
    Guard(
        "比较引文：Word 的残留",
        "qingdan/text/folded.py",
        "for found in _WORD_REMAINS.finditer(raw) for index",
        "for found in () for index",
        _QUOTED,
    ),
    Guard("引文是完整的分句", "qingdan/text/quotation.py", "if at in starts and end in ends:", "if True:", _QUOTED),
    Guard(
        "引文不在数字中间断开",
        "qingdan/text/quotation.py",
        '_NUMBER_MARKS = frozenset(",:、")',
        "_NUMBER_MARKS = frozenset()",
        _QUOTED,
    ),
    Guard(
        "看不见的字符",
        "qingdan/text/characters.py",
        "for found in _INVISIBLE.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard(
        "改变文字方向的字符", "qingdan/text/characters.py", "\\u2028-\\u202f", "\\u2028\\u2029", "tests/test_read.py"
    ),
    Guard(
        "部首和兼容字",
        "qingdan/text/characters.py",
        "for found in _RADICAL.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard(
        "叠加的符号",
        "qingdan/text/characters.py",
        "for found in _STACKED.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard(
        "反斜线写出的字符",
        "qingdan/source/read.py",
        '("\\t" in typed or any(forbidden(typed, self.name)))',
        "False",
        "tests/test_read.py",
    ),
    Guard(
        "YAML 的锚点",
        "qingdan/source/read.py",
        '_FEATURES = {"anchor": "锚点和引用（& 与 *）", "tag"',
        '_FEATURES = {"tag"',
        "tests/test_read.py",
    ),
    Guard(
        "YAML 的标签",
        "qingdan/source/read.py",
        ', "tag": "标签（!）"}',
        "}",
        "tests/test_read.py",
    ),
    Guard("嵌套的层数", "qingdan/source/read.py", "if depth > MAX_DEPTH:", "if False:", "tests/test_read.py"),
    Guard(
        "内容的项数",
        "qingdan/source/read.py",
        "if self.count > MAX_NODES:",
        "if False:",
        "tests/test_read.py::test_a_hostile_file_is_refused_in_less_than_a_second",
    ),
    Guard("文件的大小", "qingdan/source/read.py", "if len(data) > MAX_BYTES:", "if False:", "tests/test_read.py"),
    Guard("重复的项目", "qingdan/source/read.py", "if key in items:", "if False:", "tests/test_read.py"),
    Guard(
        "出错位置不算文件头的标记",
        "qingdan/source/read.py",
        "data = data.removeprefix(BOM_UTF8)\n",
        "pass\n",
        "tests/test_read.py tests/fuzz/test_fuzz.py",
    ),
    Guard(
        "网址里的用户名",
        "qingdan/rules/hosts.py",
        "https?://([A-Za-z0-9.-]+)",
        "https?://(?:[^/@]*@)?([A-Za-z0-9.-]+)",
        "qingdan/rules/hosts_test.py",
    ),
    Guard(
        "网址的结尾",
        "qingdan/rules/hosts.py",
        "_URL.fullmatch(url)\n    name",
        "_URL.match(url)\n    name",
        "qingdan/rules/hosts_test.py",
    ),
    Guard(
        "网址属于哪个网站",
        "qingdan/rules/hosts.py",
        'name.endswith("." + host.name)',
        "name.endswith(host.name)",
        "qingdan/rules/hosts_test.py",
    ),
)
