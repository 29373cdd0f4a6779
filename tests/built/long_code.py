"""An invented code of 1,300 articles in 编, 章 and 节, archived in a department's folder, for tests of long laws."""

import hashlib
from pathlib import Path

ARTICLES = 1300
BOOKS, CHAPTERS, SECTIONS = 5, 10, 2
PER_SECTION = ARTICLES // (BOOKS * CHAPTERS * SECTIONS)
ID, NAME, VERSION = "sluice-code", "示例水闸法典", "2024-05-01"

LAW = f"""
- 标识: {ID}
  名称: {NAME}
  简称: 水闸法典
  级别: 地方性法规
  制定机关: 示例区人民代表大会
  文号: 待核
  通过日期: {VERSION}
  施行日期: 2024-07-01
  状态: 现行有效
  领域: [水务]
  条文:
    - {{条: 第七百条, 说明: 看守第700号水闸}}
  核对:
    日期: 2026-01-01
    来源:
      - {{名称: 示例政府网}}
    可信度: 高
"""

DIGITS = "零一二三四五六七八九"


def han(number: int) -> str:
    """Return a number below ten thousand as laws write it, for example 一千零二十 of 1020."""
    found, skipped = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            found += ("零" if skipped and found else "") + DIGITS[digit] + name
        skipped = not digit
    return found.removeprefix("一") if 10 <= number < 20 else found


def text() -> str:
    """Return the words of the code."""
    lines = [NAME, "（2024年5月1日示例区人民代表大会通过　自2024年7月1日起施行）"]
    number = 0
    for book in range(1, BOOKS + 1):
        lines.append(f"第{han(book)}编　第{han(book)}条河")
        for chapter in range(1, CHAPTERS + 1):
            lines.append(f"第{han(chapter)}章　河段{han(chapter)}")
            for section in range(1, SECTIONS + 1):
                lines.append(f"第{han(section)}节　{'左岸' if section == 1 else '右岸'}")
                for _ in range(PER_SECTION):
                    number += 1
                    lines += _article(number)
    return "\n".join(lines) + "\n"


def _article(number: int) -> list[str]:
    if number == ARTICLES:
        return [f"　　第{han(number)}条　本法典自2024年7月1日起施行。"]
    return [
        f"　　第{han(number)}条　编号为{number}的水闸由它所在河段的看守人每天开闭一次，并在看守簿上写明开闭的时间、水位和天气。",
        f"　　看守人不能到场的，应当请邻近河段的看守人代为开闭编号为{number}的水闸。",
    ]


def add(folder: Path) -> None:
    """Add the code to the laws of a department, with its words."""
    laws = folder / "laws/laws.yml"
    laws.write_text(laws.read_text(encoding="utf-8") + LAW, encoding="utf-8")
    words = text().encode()
    (folder / f"laws/texts/{ID}.{VERSION}.txt").write_bytes(words)
    meta = f"法规: {ID}\n版本: {VERSION}\n施行: 2024-07-01\n来源: 虚构的测试文本。\nsha256: {hashlib.sha256(words).hexdigest()}\n"
    (folder / f"laws/texts/{ID}.{VERSION}.yml").write_text(meta, encoding="utf-8")
