"""An archived report is never edited: digest, title and file name match."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.example import Example
from ..text.folded import folded, visible
from ..text.problem import Problem, excerpt

NAME = "报告原文"
DEMAND = "存档的报告原文不许改动：文件的 SHA-256 和标题须与登记的一致，文件名是年度。"
EXAMPLES = (
    Example(
        "来源：示例区水务局 发布时间：2026-03-20",
        "来源：示例区水务局 发布日期：2026-03-20",
        "2025.txt 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 9cbc8f12b689c570bca935decd66e8a51112df359cdced141255f3d28166ced3",
        "reports/2025.txt",
    ),
    Example(
        "标题: 示例区水务局2025年度法治政府建设情况报告",
        "标题: 示例区水务局年度法治政府建设情况报告",
        "报告原文里没有标题“示例区水务局年度法治政府建设情况报告”，第一行是：示例区水务局2025年度法治政府建设情况报告",
        "reports/2025.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield reports whose archived text is not the one that was registered."""
    for report in data.reports:
        meta = report.meta.value
        if report.digest != meta.sha256:
            message = f"{meta.year}.txt 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 {report.digest}"
            yield Problem(report.meta.place("sha256"), NAME, message)
        if not meta.title_source and folded(meta.title) not in folded(report.text):
            first = excerpt(next(filter(None, map(visible, report.text.splitlines())), "（空白）"))
            message = f"报告原文里没有标题“{meta.title}”，第一行是：{first}"
            yield Problem(report.meta.place("标题"), NAME, message)
        if not report.meta.file.name.endswith(f"/{meta.year}.yml"):
            message = f"年度是 {meta.year}，文件名应为 {meta.year}.yml 和 {meta.year}.txt；请改正年度或文件名"
            yield Problem(report.meta.place("年度"), NAME, message)
