"""A zip whose parts do not tell when they were written: the same parts give the same bytes."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date

_READABLE = 0o644 << 16
_UNIX = 3
_FIRST = date(1980, 1, 1)  # the first day that a zip knows


def zipped(contents: Iterable[tuple[str, bytes]], day: date = _FIRST, level: int | None = None) -> bytes:
    """Return a zip of files, each with its path, in the order of the paths, every one of them written on `day`.

    In: how hard zlib shall try, from 0 to 9.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in sorted(contents):
            info = _info(name, day)
            info.create_system, info.external_attr = _UNIX, _READABLE
            archive.writestr(info, content, compresslevel=level)
    return stream.getvalue()


def repacked(content: bytes, day: date = _FIRST) -> bytes:
    """Return a zip with the same parts in the same order, every one of them written on `day`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in parts.namelist():
            fixed.writestr(_info(name, day), parts.read(name))
    return stream.getvalue()


def _info(name: str, day: date) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
