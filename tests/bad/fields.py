"""What is refused in a field: words outside a list, ids, dates, numbers, addresses, quotations."""

from .change import ENTRY, edit, entry, put

FIELDS = {
    "nothing in a sign": (
        entry("名称: 听证告知", "名称: ~"),
        "tasks/a.yml:2:7: 条目写法: “名称”：“~”等于什么也没有写",
    ),
    "nothing in a word of programs": (
        entry("内容: 听证以前先告知。", "内容: NULL"),
        "tasks/a.yml:7:7: 条目写法: “内容”：“NULL”等于什么也没有写",
    ),
    "nothing in a word of people": (
        entry("备注: 对照依据", "备注: 无"),
        "tasks/a.yml:10:7: 条目写法: “备注”：“无”等于什么也没有写",
    ),
    "marks alone": (
        entry("说明: 告知当事人。", "说明: ——……"),
        "tasks/a.yml:14:11: 条目写法: “说明”：“——……”等于什么也没有写",
    ),
    "an equals sign": (
        entry("名称: 听证告知", "名称: ="),
        "tasks/a.yml:2:7: 条目写法: “名称”：“=”等于什么也没有写",
    ),
    "a number with needless noughts": (
        entry("RW-101", "RW-0101"),
        "tasks/a.yml:1:7: 条目写法: “编号”：“RW-0101”的数字写法不对，不足三位的补零到三位，三位以上的前面不补零；请写 RW-101",
    ),
    "the number nought": (
        entry("RW-101", "RW-000"),
        "tasks/a.yml:1:7: 条目写法: “编号”：“RW-000”的数字写法不对，不足三位的补零到三位，三位以上的前面不补零；编号从 RW-001 起",
    ),
    "a slug that is the file of a page": (
        edit("laws/laws.yml", "- 标识: water-use-rules", "- 标识: index"),
        "laws/laws.yml:2:7: 条目写法: “标识”：“index”留给网页本身的文件",
    ),
    "note mark behind a name": (
        entry("[法规处]", "[法规处*]"),
        "tasks/a.yml:4:10: 词表: “责任主体”没有“法规处*”，最接近的是“法规处",
    ),
    "several lines in one": (
        entry("名称: 听证告知", "名称: |\n    第一行\n    第二行\n\n    第三段"),
        "tasks/a.yml:2:7: 文件写法: 文字里有换行；请写在一行内",
    ),
    "a traditional character": (
        entry("状态: 推进中", "状态: 推進中"),
        "tasks/a.yml:13:11: 词表: “状态”没有“推進中”，最接近的是“推进中”",
    ),
    "a letter that looks alike": (
        entry("RW-101", "RW-1\u041e1"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“RW-1О1”。普法责任清",
    ),
    "full-width digits": (
        entry("RW-101", "RW-１０１"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“RW-１０１”。普法责任清",
    ),
    "full-width digits in a year": (
        entry("年度: 2025", "年度: ２０２５"),
        "tasks/a.yml:5:7: 条目写法: “年度”：“２０２５”不是年份",
    ),
    "digits of another script": (
        entry("年度: 2025", "年度: ٢٠٢٥"),
        "tasks/a.yml:5:7: 条目写法: “年度”：“٢٠٢٥”不是年份",
    ),
    "an unknown status": (
        entry("状态: 推进中", "状态: 推进"),
        "tasks/a.yml:13:11: 词表: “状态”没有“推进”，最接近的是“推进中”",
    ),
    "a computed status": (
        entry("状态: 推进中", "状态: 逾期"),
        "tasks/a.yml:13:11: 词表: “状态”没有“逾期”，可以写：已列入计划、推进中",
    ),
    "an unknown owner": (
        entry("[法规处]", "[法制处]"),
        "tasks/a.yml:4:10: 词表: “责任主体”没有“法制处”，最接近的是“法规处”",
    ),
    "an unknown owner of a million characters": (
        entry("[法规处]", "[" + "法" * 1_000_000 + "]"),
        "tasks/a.yml:4:10: 条目写法: “责任主体”有 1000000 字",
    ),
    "a law that there is not": (
        entry("  内容", "  依据: [no-such-law]\n  内容"),
        "tasks/a.yml:7:8: 法规引用: 法规库里没有“no-such-law”",
    ),
    "words for a list": (
        entry("[法规处]", "法规处、待核定"),
        "tasks/a.yml:4:9: 词表: “责任主体”没有“法规处、待核定”，最接近的是“",
    ),
    "a list for words": (
        entry("名称: 听证告知", "名称: [听证, 告知]"),
        "tasks/a.yml:2:7: 条目写法: “名称”应是一行文字，不是列表",
    ),
    "a map for words": (
        entry("名称: 听证告知", "名称: {甲: 乙}"),
        "tasks/a.yml:2:7: 条目写法: “名称”应是一行文字，不是列表",
    ),
    "words for a map": (
        entry("    - 日期: 2025\n      状态: 推进中\n      说明: 告知当事人。", "    - 2025年推进中"),
        "tasks/a.yml:12:7: 条目写法: “记录”不能只写“2025年推进中”",
    ),
    "a text that is too long": (entry("听证以前先告知", "甲" * 2001), "tasks/a.yml:7:7: 条目写法: “内容”有 2002 字"),
    "a text of a million characters": (
        entry("听证以前先告知", "甲" * 1_000_000),
        "tasks/a.yml:7:7: 条目写法: “内容”有 1000001 字",
    ),
    "an expression for a number": (
        entry("状态: 推进中", "状态: on"),
        "tasks/a.yml:13:11: 词表: “状态”没有“on”，可以写：已列入计划、推进中",
    ),
    "an owner that is a truth value": (
        entry("[法规处]", "no"),
        "tasks/a.yml:4:9: 词表: “责任主体”没有“no”，可以写：待核定、法规处",
    ),
    "an id in sixties": (
        entry("RW-101", "12:30"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“12:30”。普法责任清单",
    ),
    "an id with an exponent": (
        entry("RW-101", "1e3"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“1e3”。普法责任清单写 ",
    ),
    "a hexadecimal id": (
        entry("RW-101", "0x1F"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“0x1F”。普法责任清单写",
    ),
    "an octal year": (entry("年度: 2025", "年度: 0o3751"), "tasks/a.yml:5:7: 条目写法: “年度”：“0o3751”不是年份"),
    "an id without its letters": (
        entry("RW-101", "101"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“101”。普法责任清单写 ",
    ),
    "an id of the other list": (
        entry("RW-101", "PF-101"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“PF-101”。普法责任清",
    ),
    "an id in small letters": (
        entry("RW-101", "rw-101"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“rw-101”。普法责任清",
    ),
    "an id with a way out": (
        entry("RW-101", "../RW-101"),
        "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“../RW-101”。普法",
    ),
    "an id given twice": (entry("RW-101", "RW-001"), "tasks/tasks.yml:2:7: 编号重复: “RW-001”在 tasks/a.yml 第 "),
    "an id given twice, once in quotes": (
        put("tasks/a.yml", ENTRY + ENTRY.replace("RW-101", "'RW-101'")),
        "tasks/a.yml:16:7: 编号重复: “RW-101”在 tasks/a.yml 第 1",
    ),
    "a tilde for a date": (entry("2026-12-31", "~"), "tasks/a.yml:6:7: 条目写法: “时限”：“~”不是日期"),
    "an id given twice in one file": (
        put("tasks/a.yml", ENTRY + ENTRY),
        "tasks/a.yml:16:7: 编号重复: “RW-101”在 tasks/a.yml 第 ",
    ),
    "a huge id": (entry("RW-101", "RW-" + "9" * 5000), "tasks/a.yml:1:7: 条目写法: “编号”的写法不对：“RW-9999999999"),
    "a huge year": (
        entry("年度: 2025", "年度: " + "9" * 5000),
        "tasks/a.yml:5:7: 条目写法: “年度”：“999999999999999999",
    ),
    "a huge figure": (
        entry(
            "      说明: 告知当事人。",
            "      说明: 告知。\n      指标: [{名称: 告知, 数值: " + "9" * 5000 + ", 单位: 次}]",
        ),
        "tasks/a.yml:15:25: 数值: 这条记录没有引文，“99999999999999",
    ),
    "a figure with an exponent": (
        entry("      说明: 告知当事人。", "      说明: 告知。\n      指标: [{名称: 告知, 数值: 1e3, 单位: 次}]"),
        "tasks/a.yml:15:25: 条目写法: “数值”的写法不对：“1e3”。只写半角数字，例",
    ),
    "a figure below zero": (
        entry("      说明: 告知当事人。", "      说明: 告知。\n      指标: [{名称: 告知, 数值: -1, 单位: 次}]"),
        "tasks/a.yml:15:25: 条目写法: “数值”的写法不对：“-1”。只写半角数字，例如",
    ),
    "not a number": (
        entry("      说明: 告知当事人。", "      说明: 告知。\n      指标: [{名称: 告知, 数值: .nan, 单位: 次}]"),
        "tasks/a.yml:15:25: 条目写法: “数值”的写法不对：“.nan”。只写半角数字，",
    ),
    "an impossible date": (
        entry("2026-12-31", "2026-02-30"),
        "tasks/a.yml:6:7: 条目写法: “时限”：日历上没有“2026-02-30”这一",
    ),
    "29 February of a common year": (
        entry("2026-12-31", "2025-02-29"),
        "tasks/a.yml:6:7: 条目写法: “时限”：日历上没有“2025-02-29”这一",
    ),
    "a month in decimals": (
        entry("2026-12-31", "2026.10"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026.10”不是日期，请写成 2",
    ),
    "a date in Chinese": (
        entry("2026-12-31", "2026年12月31日"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026年12月31日”不是日期，请",
    ),
    "a date with slashes": (
        entry("2026-12-31", "2026/12/31"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026/12/31”不是日期，请写",
    ),
    "a date without zeros": (
        entry("2026-12-31", "2026-1-1"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026-1-1”不是日期，请写成 ",
    ),
    "a date with a time": (
        entry("2026-12-31", "2026-12-31T00:00:00Z"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026-12-31T00:00:0",
    ),
    "a mistyped year": (
        entry("2026-12-31", "2062-12-31"),
        "tasks/a.yml:6:7: 条目写法: “时限”：年份 2062 不在 1949—204",
    ),
    "month thirteen": (entry("2026-12-31", "2026-13"), "tasks/a.yml:6:7: 条目写法: “时限”：日历上没有“2026-13”这一天"),
    "year zero": (entry("2026-12-31", "0000-01-01"), "tasks/a.yml:6:7: 条目写法: “时限”：年份 0 不在 1949—2049 之"),
    "a date over midnight": (
        entry("2026-12-31", "2026-12-31 24:00"),
        "tasks/a.yml:6:7: 条目写法: “时限”：“2026-12-31 24:00”不",
    ),
    "a javascript link for a source": (
        edit("laws/laws.yml", "https://www.example.gov.cn/rules", "javascript:alert(1)"),
        "laws/laws.yml:21:25: 网址: “javascript:alert(1)”不是完",
    ),
    "a data link for a source": (
        edit("laws/laws.yml", "https://www.example.gov.cn/rules", "data:text/html,1"),
        "laws/laws.yml:21:25: 网址: “data:text/html,1”不是完整的网",
    ),
    "a source on another host": (
        edit("laws/laws.yml", "https://www.example.gov.cn/rules", "https://gov.cn.elsewhere.invalid/"),
        "laws/laws.yml:21:25: 网址: “https://gov.cn.elsewher",
    ),
    "a source with a user part": (
        edit("laws/laws.yml", "https://www.example.gov.cn/rules", "https://gov.cn@elsewhere.invalid/"),
        "laws/laws.yml:21:25: 网址: “https://gov.cn@elsewher",
    ),
    "a source with a back slash": (
        edit("laws/laws.yml", "https://www.example.gov.cn/rules", "https://elsewhere.invalid\\.gov.cn/"),
        "laws/laws.yml:21:25: 网址: “https://elsewhere.inval",
    ),
    "a law's id with a way out": (
        edit("laws/laws.yml", "标识: yearly-report-rules", "标识: ../index"),
        "basis.yml:3:7: 制度依据: 法规库里没有“yearly-report-rul",
    ),
    "evidence that is not in the report": (
        entry(
            "      说明: 告知当事人。",
            "      说明: 告知。\n      证据: [{报告: 2025, 段落: （一）1, 引文: 由法规处审核文件8份}]",
        ),
        "tasks/a.yml:15:37: 引文: “由法规处审核文件8份”：引文不在该段原文中（2",
    ),
    "evidence of a great length": (
        entry(
            "      说明: 告知当事人。",
            "      说明: 告知。\n      证据: [{报告: 2025, 段落: （一）1, 引文: " + "由法规处审核文件" * 240 + "}]",
        ),
        "tasks/a.yml:15:37: 引文: “由法规处审核文件由法规处审核文件由法规处审核文",
    ),
    "an unknown paragraph of a great length": (
        entry(
            "      说明: 告知当事人。",
            "      说明: 告知。\n      证据: [{报告: 2025, 段落: " + "（一）" * 600 + ", 引文: 由法规处审核文件7份}]",
        ),
        "tasks/a.yml:15:27: 引文: 2025 年度报告没有段落“（一）（一）（一）（",
    ),
}
"""What is done, and how the line that tells of it must begin."""
