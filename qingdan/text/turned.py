"""Whole clauses whose meaning a cut turns all the same: words after a negation, one half of a pair of brackets."""

import re
from functools import lru_cache

_TITLE = "《》"
_PAIRS = {_TITLE: "书名号", "“”": "引号", "()": "括号", "【】": "括号", "「」": "引号"}
_STOPS = re.compile("[，。；！？,;!?]")
_NO = (
    "(?:未(?!来|成年|必|知|婚)|没(?!收|落)|勿|(?:均|并|尚|也|都|皆|全|确|绝|^)无(?!论|缝|偿|障碍|害|主|证|照|人机|线)|无(?:法|需|须)"
    "|(?:并|绝|而)非|禁止|严禁|杜绝|避免|防止"
    "|不(?:存在|能|得(?!不)|再|是|会|予|允许|可(?!抗|逆|移动)|应|宜|准|要|许|发生|出现|具备|符合|属于|涉及|包括|适用|进行|开展|按|依|经|在|对|向|以))"
)
_NEGATED = re.compile(_NO)
_LEFT_OPEN = re.compile(
    f"{_NO}(?:能够?|曾|有|再|得)?(?:(?:及时|按时|严格|认真|完全|全面)|(?:按照?|依照?|根据|对|就|在|向|因|经|于|以)[^，,]*)?$"
)


def turned(text: str, start: int, end: int) -> str:
    """Return in Chinese how cutting [start, end) out of a folded paragraph turns its meaning; empty where it does not."""
    for pair, name in _PAIRS.items():
        if _paired(text, pair) and not _paired(text[start:end], pair):
            return f"引文里的{name}只有一半，不能从中截断"
    if text[:start].count(_TITLE[0]) > text[:start].count(_TITLE[1]) and _paired(text, _TITLE):
        return "引文不能从书名号里面截取"
    return "引文前面有否定的话，从这里起头意思会反过来" if _after_negation(text, start) else ""


@lru_cache(maxsize=4096)
def _paired(text: str, pair: str) -> bool:
    """Tell whether each opening half in a text is closed, and none is closed that was not opened."""
    if pair[0] not in text and pair[1] not in text:
        return True
    depth = 0
    for character in text:
        depth += (character == pair[0]) - (character == pair[1])
        if depth < 0:
            return False
    return depth == 0


def _after_negation(text: str, start: int) -> bool:
    """Tell whether a negation before `start` goes on beyond it.

    A list (、 and ：) and the end of a line carry it on; a comma does only where what is denied has not been said yet.
    """
    if _NEGATED.match(text[start:]):
        return False
    before = text[:start]
    comma = before.endswith(("，", ","))
    clause = _STOPS.split(before[:-1] if comma else before)[-1]
    return bool((_LEFT_OPEN if comma else _NEGATED).search(clause))
