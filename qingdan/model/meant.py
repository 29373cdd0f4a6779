"""The word of the vocabulary that comes closest to one that it lacks: by synonym, by spelling, by what is meant."""

from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise

from ..text.problem import excerpt, nearest
from . import facts_of
from .vocab import Term, Topic, Vocabulary

OPEN = ("责任主体", "任务领域", "法规领域", "对象", "形式", "节点")
"""The lists to which a body adds words of its own."""

_SPELLED_ALIKE = 0.6
_SPELLED_A_LITTLE = 0.4
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
    """Return the hint about a word which a list of the vocabulary lacks: the closest one, or those that may be written."""
    if found := closest(word, section, vocab):
        return f"最接近的是“{found}”"
    return nearest(word, vocab.sections[section])


def closest(word: str, section: str, vocab: Vocabulary) -> str:
    """Return the name in a list that comes closest to a word; empty where none does.

    A 俗称 or synonym comes first, then a name spelled much alike, then one whose 俗称 or synonym stands within the word,
    then one whose name or definition shares most pairs of characters with it (生活垃圾 → 垃圾分类), then one spelled a
    little alike.
    """
    terms = vocab.sections[section]
    others = {name: _other_names(name, term, vocab) for name, term in terms.items()}
    called = [name for name, known in others.items() if word in known]
    spelled = called or get_close_matches(word, terms, n=1, cutoff=_SPELLED_ALIKE)
    if found := spelled or [name for name, known in others.items() if any(one in word for one in known)]:
        return found[0]
    return _meant(word, terms) or next(iter(get_close_matches(word, terms, n=1, cutoff=_SPELLED_A_LITTLE)), "")


def _other_names(name: str, term: Term, vocab: Vocabulary) -> set[str]:
    """Return what else a term is called: its 俗称 and its synonyms, of two characters or more."""
    common = term.common if isinstance(term, Topic) else None
    alike = {one for group in vocab.synonyms if name in group or common in group for one in group}
    return {one for one in (alike | {common or ""}) - {name} if len(one) > 1}


def _meant(word: str, terms: Mapping[str, Term]) -> str:
    pairs = _pairs(word)
    shared = {
        name: _OF_A_NAME * len(pairs & _pairs(name)) + len(pairs & _pairs(term.meaning)) for name, term in terms.items()
    }
    best = max(shared, key=lambda name: shared[name], default="")
    return best if best and shared[best] >= min(2, len(pairs)) and shared[best] else ""


def _pairs(text: str) -> set[str]:
    return {first + second for first, second in pairwise(text)}
