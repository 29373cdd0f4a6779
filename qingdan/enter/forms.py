"""The questions for a new 任务, 普法条目 and 法规, in the order in which the lists write their fields."""

from collections.abc import Callable
from dataclasses import dataclass

from ..load import Data
from ..model import Check, Law, Publicity, Record, StatusRecord, Task
from .question import Answers, Need, Question


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for a new record of one list; `groups` is the field by which the list is split into files."""

    kind: str
    title: str
    folder: str
    identity: str
    groups: str
    questions: tuple[Question, ...]
    prefix: str = ""


def _when(key: str, *words: str, need: Need = Need.REQUIRED) -> Callable[[Answers, Data], Need]:
    return lambda answers, _: need if answers.get(key) in words else Need.NONE


def _first_record(answers: Answers, _: Data) -> Need:
    return Need.REQUIRED if answers.get("来源") == "年度报告" else Need.OPTIONAL


def _with_record(answers: Answers, _: Data) -> Need:
    return Need.REQUIRED if "状态" in answers else Need.NONE


def _proof(answers: Answers, data: Data) -> Need:
    if "状态" not in answers:
        return Need.NONE
    needed = {status.name for status in data.vocab.value.statuses if status.proof == "需要"}
    wanted = answers["状态"] in needed or answers.get("来源") == "年度报告"
    return Need.REQUIRED if wanted else Need.OPTIONAL


def _amended(answers: Answers, _: Data) -> Need:
    return Need.OPTIONAL if "最近修改" in answers else Need.NONE


_LAW = "写标识或名称，可带条，例如 admin-penalty:第三十四条,第三十九条。"


def _common(model: type[Record]) -> tuple[Question, ...]:
    return (
        Question(model, "内容", "content", "没有出处的话不写。"),
        Question(model, "来源", "origin"),
        Question(model, "核定", "confirmed", usual="待核定"),
        Question(model, "核定日期", "confirmed-on", when=_when("核定", "已核定")),
        Question(model, "备注", "note"),
    )


def _owned(model: type[Record]) -> tuple[Question, ...]:
    return (
        Question(model, "责任主体", "owner"),
        Question(model, "年度", "year"),
        Question(model, "时限", "due", "写长期、年份或日期。"),
    )


_RECORD = (
    Question(StatusRecord, "状态", "status", within="记录", when=_first_record),
    Question(StatusRecord, "日期", "date", "写成 2024、2024-05 或 2024-05-01。", within="记录", when=_with_record),
    Question(StatusRecord, "说明", "explanation", within="记录", when=_with_record),
    Question(StatusRecord, "证据", "evidence", within="记录", when=_proof, parts=("报告", "段落", "引文")),
)

TASK = Form(
    "task",
    "任务（法治建设任务清单）",
    "tasks",
    "编号",
    "领域",
    (
        Question(Task, "名称", "name"),
        Question(Task, "类别", "kind", usual="任务"),
        Question(Task, "领域", "field"),
        *_owned(Task),
        Question(Task, "依据", "law", _LAW),
        *_common(Task),
        Question(Task, "对应安排", "answers", when=_when("类别", "整改")),
        *_RECORD,
    ),
    "RW-",
)

PUBLICITY = Form(
    "publicity",
    "普法条目（普法责任清单）",
    "publicity",
    "编号",
    "性质",
    (
        Question(Publicity, "名称", "name"),
        Question(Publicity, "性质", "nature"),
        Question(Publicity, "领域", "field"),
        Question(Publicity, "法规", "law", _LAW),
        Question(Publicity, "对象", "audience"),
        Question(Publicity, "形式", "form"),
        Question(Publicity, "节点", "occasion"),
        *_owned(Publicity),
        *_common(Publicity),
        *_RECORD,
    ),
    "PF-",
)

LAW = Form(
    "law",
    "法规（法规库）",
    "laws",
    "标识",
    "级别",
    (
        Question(Law, "标识", "id", "小写英文、数字和连字符，公开以后不改。"),
        Question(Law, "名称", "name"),
        Question(Law, "简称", "short"),
        Question(Law, "级别", "level"),
        Question(Law, "制定机关", "issuer", usual="待核"),
        Question(Law, "文号", "number", usual="待核"),
        Question(Law, "通过日期", "passed", usual="待核"),
        Question(Law, "施行日期", "effective", usual="待核"),
        Question(Law, "最近修改", "amended"),
        Question(Law, "修改施行", "amendment-effective", when=_amended),
        Question(Law, "状态", "status"),
        Question(Law, "废止日期", "repealed", when=_when("状态", "已废止")),
        Question(Law, "届满日期", "ended", when=_when("状态", "已届满")),
        Question(
            Law,
            "被替代",
            "replaced-by",
            when=_when("状态", "已废止", "已届满", need=Need.OPTIONAL),
        ),
        Question(Law, "替代", "replaces"),
        Question(Law, "领域", "topic"),
        Question(Law, "对象", "audience"),
        Question(Law, "条文", "article", parts=("条", "说明")),
        Question(Law, "待核事项", "unverified"),
        Question(Law, "备注", "note"),
        Question(Check, "日期", "checked-on", within="核对", usual="待核"),
        Question(Check, "可信度", "confidence", within="核对"),
        Question(Check, "来源", "source", within="核对", parts=("名称", "网址"), spare=1),
    ),
)

FORMS = (TASK, PUBLICITY, LAW)
