"""What the tests of archived laws share: other words for a wording, and another wording, registered as they are."""

import hashlib
from pathlib import Path

LAW = "water-use-rules"


def rewrite(department, version, old, new, law=LAW):
    """Replace words of a wording, which must stand there once, as if it had been received so: its digest is registered anew."""
    stem = f"laws/texts/{law}.{version}"
    file = department.folder / f"{stem}.txt"
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    department.edit(f"{stem}.txt", old, new)
    department.edit(f"{stem}.yml", before, hashlib.sha256(file.read_bytes()).hexdigest())


def archive(department, version, effective, text, law=LAW):
    """Archive a wording of a law."""
    stem: Path = department.folder / f"laws/texts/{law}.{version}"
    stem.with_name(f"{stem.name}.txt").write_bytes(text.encode())
    stem.with_name(f"{stem.name}.yml").write_text(
        f"法规: {law}\n版本: {version}\n施行: {effective}\n来源: 虚构的测试文本。\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\n",
        "utf-8",
    )


def drop(department, *versions, law=LAW):
    """Take wordings out of the archive."""
    for version in versions:
        for suffix in ("yml", "txt"):
            (department.folder / f"laws/texts/{law}.{version}.{suffix}").unlink()
