import pytest
from selectolax.lexbor import LexborHTMLParser

from .page import against_policy, python_values

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'


def against(body):
    html = f"<html><head>{POLICY}</head><body>{body}</body></html>".encode()
    return list(against_policy(html, LexborHTMLParser(html)))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<p onclick='x'>", "onclick"),
        ("<p ONCLICK=x>", "onclick"),
        ("<p\nonclick>", "onclick"),
        ("<p/onclick=x>", "onclick"),
        ('<p id="a"onclick=x>', "onclick"),
        ("<p id='a'onclick=x>", "onclick"),
        ('<p on"x=y>', 'on"x'),
        ("<p title='a>b' onnever=x>", "onnever"),
        ("<p style='color:red'>", "style"),
        ("<p STYLE>", "style"),
    ],
)
def test_what_the_policy_would_block_is_named_however_it_is_written(body, name):
    assert against(body) == [f"<p> 有内嵌的 {name}"]


def test_pictures_are_looked_at_too():
    assert against("<svg style='' onLoad=''></svg>") == ["<svg> 有内嵌的 style", "<svg> 有内嵌的 onload"]
    assert against("<svg style=''></svg>") == ["<svg> 有内嵌的 style"]


def test_both_kinds_on_one_element_are_named():
    assert against("<p style='' onclick=''>") == ["<p> 有内嵌的 style", "<p> 有内嵌的 onclick"]


def test_words_that_only_look_like_attributes_are_not_named():
    assert against("<p id='on' class=\"on one\"> onclick=x style=y &lt;p onclick=x&gt;</p>") == []


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<dd>None</dd>", ["页面上有一格写着“None”"]),
        ("<dd> No<b> ne </b></dd>", ["页面上有一格写着“None”"]),
        ("<dd>\u3000nan\n</dd>", ["页面上有一格写着“nan”"]),
        ("<dd>None 无</dd>", []),
        ("<p>None</p>", []),
    ],
)
def test_a_cell_that_prints_a_value_of_python_is_named(cell, said):
    tree = LexborHTMLParser(cell)
    assert list(python_values(tree, tree.body.text())) == said
