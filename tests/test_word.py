"""Word files → text: order, tables, automatic numbering, and what is said to be lost; harmful files are refused."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from qingdan.edit.incoming.word import Unusable, text_of
from qingdan.text.paragraphs import parse
from qingdan.text.quotation import Found, NotFound, locate


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(document):
    return text_of(saved(document))


def repacked(content, change):
    """Return a package in which `change` (name, bytes → bytes) has been applied to every part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
    return stream.getvalue()


LEVELS = """
<w:abstractNum {ns} w:abstractNumId="77">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{first}"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
"""


def numbered(*paragraphs, first="chineseCountingThousand", restart=False):
    document = docx.Document()
    lists = document.part.numbering_part.element
    lists.insert(0, parse_xml(LEVELS.format(ns=nsdecls("w"), first=first)))
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    for number, more in ((77, ""), (78, override)):
        lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="77"/>{more}</w:num>'))
    for level, text, *own in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            marks = (
                f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{own[0] if own else 77}"/></w:numPr>'
            )
            paragraph._p.get_or_add_pPr().append(parse_xml(marks))
    return document


def test_paragraphs_and_tables_come_in_the_order_of_the_document():
    document = docx.Document()
    document.add_paragraph("甲")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ["项目", "数量", "讲座", "3次"], strict=True
    ):
        cell.text = text
    document.add_paragraph("乙")
    text, notes = read(document)
    assert text == "甲\n项目\t数量\n讲座\t3次\n乙\n"
    assert notes == ["表格 1 个，每行写成一行，格与格之间是制表符"]


def test_a_report_in_a_single_cell_is_read_as_paragraphs():
    document = docx.Document()
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "某局2031年度法治政府建设情况报告\n一、情况"
    table.cell(0, 0).add_paragraph("（一）甲事。")
    table.cell(1, 0).text = "二、打算"
    text, notes = read(document)
    assert text.splitlines() == ["某局2031年度法治政府建设情况报告", "一、情况", "（一）甲事。", "二、打算"]
    assert notes == []


def test_each_cell_of_a_row_can_be_quoted_by_itself():
    document = docx.Document()
    document.add_paragraph("一、情况")
    for cell, text in zip(document.add_table(1, 3).rows[0].cells, ["讲座", "5次", "进社区"], strict=True):
        cell.text = text
    (paragraph,) = parse(read(document)[0])
    assert all(isinstance(locate(quote, paragraph), Found) for quote in ("讲座", "5次", "进社区"))
    assert isinstance(locate("讲", paragraph), NotFound)


def test_a_table_inside_a_table_is_read_once():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "外"
    cell.add_table(1, 2).cell(0, 1).text = "内"
    assert read(document)[0].split() == ["外", "内"]


def test_automatic_numbering_is_written_as_word_shows_it():
    document = numbered(
        (0, "做法"), (1, "学习"), (2, "读原文"), (2, "谈体会"), (1, "执法"), (2, "检查"), (0, "不足"), (None, "无")
    )
    text, notes = read(document)
    assert text == "一、做法\n（一）学习\n1. 读原文\n2. 谈体会\n（二）执法\n1. 检查\n二、不足\n无\n"
    assert notes == ["自动编号 7 处，照 Word 显示的样子写出，请对照原件核对"]
    assert [paragraph.label for paragraph in parse(text)] == [
        "一",
        "一（一）",
        "一（一）1",
        "一（一）2",
        "一（二）",
        "一（二）1",
        "二",
    ]


def test_a_list_that_starts_anew_counts_from_its_start():
    assert read(numbered((0, "甲"), (0, "乙"), (0, "丙", 78), restart=True))[0] == "一、甲\n二、乙\n一、丙\n"
    assert read(numbered((0, "甲"), (0, "乙"), (0, "丙", 78)))[0] == "一、甲\n二、乙\n三、丙\n"


def test_numbering_that_comes_from_a_style_is_written():
    document = docx.Document()
    for text in ("甲", "乙"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("丙", style="List Bullet")
    assert read(document)[0] == "1. 甲\n2. 乙\n丙\n"


def test_numbering_that_cannot_be_written_is_said():
    text, notes = read(numbered((0, "甲"), first="upperRoman"))
    assert text == "甲\n"
    assert notes == ["“upperRoman”样式的自动编号，没有取出"]


def test_what_is_lost_is_said(tmp_path):
    picture = tmp_path / "picture.png"
    picture.write_bytes(bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
        "a5f645400000000049454e44ae426082"
    ))  # fmt: skip
    document = docx.Document()
    document.add_picture(str(picture), width=Cm(1))
    document.sections[0].header.paragraphs[0].text = "页眉"
    run = document.add_paragraph("见").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'))
    text, notes = read(document)
    assert text.split() == ["见"]
    assert notes == ["图片和图形 1 处，没有取出", "脚注和尾注 1 处，没有取出", "页眉和页脚 1 处，没有取出"]


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("学法")._p
    run = "<w:r><w:{tag}>{text}</w:{tag}></w:r>"
    for mark, tag, text in (("del", "delText", "12次"), ("ins", "t", "15次")):
        inner = run.format(tag=tag, text=text)
        paragraph.append(parse_xml(f'<w:{mark} {nsdecls("w")} w:id="1" w:author="甲">{inner}</w:{mark}>'))
    text, notes = read(document)
    assert text == "学法15次\n"
    assert notes == [
        "修订时删去的文字 1 处，没有取出：“12次”；要保留的，请先在 Word 里拒绝修订",
        "修订时加上的文字 1 处，已经取出：“15次”；不要的，请先在 Word 里拒绝修订",
    ]


def test_content_controls_links_and_hidden_text():
    document = docx.Document()
    body = document.element.body
    control = "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    body.insert(0, parse_xml(control.format(ns=nsdecls("w"))))
    paragraph = document.add_paragraph("链接：")
    link = f'<w:hyperlink {nsdecls("w")} w:anchor="a"><w:r><w:t>网址</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(link))
    paragraph.add_run("看不见").font.hidden = True
    assert read(document)[0] == "控件\n链接：网址\n"


LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30)


@given(st.lists(LINES, max_size=8))
@settings(max_examples=40, deadline=None)
def test_the_text_of_paragraphs_is_kept_character_for_character(lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    assert read(document)[0] == "".join(f"{line}\n" for line in lines)


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "啊">{more}]>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"])
@pytest.mark.parametrize("more", ["", LAUGHS, '<!ENTITY x SYSTEM "file:///etc/passwd">'])
def test_a_document_type_declaration_is_refused(encoding, part, more):
    def change(name, xml):
        if name != part:
            return xml
        body = xml.decode().partition("?>")[2]
        return f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE.format(more=more)}{body}'.encode(encoding)

    with pytest.raises(Unusable, match="DTD"):
        text_of(repacked(saved(docx.Document()), change))


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = repacked(saved(docx.Document()), lambda name, xml: b" " * 60_000_000 if name == "word/document.xml" else xml)
    assert len(bomb) < 200_000
    with pytest.raises(Unusable, match="解压后太大（60 MB"):
        text_of(bomb)


def without(part):
    def remove(content):
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
            for one in old.namelist():
                if one != part:
                    new.writestr(one, old.read(one))
        return stream.getvalue()

    return remove


def encrypted(content):
    """Set the flag by which a zip says that its parts have a password."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        starts = [(part.header_offset, part.filename) for part in archive.infolist()]
    spoilt = bytearray(content)
    for start, _ in starts:
        spoilt[start + 6] |= 1
    at = 0
    while (at := spoilt.find(b"PK\x01\x02", at)) >= 0:
        spoilt[at + 8] |= 1
        at += 4
    return bytes(spoilt)


DAMAGED = {
    "cut": lambda content: content[: len(content) // 2],
    "only a zip": lambda _: b"PK\x03\x04" + b"\0" * 100,
    "no document": without("word/document.xml"),
    "no types": without("[Content_Types].xml"),
    "no relations": without("_rels/.rels"),
    "not XML": lambda content: repacked(content, lambda name, xml: b"\xff" if name == "word/document.xml" else xml),
    "a flipped byte": lambda content: content[:400] + bytes([content[400] ^ 255]) + content[401:],
    "a password": encrypted,
    "bad number": lambda content: repacked(content, lambda _, xml: xml.replace(b'w:ilvl="0"', b'w:ilvl="x"')),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_refused(damage):
    document = docx.Document()
    document.add_paragraph("甲", style="List Number")
    with pytest.raises(Unusable, match=r"另存为 \.docx"):
        text_of(damage(saved(document)))


def test_a_workbook_is_no_word_file():
    openpyxl = pytest.importorskip("openpyxl")
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with pytest.raises(Unusable, match=r"不是 Word 的 \.docx"):
        text_of(stream.getvalue())


def test_hidden_switched_off_is_shown():
    document = docx.Document()
    document.add_paragraph().add_run("看得见").font.hidden = False
    assert document.element.body.find(f".//{qn('w:vanish')}") is not None
    assert read(document)[0] == "看得见\n"
