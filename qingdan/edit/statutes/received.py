"""A law's text as received → the bytes that are archived, and what has to be said about them."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ...model.law_text import MAX_TEXT
from ...text.characters import odd
from ..incoming.received import SUFFIXES as OTHERS
from ..incoming.received import Received, content_of, text_in
from ..incoming.word import Unusable
from .webpage import text_of_page

PAGES = (".html", ".htm")
SUFFIXES = (*OTHERS, *PAGES)
LAW = "一部法规"
"""What is imported, as messages call it."""
_TOLD = 5


def receive(path: Path, name: str | None = None) -> Received:
    """Read the text of a law, of this name where it is known, from a file of one of the SUFFIXES. Raises Unusable, and OSError."""
    content = content_of(path, SUFFIXES, MAX_TEXT, LAW)
    received = _from_page(content, name) if path.suffix.lower() in PAGES else text_in(path, content, LAW)
    if (size := len(received.content)) > MAX_TEXT:
        raise Unusable(f"取出的文字有 {size // 1_000_000} MB，最多 {MAX_TEXT // 1_000_000} MB；请核对是不是选错了文件")
    return replace(received, notes=(*received.notes, *_odd(received.text)))


def _from_page(content: bytes, name: str | None) -> Received:
    text, notes = text_of_page(content, name)
    digest = hashlib.sha256(content).hexdigest()
    source = f"从存下的网页里取出的文字（文件的 SHA-256 是 {digest}）；网址待核。"
    return Received(text.encode(), source, tuple(notes))


def _odd(text: str) -> Iterator[str]:
    """Yield a note on what nobody sees, or what looks like something else, in the text."""
    found = [(number, odd(line)) for number, line in enumerate(text.splitlines(), 1)]
    if places := [f"第 {number} 行（{'；'.join(what)}）" for number, what in found if what]:
        yield f"{'，'.join(places[:_TOLD])}{'等' * (len(places) > _TOLD)}，照收到的样子存档"
