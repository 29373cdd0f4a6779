"""The question that the home page shows for a 领域 is one of that 领域 and still answered."""

from collections.abc import Iterable, Iterator, Mapping

from ..model import Answer
from ..model.load import Data
from ..model.parts import ANSWERS
from ..model.vocab import Topic
from ..text.example import Example
from ..text.problem import Problem, nearest

NAME = "常问"
DEMAND = "词表里“常问”写的问答须在那个领域，没有退出。"
EXAMPLES = (
    Example(
        "常问: WD-001",
        "常问: WD-009",
        "“水务”没有问答“WD-009”，最接近的是“WD-003”",
        "vocab.yml",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield questions of the home page that their 领域 has not; none where the answer or its entry cannot be read."""
    fields = {entry.value.id: entry.value.field for entry in data.entries}
    topics = data.vocab.value.law_topics
    answers = {one.value.id: one.value for one in data.answers}
    for index, topic in enumerate(topics):
        asked = answers.get(topic.asked or "")
        if topic.asked and (_elsewhere(asked, topic, fields, topics) if asked else _nowhere(topic.asked, data)):
            own = [answer.id for answer in answers.values() if fields.get(answer.entry) == topic.name]
            place = data.vocab.place("法规领域", index, "常问")
            if asked and asked.withdrawn:
                left = f"“{topic.name}”的常问“{topic.asked}”已经退出，请换成这一领域的另一个问答，或者删去“常问”"
                yield Problem(place, NAME, left)
            else:
                yield Problem(place, NAME, f"“{topic.name}”没有问答“{topic.asked}”，{nearest(topic.asked, own)}")


def _elsewhere(answer: Answer, topic: Topic, fields: Mapping[str, str], topics: Iterable[Topic]) -> bool:
    """Tell whether an answer is given no more, or belongs to another 领域."""
    others = [one.name for one in topics if one is not topic]
    return answer.withdrawn is not None or fields.get(answer.entry) in others


def _nowhere(number: str, data: Data) -> bool:
    return number not in data.known and ANSWERS.folder not in data.unread
