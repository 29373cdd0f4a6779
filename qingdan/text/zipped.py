"""A zip whose parts do not tell when they were written: the same parts give the same bytes."""

import io
import zipfile
from datetime import date

_FIRST = date(1980, 1, 1)  # the first day that a zip knows


def repacked(content: bytes, day: date = _FIRST) -> bytes:
    """Return a zip with the same parts in the same order, every one of them written on `day`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(info, parts.read(name))
    return stream.getvalue()
