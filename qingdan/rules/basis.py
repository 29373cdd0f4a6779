"""A document of 制度依据 is in the library, or brings its own name, number, date and state."""

from collections.abc import Iterator

from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem
from .law_references import articles_of, unknown_article, unknown_law

NAME = "制度依据"
DEMAND = "制度依据的文件在法规库里的写法规标识，不重复名称、文号、机关、状态、来源，条须是法规库列出的；不在的写全。"
EXAMPLES = (
    Example(
        "  法规: yearly-report-rules",
        "  法规: yearly-report-rules\n  名称: 示例年度报告规定",
        "写了“法规”，“名称”就取自法规库，请删去这一行",
        "basis.yml",
    ),
    Example(
        "  文号: 待核\n  机关: 待核\n  日期: 待核",
        "  日期: 待核",
        "没有写“法规”，也缺文号、机关；法规库里有的写“法规: 标识”，没有的补齐，不知道的写“待核”",
        "basis.yml",
    ),
    Example(
        "    - {条: [第二十四条], 内容: 每年4月1日前公开。}",
        "    - {条: [第二十五条], 内容: 每年4月1日前公开。}",
        "法规 yearly-report-rules 没有列出“第二十五条”，最接近的是“第二十四条”；确有此条的，请先加到法规库的“条文”里",
        "basis.yml",
    ),
)

_IN_LIBRARY = ("名称", "文号", "机关", "状态", "来源")
_OWN = (*_IN_LIBRARY, "日期")


def check(data: Data) -> Iterator[Problem]:
    """Yield documents that are described twice, not at all, or whose law or article the library does not have."""
    articles = articles_of(data)
    for basis in data.basis:
        law = basis.value.law
        if law is None:
            if missing := [key for key in _OWN if key not in basis.keys]:
                how = "法规库里有的写“法规: 标识”，没有的补齐，不知道的写“待核”"
                yield Problem(basis.place(), NAME, f"没有写“法规”，也缺{'、'.join(missing)}；{how}")
            continue
        for key in _IN_LIBRARY:
            if key in basis.keys:
                yield Problem(basis.place(key), NAME, f"写了“法规”，“{key}”就取自法规库，请删去这一行")
        if fault := unknown_law(law, articles, data):
            yield Problem(basis.place("法规"), NAME, fault)
        for index, demand in enumerate(basis.value.demands):
            for number, article in enumerate(demand.articles):
                if fault := unknown_article(law, article, articles):
                    yield Problem(basis.place("要求", index, "条", number), NAME, fault)
