"""What is refused in a file's writing: whatever YAML has beyond plain text, and what staff mistype."""

from .change import ENTRY, entry, put

_LAUGHS = (
    ENTRY
    + "  a0: &a0 [哈, 哈, 哈]\n"
    + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
)

YAML = {
    "a key given twice": (
        entry("      说明", "      状态: 已落实\n      说明"),
        "tasks/a.yml:14:7: 文件写法: “状态”写了两次（前一次在第 13 行）",
    ),
    "a full-width colon": (entry("名称: ", "名称："), "tasks/a.yml:2:5: 文件写法: “名称”后面是全角冒号“：”"),
    "full-width spaces for an indent": (
        entry("  名称", "　　名称"),
        "tasks/a.yml:2:1: 文件写法: 缩进里有全角空格，请改为半角空格",
    ),
    "a tab for an indent": (entry("  名称", "\t名称"), "tasks/a.yml:2:1: 文件写法: 缩进里有制表符（Tab）"),
    "a comment that swallows": (
        entry("名称: 听证告知", "名称: 第1条 #重要 听证"),
        "tasks/a.yml:2:7: 文件写法: “ #”后面的文字会被丢掉",
    ),
    "a value that is only a comment": (
        entry("名称: 听证告知", "名称: #46"),
        "tasks/a.yml:2:3: 文件写法: “名称”没有内容：“#”后面的文字会被丢掉",
    ),
    "a mistyped field": (
        entry("责任主体", "责任主题"),
        "tasks/a.yml:1:3: 条目写法: 缺少“责任主体”，请补上“责任主体: …”",
    ),
    "an unknown field of a million characters": (
        entry("备注", "备" * 1_000_000),
        "tasks/a.yml:10:3: 文件写法: 这一行读不懂：“备备备备备备备备备备备备备备备备",
    ),
    "a field without value": (entry("名称: 听证告知", "名称:"), "tasks/a.yml:2:3: 文件写法: “名称”没有内容，请补上"),
    "a field of white space": (
        entry("名称: 听证告知", "名称: '　 '"),
        "tasks/a.yml:2:3: 文件写法: “名称”没有内容，请补上",
    ),
    "a map at the top": (
        put("tasks/a.yml", "条目:\n" + "".join(f"  {line}\n" for line in ENTRY.splitlines())),
        "tasks/a.yml:1:1: 文件位置: 这个文件应是列表，每条以“- 编号: ”开头",
    ),
    "one word": (put("tasks/a.yml", "听证\n"), "tasks/a.yml:1:1: 文件位置: 这个文件应是列表，每条以“- 编号: ”开头"),
    "a list of words": (put("tasks/a.yml", "- 听证\n- 告知\n"), "tasks/a.yml:1:3: 文件位置: 这一条应以“- 编号: ”开头"),
    "only a comment": (put("tasks/a.yml", "# 待补充\n"), "tasks/a.yml:1:1: 文件位置: 这个文件没有内容；请补上"),
    "nothing at all": (put("tasks/a.yml", ""), "tasks/a.yml:1:1: 文件位置: 这个文件没有内容；请补上"),
    "only line ends": (put("tasks/a.yml", "\n" * 1000), "tasks/a.yml:1:1: 文件位置: 这个文件没有内容；请补上"),
    "only a byte order mark": (
        put("tasks/a.yml", b"\xef\xbb\xbf"),
        "tasks/a.yml:1:1: 文件位置: 这个文件没有内容；请补上",
    ),
    "two documents": (
        put("tasks/a.yml", ENTRY + "---\n" + ENTRY),
        "tasks/a.yml:16:1: 文件写法: 一个文件只能有一份内容，请删去第二个“---”",
    ),
    "the end of a document": (
        put("tasks/a.yml", ENTRY + "...\n" + ENTRY),
        "tasks/a.yml:17:1: 文件写法: 这一行读不懂：“- 编号: RW-101”。缩进",
    ),
    "a billion laughs": (put("tasks/a.yml", _LAUGHS), "tasks/a.yml:16:7: 文件写法: 不支持锚点和引用（& 与 *）"),
    "an alias of itself": (
        entry("名称: 听证告知", "名称: &甲 [*甲]"),
        "tasks/a.yml:2:8: 文件写法: 这一行读不懂：“名称: &甲 [*甲]”。值以特",
    ),
    "a merge conflict": (
        put("tasks/a.yml", "<<<<<<< HEAD\n" + ENTRY + "=======\n" + ENTRY + ">>>>>>> 改\n"),
        "tasks/a.yml:1:1: 文件写法: 这里留有合并冲突的标记，请选定一个版本并删去 <",
    ),
    "a bracket in front": (
        entry("听证告知", "[重要] 听证告知"),
        "tasks/a.yml:2:12: 文件写法: 这一行读不懂：“名称: [重要] 听证告知”。值",
    ),
    "a brace in front": (
        entry("听证告知", "{重要} 听证告知"),
        "tasks/a.yml:2:12: 文件写法: 这一行读不懂：“名称: {重要} 听证告知”。值",
    ),
    "an at sign in front": (
        entry("[法规处]", "@法规处"),
        "tasks/a.yml:4:9: 文件写法: 这一行读不懂：“责任主体: @法规处”。值以特殊",
    ),
    "a back quote in front": (
        entry("听证告知", "`听证`"),
        "tasks/a.yml:2:7: 文件写法: 这一行读不懂：“名称: `听证`”。值以特殊符号",
    ),
    "a per cent sign in front": (
        entry("听证告知", "%听证"),
        "tasks/a.yml:2:7: 文件写法: 这一行读不懂：“名称: %听证”。值以特殊符号开",
    ),
    "an exclamation mark in front": (
        entry("听证告知", "!紧急"),
        "tasks/a.yml:2:8: 文件写法: 这一行读不懂：“名称: !紧急”。值以特殊符号开",
    ),
    "an asterisk in front": (
        entry("听证告知", "*听证"),
        "tasks/a.yml:2:8: 文件写法: 这一行读不懂：“名称: *听证”。值以特殊符号开",
    ),
    "an ampersand in front": (
        entry("听证告知", "&听证 告知"),
        "tasks/a.yml:2:8: 文件写法: 这一行读不懂：“名称: &听证 告知”。值以特殊",
    ),
    "an anchor and a merge key": (
        put("tasks/a.yml", ENTRY.replace("- 编号", "- &base\n  编号", 1) + "- <<: *base\n  编号: RW-102\n"),
        "tasks/a.yml:1:3: 文件写法: 不支持锚点和引用（& 与 *）",
    ),
    "a merge key with a map": (
        entry("  名称", "  <<: {年度: 2024}\n  名称"),
        "tasks/a.yml:2:3: 条目写法: 没有“<<”这一项，可以写：编号、名称、类别、领域、责任主体",
    ),
    "a Python object": (
        entry("听证告知", "!!python/object/apply:os.system [ls]"),
        "tasks/a.yml:2:7: 文件写法: 不支持标签（!）；若是文字的一部分",
    ),
    "a Python name": (
        entry("听证告知", "!!python/name:os.system"),
        "tasks/a.yml:2:3: 文件写法: “名称”没有内容，请补上",
    ),
    "a tag for text": (
        entry("年度: 2025", "年度: !!str 2025"),
        "tasks/a.yml:5:7: 文件写法: 不支持标签（!）；若是文字的一部分",
    ),
    "binary data": (
        entry("听证告知", "!!binary aGVsbG8="),
        "tasks/a.yml:2:7: 文件写法: 不支持标签（!）；若是文字的一部分",
    ),
    "a set": (entry("[法规处]", "!!set {法规处}"), "tasks/a.yml:4:9: 文件写法: 不支持标签（!）；若是文字的一部分"),
    "a version": (
        put("tasks/a.yml", "%YAML 9.9\n---\n" + ENTRY),
        "tasks/a.yml:1:1: 文件写法: 这一行读不懂：“%YAML 9.9”。不支持以 ",
    ),
    "a tag directive": (
        put("tasks/a.yml", "%TAG ! tag:甲,2025:\n---\n" + ENTRY),
        "tasks/a.yml:1:12: 文件写法: 这一行读不懂：“%TAG ! tag:甲,202",
    ),
    "a key out of line": (
        entry("  名称", " 名称"),
        "tasks/a.yml:2:2: 文件写法: 这一行读不懂：“名称: 听证告知”。缩进与上面各",
    ),
    "a key too far in": (
        entry("  年度", "    年度"),
        "tasks/a.yml:5:5: 文件写法: 这一行读不懂：“年度: 2025”。缩进与上面各",
    ),
    "no space behind the dash": (entry("- 编号", "-编号"), "tasks/a.yml:1:1: 文件写法: “-”后面要有一个半角空格"),
    "no space behind the colon": (entry("名称: ", "名称:"), "tasks/a.yml:2:6: 文件写法: “名称:”的冒号后面缺一个空格"),
    "an open quote": (
        entry("听证告知", "'听证告知"),
        "tasks/a.yml:2:7: 文件写法: 这一行读不懂：“名称: '听证告知”。英文引号只",
    ),
    "an open double quote": (
        entry("听证告知", '"听证告知'),
        'tasks/a.yml:2:7: 文件写法: 这一行读不懂：“名称: "听证告知”。英文引号只',
    ),
    "a quote that ends too early": (
        entry("听证告知", "'听证'告知"),
        "tasks/a.yml:2:11: 文件写法: 这一行读不懂：“名称: '听证'告知”。引号后面",
    ),
    "an open bracket": (
        entry("[法规处]", "[法规处"),
        "tasks/a.yml:4:9: 文件写法: 这一行读不懂：“责任主体: [法规处”。括号只有",
    ),
    "a bracket of the other kind": (
        entry("[法规处]", "[法规处】"),
        "tasks/a.yml:4:9: 文件写法: 这一行读不懂：“责任主体: [法规处】”。括号只",
    ),
    "a second colon": (
        entry("听证告知", "听证: 告知"),
        "tasks/a.yml:2:9: 文件写法: 这一行读不懂：“名称: 听证: 告知”。值里又有",
    ),
    "a back slash in double quotes": (
        entry("听证告知", '"听证\\告知"'),
        'tasks/a.yml:2:10: 文件写法: 这一行读不懂：“名称: "听证\\告知"”。双引号',
    ),
    "half of a surrogate pair": (
        entry("听证告知", '"听证\\ud800告知"'),
        'tasks/a.yml:2:10: 文件写法: 这一行读不懂：“名称: "听证\\ud800告知"',
    ),
    "an escaped zero byte": (
        entry("听证告知", '"听证\\0告知"'),
        "tasks/a.yml:2:7: 文件写法: 双引号里用反斜线“\\”写出了不可用的字符",
    ),
    "an escaped turn of direction": (
        entry("听证告知", '"听证\\u202e告知"'),
        "tasks/a.yml:2:7: 文件写法: 双引号里用反斜线“\\”写出了不可用的字符",
    ),
    "an escaped line end": (
        entry("听证告知", '"听证\\n告知"'),
        "tasks/a.yml:2:7: 文件写法: 文字里有换行；请写在一行内",
    ),
    "a question mark for a key": (
        entry("  名称: 听证告知", "  ? [名称]\n  : 听证告知"),
        "tasks/a.yml:2:5: 文件写法: 项目名须是文字，不能是列表",
    ),
    "a value over two lines": (
        entry("听证告知", "听证\n    告知"),
        "tasks/a.yml:2:7: 文件写法: 文字跨了几行；请写在一行内",
    ),
}
"""What is done, and how the line that tells of it must begin."""
