"""A department whose archived laws try to break out of the page, in every place where words of a law are shown."""

import hashlib
import itertools
import shutil

from .hostile import ATTEMPTS, SECOND

MARKS = "\u200f\u202e右左\u202c \u2066隔\u2069 a\u00adb\u200bc \u2028 \u2029 \x85 \x0b \x0c \x1b[31m \x08 \x7f \x9b \ue000 \ufffe \t \U0001f600"
"""Marks of direction, lines and pages that are none, and control characters."""
LONG = "很长的一行，没有断开的地方" * 400 + "x" * 4000
HOSTILE = (*ATTEMPTS, MARKS, LONG)
PLACES = {
    "一户一表": "一户{}一表",
    "第五章　附则": "第五章　{}",
    "（一）收受财物的；": "（一）{}；",
    "1．不登记；": "1．{}；",
    "用水户应当使用节水器具。": "用水户{}。",
    "洗车、浇灌": "{}洗车、浇灌",
}
"""Where the words of the invented law make room for a text."""
CITED = ("因擅自接管造成损失的，应当赔偿。", "因擅自接管造成损失的，{}，应当赔偿。")
"""The place in the article that the lists cite."""
VERSIONS = ("2020-03-01", "2023-11-30", "2026-06-01")


def write(folder):
    """Write the department into `folder`. Out: the texts that were put in, by the version of the law that has them."""
    shutil.copytree(SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change"))
    words = (f"{' '.join(HOSTILE[turn:] + HOSTILE[:turn])} {turn}" for turn in itertools.count())
    found = {}
    for version in VERSIONS:
        file = folder / f"laws/texts/water-use-rules.{version}.txt"
        text, used = file.read_text(encoding="utf-8"), []
        for old, new in (*PLACES.items(), CITED):
            if old in text:
                used.append(next(words))
                text = text.replace(old, new.format(used[-1]))
        text += f"附件\n{next(words)}\n"
        file.write_bytes(text.encode())
        meta = file.with_suffix(".yml")
        lines = [line for line in meta.read_text(encoding="utf-8").splitlines() if not line.startswith("sha256:")]
        meta.write_text(
            "\n".join((*lines, f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", "")), encoding="utf-8"
        )
        found[version] = used
    return found
