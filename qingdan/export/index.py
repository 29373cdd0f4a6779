"""index.json: every published file with its size and SHA-256, and how many things they hold."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..site.site import Site
from . import files
from .documents import document
from .model import ROOT

PATH = f"{ROOT}index.json"


def listed_as(path: str, content: bytes) -> files.Listed:
    """Return a file as the index lists it."""
    return files.Listed(path=path, bytes=len(content), sha256=hashlib.sha256(content).hexdigest())


def file_index(site: Site, listed: Iterable[files.Listed]) -> bytes:
    """Return the index of the files listed, which are all but the index itself."""
    content = {
        "title": site.body.title,
        "licence": site.publication.licence or None,
        "counts": _counts(site),
        "files": tuple(sorted(listed, key=lambda file: file.path)),
    }
    return document(site, "index", content)


def damage(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of a built site that is not as its index says, with what is wrong with it."""
    index = folder / PATH
    listed = json.loads(index.read_bytes())["files"] if index.is_file() else ()
    if not listed:
        yield PATH, "缺少这个文件"
    for file in listed:
        path = folder / file["path"]
        if not path.is_file():
            yield file["path"], "缺少这个文件"
        elif _digest(path) != file["sha256"]:
            yield file["path"], "与目录里的 SHA-256 不一致"


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _counts(site: Site) -> dict[str, int]:
    return {
        **{folder: len(records) for folder, records in site.data.lists.items()},
        "reports": len(site.reports),
        "paragraphs": sum(len(report.paragraphs) for report in site.reports),
        "records": sum(len(site.records(entry)) for entry in site.entries.values()),
        "evidence": sum(map(len, site.citations.values())),
    }
