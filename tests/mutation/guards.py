"""The guards that stand between a text and what it could do, each with the change that takes it away and who must notice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """What is guarded, the file, the words that guard, what stands there without them, and the tests that then fail.

    `tree` where the tests build or start something of their own: they are run in a copy of the project.
    """

    what: str
    file: str
    old: str
    new: str
    tests: str
    tree: bool = False


_TEXTS = "tests/properties/test_escapes.py"
_ANNOTATED = "tests/test_mistakes.py::test_github_annotations_escape_what_would_end_a_property_or_the_line"
_QUOTED = "tests/test_quotation.py tests/test_report.py"

GUARDS = (
    Guard("模板里的文字转成 HTML", "qingdan/render/template.py", "autoescape=True", "autoescape=False", _TEXTS),
    Guard("制表符不被 Markdown 改掉", "qingdan/render/template.py", '.replace("\\t", "&#9;")', "", _TEXTS),
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
        _TEXTS,
    ),
    Guard(
        "网站简介转成 HTML",
        "qingdan/handover.py",
        '"site_description": escape(site.body.about)',
        '"site_description": site.body.about',
        _TEXTS,
    ),
    Guard(
        "搜索说明里的简称",
        "qingdan/render/opensearch.py",
        "escape(site.body.short[:16])",
        "site.body.short[:16]",
        _TEXTS,
    ),
    Guard(
        "搜索说明里的简介",
        "qingdan/render/opensearch.py",
        "escape(site.body.about[:1024])",
        "site.body.about[:1024]",
        _TEXTS,
    ),
    Guard("JSON 不能结束脚本", "qingdan/export/documents.py", ', "</": r"<\\/"', "", "tests/test_export.py"),
    Guard("JSON 里没有 U+2028", "qingdan/export/documents.py", '"\\u2028": r"\\u2028", ', "", "tests/test_export.py"),
    Guard("JSON 里没有 U+2029", "qingdan/export/documents.py", '"\\u2029": r"\\u2029", ', "", "tests/test_export.py"),
    Guard(
        "CSV 里不成公式",
        "qingdan/export/spreadsheet.py",
        "return MARK + text if risky else text",
        "return text",
        "tests/test_export.py",
    ),
    Guard("CSV 里等号不成公式", "qingdan/export/spreadsheet.py", 'tuple("=+-@', 'tuple("+-@', "tests/test_export.py"),
    Guard("CSV 里全角等号不成公式", "qingdan/export/spreadsheet.py", "\\uff1d", "", "tests/test_export.py"),
    Guard(
        "CSV 里空格后面的不成公式",
        "qingdan/export/spreadsheet.py",
        "text.lstrip().startswith(_RISKY)",
        "text.startswith(_RISKY)",
        "tests/test_export.py",
    ),
    Guard(
        "CSV 的单引号可以还原",
        "qingdan/export/spreadsheet.py",
        '(MARK, "\\t", "\\r", "\\n")',
        '("\\t", "\\r", "\\n")',
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里不成公式",
        "qingdan/export/spreadsheet.py",
        'if not stored.startswith(("=", "#")):',
        "if True:",
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里的控制字符",
        "qingdan/export/spreadsheet.py",
        '_NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", escaped(text))',
        "escaped(text)",
        "tests/test_export.py",
    ),
    Guard(
        "XLSX 里的 _x0041_",
        "qingdan/workbook/cell.py",
        'return _LITERAL.sub("_x005F_", text)',
        "return text",
        "tests/test_export.py",
    ),
    Guard(
        "工作簿里不成公式",
        "qingdan/workbook/draw.py",
        '_FORMULA_STARTS = ("=", "+", "-", "@")',
        "_FORMULA_STARTS = ()",
        "tests/workbook/test_export.py tests/workbook/test_import.py",
    ),
    Guard("ICS 的反斜线", "qingdan/export/ics.py", '.replace("\\\\", "\\\\\\\\")', "", "tests/test_ics.py"),
    Guard("ICS 的分号", "qingdan/export/ics.py", '.replace(";", "\\\\;")', "", "tests/test_ics.py"),
    Guard("ICS 的逗号", "qingdan/export/ics.py", '.replace(",", "\\\\,")', "", "tests/test_ics.py"),
    Guard("ICS 的换行", "qingdan/export/ics.py", '.replace("\\n", "\\\\n")', "", "tests/test_ics.py"),
    Guard(
        "Atom 的文字不当 HTML", "qingdan/export/atom.py", '{"type": "text"}', '{"type": "html"}', "tests/test_atom.py"
    ),
    Guard("GitHub 注记里的换行", "qingdan/announce.py", '"%\\r\\n" + more', '"%" + more', _ANNOTATED),
    Guard(
        "GitHub 注记里的百分号", "qingdan/announce.py", '"%\\r\\n" + more', '"\\r\\n" + more', _ANNOTATED
    ),
    Guard(
        "GitHub 注记属性里的冒号",
        "qingdan/announce.py",
        "_escape(str(value), ':,')",
        "_escape(str(value))",
        _ANNOTATED,
    ),
    Guard(
        "改动说明里没有空行",
        "qingdan/diff/markdown.py",
        "for line in lines if line.strip())",
        "for line in lines)",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "改动说明里没有回车", "qingdan/diff/markdown.py", '.replace("\\r", "\\n")', "", "tests/test_diff_markdown.py"
    ),
    Guard(
        "改动说明里的文字不成提及",
        "qingdan/render/templates/diff/table.html",
        "<code>{{ text }}</code>",
        "{{ text }}",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "改动说明里的名称不成提及",
        "qingdan/render/templates/diff/thing.html",
        "<code>{{ change.subject.name }}</code>",
        "{{ change.subject.name }}",
        "tests/test_diff_markdown.py",
    ),
    Guard(
        "每周提醒里的文字不成提及",
        "qingdan/render/templates/reminder.html",
        "<code>{{ one.subject }}</code>",
        "{{ one.subject }}",
        "tests/test_currency.py",
    ),
    Guard(
        "反馈链接里的文字",
        "qingdan/repository.py",
        "urlencode(form, quote_via=quote)",
        "'&'.join(map('='.join, form.items()))",
        "tests/test_repository.py",
    ),
    Guard(
        "比较引文：全角半角",
        "qingdan/normal.py",
        'unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH))',
        "character.translate(_ZERO_WIDTH)",
        _QUOTED,
    ),
    Guard(
        "比较引文：零宽字符",
        "qingdan/normal.py",
        "character.translate(_ZERO_WIDTH)).split()",
        "character).split()",
        _QUOTED,
    ),
    Guard(
        "比较引文：空白",
        "qingdan/normal.py",
        '"".join(unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH)).split())',
        'unicodedata.normalize("NFKC", character.translate(_ZERO_WIDTH))',
        _QUOTED,
    ),
    Guard(
        "比较引文：Word 的残留",
        "qingdan/normal.py",
        "for found in _WORD_REMAINS.finditer(raw) for index",
        "for found in () for index",
        _QUOTED,
    ),
    Guard("引文是完整的分句", "qingdan/quotation.py", "if at in starts and end in ends:", "if True:", _QUOTED),
    Guard(
        "引文不在数字中间断开",
        "qingdan/quotation.py",
        '_NUMBER_MARKS = frozenset(",:、")',
        "_NUMBER_MARKS = frozenset()",
        _QUOTED,
    ),
    Guard(
        "看不见的字符",
        "qingdan/characters.py",
        "for found in _INVISIBLE.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard("改变文字方向的字符", "qingdan/characters.py", "\\u2028-\\u202f", "\\u2028\\u2029", "tests/test_read.py"),
    Guard(
        "部首和兼容字",
        "qingdan/characters.py",
        "for found in _RADICAL.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard(
        "叠加的符号",
        "qingdan/characters.py",
        "for found in _STACKED.finditer(text):",
        "for found in ():",
        "tests/test_read.py",
    ),
    Guard(
        "反斜线写出的字符",
        "qingdan/read.py",
        '("\\t" in event.value or any(forbidden(event.value, self.name)))',
        "False",
        "tests/test_read.py",
    ),
    Guard("YAML 的锚点", "qingdan/read.py", 'or getattr(event, "anchor", None)', "", "tests/test_read.py"),
    Guard("YAML 的标签", "qingdan/read.py", 'elif getattr(event, "tag", None):', "elif False:", "tests/test_read.py"),
    Guard("嵌套的层数", "qingdan/read.py", "if depth > MAX_DEPTH:", "if False:", "tests/test_read.py"),
    Guard("内容的项数", "qingdan/read.py", "if self.count > MAX_NODES:", "if False:", "tests/test_read.py"),
    Guard("文件的大小", "qingdan/read.py", "if path.stat().st_size > MAX_BYTES:", "if False:", "tests/test_read.py"),
    Guard("重复的项目", "qingdan/read.py", "if key in items:", "if False:", "tests/test_read.py"),
    Guard(
        "出错位置不算文件头的标记",
        "qingdan/read.py",
        "data = data.removeprefix(BOM_UTF8)\n",
        "pass\n",
        "tests/test_read.py tests/fuzz/test_fuzz.py",
    ),
    Guard(
        "网址里的用户名",
        "qingdan/rules/hosts.py",
        "https?://([A-Za-z0-9.-]+)",
        "https?://(?:[^/@]*@)?([A-Za-z0-9.-]+)",
        "qingdan/rules/hosts_test.py",
    ),
    Guard(
        "网址的结尾",
        "qingdan/rules/hosts.py",
        "_URL.fullmatch(url)\n    name",
        "_URL.match(url)\n    name",
        "qingdan/rules/hosts_test.py",
    ),
    Guard(
        "网址属于哪个网站",
        "qingdan/rules/hosts.py",
        'name.endswith("." + host.name)',
        "name.endswith(host.name)",
        "qingdan/rules/hosts_test.py",
    ),
    Guard(
        "转址页的内容安全策略",
        "qingdan/render/templates/redirect.html",
        "  <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n",
        "",
        _TEXTS,
    ),
    Guard("只改复选框", "qingdan/tidy.py", '(?=[^<>]*\\stype="checkbox")', "", "qingdan/tidy_test.py"),
    Guard("只改标签里的", "qingdan/tidy.py", "(<label[^<>]*?)", "(<[^<>]*?)", "qingdan/tidy_test.py"),
    Guard(
        "用到的样式不删：类",
        "qingdan/trim.py",
        "and token.value not in used.classes:",
        "and token.value in used.classes:",
        "qingdan/trim_test.py",
    ),
    Guard(
        "用到的样式不删：属性",
        "qingdan/trim.py",
        "if (name.value, value.value) not in used.values:",
        "if True:",
        "qingdan/trim_test.py",
    ),
    Guard(
        "用到的样式不删：变量",
        "qingdan/trim.py",
        'if not item.name.startswith("--") or item.name in asked]',
        'if not item.name.startswith("--")]',
        "qingdan/trim_test.py",
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
        "docs/assets/search/worker.js",
        "return /[&<>\"']/.test(text) ?",
        "return false ?",
        "tests/built/test_attacks.py::test_search_results_show_the_words_as_they_were_typed",
        tree=True,
    ),
)
