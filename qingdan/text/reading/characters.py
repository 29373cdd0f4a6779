"""No character that readers cannot see or that looks like another one."""

from ..example import Example

NAME = "不可用的字符"
DEMAND = "不用看不见的字符、部首和兼容字，它们会让搜索和核对落空。"
EXAMPLES = (
    Example(
        "  名称: 示例用水条例",
        "  名称: 示例用⽔条例",
        "“⽔”是部首或兼容字（U+2F54），请改用常用字“水”",
        "laws/laws.yml",
    ),
)
