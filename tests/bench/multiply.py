"""A data folder of any size, made of the real one: every copy has its own entries, laws and report."""

import hashlib
import re
from pathlib import Path

from qingdan.site.site import Site

YEAR = 2024
REPORTS = 70
"""Years before 1949 are refused, so later copies share the reports of earlier ones."""


def multiply(source: Path, folder: Path, site: Site, size: int) -> None:
    """Write a data folder of about `size` entries, with laws and reports in proportion; it passes the check."""
    laws = re.compile(rf"(?<![\w-])({'|'.join(sorted(site.laws, key=len, reverse=True))})(?![\w-])")
    for path in sorted(source.glob("*.yml")):
        if path.name != "registry.yml":
            _write(folder / path.name, path.read_text(encoding="utf-8"))
    for copy in range(max(1, round(size / len(site.entries)))):
        for path in sorted(source.glob("*/*.yml")):
            if path.parent.name == "reports" and copy >= REPORTS:
                continue
            _write(folder / path.parent.name / f"{_stem(path, copy)}.yml", _copied(path, copy, laws))
        if copy < REPORTS:
            [report] = source.glob("reports/*.txt")
            _write(folder / f"reports/{YEAR - copy}.txt", _dated(report.read_bytes().decode(), copy))


def _stem(path: Path, copy: int) -> str:
    return str(YEAR - copy) if path.parent.name == "reports" else f"{path.stem}-{copy}"


def _copied(path: Path, copy: int, laws: re.Pattern) -> str:
    text = path.read_text(encoding="utf-8")
    if not copy:
        return text
    text = laws.sub(rf"\1-{copy}", text)
    if path.parent.name == "laws":
        return re.sub(r"^(  (?:名称|简称): .*)$", rf"\1（第{copy}组）", text, flags=re.MULTILINE)
    text = re.sub(r"\b(RW|PF|WD)-(\d+)\b", lambda found: f"{found[1]}-{_number(found[2], copy)}", _dated(text, copy))
    if path.parent.name == "answers":
        text = re.sub(r"^(  问: )", rf"\1{_marked(copy)}", text, flags=re.MULTILINE)
        text = re.sub(r"^  也问: \[.*\]$", lambda asked: _each_marked(asked[0], copy), text, flags=re.MULTILINE)
    if path.parent.name == "reports":
        digest = hashlib.sha256(_dated(path.with_suffix(".txt").read_bytes().decode(), copy).encode()).hexdigest()
        text = re.sub(r"^sha256: .*$", f"sha256: {digest}", text, flags=re.MULTILINE)
    return text


def _number(number: str, copy: int) -> str:
    return str(int(number) + 1000 * copy)


def _marked(copy: int) -> str:
    """Return what tells the questions of a copy apart: no figures, which would need a source."""
    return f"{str(copy).translate(str.maketrans('0123456789', '甲乙丙丁戊己庚辛壬癸'))}组："


def _each_marked(asked: str, copy: int) -> str:
    key, _, words = asked.partition("[")
    return f"{key}[{', '.join(_marked(copy) + word for word in words.removesuffix(']').split(', '))}]"


def _dated(text: str, copy: int) -> str:
    back = copy % REPORTS
    return text.replace(str(YEAR + 1), str(YEAR + 1 - back)).replace(str(YEAR), str(YEAR - back)) if back else text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
