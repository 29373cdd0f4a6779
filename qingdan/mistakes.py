"""常见错误: every rule that `check` can name, with what it demands and how it is broken, for the guide and the tests."""

from dataclasses import dataclass

from . import characters, explain, load, read
from .example import Example
from .rules import RULES


@dataclass(frozen=True, slots=True)
class Mistake:
    """A rule seen from its breaking: its anchor in the guide, its name, what it demands, and examples."""

    slug: str
    name: str
    demand: str
    examples: tuple[Example, ...]


READING = (
    Mistake(
        "file",
        read.RULE,
        "文件存成 UTF-8，每行写成“项目: 值”，一级缩进两个半角空格，一个值写在一行里。",
        (
            Example(
                "tasks/tasks.yml",
                "  名称: 旧的任务",
                "  名称：旧的任务",
                "“名称”后面是全角冒号“：”，请改为半角冒号加一个空格“: ”",
            ),
            Example(
                "tasks/tasks.yml", "  名称: 旧的任务", "  名称:旧的任务", "“名称:”的冒号后面缺一个空格，请写成“名称: ”"
            ),
            Example(
                "tasks/tasks.yml",
                "  名称: 旧的任务",
                "\t名称: 旧的任务",
                "缩进里有制表符（Tab），请改为半角空格，每级两个",
            ),
            Example(
                "tasks/tasks.yml",
                "  时限: 2024-06-30\n  内容: 已经不再做的事。",
                "  时限: 2024-06-30\n   内容: 已经不再做的事。",
                "这一行读不懂：“内容: 已经不再做的事。”。缩进与上面各行没有对齐，请按每级两个空格对齐",
            ),
            Example(
                "laws/laws.yml",
                "  名称: 示例旧用水办法",
                "  名称: [试行]示例旧用水办法",
                "这一行读不懂：“名称: [试行]示例旧用水办法”。值以特殊符号开头，请用英文单引号把整个值括起来",
            ),
            Example(
                "tasks/tasks.yml",
                "  内容: 已经不再做的事。",
                "  内容: 已经不再做的事。 # 2025年并入RW-001",
                "“ #”后面的文字会被丢掉；若是内容，请把整个值用英文单引号括起来，若是注释，请另起一行",
            ),
            Example(
                "tasks/tasks.yml",
                "  名称: 旧的任务",
                "  名称: 旧的任务\n  名称: 旧任务",
                "“名称”写了两次（前一次在第 64 行），请只留一个",
            ),
            Example(
                "tasks/tasks.yml", "  内容: 已经不再做的事。", "  内容:", "“内容”没有内容，请补上；不需要的整行删去"
            ),
        ),
    ),
    Mistake(
        "characters",
        characters.RULE,
        "不用看不见的字符、部首和兼容字，它们会让搜索和核对落空。",
        (
            Example(
                "laws/laws.yml",
                "  名称: 示例用水条例",
                "  名称: 示例用⽔条例",
                "“⽔”是部首或兼容字（U+2F54），请改用常用字“水”",
            ),
        ),
    ),
    Mistake(
        "place",
        load.RULE,
        "清单放在规定的文件夹里，每条以“- 编号: ”开头；报告的原文和登记各一个文件，同一个文件名。",
        (
            Example(
                "tasks/tasks.yml",
                "- 编号: RW-004\n  名称: 旧的任务",
                "- 旧的任务\n- 编号: RW-004\n  名称: 旧的任务",
                "这一条应以“- 编号: ”开头，下面各行写“项目: 值”",
            ),
        ),
    ),
    Mistake(
        "form",
        explain.RULE,
        "必填的项目不缺，没有多余的项目，每个值都是这一项要的样子。",
        (
            Example(
                "tasks/tasks.yml", "  年度: 2024\n  时限: 2024-06-30", "  年度: 2024", "缺少“时限”，请补上“时限: …”"
            ),
            Example(
                "tasks/tasks.yml",
                "  时限: 2024-06-30",
                "  时限: 2024年6月30日",
                "“时限”：“2024年6月30日”不是日期，请写成 2024、2024-05 或 2024-05-01 的样子；也可以写“长期”",
            ),
            Example(
                "tasks/tasks.yml",
                "  内容: 已经不再做的事。",
                "  内容: 已经不再做的事。\n  备住: 2025年并入RW-001。",
                "没有“备住”这一项，最接近的是“备注”",
            ),
            Example(
                "tasks/tasks.yml",
                "- 编号: RW-004",
                "- 编号: RW4",
                "“编号”的写法不对：“RW4”。普法责任清单写 PF-001，法治建设任务清单写 RW-001，数字用半角",
            ),
            Example(
                "tasks/tasks.yml",
                "- {名称: 文件审核, 数值: 7, 单位: 份}",
                "- {名称: 文件审核, 数值: 七, 单位: 份}",
                "“数值”的写法不对：“七”。只写半角数字，例如 128；“近”用 约数: 是 表示",
            ),
            Example(
                "tasks/tasks.yml",
                "      证据:\n        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}",
                "      证据:\n        - 宣传方式单一",
                "“证据”不能只写“宣传方式单一”，应写成“项目: 值”，例如 - {报告: 2024, 段落: 一（四）2, 引文: …}",
            ),
            Example(
                "tasks/tasks.yml",
                "  对应安排: [RW-002]",
                "  对应安排: RW-002",
                "“对应安排”不能只写“RW-002”，应写成列表，至少一项，例如 [RW-001]",
            ),
        ),
    ),
)
"""What can be wrong before the rules have anything to look at."""


def mistakes() -> tuple[Mistake, ...]:
    """Return all rules: first those of reading, then `rules/`, named by their files."""
    return *READING, *(Mistake(_slug(rule), rule.NAME, rule.DEMAND, rule.EXAMPLES) for rule in RULES)


def _slug(rule: object) -> str:
    return rule.__name__.rpartition(".")[2].replace("_", "-")
