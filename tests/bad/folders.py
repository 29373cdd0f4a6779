"""What is refused in a folder: links, pipes, names, what is missing, and reports."""

from .change import (
    ENTRY,
    copied,
    edit,
    entry,
    folder_named,
    linked,
    moved,
    named_in_bytes,
    pipe,
    put,
    received,
    removed,
    report,
    several,
)

FOLDERS = {
    "a 50 MB report": (received(b"\n" * 50_000_000), "reports/2025.txt:1:1: 文件位置: 报告原文超过 300 KB"),
    "a link to a file outside": (
        several(entry(), linked("tasks/a.yml", "../../a.yml")),
        "tasks/a.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to a file inside": (
        linked("tasks/a.yml", "tasks.yml"),
        "tasks/a.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to nothing": (
        linked("tasks/a.yml", "nowhere.yml"),
        "tasks/a.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to itself": (
        linked("tasks/a.yml", "a.yml"),
        "tasks/a.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to a device": (
        linked("tasks/a.yml", "/dev/zero"),
        "tasks/a.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to a folder outside": (
        linked("tasks", "../tasks"),
        "tasks:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link to the folder above": (
        linked("tasks/above", ".."),
        "tasks/above:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link for the vocabulary": (
        linked("vocab.yml", "../vocab.yml"),
        "vocab.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link for a report": (
        linked("reports/2025.txt", "../../2025.txt"),
        "reports/2025.txt:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a link for the site": (
        linked("site.yml", "/dev/zero"),
        "site.yml:1:1: 文件位置: 这是链接（快捷方式），不是文件本身",
    ),
    "a pipe": (pipe("tasks/a.yml"), "tasks/a.yml:1:1: 文件位置: 这不是普通文件（是管道、设备一类）"),
    "a pipe for a report": (
        pipe("reports/2025.txt"),
        "reports/2025.txt:1:1: 文件位置: 这不是普通文件（是管道、设备一类）",
    ),
    "a pipe for what is known of a report": (
        pipe("reports/2025.yml"),
        "reports/2025.txt:1:1: 文件位置: 这份报告还没有登记，请写 2025.yml",
    ),
    "a pipe for the site": (pipe("site.yml"), "site.yml:1:1: 文件位置: 这不是普通文件（是管道、设备一类）"),
    "a pipe for the glossary": (pipe("glossary.yml"), "glossary.yml:1:1: 文件位置: 这不是普通文件（是管道、设备一类）"),
    "a pipe of any name": (pipe("a"), "a:1:1: 文件位置: 这不是普通文件（是管道、设备一类）"),
    "a file name in GBK": (
        named_in_bytes("清单.yml".encode("gbk")),
        "tasks/\\udcc7嵥.yml:1:1: 文件位置: 文件名里有看不见或不可用的字符（可能是 GBK ",
    ),
    "a file name with a line end": (
        moved("tasks/tasks.yml", "tasks/a\nb.yml"),
        "tasks/a\\nb.yml:1:1: 文件位置: 文件名里有看不见或不可用的字符（可能是 GBK ",
    ),
    "a file name with a turn of direction": (
        moved("tasks/tasks.yml", "tasks/a\u202elmy.yml"),
        "tasks/a\\u202elmy.yml:1:1: 文件位置: 文件名里有看不见或不可用的字符（可能是 GBK ",
    ),
    "a folder named as a list": (
        folder_named("tasks/b.yml"),
        "tasks/b.yml:1:1: 文件位置: 这是文件夹，不是文件，不会被读取",
    ),
    "a folder named as a report": (
        several(removed("reports/2025.txt"), put("reports/2025.txt/a", "甲")),
        "reports/2025.txt:1:1: 文件位置: 缺少报告原文，请把收到的文字存成这个文件",
    ),
    "a folder named as the site": (
        several(removed("site.yml"), folder_named("site.yml")),
        "site.yml:1:1: 文件位置: 缺少这个文件；每个数据文件夹都要有 site.y",
    ),
    "a folder within a list": (
        put("tasks/2026/a.yml", ENTRY),
        "tasks/2026/a.yml:1:1: 文件位置: 这个文件不会被读取；清单放在 publicity",
    ),
    "the same entry in both endings": (
        several(entry(), put("tasks/a.yaml", ENTRY)),
        "tasks/a.yml:1:7: 编号重复: “RW-101”在 tasks/a.yaml 第",
    ),
    "the same report in both endings": (
        copied("reports/2025.yml", "reports/2025.yaml"),
        "reports/2025.yaml:2:5: 报告原文: 年度是 2025，文件名应为 2025.yml ",
    ),
    "an ending in capitals": (
        moved("tasks/tasks.yml", "tasks/TASKS.YML"),
        "tasks/TASKS.YML:1:1: 文件位置: 这个文件不会被读取；清单放在 publicity",
    ),
    "another ending": (put("tasks/a.txt", ENTRY), "tasks/a.txt:1:1: 文件位置: 这个文件不会被读取；清单放在 publicity"),
    "a workbook beside the list": (
        put("tasks/清单.xlsx", b"PK\x03\x04"),
        "tasks/清单.xlsx:1:1: 文件位置: 这个文件不会被读取；清单放在 publicity",
    ),
    "a list in the wrong place": (put("a.yml", ENTRY), "a.yml:1:1: 文件位置: 这个文件不会被读取；清单放在 publicity"),
    "no site": (removed("site.yml"), "site.yml:1:1: 文件位置: 缺少这个文件；每个数据文件夹都要有 site.y"),
    "no vocabulary": (removed("vocab.yml"), "vocab.yml:1:1: 文件位置: 缺少这个文件；每个数据文件夹都要有 vocab."),
    "no text of a report": (
        removed("reports/2025.txt"),
        "reports/2025.txt:1:1: 文件位置: 缺少报告原文，请把收到的文字存成这个文件",
    ),
    "a report that nobody registered": (
        removed("reports/2025.yml"),
        "reports/2025.txt:1:1: 文件位置: 这份报告还没有登记，请写 2025.yml",
    ),
    "a report changed by one character": (
        edit("reports/2025.txt", "审核文件7份", "审核文件8份"),
        "reports/2025.yml:7:9: 报告原文: 2025.txt 与登记的不一致，请恢复收到时的",
    ),
    "a digest in capitals": (
        edit("reports/2025.yml", "sha256: 96129a4b00975a7", "sha256: 96129A4B00975A7"),
        "reports/2025.yml:7:9: 条目写法: “sha256”的写法不对：“96129A4B0",
    ),
    "a digest cut short": (
        edit("reports/2025.yml", "96129a4b00975a7", ""),
        "reports/2025.yml:7:9: 条目写法: “sha256”的写法不对：“4feba37f1",
    ),
    "a report of nothing": (
        received(b""),
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2025年度法治",
    ),
    "a report of white space": (
        received(b" \r\n" * 1000),
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2025年度法治",
    ),
    "a report in GBK": (
        received("标题\n一、做法".encode("gbk")),
        "reports/2025.txt:1:1: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "a report in UTF-16": (
        received("标题\n一、做法".encode("utf-16")),
        "reports/2025.txt:1:1: 文件写法: 文件是 UTF-16 编码",
    ),
    "a report cut within a character": (
        received("标题\n一、做法".encode()[:-1]),
        "reports/2025.txt:2:4: 文件写法: 文件不是 UTF-8 编码（可能是 GBK）",
    ),
    "a report with a zero byte": (
        report("宣传方式单一。", "宣传\0方式单一。"),
        "reports/2025.txt:1:1: 文件写法: 文件是 UTF-16 编码",
    ),
    "a report that is a Word file": (
        received(b"PK\x03\x04\x14\0\x06\0\x08\0"),
        "reports/2025.txt:1:1: 文件写法: 文件是 UTF-16 编码",
    ),
    "a report without the words that are quoted": (
        report("由法规处审核文件7份", "由法规处审核文件若干份"),
        "tasks/tasks.yml:17:36: 引文: “由法规处审核文件7份”：引文不在该段原文中（2",
    ),
    "a report of one endless line": (
        received(("甲乙丙丁" * 100_000).encode()),
        "reports/2025.txt:1:1: 文件位置: 报告原文超过 300 KB",
    ),
    "a report of many points": (
        received("标题\n".encode() + "".join(f"{n}.甲\n" for n in range(1, 20_000)).encode()),
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2025年度法治",
    ),
    "a report of nested points": (
        received("标题\n".encode() + "一、甲\n（一）乙\n1.丙\n一是丁；二是戊\n".encode() * 5000),
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2025年度法治",
    ),
    "a report with the words that are quoted many times": (
        received("标题\n一、甲\n".encode() + "由法规处审核文件六份；".encode() * 10_000),
        "reports/2025.txt:1:1: 文件位置: 报告原文超过 300 KB",
    ),
    "a report with a huge number": (
        received("标题\n".encode() + b"9" * 5000 + "、甲\n".encode()),
        "reports/2025.yml:3:5: 报告原文: 报告原文里没有标题“示例区水务局2025年度法治",
    ),
    "the report's year typed wrongly": (
        edit("reports/2025.yml", "年度: 2025\n", "年度: 2052\n"),
        "reports/2025.yml:2:5: 条目写法: “年度”：年份 2052 不在 1949—204",
    ),
    "the report's year of another file": (
        edit("reports/2025.yml", "年度: 2025\n", "年度: 2024\n"),
        "publicity/publicity.yml:21:16: 引文: 没有收录 2025 年度的报告",
    ),
    "a list for what is known of a report": (
        put("reports/2025.yml", "- 年度: 2025\n"),
        "reports/2025.yml:1:1: 文件位置: 这个文件应写成“项目: 值”",
    ),
}
"""What is done, and how the line that tells of it must begin."""
