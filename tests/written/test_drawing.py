"""A drawing is read as a browser reads it, as XML; whatever is no plain shape is refused at its place."""

from pathlib import Path

import pytest

from qingdan.publish.docs_check.drawing import fault_of_drawing

ATTACKS = Path("tests/fixtures/attacks/docs")
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml">\n'

GOOD = {
    "shapes": '<g fill="none"><path d="M0 0" transform="rotate(45)"/><rect width="1" height="1" rx="1"/></g>',
    "words": '<title>甲</title><text x="1" font-family="a b, c">乙<tspan>丙</tspan></text><!-- 丁 --><![CDATA[<script/>]]>',
    "words that look like an address": '<g aria-label="url(//elsewhere.invalid) &lt;script> \\"/>',
    "a gradient": '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
    '<circle r="1" fill="url(#a)"/>',
}

BAD = {
    "a script": ("<script>1</script>", "2:1", "<script>"),
    "a script of another namespace": ("<h:script>1</h:script>", "2:1", "<script>"),
    "a page": ("<g><foreignObject/></g>", "2:4", "<foreignObject>"),
    "a style": ("<style>@import 'a'</style>", "2:1", "<style>"),
    "a style of an element": ('<g style="fill:red"/>', "2:1", "style"),
    "an event": ('<g onclick="a"/>', "2:1", "onclick"),
    "a link": ('<a x:href="javascript:a"/>', "2:1", "<a>"),
    "a reference": ('<g x:href="a"/>', "2:1", "href"),
    "another picture": ('<image href="a"/>', "2:1", "<image>"),
    "something used": ('<use href="#a"/>', "2:1", "<use>"),
    "a movement": ('<g><set attributeName="href" to="a"/></g>', "2:4", "<set>"),
    "an animation": ("<animate/>", "2:1", "<animate>"),
    "an address": ('<g fill="url(//elsewhere.invalid/a)"/>', "2:1", "fill=url(//elsewhere.invalid/a)"),
    "an address after a part": ('<g fill="url(#a) url(b)"/>', "2:1", "fill=url(#a) url(b)"),
    "an address in disguise": ('<g fill="u\\72l(b)"/>', "2:1", "fill=u\\72l(b)"),
    "a style sheet": ("<?xml-stylesheet href='a'?>", "2:1", "<?xml-stylesheet"),
    "an element without a namespace": ('<g xmlns=""/>', "2:1", "<g>"),
    "capitals": ("<SCRIPT/>", "2:1", "<SCRIPT>"),
}

BROKEN = {
    "an open element": "<g>",
    "an entity that is not there": "&a;",
    "a way of HTML": "<path d=M0>",
    "a bare ampersand": "a & b",
}


@pytest.mark.parametrize("name", GOOD)
def test_plain_shapes_are_let_through(name):
    assert fault_of_drawing(f"{OPEN}{GOOD[name]}</svg>".encode()) is None


def test_the_logo_is_let_through():
    assert fault_of_drawing(Path("docs/assets/logo.svg").read_bytes()) is None


@pytest.mark.parametrize("name", BAD)
def test_whatever_runs_or_loads_is_refused_at_its_place(name):
    inside, place, what = BAD[name]
    line, column, message = fault_of_drawing(f"{OPEN}{inside}</svg>".encode())
    assert (f"{line}:{column}", message) == (place, f"图里有 {what}，打开时可能运行程序或引用别处；请只留图形")


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_whole_drawing_is_refused(name):
    assert "不是完整的 SVG" in fault_of_drawing(f"{OPEN}{BROKEN[name]}</svg>".encode()).message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-7", "iso-8859-1"])
def test_a_drawing_in_another_encoding_is_refused(encoding):
    svg = f'<?xml version="1.0" encoding="{encoding}"?>{OPEN}</svg>'.encode(
        "utf-16" if encoding == "utf-16" else "ascii"
    )
    assert fault_of_drawing(svg)


def test_an_entity_cannot_bring_a_script_in():
    assert fault_of_drawing((ATTACKS / "entity.svg").read_bytes())[:2] == (2, 15)
