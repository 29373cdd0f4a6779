"""An archived report is never edited: digest, title and file name match."""

from collections.abc import Iterator

from ..load import Data
from ..normal import normal
from ..problem import Problem

NAME = "报告原文"
DEMAND = "存档的报告原文不许改动：文件的 SHA-256 和标题须与登记的一致，文件名是年度。"


def check(data: Data) -> Iterator[Problem]:
    """Yield reports whose archived text is not the one that was registered."""
    for report in data.reports:
        meta = report.meta.value
        if report.digest != meta.sha256:
            message = f"{meta.year}.txt 与登记的不一致，请恢复收到时的文件；只有重新收到了正式文本，才把这里改成 {report.digest}"
            yield Problem(report.meta.place("sha256"), NAME, message)
        if normal(meta.title).text not in normal(report.text).text:
            yield Problem(report.meta.place("标题"), NAME, f"报告原文里没有标题“{meta.title}”")
        if not report.meta.node.place.path.endswith(f"/{meta.year}.yml"):
            yield Problem(report.meta.place("年度"), NAME, f"文件名应为 {meta.year}.yml 和 {meta.year}.txt")
