"""Two hundred false numbers, planted one a line: each is refused at its line, and nothing else is."""

import hashlib
import random
import shutil
from collections.abc import Iterator

import pytest

from conftest import AS_OF, SECOND
from qingdan.rules import figures, numbers
from qingdan.site.check import problems_in
from qingdan.text.outline.numerals import han_numeral

PLANTED = 200
TITLE = "示例区水务局2025年度法治政府建设情况报告"
SHAPES = [
    # what the report prints, 数值, 单位, 约数
    ("审核文件{n}份", "{n}", "份", ""),
    ("约谈用水户近{n}户次", "{n}", "户次", "近"),
    ("受理申请1,{n:03}件", "1{n:03}", "件", ""),
    ("办结案件{han}件", "{n}", "件", ""),
    ("检查单位{n}余家", "{n}余", "家", ""),
    ("测试合格率百分之{han}", "{n}", "'%'", ""),
    ("超过{n}人参加培训", "{n}", "人", "超过"),
    ("每月巡查不少于{n}次", "{n}", "次", "每月不少于"),
    ("维修管道{n}公里以上", "{n}", "公里", "以上"),
    ("供水{n}万吨", "{n}", "万吨", ""),
]
OF_WORDS = [
    ("another digit", lambda text, n: text.replace(str(n), str(n + 1)).replace(han_numeral(n), han_numeral(n + 1))),
    ("a digit more", lambda text, n: text.replace(str(n), f"{n}0").replace(han_numeral(n), han_numeral(n // 10))),
    ("an added number", lambda text, n: f"{text}，另有{n + 3}件"),
    ("an added Chinese number", lambda text, n: f"{text}，另有{han_numeral(n + 3)}户"),
    ("a qualifier dropped", lambda text, _: _without(text, "近", "超过", "不少于", "以上", "余")),
    ("a qualifier added", lambda text, n: text.replace(str(n), f"约{n}").replace("百分之", "将近百分之")),
    (
        "another unit",
        lambda text, _: _without(text, "户次", "份", "件", "家", "人参加", "次", "公里", "万吨", put="座"),
    ),
    ("another year", lambda text, n: f"202{n % 4}年{text}"),
    ("a month", lambda text, n: f"2025年{n % 12 + 1}月{text}"),
]
OF_FIGURES = [
    ("another digit", lambda text, n: text.replace(f"{n}", f"{n + 1}", 1)),
    ("a digit less", lambda text, n: text.replace(f"{n}", f"{n}"[:1], 1)),
    ("another unit", lambda text, _: text.replace("单位: ", "单位: 万")),
    ("a qualifier dropped", lambda text, _: _without(text, ", 约数: 近", ", 约数: 超过", ", 约数: 以上", "余")),
    ("a qualifier added", lambda text, _: text.replace("}", ", 约数: 约}") if "约数" not in text else text),
]


def _without(text, *words, put=""):
    """Replace the first of the words that stands in a text, where it stands last."""
    word = next((word for word in words if word in text), None)
    return put.join(text.rsplit(word, 1)) if word else text


def task(number, n):
    """Return the report's sentence and the lines of a task that repeats its number in content, note and figure."""
    printed, value, unit, about = (part.format(n=n, han=han_numeral(n)) for part in SHAPES[number % len(SHAPES)])
    figure = f"{{名称: 数量, 数值: {value}, 单位: {unit}{', 约数: ' + about if about else ''}}}"
    lines = [
        f"- 编号: RW-{number:03}",
        "  名称: 示例事项",
        "  领域: 依法行政",
        "  责任主体: [待核定]",
        "  年度: 2025",
        "  时限: 报告没有写",
        f"  内容: {printed}。",
        "  来源: 年度报告",
        "  核定: 待核定",
        "  记录:",
        "    - 日期: 2025",
        "      状态: 长期坚持",
        f"      说明: 2025年{printed}。",
        "      证据:",
        f"        - {{报告: 2025, 段落: （一）{number + 1}, 引文: '{printed}'}}",
        f"      指标: [{figure}]",
    ]
    return printed, lines


@pytest.fixture
def department(tmp_path):
    """Return a function that writes a department with tasks full of numbers, given the lines of its tasks."""
    folder = tmp_path / "data"
    shutil.copytree(
        SECOND, folder, ignore=shutil.ignore_patterns("schema", ".qingdan-change", "publicity", "answers", "records")
    )
    vocab = folder / "vocab.yml"
    vocab.write_text(vocab.read_text("utf-8").replace(" 常问: WD-001,", ""), encoding="utf-8")

    def write(sentences, lines):
        report = "\n".join([TITLE, "(一)依法办事", *(f"{i}.{words}。" for i, words in enumerate(sentences, 1)), ""])
        (folder / "reports/2025.txt").write_text(report, encoding="utf-8")
        meta = (folder / "reports/2025.yml").read_text("utf-8").partition("sha256:")[0]
        digest = hashlib.sha256(report.encode()).hexdigest()
        (folder / "reports/2025.yml").write_text(f"{meta}sha256: {digest}\n", encoding="utf-8")
        (folder / "tasks/tasks.yml").write_text("\n".join([*lines, ""]), encoding="utf-8")
        return problems_in(folder, AS_OF)

    return write


def made() -> tuple[list[str], list[str], list[int]]:
    """Return the sentences of the report, the lines of seventy true tasks, and the number that each line is about."""
    sentences, lines, about = ["由法规处审核文件7份"], [], []  # as the vocabulary quotes
    chance = random.Random(13)
    for number in range(1, 71):
        n = chance.randrange(21, 90)
        sentence, own = task(number, n)
        sentences.append(sentence)
        lines.extend(own)
        about.extend([n] * len(own))
    return sentences, lines, about


def planted(lines: list[str], about: list[int]) -> Iterator[tuple[int, str, str]]:
    """Yield two hundred lines of the tasks by their index, each with a false number in it, and the way it came there."""
    chance = random.Random(31)
    places = [i for i, line in enumerate(lines) if line.lstrip().startswith(("内容:", "说明:", "指标:"))]
    for index in sorted(chance.sample(places, PLANTED)):
        ways = OF_FIGURES if "指标:" in lines[index] else OF_WORDS
        yield (
            index,
            *chance.choice([(false, name) for name, way in ways if (false := _told(way, lines[index], about[index]))]),
        )


def _told(way, line, n):
    """Return a line whose value is told falsely in one way; empty where this way changes nothing."""
    key, colon, value = line.removesuffix("。").partition(": ")
    false = way(value, n)
    return f"{key}{colon}{false}" if false != value else ""


def test_true_numbers_are_refused_nowhere(department):
    sentences, lines, _ = made()
    assert department(sentences, lines) == []


def test_every_planted_number_is_refused_at_its_line_and_no_other_line_is(department):
    sentences, lines, about = made()
    false = {index: line for index, line, _ in planted(lines, about)}
    assert len(false) == PLANTED
    found = department(sentences, [false.get(index, line) for index, line in enumerate(lines)])
    lines = {problem.place.line - 1 for problem in found}
    assert (false.keys() - lines, lines - false.keys()) == (set(), set())
    assert {problem.rule for problem in found} == {numbers.NAME, figures.NAME}


def test_every_way_of_planting_is_among_them():
    _, lines, about = made()
    assert {way for _, _, way in planted(lines, about)} == {name for name, _ in (*OF_WORDS, *OF_FIGURES)}
