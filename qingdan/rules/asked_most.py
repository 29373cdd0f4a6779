"""The question that the home page shows for a 领域 is one of that 领域 and still answered."""

from collections.abc import Iterator

from ..model.load import Data
from ..model.parts import ANSWERS, LISTS
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "常问"
DEMAND = "词表里“常问”写的问答须在那个领域，没有退出。"
EXAMPLES = (
    Example(
        "常问: WD-001",
        "常问: WD-009",
        "“水务”没有问答“WD-009”，最接近的是“WD-002”",
        "vocab.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield questions of the home page that their 领域 has not; nothing while an answer or an entry cannot be read."""
    fields = {entry.value.id: entry.value.field for entry in data.entries}
    incomplete = {*data.unread, *data.refused} & {part.folder for part in (ANSWERS, *LISTS)}
    topics = data.vocab.value.law_topics
    if incomplete or not {topic.name for topic in topics} >= {fields.get(one.value.entry) for one in data.answers}:
        return
    given = [one.value for one in data.answers if not one.value.withdrawn]
    for index, topic in enumerate(topics):
        own = [answer.id for answer in given if fields[answer.entry] == topic.name]
        if topic.asked and topic.asked not in own:
            place = data.vocab.place("法规领域", index, "常问")
            yield Problem(place, NAME, f"“{topic.name}”没有问答“{topic.asked}”，{nearest(topic.asked, own)}")
