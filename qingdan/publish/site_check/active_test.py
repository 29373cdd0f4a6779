import pytest
from selectolax.lexbor import LexborHTMLParser

from .active import active_parts, drawn_wrong, styled_from_elsewhere


def active(body, redirect=False):
    html = f"<html><head></head><body>{body}</body></html>".encode()
    return list(active_parts(html, LexborHTMLParser(html), redirect))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<iframe src='a.html'></iframe>", "不该有 <iframe>"),
        ("<IFRAME/>", "不该有 <iframe>"),
        ("<base href='a'>", "不该有 <base>"),
        ("<object></object>", "不该有 <object>"),
        ("<embed>", "不该有 <embed>"),
        ("<applet></applet>", "不该有 <applet>"),
        ("<p><style>p{}</style>", "不该有 <style>"),
        ("<template>a</template>", "不该有 <template>"),
        ("<svg><foreignObject></foreignObject></svg>", "不该有 <foreignObject>"),
        ("<svg><set></set></svg>", "不该有 <set>"),
        ("<svg><use></use></svg>", "不该有 <use>"),
        ("<form action='https://elsewhere.invalid/'>", "<form> 不该有 action：https://elsewhere.invalid/"),
        ("<form action=''>", "<form> 不该有 action："),
        ("<form><button formaction='b'>", "<button> 不该有 formaction：b"),
        ("<a ping='b'>", "<a> 不该有 ping：b"),
        ("<img srcset='//elsewhere.invalid/a 2x'>", "<img> 不该有 srcset：//elsewhere.invalid/a 2x"),
        ("<link imagesrcset='a'>", "<link> 不该有 imagesrcset：a"),
        ("<video poster='b'>", "<video> 不该有 poster：b"),
        ("<body background='b'>", "<body> 不该有 background：b"),
        ("<meta http-equiv='Refresh' content='0;url=a'>", "不该有 <meta http-equiv=refresh>：0;url=a"),
        ("<meta http-equiv='set-cookie' content='a'>", "不该有 <meta http-equiv=set-cookie>：a"),
        ("<script src='a.js'></script>", "脚本不是本站 assets 里的：a.js"),
        ("<script src='assets/../pictures/a.js'></script>", "脚本不是本站 assets 里的：assets/../pictures/a.js"),
    ],
)
def test_what_runs_sends_or_loads_is_named(body, said):
    assert active(body) == [said]


@pytest.mark.parametrize(
    "body",
    [
        "<form name='search'><input data-action='a'><button type='reset'></button></form>",
        "<script src='../../assets/a.min.js?v=1a'></script><script src='/duty/assets/b/a.js'></script>",
        "<meta http-equiv='Content-Security-Policy' content='a'><meta name='refresh'>",
        "<p title='action'>&lt;iframe&gt; <code>&lt;style&gt;</code> action=b</p><svg><path d='M0'/></svg>",
    ],
)
def test_what_the_site_is_made_of_is_let_through(body):
    assert active(body) == []


def test_only_a_page_that_leads_on_may_do_so_at_once():
    assert active("<meta http-equiv='refresh' content='0; url=a'>", redirect=True) == []


def test_a_drawing_that_is_more_than_shapes_is_named(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>", "utf-8")
    (tmp_path / "c.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    [(path, message)] = drawn_wrong(tmp_path)
    assert path == "a/b.svg"
    assert message.startswith("第 2 行：图里有 <script>")


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("@import 'a.css';", ["@import"]),
        ("@IMPORT url(a.css);", ["@import"]),
        ("@media print{p{background:url(//elsewhere.invalid/a)}}", ["//elsewhere.invalid/a"]),
        ("p{background:url('https://elsewhere.invalid/a')}", ["https://elsewhere.invalid/a"]),
        ("p{background:u\\72l(https://elsewhere.invalid/a)}", ["https://elsewhere.invalid/a"]),
        ("p{background:image-set('//elsewhere.invalid/a' 1x)}", ["//elsewhere.invalid/a"]),
        ("p{background:url(\\\\elsewhere.invalid)}", ["\\elsewhere.invalid"]),
        ("p{background:url(../a.png);mask:url('data:image/svg+xml,a');fill:url(#a);content:'https://a'}", []),
        ("/* url(//elsewhere.invalid/) */ p{color:red}", []),
    ],
)
def test_a_style_sheet_loads_nothing_from_elsewhere(tmp_path, css, found):
    (tmp_path / "a.css").write_text(css, "utf-8")
    assert list(styled_from_elsewhere(tmp_path)) == [("a.css", f"样式引用了别处的内容：{one}") for one in found]
