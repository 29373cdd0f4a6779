"""Random forms as somebody might fill them in: of every job and kind, some right, most wrong somewhere."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

from qingdan.desk.desk import Desk
from qingdan.edit.slip.slip import ADD
from tests.bad.shown import AS_TYPED, WORDS

RIGHT = (
    "照报告写。",
    "由法规处办理",
    "第三条",
    "第九条",
    "水务部门",
    "RW-001",
    "示例政府网",
    "5个",
    "pipe-rules",
    "2025",
)
WRONG = (
    "", " 两头有空格 ", "换\n行", "看不\u200b见", "反\u202e转", "全角１２３", "# 不是注释", "键: 值", "- 一", "'引'号\"", "{}", "null", "是",
    *(f"看不{mark}见" for mark in "\u00ad\u00a0\u2028\u0085\u2800\u2003\u2066\u200d\ufe0f\U00013430"),
    "<b>粗</b>", "2026-13-01", "2027-01-01", "RW-999", "不在词表里的词", "&锚", "*指", "!!python/object:os.system x", "长" * 10_000, *map(str, AS_TYPED), *map(str, WORDS),
)  # fmt: skip
DAYS = ("2025", "2025-12", "2025-12-31", "2026-11-20", "2026-11-23", "2026", "待核", "长期", "报告没有写")

FITTING = {
    "标识": ("pipe-rules", "meter-rules-2026"), "年度": ("2025", "2026"), "条目": ("PF-002",), "核定日期": ("2026-11-20",),
    "名称": ("管线检查", "示例政府网", "普法讲座"), "说明": ("照材料写。",), "时限": ("长期", "报告没有写"), "日期": ("2026-11-23", "2026-11-20", "2025"),
    "通过日期": ("待核", "2024-01-02"), "施行日期": ("待核", "2024-03-01"), "来源": ("法规整理",), "状态": ("待核", "长期坚持", "推进中"),
}  # fmt: skip
"""What mostly fits a field of this name."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form with what is filled in."""

    job: str
    id: str
    values: dict[str, Any]

    @property
    def arguments(self) -> dict[str, Any]:
        """What a call of the page takes."""
        return {"job": self.job, "id": self.id, "values": self.values}


class Somebody:
    """Fills in forms at random; `wrong` is how often, of a hundred words, one is written that hardly fits."""

    def __init__(self, desk: Desk, random: Random, wrong: int) -> None:
        self.desk, self.random, self.wrong = desk, random, wrong
        started = desk.start()
        self.jobs = [(job["job"], one["id"]) for one in started["things"] for job in desk.jobs(one["id"])["jobs"]]
        self.jobs += [(ADD, kind["kind"]) for kind in started["kinds"]] * 4
        self.paragraphs = [
            (str(report["year"]), one["label"], one["text"])
            for report in started["reports"]
            for one in report["paragraphs"]
        ]

    def forms(self) -> Iterator[Filled]:
        """Yield forms without end, the jobs in turn."""
        while True:
            for job, id in self.random.sample(self.jobs, len(self.jobs)):
                yield self.form(job, id)

    def form(self, job: str, id: str) -> Filled:
        """Fill in a form: what is asked for, and a few more fields."""
        about = self.desk.form(job, id)
        values = deepcopy(about["values"])
        usual = [one for one in about["fields"] if one["kind"] in ("line", "date", "choice", "choices")]
        chosen = self.random.sample(usual, min(len(usual), self.random.randint(1, 2)))
        for field in about["fields"]:
            blank = field["required"] and not values.get(field["path"])
            if blank or field in chosen or self.random.random() < 0.05:
                values[field["path"]] = self.value(field, values.get(field["path"]))
        return Filled(job, id, values)

    def value(self, field: dict[str, Any], now: object) -> object:
        """Return something for a field."""
        kind, fitting = field["kind"], FITTING.get(field["path"], ())
        offered = [choice["value"] for choice in field.get("choices", ())]
        fitting = [word for word in fitting if not offered or word in offered]
        if kind in ("line", "date", "choice") and fitting and self.random.random() < 0.9:
            return self.words(fitting)
        if kind == "record":
            return self.record(field)
        if kind in ("records", "evidence"):
            kept = list(now) if isinstance(now, list) and self.random.random() < 0.8 else []
            return [*kept, self.evidence() if kind == "evidence" else self.record(field)]
        if kind == "lines":
            return [self.words(RIGHT) for _ in range(self.random.randint(1, 2))]
        if kind == "date":
            return self.words((*DAYS, *DAYS, now) if isinstance(now, str) else DAYS)
        if kind == "choice":
            return self.words(offered or RIGHT)
        if kind == "choices":
            return self.random.sample(offered, min(len(offered), self.random.randint(1, 2)))
        example = field["example"]
        return self.words((example, *RIGHT) if example else RIGHT[:2])

    def record(self, field: dict[str, Any]) -> dict[str, object]:
        """Return a record with what is asked for."""
        return {
            one["path"]: self.value(one, "") if one["required"] or self.random.random() < 0.1 else self.nothing(one)
            for one in field["fields"]
        }

    def nothing(self, field: dict[str, Any]) -> object:
        if field["kind"] == "record":
            return {one["path"]: self.nothing(one) for one in field["fields"]}
        return "" if field["kind"] in ("line", "date", "choice") else []

    def evidence(self) -> dict[str, object]:
        """Return a quotation as it is marked in a report."""
        year, label, text = self.random.choice(self.paragraphs)
        start = self.random.randrange(len(text))
        end = self.random.randint(start, len(text))
        quote = self.desk.select(int(year), label, start, end)["quote"]
        return {"报告": year, "段落": label, "引文": self.words((quote,))}

    def words(self, right: tuple[Any, ...] | list[Any]) -> Any:
        return self.random.choice(WRONG if self.random.randrange(100) < self.wrong else right)
