"""The zip that a workbook is: bounded and looked through before it is unpacked."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from .fault import Fault, Unplaced

MAX_BYTES = 30_000_000
MAX_UNPACKED = 60_000_000
MAX_PARTS = 500
MAX_CELLS = 1_000_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_PART = 0x1
_CELL = re.compile(rb"<c[ />]")


def unpacked(path: Path) -> bytes:
    """Return the bytes of a workbook that is safe to open. Raises Unplaced with what is wrong with the file."""
    name = path.name
    if path.suffix.lower() == ".xlsm":
        raise Unplaced(Fault(name, "带宏的工作簿（.xlsm）不能导入，请另存为“Excel 工作簿（.xlsx）”"))
    if path.suffix.lower() != ".xlsx":
        raise Unplaced(Fault(name, "只能导入 .xlsx 工作簿，请另存为“Excel 工作簿（.xlsx）”"))
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError:
        raise Unplaced(Fault(name, "没有这个文件，请核对文件名和位置")) from None
    except OSError:
        raise Unplaced(Fault(name, "文件打不开；若正在 Excel 里开着，请先关闭")) from None
    if fault := _refusal(data, size):
        raise Unplaced(Fault(name, fault))
    return data


def _refusal(data: bytes, size: int) -> str:
    if size > MAX_BYTES:
        return f"文件超过 {MAX_BYTES // 1_000_000} MB，不像是清单的工作簿，请重新导出再改"
    if not data:
        return "文件是空的，请重新导出再改"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "工作簿设了密码，程序读不了；请取消密码后再存一次"
        return "这是旧的 .xls 格式（只改了扩展名），请另存为“Excel 工作簿（.xlsx）”"
    if not data.startswith(b"PK"):
        return "这不是工作簿（可能是改了扩展名的文本文件），请用 Excel 或 WPS 另存为 .xlsx"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _refusal_of(parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        return "文件已损坏，打不开；请重新导出再改"


def _refusal_of(package: zipfile.ZipFile) -> str:
    parts, names = package.infolist(), package.namelist()
    if any(part.flag_bits & _ENCRYPTED_PART for part in parts):
        return "压缩包设了密码，程序读不了；请取消密码后再存一次"
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return f"解开以后超过 {MAX_UNPACKED // 1_000_000} MB，不像是清单的工作簿，请重新导出再改"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return "工作簿里有宏，不能导入；请另存为不带宏的“Excel 工作簿（.xlsx）”"
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        return "这个文件是压缩包，但不是工作簿；请用 Excel 或 WPS 另存为 .xlsx"
    # counted before they are unpacked into objects, each of which takes many times its bytes
    if sum(len(_CELL.findall(package.read(name))) for name in names if name.endswith(".xml")) > MAX_CELLS:
        return f"超过 {MAX_CELLS // 10_000} 万格，不像是清单的工作簿；请删去多余的空行空列，或者重新导出再改"
    return ""
