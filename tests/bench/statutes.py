"""Statutes: how long an invented code of 1,300 articles takes to read, and to compare with itself after an amendment.

The floor is what anybody has to do: split the text into lines and look at the start of each.
"""

import re
import time
from statistics import median

from qingdan.text.statute import parse
from qingdan.text.statute.compare import compare
from tests.built.long_code import text

RUNS = 5
GOAL_MILLISECONDS = 300
ARTICLE = re.compile(r"\s*第[零一二三四五六七八九十百千]+条")


def milliseconds(work, *arguments):
    """Return the median of a few runs."""
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work(*arguments)
        found.append(1000 * (time.perf_counter() - start))
    return median(found)


def floor(code):
    return [line for line in code.splitlines() if ARTICLE.match(line)]


def main():
    """Print the figures."""
    code = text()
    amended = code.replace("水闸", "闸门")
    old, new = parse(code), parse(amended)
    reading, least = milliseconds(parse, code), milliseconds(floor, code)
    print(f"\n法规原文：{len(old.articles)} 条，{len(code.encode()) / 1000:.0f} kB")
    print(f"  读成编章节条款项：{reading:.0f} 毫秒（目标 {GOAL_MILLISECONDS}；只看每行开头 {least:.1f} 毫秒）")
    print(f"  与改过的逐条比：{milliseconds(compare, old, new):.0f} 毫秒")


if __name__ == "__main__":
    main()
