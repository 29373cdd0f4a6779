"""What the columns of lists are called, and what stands in them: the one table of titles."""

import re
from dataclasses import dataclass

from ...text.folded import folded

NUMBER, PERSON, NOTHING = "序号", "人名", "不收"
LAWS, TASK, AUDIENCE, FORM, MEASURE, TIME = "法规", "任务", "对象", "形式", "措施", "时间"
OFFICE, LEAD, HELPER, STANDARD, GROUNDS = "责任科室", "牵头单位", "配合单位", "标准", "依据"
FIELD, NATURE, NOTE = "领域", "性质", "备注"
PUBLICITY, TASKS = "publicity", "tasks"


@dataclass(frozen=True, slots=True)
class Title:
    """What is said of one kind of column: the item that it fills, and patterns of its titles, the plainest first."""

    item: str
    forms: tuple[str, ...]


_UNIT = "(单位|科室|部门|处室|股室|主体|机构)"
TITLES = (
    Title(NUMBER, ("序号?", "编?号", "项目?编号", "no")),
    Title(
        PERSON, (".*(责任领导|分管领导|牵头领导|责任人|联系人|工作人员|负责人|经办人|承办人|联络员|电话|联系方式).*",)
    ),
    Title(LEAD, (f".*牵头{_UNIT}?", f".*主办{_UNIT}?", f".*主责{_UNIT}?", "牵头.*")),
    Title(HELPER, (f".*(配合|协办|协助|参与|协同|责任配合){_UNIT}?", "配合.*", "协办.*")),
    Title(OFFICE, (f".*(责任|承办|实施|落实|执行|组织|主管|普法){_UNIT}", "责任清单", f"{_UNIT}", "责任")),
    Title(AUDIENCE, (".*(对象|受众)(清单|范围)?", ".*(普法|宣传|覆盖)人群")),
    Title(TIME, (".*(时间|时限|期限|节点|日期|进度)(节点|安排|要求|计划)?", "何时")),
    Title(
        STANDARD,
        (
            ".*标准(清单|要求)?",
            ".*(目标|成效|成果|指标)(要求)?",
            "(工作|完成|考核|目标)要求",
            "(预期|完成)(目标|成效|效果)",
        ),
    ),
    Title(GROUNDS, (".*依据", "(文件|任务)来源")),
    Title(NATURE, ("(内容|任务|普法|法规)?性质", "共性.*个性", "共性.*专业")),
    Title(
        LAWS,
        (
            ".*(普法|宣传|学习)(重点)?内容(清单)?",
            ".*(法律|法规|规章).*",
            "内容清单",
            "(主要|重点)?内容",
        ),
    ),
    Title(FORM, (".*(形式|方式)(方法)?", "方法")),
    Title(
        MEASURE,
        (
            ".*(措施|举措|做法)(清单)?",
            ".*(载体|阵地|平台|途径|渠道).*",
            ".*(次数|频次|场次|频率)",
            ".*(活动|计划)(安排|内容)?",
        ),
    ),
    Title(FIELD, ("(任务|工作|内容|法规)?(类别|分类|领域|方面|板块|类型)", "项目", "(一级|任务)(指标|目录)")),
    Title(
        TASK,
        (
            ".*(重点|主要|具体|工作|年度)任务(名称|内容|清单)?",
            "任务(名称|内容|事项|清单|分解)?",
            "(工作)?目标任务",
            ".*(事项|要点)(名称|内容)?",
            "(重点|主要|具体)?工作(名称|项目)?",
            "(重点|主要|具体)?工作内容",
            "(主要|具体)?内容",
        ),
    ),
    Title(NOTE, ("备注", "说明", "其他(说明|事项)?", "附注")),
)
ITEMS = (*(title.item for title in TITLES), NOTHING)
"""What a column can be said to hold."""
_NOT_FOR = {PUBLICITY: (TASK,), TASKS: (LAWS, AUDIENCE, FORM, NATURE)}
_THEN = {TASK: MEASURE, LAWS: GROUNDS, FORM: MEASURE}
"""What columns hold in the other list."""
_DECORATION = re.compile(r"[\s*＊:：()（）\[\]【】“”\"'、，,/／—\-]+")


def plain(title: str) -> str:
    """Return a title without blanks, brackets and marks, as titles are compared."""
    return _DECORATION.sub("", folded(title)).lower()


def item_of(title: str, kind: str) -> tuple[str, int] | None:
    """Return what a column holds in a kind of list and how plainly its title says so (0 is plainest); None if unknown."""
    bare = plain(title)
    for one in TITLES:
        if kind == TASKS and one.item in (LAWS, FORM) and _matches(bare, TASK) is not None:
            continue
        rank = _rank(bare, one)
        if rank is not None:
            if one.item in _NOT_FOR[kind]:
                return (_THEN[one.item], rank) if one.item in _THEN else (NOTHING, rank)
            return one.item, rank
    return None


def _matches(bare: str, item: str) -> int | None:
    return next((rank for one in TITLES if one.item == item and (rank := _rank(bare, one)) is not None), None)


def _rank(bare: str, title: Title) -> int | None:
    return next((rank for rank, form in enumerate(title.forms) if re.fullmatch(form, bare)), None)
