"""`import-report`: what is archived, shown and proposed; what is refused, and that nothing is written then."""

import hashlib
import io
import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
import yaml

from conftest import FIRST
from qingdan.cli import main
from qingdan.edit.incoming.likeness import passage_like
from qingdan.render.report import report_page
from qingdan.site.check import examine, open_site, problems_in
from qingdan.source.read import MAX_BYTES
from qingdan.text.paragraphs import parse
from qingdan.text.quotation import Found, locate

FIXTURES = sorted(Path("tests/fixtures/reports").glob("*.txt"))
OURS = FIRST / "reports/2024.txt"
DAY = "2032-12-31"
REPORT = """\
示例区水务局2026年度法治政府建设情况报告
(一)依法办事。主要做了两件事：一是由法规处审核文件9份；二是约谈用水户近30户次。
(二)推进普法
1.印发普法清单2份。
2.开展讲座5次，其中进社区2次。
(三)存在的不足
人手不够。
"""


@pytest.fixture
def report(tmp_path):
    def write(name="report.txt", content=REPORT):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def run(department, capsys):
    def run(file, year="2026", *more, data=department.folder, day=DAY):
        arguments = ["import-report", str(file), "--year", year, "--data", str(data), "--as-of", day, *more]
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def loaded(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def meta(department, year=2026):
    return loaded((department.folder / f"reports/{year}.yml").read_bytes())


@pytest.mark.parametrize("content", [REPORT, REPORT.replace("\n", "\r\n"), f"\ufeff{REPORT}", REPORT.rstrip()])
def test_a_text_is_archived_byte_for_byte(department, run, report, content):
    status, _, said = run(report(content=content))
    archived = department.folder / "reports/2026.txt"
    assert status == 0, said
    assert archived.read_bytes() == content.encode()
    assert meta(department)["sha256"] == hashlib.sha256(content.encode()).hexdigest()
    assert problems_in(department.folder, date(2032, 12, 31)) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_kind_of_report_is_archived_and_shown_by_its_labels(department, run, path):
    untitled = not any(line.startswith("标题 ") for line in path.with_suffix(".labels").read_text("utf-8").splitlines())
    status, _, said = run(path, "2031", *(("--title", "2031年度法治政府建设情况报告") if untitled else ()))
    assert status == 0, said
    assert meta(department, 2031).get("标题来源") == ("编辑拟定" if untitled else None)
    assert (department.folder / "reports/2031.txt").read_bytes() == path.read_bytes()
    table = said[said.index("\n段落（") :].split("\n\n")[0].strip().splitlines()[1:]
    shown = [line.split()[0] for line in table if line.startswith("  ") and not line.startswith("  - ")]
    labels = path.with_suffix(".labels").read_text(encoding="utf-8").splitlines()
    assert shown == [line.split()[0] for line in labels if line.strip()]
    assert problems_in(department.folder, date(2032, 12, 31)) == []


def test_facts_that_are_not_known_are_left_to_be_verified(department, run, report):
    run(report())
    facts = meta(department)
    assert facts["标题"] == "示例区水务局2026年度法治政府建设情况报告"
    assert facts["发布单位"] == "示例区水务局"
    assert facts["公布日期"] == "待核"
    assert "待核" in facts["来源"]


def test_a_publisher_that_the_title_does_not_name_is_not_guessed(department, run, report):
    run(report(content=REPORT.replace("示例区水务局", "某某局", 1)))
    assert meta(department)["发布单位"] == "待核"


def test_facts_that_are_given_are_registered(department, run, report):
    given = (
        "--publisher",
        "甲: 乙",
        "--published",
        "2027-03-20",
        "--source",
        "网页",
        "--title",
        "2026年度法治政府建设情况报告",
    )
    status, _, said = run(report(), "2026", *given)
    assert status == 0, said
    facts = meta(department)
    assert (facts["发布单位"], facts["公布日期"], facts["来源"]) == ("甲: 乙", "2027-03-20", "网页")
    assert facts["标题"] == "2026年度法治政府建设情况报告"


PUBLISHED = """\
发布机构：示例区水务局办公室　发布日期：2027年3月1日 10:20　浏览次数：8
示例区水务局2026年度
法治政府建设情况报告
一、做法
学习。
示例区水务局
2027年1月20日
"""


def test_facts_that_the_page_prints_are_registered_and_shown_with_their_line(department, run, report):
    status, _, said = run(report(content=PUBLISHED))
    assert status == 0, said
    facts = meta(department)
    assert facts["标题"] == "示例区水务局2026年度法治政府建设情况报告"
    assert (facts["发布单位"], facts["公布日期"]) == ("示例区水务局办公室", "2027-03-01")
    assert "照原文登记：公布日期 2027-03-01（第 1 行：发布机构：示例区水务局办公室" in said


@pytest.mark.parametrize(
    "line",
    ["发布日期：2026-03-01", "发布日期：2033-03-01", "发布日期：2027-13-01", "成文日期：2027-03-01", "2027年3月1日"],
)
def test_a_date_that_cannot_be_the_day_of_publication_is_not_taken(department, run, report, line):
    run(report(content=f"{line}\n{REPORT}"))
    assert meta(department)["公布日期"] == "待核"


def test_a_title_that_the_report_does_not_print_is_declared_and_the_page_says_so(department, run, report):
    text = "示例区人民政府：\n现将有关情况报告如下：\n一、做法\n学习。\n"
    status, _, said = run(report(content=text), "2026", "--title", "示例区水务局2026年度法治政府建设情况报告")
    assert status == 0, said
    assert meta(department)["标题来源"] == "编辑拟定"
    page = report_page(open_site(department.folder, date.fromisoformat(DAY)), 2026, root="../../")
    assert "原文没有标题，这里的标题是编辑拟的" in page


def test_what_the_program_is_unsure_of_is_marked_with_the_lines_that_correct_it(run, report):
    _, _, said = run(report(content=REPORT.replace("(三)存在", "(五)存在")))
    assert "段落（8 个，其中 1 个请看）" in said
    assert "  （五）  (五)存在的不足 人手不够。　←请看：照顺序该是第3，原文写的是第5" in said
    assert "更正:\n  - {段落: （五）, 开头: (五)存在的不足 人手不}" in said


def test_what_is_still_to_be_done_is_said(run, report):
    _, _, said = run(report())
    for words in ("公布日期", "未列入清单", "python -m qingdan check --data ", "检查现在不会因为这份报告报错"):
        assert words in said


def test_each_proposal_quotes_whole_clauses_of_the_new_report(run, report):
    _, proposed, _ = run(report())
    proposals = {one["编号"]: one for one in loaded(proposed)}
    assert set(proposals) == {"RW-001", "RW-002", "PF-001"}
    paragraphs = {paragraph.label: paragraph for paragraph in parse(REPORT)}
    for proposal in proposals.values():
        [record] = proposal["记录"]
        assert (record["日期"], record["说明"]) == ("2026", "待核")
        for evidence in record["证据"]:
            assert evidence["报告"] == "2026"
            assert isinstance(locate(evidence["引文"], paragraphs[evidence["段落"]]), Found)
    assert proposals["RW-001"]["记录"][0]["状态"] == "长期坚持"
    assert proposals["RW-001"]["记录"][0]["证据"][0]["引文"] == "由法规处审核文件9份"
    assert proposals["RW-002"]["记录"][0]["状态"] == "已落实"
    assert proposals["RW-001"]["指标待填"] == ["文件审核（以前是7份）"]
    assert 0.6 <= float(proposals["RW-001"]["相似度"]) < 1


def test_entries_that_take_no_record_are_not_proposed(department, run, report):
    department.edit(
        "tasks/tasks.yml", "状态: 已列入计划\n      说明: 报告写明不足。", "状态: 已退出\n      说明: 报告写明不足。"
    )
    _, proposed, _ = run(report(content=REPORT.replace("人手不够", "宣传方式单一")))
    assert "RW-003" not in proposed
    assert "RW-001" in proposed


def test_nothing_alike_gives_no_proposal(run, report):
    _, proposed, said = run(report(content="示例区水务局2026年度报告\n一、防汛\n加固堤岸。\n"))
    assert loaded(proposed) is None
    assert "有相近引文的条目：0 条" in said


def test_proposals_can_go_to_a_file(run, report, tmp_path):
    target = tmp_path / "proposals.yml"
    status, printed, _ = run(report(), "2026", "--proposals", str(target))
    assert (status, printed) == (0, "")
    assert {one["编号"] for one in loaded(target.read_bytes())} == {"RW-001", "RW-002", "PF-001"}


def test_the_registry_is_left_to_the_program(department, run, report):
    main(["register", "--data", str(department.folder), "--as-of", "2026-11-23"])
    before = (department.folder / "registry.yml").read_bytes()
    assert run(report())[0] == 0
    assert (department.folder / "registry.yml").read_bytes() == before
    assert problems_in(department.folder, date(2032, 12, 31)) == []


@pytest.fixture
def ours(tmp_path):
    folder = tmp_path / "ours"
    shutil.copytree(FIRST, folder)
    text = OURS.read_bytes().decode().replace("2025", "2026").replace("2024", "2025")
    return folder, text.replace("学法12次", "学法15次").replace("合同法律审核128份", "合同审核130份")


def test_next_years_report_proposes_what_was_said_again(run, report, ours):
    folder, text = ours
    status, proposed, said = run(report(content=text), "2025", data=folder, day="2026-11-23")
    assert status == 0, said
    proposals = {one["编号"]: one for one in loaded(proposed)}
    data, _ = examine(folder, date(2026, 11, 23))
    cited = {entry.value.id for entry in data.entries if any(record.evidence for record in entry.value.records)}
    ahead = {
        entry.value.id
        for entry in data.entries
        if all(evidence.paragraph.startswith("四") for record in entry.value.records for evidence in record.evidence)
    }
    assert set(proposals) == cited - ahead
    assert all(one in proposed for one in cited & ahead)
    quotes = [evidence["引文"] for evidence in proposals["RW-032"]["记录"][0]["证据"]]
    assert quotes == ["坚持和完善党委理论学习中心组集体学法制度，本年度理论学习中心组学法15次"]


def test_every_proposal_can_be_moved_into_the_lists_as_it_is(run, report, ours):
    folder, text = ours
    _, proposed, _ = run(report(content=text), "2025", data=folder, day="2026-11-23")
    _, *blocks = proposed.split("\n- 编号: ")
    assert len(blocks) > 30
    for block in blocks:
        number, record = block.split("\n", 1)[0], block.split("  记录:\n", 1)[1].rstrip("\n")
        if "状态: 待核\n" in record:  # only planned until now: an editor says what has come of it
            continue
        [path] = [path for path in folder.rglob("*.yml") if f"- 编号: {number}\n" in path.read_text(encoding="utf-8")]
        entries = path.read_text(encoding="utf-8").split("\n- 编号: ")
        at = next(at for at, entry in enumerate(entries) if entry.startswith(f"{number}\n"))
        entries[at] = entries[at].rstrip("\n") + f"\n{record}\n"
        path.write_text("\n- 编号: ".join(entries), encoding="utf-8")
    assert [str(problem) for problem in problems_in(folder, date(2026, 11, 23))] == []


def test_a_word_file_gives_the_same_paragraphs_as_its_text(department, run, report, ours):
    _, text = ours
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    path = report("report.docx", b"")
    document.save(path)
    status, _, said = run(path, "2025", data=ours[0], day="2026-11-23")
    assert status == 0, said
    archived = (ours[0] / "reports/2025.txt").read_text(encoding="utf-8")
    assert [(one.label, one.normal.text) for one in parse(archived)] == [
        (one.label, one.normal.text) for one in parse(text)
    ]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest in loaded((ours[0] / "reports/2025.yml").read_bytes())["来源"]


def test_a_word_file_with_tables_is_archived_and_its_losses_are_said(department, run, report):
    document = docx.Document()
    for line in REPORT.splitlines():
        document.add_paragraph(line)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "讲座", "5次"
    path = report("report.docx", b"")
    document.save(path)
    status, _, said = run(path)
    assert status == 0, said
    assert (department.folder / "reports/2026.txt").read_text(encoding="utf-8") == REPORT + "讲座\t5次\n"
    assert "注意：表格 1 个" in said


def test_odd_characters_are_archived_as_received_said_and_shown_beside_their_paragraph(department, run, report):
    text = REPORT.replace("人手不够", "人手\u202e不\u064b\u0651够").replace("讲座5次", "讲\u200b座5次")
    status, _, said = run(report(content=text))
    assert status == 0, said
    assert (department.folder / "reports/2026.txt").read_text("utf-8") == text
    seen, stacked = "这里有看不见的字符 U+{}", "这里叠加了多个附加符号"
    assert (
        f"注意：（二）2（{seen.format('200B')}），（三）（{seen.format('202E')}；{stacked}），照收到的样子存档" in said
    )
    page = report_page(open_site(department.folder, date.fromisoformat(DAY)), 2026, root="../../")
    assert f"{seen.format('202E')}；{stacked}。原文如此，照收到的样子存档。" in page


def test_the_same_report_again_changes_nothing_and_proposes_again(department, run, report):
    _, first, _ = run(report())
    before = department.files()
    status, second, said = run(report())
    assert (status, second) == (0, first)
    assert "已经存档，内容相同，没有改动" in said
    assert department.files() == before


def zipped(name, content):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000
BAD = [
    ("a.docx", OLD_WORD, "这是旧版 Word（.doc）文件改了扩展名，或者加了密码；请用 Word 打开"),
    ("a.txt", OLD_WORD, "像是旧版 Word（.doc）文件"),
    ("a.ofd", OLD_WORD, "能导入的是 .txt、.docx、.pdf、.doc、.wps、.rtf、.odt，“a.ofd”不是；请另存为 .docx"),
    ("a.pdf", b"%PDF-1.7\nnothing", "这个 PDF 打不开，可能坏了或者加了密码"),
    ("a.pdf", REPORT, "这个 PDF 打不开，可能坏了或者加了密码"),
    ("a.docx", REPORT, "扩展名是 .docx，内容却不是 Word 文件；本来是文本的，请把扩展名改回 .txt"),
    ("a.txt", zipped("word/document.xml", b"<a/>"), "像是 Word 的 .docx 文件；请把扩展名改回 .docx"),
    ("a.docx", zipped("word/document.xml", b"<a/>"), "请用 Word 打开，另存为 .docx"),
    ("a.docx", zipped("word/document.xml", b" " * 60_000_000), "解压后太大"),
    ("a.docx", zipped("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "DTD"),
    ("a.txt", b"", "文件是空的"),
    ("a.docx", b"", "文件是空的"),
    ("a.txt", "\ufeff \n\u3000\n", "文件里没有文字"),
    ("a.txt", REPORT.encode("gbk"), "可能是 GBK），请用编辑器另存为 UTF-8。在记事本里："),
    ("a.txt", REPORT.encode("utf-16"), "UTF-16"),
    ("a.txt", b" " * (MAX_BYTES + 1), "文件有 4 MB，最多 4 MB"),
    ("a.txt", "一、做法\n学习。\n", "报告没有标题，请用 --title 写一个"),
    (
        "a.txt",
        REPORT.replace("2026", "2025"),
        "标题是“示例区水务局2025年度法治政府建设情况报告”，与 --year 2026 不是同一年",
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "message"), BAD, ids=[f"{name}: {message[:20]}" for name, _, message in BAD]
)
def test_a_file_that_is_no_report_is_refused(run, report, unchanged, name, content, message):
    status, proposed, said = run(report(name, content))
    assert (status, proposed) == (1, "")
    assert message in said
    assert said.endswith("没有写入任何内容\n")


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_file_of_50_mb_is_refused(run, report, unchanged, name):
    path = report(name)
    with path.open("r+b") as file:
        file.truncate(50_000_000)
    status, _, said = run(path)
    assert (status, "文件有 50 MB，最多" in said) == (1, True)


@pytest.mark.parametrize("name", ["missing.txt", ".", "x" * 300 + ".txt"])
def test_a_file_that_is_not_there_is_refused(run, tmp_path, unchanged, name):
    status, _, said = run(tmp_path / name)
    assert (status, "这个文件，请核对文件名和位置" in said) == (1, True)


YEARS = ["nonsense", "20x6", "202", "20266", "", "２０２６", "1800", "2033", "-1"]


@pytest.mark.parametrize("year", YEARS)
def test_a_year_that_is_none_is_refused(run, report, unchanged, year):
    try:
        status, _, said = run(report(), year)
    except SystemExit as left:
        status, said = left.code, "--year"
    assert status == 2
    assert "--year" in said


def test_a_year_that_is_archived_with_other_words_is_refused(run, report, unchanged):
    status, _, said = run(report(content=REPORT.replace("2026", "2025")), "2025")
    assert status == 1
    assert "2025 年度的报告已经存档" in said
    assert "重新收到了正式文本的" in said


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--published", "三月", "--published：“三月”不是日期"),
        ("--published", "2027-02-30", "日历上没有“2027-02-30”这一天"),
    ],
)
def test_wrong_options_are_refused(run, report, unchanged, option, value, message):
    status, _, said = run(report(), "2026", option, value)
    assert status == 2
    assert message in said


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        (
            "--title",
            "别的标题",
            "--title：报告原文里没有“别的标题”，原文的标题是“示例区水务局2026年度法治政府建设情况报告”",
        ),
        ("--publisher", "甲\n乙", "文字里有换行"),
        ("--source", "甲\u200b", "看不见的字符"),
    ],
)
def test_facts_that_cannot_be_registered_are_refused(run, report, unchanged, option, value, message):
    status, _, said = run(report(), "2026", option, value)
    assert status == 1
    assert message in said


def test_proposals_never_go_into_the_data_nor_over_another_file(department, run, report, tmp_path, unchanged):
    kept = tmp_path / "kept.yml"
    kept.write_text("kept", encoding="utf-8")
    for target in (department.folder / "tasks/proposals.yml", kept, tmp_path / "missing/proposals.yml"):
        status, _, said = run(report(), "2026", "--proposals", str(target))
        assert (status, "--proposals：" in said) == (2, True)
    assert kept.read_text(encoding="utf-8") == "kept"


def test_data_with_faults_are_mended_first(department, run, report):
    department.edit("tasks/tasks.yml", "名称: 文件审核\n  领域: 依法行政", "名称: 文件审核\n  领域: 依法行整")
    status, _, said = run(report())
    assert (status, "先有这 1 处问题" in said) == (1, True)
    assert not (department.folder / "reports/2026.txt").exists()


def test_words_with_characters_that_lists_refuse_are_proposed_in_usual_ones():
    paragraphs = parse("标题\n一、做法\n由法规\u200b处审核\u2f42件9份，完成。\n")
    passage = passage_like("由法规处审核文件7份", paragraphs)
    assert (passage.label, passage.quote) == ("一", "由法规处审核文件9份")


def test_likeness_is_one_for_the_same_words_and_none_for_others():
    paragraphs = parse(REPORT)
    assert passage_like("由法规处审核文件9份", paragraphs).likeness == 1
    assert passage_like("加固堤岸", paragraphs) is None
    assert passage_like("甲", paragraphs) is None
