"""The word of the vocabulary that comes closest to one that it lacks: by synonym, by spelling, by what is meant."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise

from ..text.problem import excerpt, nearest
from . import facts_of
from .vocab import Term, Vocabulary

OPEN = ("责任主体", "任务领域", "法规领域", "对象", "形式", "节点")
"""The lists to which a body adds words of its own."""

_SPELLED_ALIKE = 0.6
_OF_A_NAME = 3  # how much a pair of characters counts that stands in a name, beside one in a definition


def advice(word: str, section: str, vocab: Vocabulary) -> str:
    """Return how a message ends about a word which a list lacks: the closest word, and how to add a new one."""
    told = f"{nearest_term(word, section, vocab)}；可选的词见 vocab.yml 的“{section}”"
    if section not in OPEN:
        return told
    record = next(fact.record for fact in facts_of(Vocabulary).values() if fact.key == section)
    needed = [fact.key for fact in facts_of(record).values() if fact.required] if record else []
    written = {"名称": excerpt(word), "标识": "英文", "定义": "一句话"}
    line = ", ".join(f"{key}: {written.get(key, '待核')}" for key in needed)
    return f"{told}，真是新的词，在那里加一行“- {{{line}}}”"


def nearest_term(word: str, section: str, vocab: Vocabulary) -> str:
    """Return the hint that ends a message about a word which a list of the vocabulary lacks.

    A synonym comes first, then a name spelled much alike, then one whose name or definition shares most pairs of
    characters with the word (生活垃圾 → 垃圾分类); else as `nearest` says.
    """
    terms = vocab.sections[section]
    alike = next((name for group in vocab.synonyms if word in group for name in group if name in terms), "")
    spelled = get_close_matches(word, terms, n=1, cutoff=_SPELLED_ALIKE)
    if found := alike or next(iter(spelled), "") or _meant(word, terms):
        return f"最接近的是“{found}”"
    return nearest(word, terms)


def _meant(word: str, terms: Mapping[str, Term]) -> str:
    pairs = _pairs(word)
    shared = {
        name: _OF_A_NAME * len(pairs & _pairs(name)) + len(pairs & _pairs(term.meaning)) for name, term in terms.items()
    }
    best = max(shared, key=lambda name: shared[name], default="")
    return best if best and shared[best] >= min(2, len(pairs)) and shared[best] else ""


def _pairs(text: str) -> set[str]:
    return {first + second for first, second in pairwise(text)}
