"""Guards of the pages: no text of the data becomes an element, a script, a template or Markdown."""

from .guard import Guard

_TEXTS = "tests/properties/test_escapes.py"

PAGES = (
    Guard("模板里的文字转成 HTML", "qingdan/render/template.py", "autoescape=True", "autoescape=False", _TEXTS),
    Guard(
        "制表符不被 Markdown 改掉",
        "qingdan/render/template.py",
        '.replace("\\t", "&#9;")',
        "",
        "tests/properties/test_escapes.py::test_a_tab_inside_a_text_comes_through_markdown",
    ),
    Guard("名词链接外的文字", "qingdan/render/reference.py", "Markup.escape(text)", "Markup(text)", _TEXTS),
    Guard(
        "名词链接里的文字",
        "qingdan/render/reference.py",
        "root, meaning.slug, text)",
        "root, meaning.slug, Markup(text))",
        "tests/test_glossary.py",
    ),
    Guard(
        "报告页的原文",
        "qingdan/render/report.py",
        'html += printed(raw[left:right]).rstrip("\\r\\n")',
        'html += Markup(printed(raw[left:right]).rstrip("\\r\\n"))',
        _TEXTS,
    ),
    Guard("JSON-LD 不能结束脚本", "qingdan/render/structured.py", '.replace("<", "\\\\u003c")', "", _TEXTS),
    Guard("标题和简介转成 HTML", "qingdan/pages.py", "return escape(text).replace", "return text.replace", _TEXTS),
    Guard(
        "标题不当模板运行",
        "qingdan/pages.py",
        '.replace("{", "&#123;")',
        "",
        "tests/built/test_attacks.py::test_page_titles_are_never_run_as_templates",
    ),
    Guard(
        "网站名称转成 HTML",
        "qingdan/handover.py",
        '"site_name": escape(site.body.title)',
        '"site_name": site.body.title',
        "tests/properties/test_escapes.py::test_the_theme_gets_the_name_and_the_description_of_the_site_as_html",
    ),
    Guard(
        "网站简介转成 HTML",
        "qingdan/handover.py",
        '"site_description": escape(site.body.about)',
        '"site_description": site.body.about',
        "tests/properties/test_escapes.py::test_the_theme_gets_the_name_and_the_description_of_the_site_as_html",
    ),
    Guard(
        "搜索说明里的简称",
        "qingdan/render/opensearch.py",
        "escape(site.body.short[:16])",
        "site.body.short[:16]",
        "tests/properties/test_escapes.py::test_the_description_of_the_search_says_the_first_words_as_they_were_typed",
    ),
    Guard(
        "搜索说明里的简介",
        "qingdan/render/opensearch.py",
        "escape(site.body.about[:1024])",
        "site.body.about[:1024]",
        "tests/properties/test_escapes.py::test_the_description_of_the_search_says_the_first_words_as_they_were_typed",
    ),
)
