"""整改 entries name the arrangements that answer them; other entries name none."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.parts import TASKS
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "对应安排"
DEMAND = "整改条目须写对应安排，所写编号须在任务清单里；其他条目不写。"
EXAMPLES = (
    Example(
        "  对应安排: [RW-002]",
        "  对应安排: []",
        "“整改”的条目须写对应安排；请补上回应它的任务编号，例如 对应安排: [RW-001]",
    ),
    Example("  对应安排: [RW-002]", "  对应安排: [RW-020]", "任务清单里没有“RW-020”，最接近的是“RW-004”"),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield 整改 entries without 对应安排, others with it, and numbers that the list does not have."""
    tasks = [task.value.id for task in data.lists[TASKS.folder]]
    for task in data.lists[TASKS.folder]:
        rectifies = task.value.kind == "整改"
        if rectifies and not task.value.answers:
            message = "“整改”的条目须写对应安排；请补上回应它的任务编号，例如 对应安排: [RW-001]"
            yield Problem(task.place("类别"), NAME, message)
        if not rectifies and task.value.answers:
            yield Problem(task.place("对应安排"), NAME, "只有类别为“整改”的条目写对应安排；请删去，或补上“类别: 整改”")
        for index, answer in enumerate(task.value.answers):
            if answer == task.value.id:
                message = f"“{answer}”是这一条自己，请写回应它的任务编号，例如 对应安排: [RW-001]"
                yield Problem(task.place("对应安排", index), NAME, message)
            elif not (answer.startswith(TASKS.prefix) and answer in data.known) and TASKS.folder not in data.unread:
                message = f"任务清单里没有“{answer}”，{nearest(answer, tasks)}"
                yield Problem(task.place("对应安排", index), NAME, message)
