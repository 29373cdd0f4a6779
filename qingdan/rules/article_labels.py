"""Where an article's words are archived, our label for it and its 数字 do not contradict them."""

import re
from collections.abc import Iterator

from ..model import Article
from ..model.load import Data
from ..model.wording import Proven, wordings_of
from ..text.example import Example
from ..text.folded import folded
from ..text.numbers import Number, numbers_in
from ..text.problem import Problem

NAME = "条文说明"
DEMAND = "收录了原文的条，“数字”和“说明”里的数字要在这一条里；说明写“罚”“不得”“第几条”的，这一条要有这样的话。"
EXAMPLES = (
    Example(
        "- {条: 第九条, 说明: 不得擅自接管}",
        "- {条: 第九条, 说明: 不得擅自接管, 数字: [60日]}",
        "第九条的原文里没有“60日”；请照原文改",
        "laws/laws.yml",
    ),
    Example(
        "- {条: 第三条, 说明: 节约用水}",
        "- {条: 第三条, 说明: 浪费用水的罚则}",
        "说明写“罚则”，第三条的原文里没有处罚的话；请核对条号，或者改说明",
        "laws/laws.yml",
    ),
)

_SAYS = (
    (re.compile("罚则|处罚|罚款"), re.compile("罚|警告|没收|拘留|吊销|责令|处分"), "处罚的话"),
    (re.compile("不得|禁止|不准"), re.compile("不得|禁止|不准|严禁|不能|不予|不允许|不应"), "禁止的话"),
)
"""What a label may say of an article, what the article says then, and what to call that."""
_REFERENCE = re.compile("第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?")
_THINGS = ("部", "项", "条", "款", "种", "类", "个", "件", "次", "家", "人")
"""A label counts these by itself."""
_DAYS = {"天": "日"}
_JOINTS = re.compile("[、至到和—-]")


def check(data: Data) -> Iterator[Problem]:
    """Yield the numbers and labels of listed articles that the archived words do not bear out."""
    wordings = wordings_of(data)
    for law in data.laws:
        for index, article in enumerate(law.value.articles):
            found = wordings.listed(law.value.id, article.number)
            if isinstance(found, Proven):
                for key, said in _faults(article, found.found.article.whole):
                    yield Problem(law.place("条文", index, key), NAME, said)


def _faults(article: Article, words: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, with the key under which it is written."""
    plain = folded(words)
    for number in (one for text in article.numbers for one in numbers_in(text)):
        if not _stands(number, plain):
            yield "数字", f"{article.number}的原文里没有“{number.words}”；请照原文改"
    for number in numbers_in(article.label):
        if number.unit not in _THINGS and not _stands(number, plain):
            yield "说明", f"{article.number}的原文里没有“{number.words}”；请照原文改"
    for label, text, what in _SAYS:
        if (said := label.search(article.label)) and not text.search(plain):
            yield "说明", f"说明写“{said[0]}”，{article.number}的原文里没有{what}；请核对条号，或者改说明"
    for reference in _REFERENCE.findall(article.label):
        if reference not in plain:
            yield "说明", f"说明写“{reference}”，{article.number}的原文里没有提到它；请核对条号，或者改说明"


def _stands(number: Number, plain: str) -> bool:
    """Tell whether a number stands in an article; of several (二日、三日) and of a range, each."""
    there = {(one.value, _DAYS.get(one.unit, one.unit)) for one in numbers_in(plain, number.unit)}
    if isinstance(number.value, str):
        each = [
            one for part in _JOINTS.split(number.words) for one in numbers_in(_whole(part, number.unit), number.unit)
        ]
        return all(folded(one.words) in plain or (one.value, _unit(one)) in there for one in each)
    return folded(number.words) in plain or (number.value, _unit(number)) in there


def _unit(number: Number) -> str:
    return _DAYS.get(number.unit, number.unit)


def _whole(part: str, unit: str) -> str:
    return part if part.endswith(unit) else f"{part}{unit}"
