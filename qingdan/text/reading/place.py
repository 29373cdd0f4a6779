"""Every file lies in its folder and begins as it should: what the loader finds."""

from ..example import Example

NAME = "文件位置"
DEMAND = "清单放在规定的文件夹里，每条以“- 编号: ”开头；报告的原文和登记各一个文件，同一个文件名。"
EXAMPLES = (
    Example(
        "- 编号: RW-004\n  名称: 旧的任务",
        "- 旧的任务\n- 编号: RW-004\n  名称: 旧的任务",
        "这一条应以“- 编号: ”开头，下面各行写“项目: 值”",
    ),
)
