"""Old and other word processors' files (.doc, .wps, .rtf, .odt) → .docx, by LibreOffice where it is installed."""

import shutil
import subprocess  # the converter is a program, not a library
import tempfile
from pathlib import Path

from .word import Unusable

SUFFIXES = (".doc", ".wps", ".rtf", ".odt")
_SECONDS = 120
_HOW = "请用 Word 或 WPS 打开，另存为 .docx 再试"


def as_docx(content: bytes, suffix: str) -> bytes:
    """Return the document as a .docx file. Raises Unusable where LibreOffice is missing or cannot read it.

    It runs with a profile of its own, which is thrown away; macros are not run.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise Unusable(f"读 {suffix} 要用 LibreOffice，这台机器没有装；{_HOW}")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"report{suffix}")
        source.write_bytes(content)
        command = [
            *(office, f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless", "--norestore"),
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            return source.with_suffix(".docx").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise Unusable(f"LibreOffice 打不开这个 {suffix} 文件，可能坏了或者加了密码；{_HOW}") from None
