"""The data of a built site as one zip for a release: checked against the index, the same bytes for the same site."""

import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path

from .documents import ROOT
from .index import PATH, damage

NAME = f"{ROOT.strip('/').replace('/', '-')}.zip"
SUMS = "SHA256SUMS"
_READABLE = 0o644 << 16
_UNIX = 3


class Damaged(Exception):
    """The built site is not what its index says; tells in Chinese which file and what to do."""


def bundle(site: Path) -> bytes:
    """Return the zip of a built site's data, with the digest of each file in it. Raises Damaged."""
    for path, fault in damage(site):
        raise Damaged(f"{(site / path).as_posix()}：{fault}，请先运行 make build")
    told = json.loads((site / PATH).read_bytes())
    paths = [PATH, *(file["path"] for file in told["files"] if file["path"].startswith(ROOT))]
    contents = {path: (site / path).read_bytes() for path in paths}
    contents[SUMS] = sums(contents)
    return _packed(contents, date.fromisoformat(told["as_of"]))


def sums(contents: dict[str, bytes]) -> bytes:
    """Return the digests of files in the form that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(contents.items()))
    return "".join(lines).encode()


def _packed(contents: dict[str, bytes], day: date) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        for path, content in sorted(contents.items()):
            info = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, _READABLE, _UNIX
            parts.writestr(info, content)
    return out.getvalue()
