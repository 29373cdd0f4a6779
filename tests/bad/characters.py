"""What is refused because of its characters: those that cannot be seen, and those that look like others."""

from .change import entry

CHARACTERS = {
    "a zero-width space": (
        entry("[法规处]", "[法规\u200b处]"),
        "tasks/a.yml:4:12: 不可用的字符: 这里有看不见的字符 U+200B",
    ),
    "a zero-width joiner between emoji": (
        entry("听证告知", "听证👨\u200d👩告知"),
        "tasks/a.yml:2:10: 不可用的字符: 这里有看不见的字符 U+200D",
    ),
    "a variation selector": (
        entry("听证告知", "听证☀\ufe0f告知"),
        "tasks/a.yml:2:10: 不可用的字符: 这里有看不见的字符 U+FE0F",
    ),
    "a turn of direction": (
        entry("听证告知", "听证\u202e告知 001"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+202E",
    ),
    "an isolate of direction": (
        entry("听证告知", "听证\u2066告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+2066",
    ),
    "a mark of direction": (
        entry("听证告知", "听证\u200f告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+200F",
    ),
    "a soft hyphen": (entry("听证告知", "听证\u00ad告知"), "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+00AD"),
    "a no-break space": (
        entry("听证告知", "听证\u00a0告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+00A0",
    ),
    "a line separator": (
        entry("听证告知", "听证\u2028告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+2028",
    ),
    "a next-line character": (
        entry("听证告知", "听证\u0085告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+0085",
    ),
    "a blank of braille": (
        entry("听证告知", "听证\u2800告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+2800",
    ),
    "a blank of Khitan": (
        entry("听证告知", "听证\U00016fe4告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+16FE4",
    ),
    "a note without a head": (
        entry("听证告知", "听证\U0001d159告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+1D159",
    ),
    "a sign that joins hieroglyphs": (
        entry("听证告知", "听证\U00013430告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+13430",
    ),
    "a sign that begins a beam of notes": (
        entry("听证告知", "听证\U0001d173告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+1D173",
    ),
    "an invisible comma": (
        entry("听证告知", "听证\u2063告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+2063",
    ),
    "a blank of another width": (
        entry("听证告知", "听证\u2003告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+2003",
    ),
    "a place without a character": (
        entry("听证告知", "听证\uffff告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+FFFF",
    ),
    "marks of Arabic on one character": (
        entry("听证告知", "听证\u064b\u0651告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里叠加了多个附加符号",
    ),
    "marks of Devanagari on one character": (
        entry("听证告知", "听证\u0941\u0902告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里叠加了多个附加符号",
    ),
    "a bell": (entry("听证告知", "听证\x07告知"), "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+0007"),
    "an escape character": (
        entry("听证告知", "听证\x1b[31m告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+001B",
    ),
    "a zero byte": (entry("听证告知", "听证\0告知"), "tasks/a.yml:1:1: 文件写法: 文件是 UTF-16 编码"),
    "a delete character": (
        entry("听证告知", "听证\x7f告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+007F",
    ),
    "a private character": (
        entry("听证告知", "听证\ue000告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+E000",
    ),
    "a tag character": (
        entry("听证告知", "听证\U000e0041告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+E0041",
    ),
    "a byte order mark in the middle": (
        entry("听证告知", "听证\ufeff告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+FEFF",
    ),
    "an object replacement": (
        entry("听证告知", "听证\ufffc告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+FFFC",
    ),
    "a replacement character": (
        entry("听证告知", "听证\ufffd告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+FFFD",
    ),
    "a filler that shows nothing": (
        entry("听证告知", "听证\u3164告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+3164",
    ),
    "an interlinear mark": (
        entry("听证告知", "听证\ufff9告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里有看不见的字符 U+FFF9",
    ),
    "a compatibility ideograph": (
        entry("[法规处]", "[\uf98a保处]"),
        "tasks/a.yml:4:10: 不可用的字符: “力”是部首或兼容字（U+F98A）",
    ),
    "a compatibility ideograph of the second plane": (
        entry("听证告知", "听证\U0002f804告知"),
        "tasks/a.yml:2:9: 不可用的字符: “你”是部首或兼容字（U+2F804）",
    ),
    "a radical": (entry("[法规处]", "[\u2f12政处]"), "tasks/a.yml:4:10: 不可用的字符: “⼒”是部首或兼容字（U+2F12）"),
    "a supplementary radical": (
        entry("听证告知", "听证\u2ea0告知"),
        "tasks/a.yml:2:9: 不可用的字符: “⺠”是部首或兼容字（U+2EA0）",
    ),
    "stacked marks": (
        entry("听证告知", "听证\u0301\u0489\u0301\u0489告知"),
        "tasks/a.yml:2:9: 不可用的字符: 这里叠加了多个附加符号，请删去后重新输入",
    ),
    "many stacked marks": (
        entry("听证告知", "听证" + "\u0301" * 5000),
        "tasks/a.yml:2:9: 不可用的字符: 这里叠加了多个附加符号，请删去后重新输入",
    ),
}
"""What is done, and how the line that tells of it must begin."""
