"""What is asked for a new 任务, 普法条目 and 法规."""

from dataclasses import dataclass

from ..model import Law, Publicity, Task
from .question import Question, questions_of


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


TASK = Form("task", "任务（法治建设任务清单）", "tasks", "编号", "领域", tuple(questions_of(Task)), "RW-")
PUBLICITY = Form(
    "publicity", "普法条目（普法责任清单）", "publicity", "编号", "性质", tuple(questions_of(Publicity)), "PF-"
)
LAW = Form("law", "法规（法规库）", "laws", "标识", "级别", tuple(questions_of(Law)))
FORMS = (TASK, PUBLICITY, LAW)
