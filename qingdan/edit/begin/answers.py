"""What is asked of a new body: six questions, and whether what is typed can be taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from ...model import Line
from ...source.write import why_unwritable

_LINE: TypeAdapter[str] = TypeAdapter(Line)


class Wrong(ValueError):
    """What was typed cannot be taken; says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Question:
    """One of the six: its option, its Chinese key, how it is answered; what is proposed may use answers given before."""

    option: str
    key: str
    help: str
    proposal: str = ""
    needed: bool = True
    many: bool = False

    def proposed(self, before: Mapping[str, Sequence[str]]) -> str:
        """Return the answer that is taken when nothing is typed; empty where there is none."""
        return self.proposal.format(**{name: values[0] for name, values in before.items() if values})


QUESTIONS = (
    Question("name", "主体", "单位的全称，例如 某某区市场监督管理局"),
    Question("short", "简称", "单位的简称，网页上的句子用它，例如 某某区市场监管局"),
    Question("district", "地区", "单位在哪个地区，例如 某某区"),
    Question("title", "网站名称", "显示在每一页的上方", "{short}法治责任清单"),
    Question("host", "主办单位", "由谁主办这个网站；还没有定的不写", needed=False),
    Question(
        "owner", "责任主体", "科室、队、所的名称，一次一个；还不知道的不写，条目里写“待核定”", needed=False, many=True
    ),
)
"""In the order in which they are asked."""


def taken(question: Question, text: str) -> str:
    """Return an answer as it is written into the data. Raises Wrong."""
    answer = text.strip()
    if reason := why_unwritable(answer):
        raise Wrong(reason)
    try:
        return _LINE.validate_python(answer)
    except ValidationError as error:
        raise Wrong(f"这一项不能这样写（{error.errors()[0]['msg']}）；{question.help}") from None
