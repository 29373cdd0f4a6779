"""Reports as PDF and as files of other word processors: what is read, joined and left out, and what is refused."""

import html
import io
import shutil
import subprocess

import docx
import pypdfium2
import pytest

from conftest import FIRST
from qingdan.edit.incoming import pdf
from qingdan.edit.incoming.pdf import text_of_pdf
from qingdan.edit.incoming.received import receive
from qingdan.edit.incoming.word import Unusable
from qingdan.text.folded import folded
from qingdan.text.paragraphs import parse

OURS = (FIRST / "reports/2024.txt").read_text(encoding="utf-8")


def lines(text):
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())


def shape(text):
    return [(one.label, one.normal.text) for one in parse(text)]


def test_a_pdf_gives_the_paragraphs_of_its_text_with_cut_lines_joined(printed):
    text, notes = text_of_pdf(printed(lines(OURS)))
    assert shape(text) == shape(OURS)
    assert notes[0].startswith("文字取自 PDF")


def test_heads_feet_and_page_numbers_are_left_out_and_said(printed):
    head = "<div style='font-size:9pt;width:100%;text-align:center'>某区内部资料</div>"
    foot = "<div style='font-size:9pt;width:100%;text-align:center'>- <span class=pageNumber></span> -</div>"
    margin = {"top": "2cm", "bottom": "2cm", "left": "2cm", "right": "2cm"}
    pdf = printed(lines(OURS), display_header_footer=True, header_template=head, footer_template=foot, margin=margin)
    text, notes = text_of_pdf(pdf)
    assert folded(text) == folded(OURS)
    assert any("某区内部资料" in note for note in notes)


def test_indented_paragraphs_that_end_at_the_margin_stay_apart(printed):
    body = "".join(
        f"<p style='text-indent:2em;margin:0;text-align:justify'>{'依法办事，' * 25}好。</p>" for _ in range(3)
    )
    text, _ = text_of_pdf(printed(body))
    assert text.splitlines() == [f"{'依法办事，' * 25}好。"] * 3


def test_a_signature_set_to_the_right_keeps_its_lines(printed):
    lines = ("示例区水务局", "2032年1月20日", "（此件公开发布）")
    body = "".join(
        f"<p style='text-align:{'right' if one < 2 else 'left'};margin:0'>{line}</p>" for one, line in enumerate(lines)
    )
    text, _ = text_of_pdf(printed(f"<p>{'依法办事，' * 25}好。</p>{body}"))
    assert tuple(text.splitlines()[1:]) == lines


def test_a_text_that_is_too_long_for_a_report_is_refused(printed, monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_CHARACTERS", 20)
    with pytest.raises(Unusable, match="最多 20 字；一份报告没有这么长"):
        text_of_pdf(printed(lines(OURS)))


def test_what_is_no_text_is_called_so():
    with pytest.raises(Unusable, match="这个 PDF 的字体没有写明是什么字"):
        pdf._refuse_unreadable("一、情况" + "\x01\ue000" * 20, "一份报告")


def test_columns_of_a_table_are_kept_apart(printed):
    row = "<tr><td style='width:8cm'>讲座</td><td>5次</td></tr>"
    text, _ = text_of_pdf(printed(f"<table>{row * 2}</table>"))
    assert text == "讲座\t5次\n" * 2


def test_a_scan_is_called_one():
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(500, 700)
    document.save(stream)
    with pytest.raises(Unusable, match="这个 PDF 里没有文字，是扫描件或图片；请用文字识别"):
        text_of_pdf(stream.getvalue())


def test_a_pdf_with_too_many_pages_is_refused():
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(301):
        document.new_page(50, 70)
    document.save(stream)
    with pytest.raises(Unusable, match="这个 PDF 有 301 页，最多 300 页"):
        text_of_pdf(stream.getvalue())


@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt", "wps"])
def test_other_word_processors_files_are_read_through_libreoffice(tmp_path, suffix):
    if not shutil.which("soffice"):
        pytest.skip("没有 LibreOffice")
    document = docx.Document()
    for line in OURS.splitlines():
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    form = "doc" if suffix == "wps" else suffix
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", tmp_path, tmp_path / "a.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    if not (tmp_path / f"a.{form}").exists():
        pytest.skip("LibreOffice 没有 Writer")
    path = (tmp_path / f"a.{form}").rename(tmp_path / f"report.{suffix}")
    assert shape(receive(path).text) == shape(OURS)


def test_without_libreoffice_an_old_word_file_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    path = tmp_path / "a.doc"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    with pytest.raises(
        Unusable, match=r"读 \.doc 要用 LibreOffice，这台机器没有装；请用 Word 或 WPS 打开，另存为 \.docx 再试"
    ):
        receive(path)


def test_a_file_that_libreoffice_cannot_read_is_refused(tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("没有 LibreOffice")
    path = tmp_path / "a.doc"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000)
    with pytest.raises(Unusable, match=r"LibreOffice 打不开这个 \.doc 文件"):
        receive(path)
