"""Guards of the built site: its policy, what is changed in the theme's own files, what a browser shows."""

from .guard import Guard

BUILT = (
    Guard(
        "转址页的内容安全策略",
        "qingdan/render/templates/redirect.html",
        "  <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n",
        "",
        "tests/properties/test_escapes.py::test_the_page_that_stays_at_an_old_address_has_a_policy_that_allows_nothing",
    ),
    Guard(
        "用到的样式不删：类",
        "qingdan/publish/trim.py",
        "and token.value not in used.classes:",
        "and token.value in used.classes:",
        "qingdan/publish/trim_test.py",
    ),
    Guard(
        "用到的样式不删：属性",
        "qingdan/publish/trim.py",
        "if (name.value, value.value) not in used.values:",
        "if True:",
        "qingdan/publish/trim_test.py",
    ),
    Guard(
        "用到的样式不删：变量",
        "qingdan/publish/trim.py",
        'if not item.name.startswith("--") or item.name in asked]',
        'if not item.name.startswith("--")]',
        "qingdan/publish/trim_test.py",
    ),
    Guard(
        "每页的内容安全策略",
        "overrides/main.html",
        '<meta http-equiv="Content-Security-Policy" content="\' ~ policy ~ \'">',
        "",
        "tests/built/test_policy.py",
        tree=True,
    ),
    Guard(
        "只运行本站的脚本",
        "overrides/main.html",
        "script-src 'self';",
        "script-src 'self' 'unsafe-inline';",
        "tests/built/test_policy.py",
        tree=True,
    ),
    Guard(
        "搜索结果里的文字",
        "docs/assets/search/show.js",
        "return /[&<>\"']/.test(text) ?",
        "return false ?",
        "tests/built/test_attacks.py::test_search_results_show_the_words_as_they_were_typed",
        tree=True,
    ),
    Guard(
        "网页里没有框架、样式、底址",
        "qingdan/publish/site_check/active.py",
        'if (node.tag or "").lower() in _ELEMENTS:',
        "if False:",
        "qingdan/publish/site_check/active_test.py",
    ),
    Guard(
        "网页里不向别处送、不从别处取",
        "qingdan/publish/site_check/active.py",
        "for node in tree.css(_ASKING):",
        "for node in ():",
        "qingdan/publish/site_check/active_test.py",
    ),
    Guard(
        "样式不从别处取",
        "qingdan/publish/site_check/active.py",
        'elif token.type == "url" and _ELSEWHERE.match(token.value):',
        "elif False:",
        "qingdan/publish/site_check/active_test.py",
    ),
)
