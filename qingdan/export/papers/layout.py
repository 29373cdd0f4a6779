"""How an official document looks: fonts and sizes by name (二号, 三号 …), lines, indents, the number at the foot of a page."""

from dataclasses import dataclass
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle

TITLE, REMARK, BODY, SIGNATURE = "Title", "Remark", "Normal", "Signature"
HEADINGS = {1: "Heading 1", 2: "Heading 2"}
_SIZES = {"二号": 22, "三号": 16, "四号": 14, "小四": 12, "小五": 9}
_LATIN = "Times New Roman"


@dataclass(frozen=True, slots=True)
class _Look:
    font: str
    size: str
    lines: float
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 0
    bold: bool = False
    before: int = 0
    after: int = 0
    with_next: bool = False


_LOOKS = {
    BODY: _Look("仿宋", "三号", 28, indent=2),
    TITLE: _Look("宋体", "二号", 36, WD_ALIGN_PARAGRAPH.CENTER, bold=True, after=14, with_next=True),
    HEADINGS[1]: _Look("黑体", "三号", 28, indent=2, before=6, with_next=True),
    HEADINGS[2]: _Look("楷体", "三号", 28, indent=2, with_next=True),
    REMARK: _Look("楷体", "小四", 20, after=14),
    SIGNATURE: _Look("仿宋", "三号", 28, WD_ALIGN_PARAGRAPH.RIGHT, before=6, with_next=True),
    "footnote text": _Look("宋体", "小五", 12, WD_ALIGN_PARAGRAPH.LEFT),
}


def lay_out(document: Document) -> None:
    """Give a new document its styles and its page numbers."""
    for name, look in _LOOKS.items():
        _apply(_style(document, name, WD_STYLE_TYPE.PARAGRAPH), look)
    mark = _style(document, "footnote reference", WD_STYLE_TYPE.CHARACTER)
    assert isinstance(mark, CharacterStyle)
    mark.font.superscript = True
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    _box(document.styles[REMARK])
    _number_pages(document)


def _style(document: Document, name: str, kind: WD_STYLE_TYPE) -> BaseStyle:
    """Return a style by its name, made where the template has none; its id is the name in one word."""
    if name not in document.styles:
        made: BaseStyle = document.styles.add_style(name, kind, builtin=name != REMARK)
        made.element.set(qn("w:styleId"), name.title().replace(" ", ""))
        return made
    return cast(BaseStyle, document.styles[name])


def _apply(style: BaseStyle, look: _Look) -> None:
    assert isinstance(style, ParagraphStyle)
    font = style.font
    font.size, font.bold, font.italic = Pt(_SIZES[look.size]), look.bold, False
    font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:spacing", "w:kern"):  # what the template sets beside: its theme, and how letters stand
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    fonts = properties.get_or_add_rFonts()
    scripts = {"ascii": _LATIN, "hAnsi": _LATIN, "cs": _LATIN, "eastAsia": look.font, "hint": "eastAsia"}
    for script, name in scripts.items():
        fonts.set(qn(f"w:{script}"), name)
    lines = style.paragraph_format
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.lines)
    lines.space_before, lines.space_after = Pt(look.before), Pt(look.after)
    lines.alignment, lines.keep_with_next = look.align, look.with_next
    lines.first_line_indent = Pt(look.indent * _SIZES[look.size])
    borders = style.element.get_or_add_pPr().findall(qn("w:pBdr"))
    for border in borders:
        border.getparent().remove(border)


def _box(style: BaseStyle) -> None:
    """Put a thin line around what is no part of the paper itself."""
    border = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "6", "color": "808080"}.items():
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    style.element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _number_pages(document: Document) -> None:
    """Write — 1 — at the foot of each page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment, paragraph.paragraph_format.first_line_indent = WD_ALIGN_PARAGRAPH.CENTER, Pt(0)
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text)
        run.font.size = Pt(_SIZES["四号"])
        if text is None:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE")
            paragraph._p.remove(run._r)
            field.append(run._r)
            run.text = "1"
            paragraph._p.append(field)
