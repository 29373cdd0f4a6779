"""The zip that a workbook or a Word document is: bounded and looked through before anything in it is read."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree
from xml.parsers import expat

MAX_BYTES = 4_000_000
MAX_UNPACKED = 60_000_000
MAX_XML = 20_000_000
MAX_PARTS = 2000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = "文件坏了，打不开；请用 Excel、Word 或 WPS 打开，另存一份再试"
_FAULTS = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, expat.ExpatError,
    ElementTree.ParseError, KeyError, ValueError, IndexError, LookupError, OSError, RecursionError,
)  # fmt: skip


class Unusable(Exception):
    """The file cannot be read; says why and what to do, in Chinese."""


@contextmanager
def unpacked(content: bytes, main: str) -> Iterator[zipfile.ZipFile]:
    """Give the parts of a file that is safe to read. In: its bytes, the part that it must have.

    Raises Unusable, also for whatever goes wrong while it is being read.
    """
    if fault := _refusal(content):
        raise Unusable(fault)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _examine(package, main)
            yield package
    except _FAULTS:
        raise Unusable(_BROKEN) from None


def _refusal(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        return f"文件超过 {MAX_BYTES // 1_000_000} MB；一份清单没有这么大，请核对是不是选错了文件"
    if not content.strip():
        return "文件是空的，请核对是不是选错了文件，或者还没有存好"
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return "文件设了密码，程序读不了；请取消密码后再存一次"
        return "这是旧格式（.xls、.doc、.et、.wps）的文件，请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 再试"
    if not content.startswith(b"PK"):
        return "内容不是 .xlsx 或 .docx（可能只改了扩展名）；请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 再试"
    return ""


def _examine(package: zipfile.ZipFile, main: str) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    if any(part.flag_bits & 0x1 for part in parts):
        raise Unusable("文件设了密码，程序读不了；请取消密码后再存一次")
    if (
        len(parts) > MAX_PARTS
        or sum(part.file_size for part in parts) > MAX_UNPACKED
        or sum(part.file_size for part in texts) > MAX_XML
    ):
        raise Unusable("文件解开以后太大，不像一份清单；请把清单复制到新的文件，另存后再试")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unusable("文件里有宏，不能收录；请另存为不带宏的 .xlsx 或 .docx 再试")
    if main not in names:
        raise Unusable("扩展名与内容不符，或者文件坏了；请用 Excel、Word 或 WPS 打开，另存为 .xlsx 或 .docx 再试")
    if any(has_doctype(package.read(part)) for part in texts):
        raise Unusable("文件里带有 DTD 声明，Excel 和 Word 不会这样写，可能有害，没有读取；请打开后另存一份再试")


class _Told(Exception):
    """Whether a document type declaration came before the root element; nothing more need be read."""


def has_doctype(xml: bytes) -> bool:
    """Tell whether a part has a document type declaration. Raises expat.ExpatError for what is no XML."""

    def doctype(*_: object) -> None:
        raise _Told(True)

    def begin(*_: object) -> None:
        raise _Told(False)

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = doctype, begin
    try:
        parser.Parse(xml, True)
    except _Told as told:
        return bool(told.args[0])
    return False


def root_of(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """Return the root element of a part."""
    return ElementTree.fromstring(package.read(name))  # no part has a document type declaration
