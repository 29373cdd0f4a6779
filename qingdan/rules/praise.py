"""Words that praise or leave nothing out stand in our own words only where what these rest on has them."""

from collections.abc import Iterator

from ..model.grounds import sentences
from ..model.load import Data
from ..text.example import Example
from ..text.problem import Problem
from .quotations import stands

NAME = "评价词"
DEMAND = "名称、内容、说明里有词表“评价词”的，引文、所列法规的名称或者条文的标签里要有同样的词。"
EXAMPLES = (
    Example(
        "      说明: 审核文件7份。",
        "      说明: 圆满审核文件7份。",
        "引文里没有“圆满”；请删去这个词，或者引用写着这个词的原话",
    ),
)


def check(data: Data) -> Iterator[Problem]:
    """Yield the words of the list that nothing bears out, each once a sentence."""
    for entry, sentence in sentences(data):
        said = [word for word in data.vocab.value.praise if word in sentence.text]
        if not said:
            continue
        grounds = sentence.grounds()
        if not all(stands(data, evidence) for evidence in grounds.evidence):
            continue
        known = (*(evidence.quote for evidence in grounds.evidence), *grounds.words)
        for word in said:
            if not any(word in text for text in known):
                place = entry.inside(sentence.text.index(word), *sentence.path)
                yield Problem(place, NAME, f"引文里没有“{word}”；请删去这个词，或者引用写着这个词的原话")
