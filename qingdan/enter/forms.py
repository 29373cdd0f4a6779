"""The questions for a new record of each list, in the order in which the lists write their fields."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_origin

from ..load import Data
from ..model import Check, Entry, Law, Record, StatusRecord
from ..model.marks import classified
from ..model.parts import FILED, LAWS, Part
from ..order import order_of
from .question import Answers, Need, Question


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for a new record of a part of the site."""

    part: Part
    questions: tuple[Question, ...]

    @property
    def kind(self) -> str:
        """Its name on the command line."""
        return self.part.record.__name__.lower()

    @property
    def title(self) -> str:
        """What is added, and to which list."""
        return f"{self.part.title}（{self.part.name}）"


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


_LAW = {"how": "写标识或名称，可带条，例如 admin-penalty:第三十四条,第三十九条。"}
_MORE = {
    "类别": {"usual": "任务"},
    "时限": {"how": "写长期、年份或日期。"},
    "依据": _LAW,
    "法规": _LAW,
    "内容": {"how": "没有出处的话不写。"},
    "核定": {"usual": "待核定"},
    "核定日期": {"when": _when("核定", "已核定")},
    "对应安排": {"when": _when("类别", "整改")},
}
"""What is asked in a way of its own, by the key of the field."""

_RECORD = (
    Question(StatusRecord, "状态", "status", within="记录", when=_first_record),
    Question(StatusRecord, "日期", "date", "写成 2024、2024-05 或 2024-05-01。", within="记录", when=_with_record),
    Question(StatusRecord, "说明", "explanation", within="记录", when=_with_record),
    Question(StatusRecord, "证据", "evidence", within="记录", when=_proof, parts=("报告", "段落", "引文")),
)


def _asked_of(record: type[Record]) -> tuple[Question, ...]:
    names = {info.alias: name for name, info in record.model_fields.items() if name not in ("id", "records")}
    asked = [key for key in order_of(record) if key in names]
    own = (Question(record, key, _option(record, names[key]), **_MORE.get(key, {})) for key in asked)
    return (*own, *(_RECORD if issubclass(record, Entry) else ()))


def _option(record: type[Record], field: str) -> str:
    """Return the name of a field on the command line, where words and laws are given one at a time."""
    many = get_origin(record.model_fields[field].annotation) is tuple and (
        field in classified(record) or field == "laws"
    )
    return field.removesuffix("s" if many else "").replace("_", "-")


_OF_LAW = (
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
)

FORMS = tuple(Form(part, _OF_LAW if part is LAWS else _asked_of(part.record)) for part in FILED)
