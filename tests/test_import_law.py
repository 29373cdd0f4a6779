"""`import-law` and `statute`: what is archived and said of a law's dates; what is refused, and that nothing is written then."""

import hashlib
import io
import json
from datetime import date

import docx
import pytest
import yaml

from conftest import SECOND
from qingdan.cli import main
from qingdan.edit.statutes.faults import faults
from qingdan.edit.statutes.webpage import text_of_page
from qingdan.model.law_text import MAX_TEXT
from qingdan.site.check import examine, problems_in
from qingdan.text.statute import parse

DAY = "2026-11-23"
TEXTS = SECOND / "laws/texts"
FIRST = (TEXTS / "water-use-rules.2020-03-01.txt").read_text("utf-8")
AMENDED = (TEXTS / "water-use-rules.2023-11-30.txt").read_text("utf-8")
LAW = "water-use-rules"
BEGAN = "  施行日期: 2020-05-01\n"
NO_HISTORY = FIRST.replace("（2020年3月1日示例区人民代表大会通过　自2020年5月1日起施行）\n", "")


@pytest.fixture
def without(department):
    """A department whose laws have no texts yet, and which does not know of the amendment."""
    department.edit("laws/laws.yml", "  最近修改: 2023-11-30\n  修改施行: 2024-01-01\n", "")
    for file in (department.folder / "laws/texts").iterdir():
        file.unlink()
    return department


@pytest.fixture
def file(tmp_path):
    def write(content, name="law.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def run(department, capsys):
    def run(path, *more, law=LAW, day=DAY):
        capsys.readouterr()
        status = main(["import-law", str(path), "--law", law, "--data", str(department.folder), "--as-of", day, *more])
        said = capsys.readouterr()
        assert said.out == ""
        return status, said.err

    return run


def meta(department, version, law=LAW):
    return yaml.load((department.folder / f"laws/texts/{law}.{version}.yml").read_bytes(), Loader=yaml.BaseLoader)


def archived(department, version, law=LAW):
    return (department.folder / f"laws/texts/{law}.{version}.txt").read_bytes()


@pytest.mark.parametrize("content", [FIRST, FIRST.replace("\n", "\r\n"), f"\ufeff{FIRST}", FIRST.rstrip()])
def test_a_text_is_archived_byte_for_byte_and_registered_as_its_history_tells(without, run, file, content):
    status, said = run(file(content))
    assert status == 0, said
    assert archived(without, "2020-03-01") == content.encode()
    assert meta(without, "2020-03-01") == {
        "法规": LAW,
        "版本": "2020-03-01",
        "施行": "2020-05-01",
        "来源": "收到的文字，按收到时的样子存档；公布网页待核。",
        "sha256": hashlib.sha256(content.encode()).hexdigest(),
    }
    assert problems_in(without.folder, date(2026, 11, 23)) == []


def test_two_versions_stand_side_by_side_and_the_newer_is_in_force_from_the_day_its_history_tells(without, run, file):
    for text in (AMENDED, FIRST):
        assert run(file(text))[0] == 0
    data, _ = examine(without.folder, date(2026, 11, 23))
    assert [(str(one.version), str(one.meta.value.effective)) for one in data.texts] == [
        ("2020-03-01", "2020-05-01"),
        ("2023-11-30", "2024-01-01"),
    ]
    assert [one.statute.title for one in data.texts] == ["示例用水条例"] * 2


def test_what_was_archived_is_said_with_the_numbers_of_its_headings_and_articles(without, run, file):
    _, said = run(file(FIRST))
    where = (without.folder / "laws/texts/water-use-rules.2020-03-01").as_posix()
    lines = said.splitlines()
    assert lines[:3] == [
        f"已存档：{where}.txt（原文）、{where}.yml（登记）",
        "版本 2020-03-01，施行 2020-05-01；5 章 15 条",
        "法规库里的日期，与原文没有出入",
    ]
    assert f"运行 python -m qingdan check --data {without.folder.as_posix()}" in said


def test_the_dates_and_the_source_may_be_given(without, run, file):
    assert run(file(NO_HISTORY), "--version", "2020-03-01", "--effective", "2020-05-01", "--source", "区公报。")[0] == 0
    assert [meta(without, "2020-03-01")[key] for key in ("施行", "来源")] == ["2020-05-01", "区公报。"]


def test_an_amended_version_that_does_not_tell_its_day_is_in_force_from_a_day_not_known(without, run, file):
    assert run(file(AMENDED.replace("修正　自2024年1月1日起施行", "修正")))[0] == 0
    assert meta(without, "2023-11-30")["施行"] == "待核"


def test_a_text_without_history_needs_its_version(without, run, file, unchanged):
    status, said = run(file(NO_HISTORY))
    assert status == 1
    assert "请用 --version 写明" in said


def test_the_same_text_again_is_said_and_writes_nothing(department, run, file, unchanged):
    assert run(file(AMENDED)) == (0, "这份原文已经存档，内容相同，没有改动\n")


def test_another_text_of_the_same_version_is_refused(department, run, file, unchanged):
    status, said = run(file(AMENDED.replace("水压足够", "水压够")))
    assert status == 1
    assert "water-use-rules 的 2023-11-30 版本已经存档" in said
    assert said.endswith("没有写入任何内容\n")


def test_dates_that_the_record_does_not_know_are_told_as_the_very_line_to_write(without, run, file):
    without.edit("laws/laws.yml", "  通过日期: 2020-03-01", "  通过日期: 待核")
    _, said = run(file(AMENDED))
    place = (without.folder / "laws/laws.yml").as_posix()
    assert f"  {place}:8：“通过日期”是待核，题注里有，请改成  通过日期: 2020-03-01\n" in said
    assert f"  {place}:2：这部法规没有写“最近修改”，题注里有，请加上一行  最近修改: 2023-11-30\n" in said
    assert f"  {place}:2：这部法规没有写“修改施行”，题注里有，请加上一行  修改施行: 2024-01-01\n" in said


def test_dates_that_differ_are_told_with_both_and_their_place(without, run, file):
    without.edit("laws/laws.yml", BEGAN, f"{BEGAN}  最近修改: 2023-10-30\n")
    _, said = run(file(AMENDED))
    place = (without.folder / "laws/laws.yml").as_posix()
    assert f"{place}:10：“最近修改”写的是 2023-10-30，原文写的是 2023-11-30；请核对来源，改正其中一个" in said


def test_a_date_known_to_the_year_agrees_with_a_day_of_it(without, run, file):
    without.edit("laws/laws.yml", "  通过日期: 2020-03-01", "  通过日期: 2020")
    assert "法规库里的日期，与原文没有出入" in run(file(FIRST))[1]


def test_an_older_version_than_the_library_knows_has_to_be_named(without, run, file):
    without.edit("laws/laws.yml", BEGAN, f"{BEGAN}  最近修改: 2023-11-30\n")
    status, said = run(file(FIRST))
    assert status == 1
    assert "题注里最近的一天是 2020-03-01，法规库写的“最近修改”是 2023-11-30，不知道是哪个版本" in said
    status, said = run(file(FIRST), "--version", "2020-03-01")
    assert (status, "法规库里的日期，与原文没有出入" in said) == (0, True)


def test_a_version_that_the_library_knows_may_be_missing_in_the_history(without, run, file):
    without.edit("laws/laws.yml", BEGAN, f"{BEGAN}  最近修改: 2023-11-30\n")
    assert run(file(FIRST), "--version", "2023-11-30")[0] == 0
    assert meta(without, "2023-11-30")["施行"] == "待核"


def document(lines):
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_word_document_is_archived_as_its_paragraphs_one_a_line(without, run, file):
    status, said = run(file(document(FIRST.splitlines()), "law.docx"))
    assert status == 0, said
    assert archived(without, "2020-03-01").decode() == FIRST
    assert meta(without, "2020-03-01")["来源"].startswith("从收到的 Word 文件里取出的文字（文件的 SHA-256 是 ")


PAGE = """\
<!DOCTYPE html><html><head><meta charset="{charset}"><title>示例用水条例</title><style>p {{ color: red }}</style></head>
<body><header><a href="/">首页</a></header><nav><ul><li>政务公开</li><li>示例用水条例</li></ul></nav>
<form id="all"><div>您现在的位置：首页 &gt; 法规</div><h1>示例用水条例</h1><div>发布日期：2023-12-01</div>
<div class="text"><script>var text = "第一条 假的";</script><table><tr><td>{body}</td></tr></table><p>【打印】【关闭】</p></div>
</form><div style="display: none">第二条　看不见的。</div><footer>版权所有 示例区</footer></body></html>
"""


def saved(charset="utf-8", code="utf-8", text=AMENDED):
    lines = "".join(f"<p><span>{line[:4]}</span>{line[4:]}</p>\n" for line in text.splitlines() if line)
    return PAGE.format(charset=charset, body=lines).encode(code)


@pytest.mark.parametrize(("charset", "code"), [("utf-8", "utf-8"), ("gb2312", "gbk"), ("GB18030", "gb18030")])
@pytest.mark.parametrize("suffix", [".html", ".htm"])
def test_of_a_saved_page_only_the_paragraphs_of_the_statute_are_taken(without, run, file, charset, code, suffix):
    status, said = run(file(saved(charset, code), f"law{suffix}"))
    assert status == 0, said
    assert archived(without, "2023-11-30").decode().splitlines() == [line for line in AMENDED.splitlines() if line]
    assert meta(without, "2023-11-30")["来源"].startswith("从存下的网页里取出的文字（文件的 SHA-256 是 ")
    assert "网页上正文以外的" in said


def test_a_row_of_data_on_a_page_is_one_line(without):
    rows = "<table><tr><td>户数</td><td>水价</td></tr></table>"
    text, _ = text_of_page(f"<h1>示例用水条例</h1><div><p>第一条　用水。</p>{rows}</div>".encode(), "示例用水条例")
    assert text == "示例用水条例\n第一条　用水。\n户数\t水价\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<p>\xb5\xda\xd2\xbb\xcc\xf5</p>", "网页没有写明编码，照它读不出文字"),
        ('<meta charset="klingon"><p>第一条　用水。</p>'.encode(), "网页写明的编码是 klingon"),
        ("<div id=app></div><script>第一条</script>".encode(), "这个网页里没有“第一条”那样的条文"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_what_to_do_instead(without, run, file, unchanged, content, words):
    status, said = run(file(content, "law.html"))
    assert status == 1
    assert words in said
    assert "存成 .txt（UTF-8）再试" in said


@pytest.mark.chromium
def test_a_pdf_with_text_is_archived_with_its_cut_lines_joined(without, run, file, printed):
    content = printed("".join(f"<p>{line}</p>" for line in FIRST.splitlines() if line))
    status, said = run(file(content, "law.pdf"))
    assert status == 0, said
    assert len(parse(archived(without, "2020-03-01").decode()).articles) == 15


@pytest.mark.chromium
def test_a_scan_is_refused_as_one_that_is_as_it_was_received_too(without, run, file, unchanged, printed):
    content = printed("<div style='width:90vw;height:90vh;background:linear-gradient(red,blue)'></div>")
    for more in ((), ("--as-is",)):
        status, said = run(file(content, "law.pdf"), *more)
        assert (status, "这个 PDF 里没有文字，是扫描件或图片" in said) == (1, True)


def test_a_text_of_another_law_is_refused_with_both_names_whatever_is_asked_for(without, run, file, unchanged):
    for more in ((), ("--as-is",)):
        status, said = run(file(FIRST), *more, law="old-water-rules")
        assert status == 1
        assert "第 1 行：原文的标题是“示例用水条例”，--law old-water-rules 是“示例旧用水办法”" in said
        assert "请写 --law water-use-rules" in said


def test_a_law_that_the_library_does_not_have_is_a_wrong_option(without, run, file, unchanged):
    status, said = run(file(FIRST), law="water-use-rule")
    assert status == 2
    assert "--law：法规库里没有“water-use-rule”，最接近的是“water-use-rules”" in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--version", "2020"), "--version：“2020”要写到日"),
        (("--version", "去年"), "--version：“去年”不是日期"),
        (("--effective", "2020-02-30"), "--effective：日历上没有“2020-02-30”这一天"),
    ],
)
def test_a_date_that_is_none_is_a_wrong_option(without, run, file, unchanged, options, words):
    status, said = run(file(FIRST), *options)
    assert (status, words in said) == (2, True), said


def test_a_version_that_the_history_does_not_tell_is_refused_with_those_it_does(without, run, file):
    status, said = run(file(AMENDED), "--version", "2024-05-01")
    assert (status, "题注里没有这一天，有的是 2020-03-01、2023-11-30" in said) == (1, True)
    assert run(file(AMENDED), "--version", "2024-05-01", "--as-is")[0] == 0


def test_a_text_that_would_break_a_rule_is_refused(without, run, file, unchanged):
    status, said = run(file(AMENDED), "--effective", "2023-01-01")
    assert status == 1
    assert "法规原文: 施行 2023-01-01 早于版本 2023-11-30" in said


def test_data_with_faults_take_no_text(without, run, file):
    without.edit("laws/laws.yml", "级别: 地方性法规", "级别: 不知道")
    status, said = run(file(FIRST))
    assert (status, "数据里先有这 1 处问题" in said) == (1, True)


NINTH = "　　第九条　"
DOUBTED = {
    "a page number between dashes": (FIRST.replace(NINTH, f"— 3 —\n{NINTH}"), 26, "“— 3 —”是页码"),
    "a page number in words": (FIRST.replace(NINTH, f"第 3 页 共 20 页\n{NINTH}"), 26, "“第 3 页 共 20 页”是页码"),
    "a head on each page": (
        FIRST.replace(NINTH, f"示例用水条例\n{NINTH}").replace("第五章　附则\n　", "示例用水条例\n第五章　附则\n　"),
        26,
        "标题在这里又写了一次",
    ),
    "traditional characters": (FIRST.replace("水质合格", "水質合格"), 18, "“質”是繁体字"),
    "an article number with a dash": (FIRST.replace("第十一条　", "第十—条　"), 30, ""),
    "an article number misread": (FIRST.replace("第八条　", "第八务　"), 25, ""),
    "an article number with a letter": (FIRST.replace("第十一条　", "第l1条　"), 30, ""),
    "a missing article": (
        FIRST.replace("　　第八条　用水户有权查问水表的读数；供水单位应当在五个工作日内答复。\n", ""),
        25,
        "第九条前面缺第",
    ),
    "an article twice": (FIRST.replace("第八条　", "第七条　"), 25, ""),
    "two articles on one line": (FIRST.replace("答复。\n　　第九条", "答复。第九条"), 25, "第九条写在上一条的行里"),
}


@pytest.mark.parametrize("name", DOUBTED)
def test_what_is_amiss_in_a_text_is_refused_with_its_line_and_archived_only_when_that_is_asked_for(
    without, run, file, name
):
    text, line, words = DOUBTED[name]
    before = without.files()
    status, said = run(file(text))
    assert (status, without.files()) == (1, before)
    assert any(told.startswith(f"第 {line} 行：") and words in told for told in said.splitlines()), said
    assert "加上 --as-is" in said
    status, said = run(file(text), "--as-is")
    assert status == 0, said
    assert archived(without, "2020-03-01").decode() == text
    assert f"照收到的样子存档：第 {line} 行：" in said


@pytest.mark.parametrize("words", ["著作", "乾隆年间", "瞭望", "藉田", "宫商角徵羽", "白鱀豚", "於菟"])
def test_characters_that_are_simplified_too_are_no_fault(words):
    assert faults(parse(FIRST.replace("节约水资源", words))) == ()


@pytest.mark.parametrize("line", ["第三页", "3/20", "－12－", "· 5 ·"])
def test_page_numbers_have_many_forms(line):
    [fault] = faults(parse(FIRST.replace(NINTH, f"{line}\n{NINTH}")))
    assert fault.message.startswith(f"“{line}”是页码")


def test_a_line_with_a_number_alone_may_belong_to_a_table():
    assert faults(parse(FIRST.replace(NINTH, f"12\n{NINTH}"))) == ()


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "law.txt", "文件是空的"),
        (b" " * (MAX_TEXT + 1), "law.txt", "一部法规没有这么大"),
        (b" " * 10_000_000, "law.txt", "文件有 10 MB，最多 3 MB"),
        (FIRST.encode("gbk"), "law.txt", "law.txt 第 1 行：文件不是 UTF-8 编码（可能是 GBK）"),
        (FIRST.encode("utf-16"), "law.txt", "law.txt 第 1 行：文件是 UTF-16 编码"),
        (FIRST.encode(), "law.doc.rar", "能导入的是 .txt、.docx、.pdf"),
        (FIRST.encode(), "law.docx", "扩展名是 .docx，内容却不是 Word 文件"),
        (document([]), "law.docx", "文件里没有文字；如果内容是图片，请先换成文字"),
        (b"%PDF-1.4 nothing", "law.pdf", "这个 PDF 打不开"),
        (NO_HISTORY.removeprefix("示例用水条例\n").encode(), "law.txt", "第 2 行：没有认出标题"),
    ],
)
def test_what_is_no_text_of_a_law_is_refused_whatever_is_asked_for(without, run, file, unchanged, content, name, words):
    for more in ((), ("--as-is",)):
        status, said = run(file(content, name), *more)
        assert (status, words in said) == (1, True), said
        assert "报告" not in said


def test_a_file_that_is_not_there_is_said(without, run, tmp_path, unchanged):
    assert run(tmp_path / "none.txt")[0] == 1


def test_what_cannot_be_seen_in_a_text_is_noted_with_its_line(without, run, file):
    status, said = run(file(FIRST.replace("水质", "水\u200b质")))
    assert (status, "注意：第 18 行（这里有看不见的字符 U+200B）" in said) == (0, True)


def statute(capsys, *arguments):
    capsys.readouterr()
    status = main(["statute", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_reading_of_several_files_is_shown(file, capsys):
    paths = [file(FIRST, "a.txt"), file(DOUBTED["an article twice"][0], "b.txt")]
    status, said, _ = statute(capsys, *paths)
    assert status == 0
    assert said.startswith(
        f"{paths[0].as_posix()}：示例用水条例\n  5 章 15 条\n  题注：2020-03-01 通过，2020-05-01 施行\n"
        "  最后几条写的施行日期：2020-05-01\n  疑问 0 处\n"
    )
    assert "\n    第 25 行：" in said


def test_the_reading_is_given_as_json_too(file, capsys):
    status, said, _ = statute(capsys, file(saved(), "a.html"), "--format", "json")
    [one] = json.loads(said)
    assert status == 0
    assert (one["title"], one["counts"]["章"], one["counts"]["条"], one["doubts"]) == ("示例用水条例", 5, 15, [])
    assert one["steps"][-1] == {"day": "2024-01-01", "act": "施行"}


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_shown(file, tmp_path, capsys):
    status, said, refused = statute(capsys, tmp_path / "none.txt", file(FIRST))
    assert status == 1
    assert "示例用水条例" in said
    assert "没有“" in refused
