"""What is refused in a file: other encodings, other kinds, what is cut off, and what is too much."""

from .change import ENTRY, entry, put

FILES = {
    "GBK": (entry(code="gbk"), "tasks/a.yml:1:3: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）"),
    "GB 18030 with four bytes": (
        entry("听证告知", "听证㐀告知", code="gb18030"),
        "tasks/a.yml:1:3: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "Big5": (
        put("tasks/a.yml", "- 編號: 聽證\n".encode("big5")),
        "tasks/a.yml:1:3: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "UTF-16": (entry(code="utf-16"), "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码"),
    "UTF-16 without a mark": (entry(code="utf-16-le"), "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码"),
    "UTF-32": (entry(code="utf-32"), "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码"),
    "UTF-7": (put("tasks/a.yml", "- 编号: RW-101\n".encode("utf-7")), "tasks/a.yml:1:3: 条目写法: 没有“+fxZT9w”这一项"),
    "an overlong form": (
        put("tasks/a.yml", b"- \xc0\xaf\n"),
        "tasks/a.yml:1:3: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "half of a surrogate pair in bytes": (
        put("tasks/a.yml", b"- \xed\xa0\x80\n"),
        "tasks/a.yml:1:3: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "cut within a character": (
        put("tasks/a.yml", ENTRY.encode()[:-8]),
        "tasks/a.yml:15:46: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "cut within a record": (
        put("tasks/a.yml", ENTRY[: ENTRY.index("状态") + 2]),
        "tasks/a.yml:13:7: 文件写法: 这一行读不懂：“状态”。这一行没有“: ”",
    ),
    "cut within quotes": (
        put("tasks/a.yml", ENTRY.replace("告知当事人。", "'告知当")),
        "tasks/a.yml:14:11: 文件写法: 这一行读不懂：“说明: '告知当”。英文引号只有",
    ),
    "a page of the web": (
        put("tasks/a.yml", "<!DOCTYPE html>\n<html lang=zh>\n<body>404</body>\n</html>\n"),
        "tasks/a.yml:1:1: 文件写法: 文字跨了几行；请写在一行内",
    ),
    "JSON with a comma too many": (
        put("tasks/a.yml", '[{"编号": "RW-101",, "名称": "甲"}]'),
        'tasks/a.yml:1:18: 文件写法: 这一行读不懂：“[{"编号": "RW-101"',
    ),
    "a picture": (
        put("tasks/a.yml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码",
    ),
    "a workbook": (put("tasks/a.yml", b"PK\x03\x04\x14\0\x06\0"), "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码"),
    "a pointer of LFS": (
        put("tasks/a.yml", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
        "tasks/a.yml:1:1: 文件写法: 文字跨了几行；请写在一行内",
    ),
    "deep brackets": (
        put("tasks/a.yml", "[" * 1_000_000),
        "tasks/a.yml:1:13: 文件写法: 嵌套超过 12 层，请照已有条目的样子写",
    ),
    "deep maps": (
        put("tasks/a.yml", "{甲: " * 500_000),
        "tasks/a.yml:1:49: 文件写法: 嵌套超过 12 层，请照已有条目的样子写",
    ),
    "deep lists": (
        put("tasks/a.yml", "- " * 1_000_000),
        "tasks/a.yml:1:25: 文件写法: 嵌套超过 12 层，请照已有条目的样子写",
    ),
    "deep in lines": (
        put("tasks/a.yml", "".join(" " * n + "甲:\n" for n in range(1500))),
        "tasks/a.yml:13:13: 文件写法: 嵌套超过 12 层，请照已有条目的样子写",
    ),
    "many anchors": (
        put("tasks/a.yml", "- &a 乙\n" * 200_000),
        "tasks/a.yml:1:3: 文件写法: 不支持锚点和引用（& 与 *）",
    ),
    "fifty megabytes": (
        put("tasks/a.yml", b"- \n" * 17_000_000),
        "tasks/a.yml:1:1: 文件写法: 文件超过 4 MB，请拆成几个文件",
    ),
    "three megabytes of items": (
        put("tasks/a.yml", "- 甲\n" * 500_000),
        "tasks/a.yml:60000:3: 文件写法: 这个文件的内容超过 6 万项",
    ),
    "three megabytes in one line": (
        put("tasks/a.yml", "- [" + "甲," * 750_000 + "乙]\n"),
        "tasks/a.yml:1:120000: 文件写法: 这个文件的内容超过 6 万项",
    ),
    "a hundred thousand entries of nothing": (
        put("tasks/a.yml", "- \n" * 100_000),
        "tasks/a.yml:1:2: 文件写法: 列表里这一项没有内容，请补上",
    ),
    "a hundred thousand entries of braces": (
        put("tasks/a.yml", "- {}\n" * 100_000),
        "tasks/a.yml:60000:3: 文件写法: 这个文件的内容超过 6 万项",
    ),
    "twenty thousand entries without fields": (
        put("tasks/a.yml", "- 编号: RW-101\n" * 20_000),
        "tasks/a.yml:1:3: 条目写法: 缺少“内容”，请补上“内容: …”",
    ),
    "a hundred thousand keys": (
        put("tasks/a.yml", "- " + "  ".join(f"甲{n}: 乙\n" for n in range(100_000))),
        "tasks/a.yml:59999:11: 文件写法: 这个文件的内容超过 6 万项",
    ),
    "one key a hundred thousand times": (
        put("tasks/a.yml", "甲: 乙\n" * 100_000),
        "tasks/a.yml:2:1: 文件写法: “甲”写了两次（前一次在第 1 行）",
    ),
    "a line of spaces": (
        put("tasks/a.yml", "- 编号:" + " " * 3_000_000 + "#\n"),
        "tasks/a.yml:1:3: 文件写法: “编号”没有内容，请补上",
    ),
    "a million open quotes": (
        put("tasks/a.yml", "- '\n" * 900_000),
        "tasks/a.yml:119999:3: 文件写法: 这个文件的内容超过 6 万项",
    ),
    "a million empty values in braces": (
        put("tasks/a.yml", "- {" + "甲: ," * 500_000 + "}\n"),
        "tasks/a.yml:1:4: 文件写法: “甲”没有内容，请补上；前一个值里有逗号的",
    ),
    "a million characters that cannot be seen": (
        put("tasks/a.yml", "\u200b" * 1_000_000),
        "tasks/a.yml:1:1: 不可用的字符: 这里有看不见的字符 U+200B",
    ),
}
"""What is done, and how the line that tells of it must begin."""
