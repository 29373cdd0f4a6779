"""Papers: what stands in a draft is footnoted with a record that exists, or is a gap; nothing else is said."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from conftest import AS_OF, FIRST, SECOND
from qingdan.cli import main
from qingdan.commands.paper import KINDS
from qingdan.export.papers.annual import annual
from qingdan.export.papers.draw import drawn
from qingdan.export.papers.duty import duty
from qingdan.export.papers.paper import Gap, Section, Sentence
from qingdan.export.papers.reply import Reminder, reply
from qingdan.site.check import open_site
from qingdan.site.publication import Publication
from qingdan.site.repository import NOWHERE
from qingdan.text.dates import Moment

FRAME = ("Title", "Remark", "Heading 1", "Heading 2")
SECONDS = 120
ABOUT = {FIRST: ("PF-007", "RW-047"), SECOND: ("PF-001", "RW-002", "RW-003")}
"""The entries of each department that a reminder is about."""


def papers(folder, year, address=""):
    """Return a draft of each kind, by the kind's name."""
    site = open_site(folder, AS_OF, NOWHERE, Publication(address))
    reminder = Reminder(ABOUT[folder], "2026年11月2日", "示司提〔2026〕3号")
    return site, {"annual": annual(site, year), "duty": duty(site, year), "reply": reply(site, year, reminder)}


def pieces(paper):
    return [piece for section in paper.sections for paragraph in section.paragraphs for piece in paragraph]


def said(section):
    return "".join(piece.text for paragraph in section.paragraphs for piece in paragraph)


def part(paper, mark):
    """Return the text below the heading that begins with `mark`, that of the headings under it too."""
    numbers = [index for index, section in enumerate(paper.sections) if section.heading and section.level == 1]
    [start] = [index for index in numbers if paper.sections[index].heading.startswith(mark)]
    end = next((index for index in numbers if index > start), len(paper.sections))
    return "".join(map(said, paper.sections[start:end]))


CASES = [(folder, year, kind) for folder in (FIRST, SECOND) for year in (2024, 2025, 2026) for kind in KINDS]
each_case = pytest.mark.parametrize(("folder", "year", "kind"), CASES, ids=lambda one: getattr(one, "name", one))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return what writes a draft into a file, each once. Out: the site, the paper, the file's path."""
    room, made = tmp_path_factory.mktemp("papers"), {}

    def files(folder, year, kind):
        if (folder, year, kind) not in made:
            site, drafts = papers(folder, year)
            path = room / f"{folder.name}-{kind}-{year}.docx"
            path.write_bytes(drawn(drafts[kind], AS_OF))
            made[folder, year, kind] = site, drafts[kind], path
        return made[folder, year, kind]

    return files


def footnotes(path):
    """Return the text of each footnote of a file by its number, without the two rules."""
    with zipfile.ZipFile(path) as parts:
        root = etree.fromstring(parts.read("word/footnotes.xml"))
    found = {int(one.get(qn("w:id"))): "".join(one.itertext(qn("w:t"))).strip() for one in root}
    return {number: text for number, text in found.items() if number > 0}


@each_case
def test_every_sentence_is_followed_by_a_footnote_and_what_has_none_is_a_gap_or_the_frame(files, folder, year, kind):
    site, _, path = files(folder, year, kind)
    used = []
    for paragraph in docx.Document(str(path)).paragraphs:
        if paragraph.style.name in FRAME or paragraph.text == site.body.name:
            continue
        runs = [*paragraph.runs, None]
        for run, following in pairwise(runs):
            number = run._r.find(qn("w:footnoteReference"))
            if number is not None:
                used.append(int(number.get(qn("w:id"))))
            elif not run.text.startswith("【待补："):
                assert following is not None, run.text
                assert following._r.find(qn("w:footnoteReference")) is not None, run.text
    assert used == list(footnotes(path)) == list(range(1, len(used) + 1))


@each_case
def test_every_footnote_names_an_entry_or_a_law_and_quotes_what_the_report_says(files, folder, year, kind):
    site, _, path = files(folder, year, kind)
    texts = {one.year: one.text for one in site.reports}
    for note in footnotes(path).values():
        if note == "由起草的人在命令里写明，请与来文核对":
            continue
        if note.startswith("《"):
            assert re.match("《(.+?)》", note)[1] in {law.name for law in site.laws.values()}
            continue
        id, name = re.match(r"([A-Z]+-\d+) ([^；]+?)(?:，[\d年月日]+的记录)?；", note).groups()
        assert site.entries[id].name == name
        assert f"/{id.lower()}/" in note
        for evidence in (one for record in site.records(site.entries[id]) for one in record.evidence):
            if f"“{evidence.quote}”" in note:
                assert f"{evidence.report}年度报告 {evidence.paragraph}：" in note
                assert evidence.report in texts


@each_case
def test_every_sentence_is_made_of_what_the_entry_in_its_footnote_says(files, folder, year, kind):
    site, paper, _ = files(folder, year, kind)
    for piece in pieces(paper):
        if isinstance(piece, Sentence) and (found := re.match(r"[A-Z]+-\d+", piece.notes[0])):
            entry = site.entries[found[0]]
            own = (entry.content, *(record.note for record in site.records(entry)), *getattr(entry, "audiences", ()))
            assert any(words.rstrip("。") in piece.text for words in own)


def test_the_same_draft_gives_the_same_bytes_and_its_parts_are_whole(files):
    for kind in KINDS:
        _, paper, path = files(FIRST, 2024, kind)
        assert drawn(paper, AS_OF) == path.read_bytes()
        with zipfile.ZipFile(path) as parts:
            assert parts.testzip() is None
            names = parts.namelist()
            assert "docProps/thumbnail.jpeg" not in names
            settings = etree.fromstring(parts.read("word/settings.xml"))
        assert [one.get(qn("w:id")) for one in settings.find(qn("w:footnotePr"))] == ["-1", "0"]


def test_libreoffice_opens_a_draft_and_finds_its_words_and_footnotes(files, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("要用 LibreOffice Writer 打开，请装好，再运行 make test")
    _, paper, path = files(SECOND, 2025, "annual")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "fodt", "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    saved = tmp_path / f"{path.stem}.fodt"
    if not saved.exists():
        pytest.skip("这里的 LibreOffice 没有 Writer，请装好，再运行 make test")
    text = saved.read_text("utf-8")
    assert text.count("<text:note ") == len(footnotes(path))
    for piece in pieces(paper):
        assert piece.text in re.sub("<[^>]+>", "", text)


def test_a_sentence_cannot_be_without_a_footnote():
    with pytest.raises(ValueError, match="没有出处"):
        Sentence("没有出处的话。", ())


def test_the_four_parts_of_a_report_stand_in_their_order_whatever_is_known():
    for folder, year in ((FIRST, 2024), (FIRST, 2026), (SECOND, 2025), (SECOND, 2020)):
        paper = papers(folder, year)[1]["annual"]
        heads = [section.heading for section in paper.sections if section.heading and section.level == 1]
        words = ("举措和成效", "不足和原因", "第一责任人职责", f"{year + 1}年")
        assert [word in head for word, head in zip(words, heads, strict=True)] == [True] * 4
        assert all(part(paper, mark) for mark in "一二三四")


def test_what_was_done_in_the_year_is_said_with_its_figures_as_printed():
    paper = papers(SECOND, 2025)[1]["annual"]
    assert "文件审核：审核文件7份。" in part(paper, "一")
    assert "约谈用水户：开始约谈。约谈近20户次。" in part(paper, "一")
    assert "用水条例：开展讲座3次，其中进社区2次。" in part(paper, "一")
    assert "宣传方式" in part(paper, "二")
    assert "旧的任务" not in "".join(piece.text for piece in pieces(paper))


def test_a_figure_that_the_own_words_leave_out_is_added_as_printed(department):
    department.edit("tasks/tasks.yml", "说明: 约谈近20户次。", "说明: 约谈了用水户。")
    site = open_site(department.folder, AS_OF)
    assert "约谈了用水户（约谈用水户近20户次）。" in part(annual(site, 2025), "一")


def test_what_no_record_says_is_a_gap_that_names_the_entry():
    paper = papers(SECOND, 2026)[1]["annual"]
    assert "【待补：RW-001 文件审核，2026年做了没有、做得怎样】" in part(paper, "一")
    assert "RW-002" not in part(paper, "一"), "it was finished before"
    assert "【待补：RW-003 宣传方式整改，2026年改了没有、改得怎样】" in part(paper, "二")
    assert "【待补：主要负责人2026年履行推进法治建设第一责任人职责的情况】" in part(paper, "三")
    assert "【待补：2027年的主要安排】" in part(paper, "四")


def test_what_was_announced_for_the_next_year_stands_in_the_fourth_part_and_is_owed_a_year_later():
    announced, owed = papers(FIRST, 2024)[1]["annual"], papers(FIRST, 2025)[1]["annual"]
    site = open_site(FIRST, AS_OF)
    coming = [one for one in site.current(site.lists["tasks"]) if one.year == 2025 and one.kind != "整改"]
    assert coming
    for entry in coming:
        assert entry.content.rstrip("。") in part(announced, "四")
        assert entry.id in part(owed, "一") + part(owed, "三")


def test_a_deadline_after_the_year_makes_an_arrangement(department):
    new = "  年度: 2025\n  时限: 报告没有写\n  依据:"
    words = "  时限出处: [{报告: 2025, 段落: （三）, 引文: 2026年12月31日前改进}]\n"
    department.edit("tasks/tasks.yml", new, f"  年度: 2025\n  时限: 2026\n{words}  依据:")
    department.edit(
        "tasks/tasks.yml", "状态: 已落实\n      说明: 约谈近20户次。", "状态: 推进中\n      说明: 约谈近20户次。"
    )
    site = open_site(department.folder, AS_OF)
    assert "约谈违规用水的用水户。" in part(annual(site, 2025), "四")
    assert "RW-002 约谈用水户" in part(annual(site, 2026), "一")


def test_the_list_is_told_entry_by_entry_with_what_was_done_or_a_gap():
    paper = papers(SECOND, 2025)[1]["duty"]
    assert "用水条例：向用水户讲《示例用水条例》第三条、第九条，形式是执法普法。" in part(paper, "一")
    assert "开展讲座3次，其中进社区2次。" in part(paper, "一")
    assert "年度报告规定：" not in part(paper, "一"), "it was listed a year later"
    later = papers(SECOND, 2026)[1]["duty"]
    assert "【待补：PF-001 用水条例，2026年讲了没有、怎样讲的】" in part(later, "一")
    assert "【待补：PF-002 年度报告规定，2026年讲了没有、怎样讲的】" in part(later, "一")


def test_a_deed_is_told_once():
    for year in (2024, 2025):
        texts = [piece.text for piece in pieces(papers(FIRST, year)[1]["duty"]) if isinstance(piece, Sentence)]
        second = part(papers(FIRST, year)[1]["duty"], "二")
        assert not [text for text in texts if text in second and texts.count(text) > 1]


def test_the_answer_names_the_article_only_where_the_library_has_it():
    known, unknown = papers(FIRST, 2026)[1]["reply"], papers(SECOND, 2025)[1]["reply"]
    assert "按照《中华人民共和国法治宣传教育法》第五十七条" in said(known.sections[0])
    assert "【待补：反馈所依据的条文；法规库里没有法治宣传教育法的第五十七条】" in said(unknown.sections[0])
    assert "2026年11月2日收到普法提示（示司提〔2026〕3号）。" in said(known.sections[0])


@pytest.mark.parametrize(
    ("received", "number", "expected"),
    [
        ("", "", "【待补：普法提示收到的日期和文号】"),
        ("2026年", "", "2026年收到普法提示。【待补：普法提示文号】"),
        ("", "3号", "收到普法提示（3号）。【待补：普法提示收到的日期】"),
    ],
)
def test_what_is_not_known_of_the_reminder_is_a_gap(received, number, expected):
    site = open_site(SECOND, AS_OF)
    assert expected in said(reply(site, 2025, Reminder(("PF-001",), received, number)).sections[0])


def test_a_body_with_no_report_and_no_task_gets_a_draft_of_gaps(tmp_path):
    assert main(["init", str(tmp_path / "body"), "--name", "某局", "--short", "某局", "--district", "某区"]) == 0
    site = open_site(tmp_path / "body", date.today())
    year = site.as_of.year
    assert all(isinstance(piece, Gap) for piece in pieces(annual(site, year)))
    texts = [piece.text for piece in pieces(duty(site, year))]
    assert texts[0].startswith(
        "示例：宪法宣传：向全体公民讲《中华人民共和国宪法》第五条，形式是节点宣传，在国家宪法日集中进行。"
    )
    assert all(text.startswith("【待补：") for text in texts[1:])


def test_a_record_without_quotation_says_so():
    paper = papers(SECOND, 2025)[1]["annual"]
    [note] = [one.notes[0] for one in pieces(paper) if one.text == "约谈用水户：开始约谈。"]
    assert note == "RW-002 约谈用水户，2025年3月的记录；这条记录没有引文，用以前请找到出处；网站的 tasks/rw-002/"


def test_the_addresses_of_footnotes_are_whole_where_the_site_is_published():
    _, drafts = papers(SECOND, 2025, "https://list.example.gov.cn/")
    notes = [piece.notes[0] for piece in pieces(drafts["annual"]) if isinstance(piece, Sentence)]
    assert all(re.search(r"；https://list\.example\.gov\.cn/(tasks/rw|publicity/pf)-\d+/$", note) for note in notes)


def test_every_section_has_something_below_it():
    for folder, year, kind in CASES:
        sections = papers(folder, year)[1][kind].sections
        for section, following in zip(sections, (*sections[1:], Section("")), strict=True):
            assert section.paragraphs or following.level == 2 or not following.heading


@pytest.fixture
def paper(department, tmp_path, capsys, monkeypatch):
    """Return what runs the command on a department. Out: its status, what it said."""
    monkeypatch.chdir(tmp_path)

    def paper(*words):
        capsys.readouterr()
        status = main(["paper", *words, "--data", str(department.folder), "--as-of", "2026-11-23"])
        return status, capsys.readouterr().err

    return paper


def test_the_command_writes_the_draft_and_says_how_many_gaps_are_left(paper, tmp_path):
    status, words = paper("annual", "--year", "2025")
    [made] = tmp_path.glob("*.docx")
    assert (status, made.name) == (0, "2025年度法治政府建设情况报告（草稿）.docx")
    text = "".join(one.text for one in docx.Document(str(made)).paragraphs)
    assert f"{text.count('【待补：')} 处【待补】" in words
    assert "2026-11-23" in text


REFUSED = {
    "a year ahead": (("annual", "--year", "2027"), "2027 年还没有到"),
    "no year": (("annual", "--year", "去年"), "--year："),
    "another kind of file": (("duty", "--year", "2025", "--out", "a.pdf"), "a.pdf 的末尾要是 .docx"),
    "no such folder": (("duty", "--year", "2025", "--out", "none/a.docx"), "没有 none 这个文件夹"),
    "an entry that is not there": (("reply", "--year", "2025", "--about", "PF-0O1"), "没有 PF-0O1 这一条，最接近的是"),
    "an entry that has left": (("reply", "--year", "2025", "--about", "RW-004"), "RW-004 已经退出清单"),
    "no day": (("reply", "--year", "2025", "--about", "PF-001", "--received", "昨天"), "--received：“昨天”不是日期"),
    "a day ahead": (("reply", "--year", "2025", "--about", "PF-001", "--received", "2026-12-01"), "还没有到"),
    "no number": (("reply", "--year", "2025", "--about", "PF-001", "--number", "a\nb"), "--number："),
    "a number with a control sign": (
        ("reply", "--year", "2025", "--about", "PF-001", "--number", "a\x0bb"),
        "--number：",
    ),
    "nothing for a number": (("reply", "--year", "2025", "--about", "PF-001", "--number", "无"), "--number："),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_drafted_is_said_and_nothing_is_written(paper, tmp_path, case):
    words, reason = REFUSED[case]
    before = {*tmp_path.rglob("*.docx")}
    status, told = paper(*words)
    assert (status, reason in told, told.endswith("没有写入任何内容\n")) == (2, True, True), told
    assert {*tmp_path.rglob("*.docx")} == before


def test_a_draft_that_was_worked_on_is_not_overwritten(paper, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"mine")
    status, told = paper("duty", "--year", "2025", "--out", "a.docx")
    assert (status, (tmp_path / "a.docx").read_bytes()) == (2, b"mine")
    assert "已经有 a.docx" in told


def test_a_draft_is_not_put_among_the_data(paper, department):
    assert "不能放进" in paper("duty", "--year", "2025", "--out", str(department.folder / "a.docx"))[1]


def test_data_with_faults_gives_no_draft(paper, department, tmp_path):
    department.edit("tasks/tasks.yml", "领域: 依法行政", "领域: 依法", 4)
    status, told = paper("annual", "--year", "2025")
    assert (status, "请改好再起草" in told, list(tmp_path.glob("*.docx"))) == (1, True, [])


def test_a_day_is_written_as_papers_write_it(paper, tmp_path):
    assert paper("reply", "--year", "2025", "--about", "PF-001", "--received", "2026-11-02", "--out", "a.docx")[0] == 0
    text = "".join(one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert "2026年11月2日收到普法提示。" in text
    assert str(Moment.parse("2026-11-02")) not in text


def test_a_day_before_the_first_that_a_zip_knows_gives_a_draft_too():
    paper = papers(SECOND, 2025)[1]["annual"]
    assert docx.Document(io.BytesIO(drawn(paper, date(1949, 1, 1)))).paragraphs


def test_what_was_mended_before_the_year_is_no_shortfall_of_it(department):
    new = "        - {报告: 2025, 段落: （三）, 引文: 宣传方式单一}\n"
    department.edit("tasks/tasks.yml", new, f"{new}    - {{日期: 2026-02, 状态: 推进中, 说明: 开始改进。}}\n")
    site = open_site(department.folder, AS_OF)
    assert "改进宣传方式。开始改进。【待补：2026年的不足" in part(annual(site, 2026), "二")
    department.edit("tasks/tasks.yml", "    - {日期: 2026-02, 状态: 推进中, 说明: 开始改进。}\n", "")
    department.edit(
        "tasks/tasks.yml", "状态: 已列入计划\n      说明: 报告写明不足。", "状态: 已落实\n      说明: 已经改进。"
    )
    assert part(annual(open_site(department.folder, AS_OF), 2026), "二") == "【待补：2026年的不足，以及各项不足的原因】"
