"""What the check saw as front matter and body is what the engine sees: read side by side, thousands of times."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.structure.files import File
from mkdocs.utils.meta import get_data

from conftest import AS_OF, SECOND
from qingdan.publish.docs_check import problems_in_pages
from qingdan.publish.prose import written_documents
from qingdan.site.check import open_site
from qingdan.source.front import front_matter
from qingdan.source.read import Refused, decode

SITE = open_site(SECOND, AS_OF)
PAGES = 3000

FENCES = (
    "---",
    "---",
    "---",
    "---",
    "...",
    "--- ",
    "---\t",
    "----",
    "--",
    " ---",
    "--- # 注",
    "... #",
    "---a",
    "%YAML 1.1",
    "",
)
ENDS = ("\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\n\n", "")
KEYS = ("title", "title", "description", "column", "render_macros", "search", "hide")
KEYS += ("'title'", "title ", "Title", "template", "ignore_macros", "1", "null", "<<", "? title", "- a", "")
VALUES = ("试", "试。", "关于", "'试'", '"试"', "true", "true", "{exclude: true}", "[navigation, toc]", "[toc]")
VALUES += (
    "True",
    "yes",
    "on",
    "false",
    "'true'",
    "1",
    "0x1f",
    "1_000",
    "1e3",
    ".inf",
    "1:30",
    "2026-11-23",
    "2026-99-99",
)
VALUES += (
    "2026-01-01T00:00:00Z",
    "null",
    "~",
    "",
    "试 # 注",
    "'试' # 注",
    "[toc] # 注",
    "&a 试",
    "*a",
    "!!str 试",
    "!试",
)
VALUES += (
    "{exclude: 1}",
    "{<<: {exclude: true}}",
    "|",
    ">-",
    "' 试 '",
    '"试\\n"',
    '"\\x41"',
    "试: 试",
    "=",
    "- 试",
    "[试",
    "'试",
)
LINES = (
    "# 试",
    "# {{ cycler }}",
    "<iframe>",
    "{{ home() }}",
    "正文",
    "title: 试",
    "    试",
    "\t试",
    "  - toc",
    "",
    "# 注",
)
BEGINNINGS = ("", "", "", "", "", "", "\ufeff", "\ufeff\ufeff", "\n", " ", "\u200b")

ends = st.sampled_from(ENDS)
items = st.tuples(
    st.sampled_from(KEYS), st.sampled_from((": ", ": ", ": ", ":", ":  ", " : ", "：")), st.sampled_from(VALUES)
)
lines = st.tuples(st.one_of(items.map("".join), items.map("".join), st.sampled_from((*FENCES, *LINES))), ends)
fence = st.tuples(st.sampled_from(FENCES), ends)
wild = st.tuples(
    st.sampled_from(BEGINNINGS),
    fence.map("".join),
    st.lists(lines.map("".join), max_size=8).map("".join),
    fence.map("".join),
)
"""Anything that looks like front matter; next to none of it is let through."""

good = st.fixed_dictionaries(
    {
        "title": st.sampled_from(("试", "'试'", "'2026'", "试 试", "“试”")),
        "description": st.sampled_from(("试。", "'true'")),
    },
    optional={
        "column": st.just("关于"),
        "render_macros": st.just("true"),
        "search": st.just("{exclude: true}"),
        "hide": st.sampled_from(("[toc]", "[ navigation, 'toc' ]", "[]")),
    },
)
odd = st.one_of(st.none(), st.none(), st.tuples(st.integers(0, 9), lines.map("".join)))


@st.composite
def nearly_good(draw):
    """Front matter as it should be, or with one odd line in it."""
    texts = [f"{key}: {value}\n" for key, value in draw(good).items()]
    texts = ["---\n", *draw(st.permutations(texts)), "---\n"]
    if one := draw(odd):
        texts.insert(*one)
    return ("".join(texts),)


tails = st.lists(st.tuples(st.sampled_from((*LINES, *FENCES)), st.just("\n")).map("".join), max_size=4).map("".join)
sources = st.tuples(st.one_of(wild, nearly_good(), nearly_good()).map("".join), tails).map("".join)


def seen_by_the_engine(path):
    """Return what MkDocs takes from the front matter of a page, and what it hands on to the macros plugin."""
    file = File(path.name, str(path.parent), str(path.parent / "site"), use_directory_urls=True)
    body, found = get_data(file.content_string)
    return found, body


def test_whatever_is_let_through_the_engine_reads_as_the_check_did(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    page = docs / "a.md"
    let_through = []

    @settings(max_examples=PAGES)
    @example("---\ntitle: 试\ndescription: 试\nrender_macros: true\n...\n# {{ cycler }}\n---\n\n{{ home() }}\n")
    @example("---\ntitle: 2026-99-99\ndescription: 试\n# <iframe>\n---\n\n正文\n")
    @example("---\ntitle: 试\ndescription: 试\n---\n---\n正文\n...\n")
    @given(sources)
    def holds(source):
        page.write_bytes(source.encode())
        try:
            front = front_matter(decode(page, "a.md"), "a.md")
        except Refused as refused:
            assert {problem.place.path for problem in refused.problems} == {"a.md"}
            assert problems_in_pages(docs, SITE)
            return
        meta, body = seen_by_the_engine(page)
        assert front.meta == meta
        assert front.body.lstrip("\n") == body
        assert front.macros == (meta.get("render_macros") is True)
        if not problems_in_pages(docs, SITE):
            let_through.append(source)
            assert [document.title for document in written_documents(docs, SITE)] == [meta["title"]]

    holds()
    assert len(let_through) > PAGES / 10
