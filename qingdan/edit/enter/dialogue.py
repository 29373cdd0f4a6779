"""Asking for one field at a terminal, again and again until the answer can be taken."""

import re
from itertools import takewhile

from ...model.load import Data
from ...source.write import Value
from .answers import Answer, Wrong, value_of
from .question import Need, Question
from .sample import sample

_BETWEEN = re.compile(r"\s*[,，、;；]\s*|\s+")


def ask(question: Question, need: Need, data: Data) -> Value | None:
    """Return the value answered, or None where a field that may be left out is. Raises EOFError at the input's end."""
    print(
        f"\n{question.key}（{need.value}{'，可以有几个' if question.fact.many else ''}）：{question.help}{_such_as(question, data)}"
    )
    terms = data.vocab.value.sections[question.fact.section] if question.fact.section else {}
    words = {name: term.meaning for name, term in terms.items()}
    for number, (word, meaning) in enumerate(words.items(), 1):
        print(f"  {number} {word}：{meaning}")
    found: list[Value] = []
    while True:
        given = _given(question, list(words)) or [question.usual] * bool(question.usual)
        if not given and (found or need is Need.OPTIONAL):
            return found or None
        try:
            value = value_of(question, given, data) if given else None
        except Wrong as wrong:
            print(f"{wrong}；请重写")
            continue
        if value is None:
            print("这一项必须填")
        elif words or not question.fact.many:
            return value
        else:
            found += value


def _such_as(question: Question, data: Data) -> str:
    """Return an example of what is typed as one text; empty where words are listed or the parts are asked one by one."""
    example = "" if question.fact.section or question.parts else sample(question, data)
    return f"例如 {example}" if example else ""


def _given(question: Question, words: list[str]) -> list[Answer]:
    """Return what is typed at one prompt, nothing for an empty line; several answers only for words of the vocabulary."""
    usual = f"（直接按回车就是 {question.usual}）" if question.usual else ""
    if words:
        between = "（几个之间用逗号隔开）" if question.fact.many else ""
        line = input(f"写编号或名称{between}{usual}> ").strip()
        pieces = _BETWEEN.split(line) if question.fact.many and line not in words else [line]
        return [_numbered(piece, words) for piece in pieces if piece]
    more = "（一次写一个，写完了直接按回车）" if question.fact.many else ""
    if not question.parts:
        line = input(f"{question.key}{more}{usual}> ").strip()
        return [line] if line else []
    prompts = (f"{question.key}的{part}{'' if number else more}> " for number, part in enumerate(question.parts))
    typed = tuple(takewhile(bool, (input(prompt).strip() for prompt in prompts)))
    return [typed] if typed else []


def _numbered(word: str, words: list[str]) -> str:
    number = int(word) if word.isdecimal() and word not in words else 0
    return words[number - 1] if 1 <= number <= len(words) else word
