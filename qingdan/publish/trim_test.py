import pytest

from .trim import Used, squeezed, trim, trimmed, used_in, without_unasked

USED = Used(frozenset({"a", "b"}), frozenset({("dir", "ltr")}))


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{color:red}", ".a{color:red}"),
        (".gone{color:red}", ""),
        (".a,.gone,.b>p{color:red}", ".a,.b>p{color:red}"),
        (".a .gone{color:red}", ""),
        ("p:not(.gone){color:red}", "p:not(.gone){color:red}"),
        ("[dir=rtl] .a{color:red}", ""),
        ("[dir=ltr] .a{color:red}", "[dir=ltr] .a{color:red}"),
        ("[hidden],[type=search]{color:red}", "[hidden],[type=search]{color:red}"),
        ("@media print{.gone{color:red}}", ""),
        ("@media print{.gone{color:red}.a{top:0}}", "@media print{.a{top:0}}"),
        ("@keyframes turn{to{top:0}}", "@keyframes turn{to{top:0}}"),
        ('.a:after{content:".gone{}"}', '.a:after{content:".gone{}"}'),
    ],
)
def test_only_selectors_that_can_meet_nothing_go(css, left):
    assert trimmed(css, USED) == left


def test_properties_that_nothing_asks_for_go_and_the_rest_of_the_rule_stays():
    css = ":root{--asked:url(data:image/svg+xml;a{b});--idle:1;color:red}@media print{:root{--idle:2}}"
    left = without_unasked(css, frozenset({"--asked"}))
    assert "--asked" in left
    assert "color:red" in left
    assert "--idle" not in left


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("/* why */\n.a .b,\n.c {\n  top: 0;\n\n  left: 0;\n}\n", ".a .b,.c{top: 0;left: 0;}"),
        (
            "@media (min-width: 45em) {\n  .a { top: calc(1px + 2px); }\n}",
            "@media (min-width: 45em){.a{top: calc(1px + 2px);}}",
        ),
        ('.a::after { content: " / ; , {"; }', '.a::after{content: " / ; , {";}'),
        (".a :not(.b) { top: 0 }", ".a :not(.b){top: 0}"),
    ],
)
def test_only_comments_and_idle_white_space_go_from_the_site_s_own(css, left):
    assert squeezed(css) == left


@pytest.fixture
def site(tmp_path):
    for name, text in {
        "index.html": '<html dir="ltr"><p class="a b">',
        "deep/index.html": '<p class="c">',
        "assets/own.js": 'element.classList.add("set-by-script")',
        "assets/own.css": "p{color:var(--from-own)}",
        "assets/stylesheets/main.css": (
            ".a{top:0}.c{top:1}.set-by-script{top:2}.gone{top:3}"
            ":root{--chain:1;--link:var(--chain);--from-own:2}.gone{top:var(--link)}\n/*# sourceMappingURL=x */"
        ),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_only_whole_attributes_are_read(tmp_path):
    html = '<p data-class="no" class="a">class="no" <i\nclass="b" xdir="no" dir="rtl">'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert used_in(tmp_path) == Used(frozenset({"a", "b"}), frozenset({("dir", "rtl")}))


def test_classes_are_those_of_every_page_and_every_word_of_the_scripts(site):
    used = used_in(site)
    assert {"a", "b", "c", "set-by-script"} <= used.classes
    assert "gone" not in used.classes
    assert used.values == {("dir", "ltr")}


def test_a_property_asked_for_only_by_an_unasked_one_goes_too(site):
    trim(site)
    css = (site / "assets/stylesheets/main.css").read_text(encoding="utf-8")
    assert css == ".a{top:0}.c{top:1}.set-by-script{top:2}:root{--from-own:2;}"


def test_own_stylesheets_stay(site):
    trim(site)
    assert (site / "assets/own.css").read_text(encoding="utf-8") == "p{color:var(--from-own)}"
