"""What is done to a faultless data folder: each function returns the change, which takes the folder."""

import hashlib
import os
from pathlib import Path

FILE = "tasks/a.yml"
ENTRY = """\
- 编号: RW-101
  名称: 听证告知
  领域: 依法行政
  责任主体: [法规处]
  年度: 2025
  时限: 2026-12-31
  内容: 听证以前先告知。
  来源: 法规整理
  核定: 待核定
  备注: 对照依据
  记录:
    - 日期: 2025
      状态: 推进中
      说明: 告知当事人。
  时限出处: [{报告: 2025, 段落: （三）, 引文: 2026年12月31日前改进}]
"""
"""An entry without faults; the line of a case is the line here."""

REPORT = "reports/2025.txt"


def put(name, content):
    """Write a file of the data folder."""

    def change(folder):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    return change


def entry(old="", new="", code="utf-8"):
    """Write the faultless entry into a file of its own, with `old`, which stands in it once, replaced."""
    assert not old or ENTRY.count(old) == 1, old
    return put(FILE, (ENTRY.replace(old, new) if old else ENTRY).encode(code))


def edit(name, old, new):
    """Replace what stands once in a file."""

    def change(folder):
        content = (folder / name).read_bytes()
        assert content.count(old.encode()) == 1, old
        (folder / name).write_bytes(content.replace(old.encode(), new.encode()))

    return change


def report(old, new):
    """Replace what stands once in the report's text, and register the new digest."""

    def change(folder):
        content = (folder / REPORT).read_bytes()
        before = hashlib.sha256(content).hexdigest()
        assert content.count(old.encode()) == 1, old
        fresh = content.replace(old.encode(), new if isinstance(new, bytes) else new.encode())
        (folder / REPORT).write_bytes(fresh)
        edit("reports/2025.yml", before, hashlib.sha256(fresh).hexdigest())(folder)

    return change


def received(content):
    """Replace the report's text by other bytes, and register their digest."""

    def change(folder):
        before = hashlib.sha256((folder / REPORT).read_bytes()).hexdigest()
        put(REPORT, content)(folder)
        edit("reports/2025.yml", before, hashlib.sha256(content).hexdigest())(folder)

    return change


def moved(name, new):
    """Rename a file."""
    return lambda folder: (folder / name).rename(folder / new)


def copied(name, new):
    """Put a second copy of a file there."""
    return lambda folder: (folder / new).write_bytes((folder / name).read_bytes())


def removed(name):
    """Delete a file."""
    return lambda folder: (folder / name).unlink()


def linked(name, target):
    """Put a link in the place of what is there; `target` is resolved from the folder of the link."""

    def change(folder):
        path = folder / name
        if path.exists():
            path.rename(folder.parent / path.name)
        path.symlink_to(target)

    return change


def folder_named(name):
    """Make a folder, with a file in it, whose name is that of a file."""
    return put(f"{name}/inside.yml", ENTRY)


def pipe(name):
    """Put a named pipe there: whoever opens it waits for ever."""

    def change(folder):
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return change


def named_in_bytes(name):
    """Write the faultless entry into a file whose name is not UTF-8."""

    def change(folder):
        Path(os.fsdecode(os.fsencode(folder) + b"/tasks/" + name)).write_text(ENTRY, encoding="utf-8")

    return change


def several(*changes):
    """Do one after the other."""

    def change(folder):
        for one in changes:
            one(folder)

    return change
