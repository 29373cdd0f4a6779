"""The data of a built site as one zip for a release: checked against the index, the same bytes for the same site."""

import hashlib
import json
from datetime import date
from pathlib import Path

from ..text.zipped import zipped
from .index import PATH, damage
from .model import ROOT

NAME = f"{ROOT.strip('/').replace('/', '-')}.zip"
SUMS = "SHA256SUMS"


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
    return zipped(contents.items(), date.fromisoformat(told["as_of"]))


def sums(contents: dict[str, bytes]) -> bytes:
    """Return the digests of files in the form that `sha256sum --check` reads."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(contents.items()))
    return "".join(lines).encode()
