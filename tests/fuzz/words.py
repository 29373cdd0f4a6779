"""What the fuzzer strews in: the marks that the reader and the report parser look at."""

from collections.abc import Iterable
from pathlib import Path

WORDS = {
    "reader": (
        *("- ", ": ", "：", ", ", "，", "[", "]", "{", "}", "'", '"', "''", "\\", "|", ">", "|-", ">2"),
        *("#", " #", "&a ", "*a", "!!str ", "!", "%YAML 1.1\n", "---\n", "...\n", "? ", "<<: ", "@", "`", "~"),
        *("\n", "\r\n", "\r", "\t", "  ", "\u3000", "\u200b", "\u2028", "\x85", "\ufeff", "⼀", "=======\n"),
        *(
            '"\\ud800"',
            '"\\x00"',
            '"\\N"',
            "- 编号: RW-001\n",
            "  名称: 甲\n",
            "  记录:\n    - ",
            "{报告: 2025, 段落: 一}",
        ),
    ),
    "report": (
        *("一、", "二、", "十一、", "（一）", "(二)", "（1）", "(2)", "1.", "2、", "3.", "99.", "0、", "1.2024年"),
        *("一是", "二是", "三是", "。一是", "；二是", "。", "，", "；", "：", "、", "《", "》", "“", "”", "近"),
        *("\n", "\r\n", "\r", "\u3000", "\u2028", "\x85", "\x0b", "\u200b", "\ufeff", "[bookmark: ", "]"),
        *("来源：", "发布时间：", "①", "㈠", "⒈", "½", "㎡", "Ａ", "１", "1,280", "12:30", "ﷺ"),
    ),
}


def write_dictionary(words: Iterable[str], path: Path) -> None:
    """Write words as a dictionary of libFuzzer."""
    escaped = ("".join(f"\\x{byte:02X}" for byte in word.encode()) for word in words)
    path.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
