"""A paper → a Word document on A4, laid out as official documents are; the same paper gives the same bytes."""

import io
from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm

from ...text.zipped import repacked
from .footnotes import Footnotes
from .layout import BODY, HEADINGS, REMARK, SIGNATURE, TITLE, lay_out
from .paper import Gap, Paper, Piece

_MARGINS = {"top_margin": 3.7, "bottom_margin": 3.5, "left_margin": 2.8, "right_margin": 2.6}
"""In centimetres (GB/T 9704)."""


def drawn(paper: Paper, day: date) -> bytes:
    """Return a paper as a .docx file that says it was made on `day`."""
    document = docx.Document()
    lay_out(document)
    for name, centimetres in {"page_width": 21.0, "page_height": 29.7, **_MARGINS}.items():
        setattr(document.sections[0], name, Cm(centimetres))
    footnotes = Footnotes()
    document.add_paragraph(f"{paper.body}\n{paper.title}", TITLE)
    document.add_paragraph(paper.remark, REMARK)
    for section in paper.sections:
        if section.heading:
            document.add_paragraph(section.heading, HEADINGS[section.level])
        for paragraph in section.paragraphs:
            _write(document, paragraph, footnotes)
    document.add_paragraph(paper.body, SIGNATURE)
    _write(document, (Gap("落款日期"),), footnotes, SIGNATURE)
    footnotes.put_into(document)
    return _packed(document, paper.body + paper.title, day)


def _write(document: Document, pieces: tuple[Piece, ...], footnotes: Footnotes, style: str = BODY) -> None:
    paragraph = document.add_paragraph(style=style)
    for piece in pieces:
        run = paragraph.add_run(piece.text)
        if isinstance(piece, Gap):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        else:
            for note in piece.notes:
                footnotes.add(paragraph, note)


def _packed(document: Document, title: str, day: date) -> bytes:
    """Return the file without the picture of python-docx's own template; it says that it was made on `day`."""
    package = document.part.package
    pictures = [id for id, one in package.rels.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]
    for id in pictures:
        package.rels.pop(id)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, "qingdan", "qingdan", ""
    about.created = about.modified = datetime.combine(day, time())
    stream = io.BytesIO()
    document.save(stream)
    return repacked(stream.getvalue())
