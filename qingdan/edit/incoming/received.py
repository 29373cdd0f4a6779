"""The file as received → the bytes that are archived, and what has to be said about them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ...source.read import MAX_BYTES, Refused, decoded
from ...text.characters import odd
from ...text.paragraphs import Paragraph, parse
from . import office
from .pdf import text_of_pdf
from .word import Unusable, text_of

SUFFIXES = (".txt", ".docx", ".pdf", *office.SUFFIXES)
_KINDS = {".pdf": "PDF", ".wps": "WPS"}

REPORT = "一份报告"
"""What is imported, as messages call it."""
_TOLD = 5
_MAX_DOCUMENT = 20_000_000
_OLE = b"\xd0\xcf\x11\xe0"  # compound file: .doc, and .docx with a password
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Received:
    """A report's or a law's text as it will be archived, where it comes from, notes on what was lost, and the title, if it was given."""

    content: bytes
    source: str
    notes: tuple[str, ...] = ()
    title: str = ""

    @property
    def text(self) -> str:
        """The text."""
        return self.content.decode()

    @property
    def digest(self) -> str:
        """The SHA-256 of the archived bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The numbered paragraphs."""
        return parse(self.text, title=self.title)


def receive(path: Path) -> Received:
    """Read a report from a file of one of the SUFFIXES. Raises Unusable with reason and remedy, and OSError."""
    received = text_in(path, content_of(path, SUFFIXES, MAX_BYTES, REPORT), REPORT)
    return replace(received, notes=(*received.notes, *_odd(received.paragraphs)))


def content_of(path: Path, suffixes: Sequence[str], most: int, one: str) -> bytes:
    """Return the bytes of a file that may be imported. Raises Unusable with reason and remedy, and OSError.

    In: the suffixes that it may have; how many bytes a plain text may have; what is imported, for example 一份报告.
    """
    suffix = path.suffix.lower()
    if not _is_file(path):
        raise Unusable(f"没有“{path}”这个文件，请核对文件名和位置")
    if suffix not in suffixes:
        raise Unusable(
            f"能导入的是 {'、'.join(suffixes)}，“{path.name}”不是；请另存为 .docx，或把文字存成 .txt（UTF-8）"
        )
    most = most if suffix == ".txt" else _MAX_DOCUMENT
    if (size := path.stat().st_size) > most:
        sizes = f"文件有 {size // 1_000_000} MB，最多 {most // 1_000_000} MB"
        raise Unusable(f"{sizes}；{one}没有这么大，请核对是不是选错了文件")
    content = path.read_bytes()
    if not content.strip():
        raise Unusable("文件是空的，请核对是不是选错了文件，或者还没有存好")
    return content


def text_in(path: Path, content: bytes, one: str) -> Received:
    """Return the text of a file of one of the SUFFIXES: its content, or what is taken out of it. Raises Unusable."""
    suffix = path.suffix.lower()
    received = _from_text(path, content) if suffix == ".txt" else _from_document(content, suffix, one)
    if not received.text.strip("\ufeff \t\r\n\u3000"):
        raise Unusable("文件里没有文字；如果内容是图片，请先换成文字")
    return received


def _odd(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield a note on what nobody sees, or what looks like something else, in the text."""
    if places := [f"{one.label}（{'；'.join(told)}）" for one in paragraphs if (told := odd(one.raw))]:
        yield f"{'，'.join(places[:_TOLD])}{'等' * (len(places) > _TOLD)}，照收到的样子存档，报告页上会注明"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # for example a name that is too long
        return False


def _from_text(path: Path, content: bytes) -> Received:
    if content.startswith(_ZIP):
        raise Unusable("这不是文本，像是 Word 的 .docx 文件；请把扩展名改回 .docx 再试")
    if content.startswith(_OLE):
        raise Unusable("这不是文本，像是旧版 Word（.doc）文件；请用 Word 打开，另存为 .docx 再试")
    try:
        decoded(content, path.name)
    except Refused as refused:
        problem = refused.problems[0]
        how = "在记事本里：“文件”—“另存为”，编码选“UTF-8”"
        raise Unusable(f"{path.name} 第 {problem.place.line} 行：{problem.message}。{how}") from None
    return Received(content, "收到的文字，按收到时的样子存档；公布网页待核。")


def _from_document(content: bytes, suffix: str, one: str) -> Received:
    text, notes = _read(content, suffix, one)
    digest = hashlib.sha256(content).hexdigest()
    source = f"从收到的 {_KINDS.get(suffix, 'Word')} 文件里取出的文字（文件的 SHA-256 是 {digest}）；公布网页待核。"
    return Received(text.encode(), source, tuple(notes))


def _read(content: bytes, suffix: str, one: str) -> tuple[str, list[str]]:
    if suffix == ".pdf":
        return text_of_pdf(content, one)
    if suffix in office.SUFFIXES:
        return text_of(office.as_docx(content, suffix), one)
    if content.startswith(_OLE):
        raise Unusable("这是旧版 Word（.doc）文件改了扩展名，或者加了密码；请用 Word 打开，去掉密码，另存为 .docx 再试")
    if not content.startswith(_ZIP):
        raise Unusable("扩展名是 .docx，内容却不是 Word 文件；本来是文本的，请把扩展名改回 .txt（UTF-8）再试")
    return text_of(content, one)
